"""The standing of a party towards an instrument: one word of a closed list, since when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.consent import ApplyProvisionally, Disclaim, Receive, Reserve, Resume, SuspendOperation
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Confirm, Sign, Transmit
from servanda.book import Book
from servanda.days import Day
from servanda.law.entry import Entry, since_for
from servanda.law.facts import Deed
from servanda.law.reasons import Reason
from servanda.status.force import Force, force
from servanda.status.published import published_end, published_force

Word = Literal[
    "entitled",
    "signatory",
    "signatory ad referendum",
    "signatory that disclaimed",
    "received but not deposited",
    "contracting State",
    "applying provisionally",
    "party",
    "withdrawal running",
    "former party",
    "suspended",
    "ended with the treaty",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's standing as of a day: the word, since when, its signature and consent, and the reasons."""

    instrument: str
    party: str
    as_of: date
    word: Word
    since: Day | None
    signed: Day | None
    consented: Day | None
    means: str
    reserved: bool
    reasons: tuple[Reason, ...]


def standing(book: Book, of: str, party: str, as_of: date, *, testimony: bool = True) -> Standing:
    """The standing of a party as of a day; without `testimony` by the acts and the clause alone."""
    own = _Own(book, of, party, as_of, testimony)
    word, since, reasons = _decide(own)
    signature, consent = own.first("signature"), own.first("consent")
    reserved = any(event.party == party for event in book.events(Reserve, of, as_of))
    return Standing(
        of,
        party,
        as_of,
        word,
        since,
        signature.on if signature else None,
        consent.on if consent else None,
        consent.means if consent else "",
        reserved,
        reasons,
    )


def chart(book: Book, of: str, as_of: date) -> tuple[Standing, ...]:
    """The standing of everybody who did something to an instrument, or was asked to, by code."""
    facts = book.facts(as_of)
    deeds = [deed for kind in ("signature", "consent", "adoption", "withdrawal") for deed in facts.deeds(of, kind)]
    asked = {party for act, _event in book.acts(Transmit, of, as_of) for party in act.to}
    provisional = {event.party for event in book.events(ApplyProvisionally, of, as_of)}
    notified = {event.party for event in book.events(NotifyForce, of, as_of) if event.party}
    parties = {deed.party for deed in deeds if deed.party} | asked | provisional | notified
    return tuple(standing(book, of, party, as_of) for party in sorted(parties))


@dataclass(frozen=True, slots=True)
class _Own:
    """One party's deeds on one instrument."""

    book: Book
    of: str
    party: str
    as_of: date
    testimony: bool

    @property
    def force(self) -> Force:
        """The force of the instrument."""
        return force(self.book, self.of, self.as_of, testimony=self.testimony)

    def first(self, kind: Literal["signature", "consent", "adoption", "withdrawal"]) -> Deed | None:
        """The latest deed of a kind by this party; of its consents the earliest since it last withdrew."""
        facts = self.book.facts(self.as_of)
        deeds = [deed for deed in facts.deeds(self.of, kind) if deed.party == self.party]
        if kind != "consent" or not deeds:
            return deeds[-1] if deeds else None
        ends = [deed.on for deed in facts.deeds(self.of, "withdrawal") if deed.party == self.party]
        before = [end for end in ends if end < deeds[-1].on]
        return next(deed for deed in deeds if not before or deed.on > before[-1])


Answer = tuple[Word, Day | None, tuple[Reason, ...]]


def _decide(own: _Own) -> Answer:
    """Ask the questions in the order in which one answer excludes the next."""
    bound = _bound(own)
    withdrawn = _withdrawn(own, bound)
    if bound and bound[0] == "party":
        return withdrawn or _ended(own) or _suspended(own) or bound
    return withdrawn or bound or _with_all(own) or _provisional(own) or _signed(own) or _asked(own)


def _bound(own: _Own) -> Answer | None:
    """Bound by consent, or by signature or adoption where the clause lets these bind."""
    deed = own.first("consent") or _binding_signature(own)
    if deed is None:
        return _notified(own)
    told, general = _notified(own), own.force
    if told:
        return told
    clause, entry = own.book.clause(own.of, own.as_of), own.book.entry(own.of, own.as_of)
    if clause is None or entry is None or general.since is None:
        return _recorded(own, deed)
    if general.since != entry.since:
        entry = Entry(None, general.since, (), ())
    since, reason = since_for(clause[0], entry, deed)
    reasons = (reason, *general.reasons)
    if since and since.surely_by(own.as_of):
        return "party", since, reasons
    return "contracting State", since, reasons


def _binding_signature(own: _Own) -> Deed | None:
    clause = own.book.clause(own.of, own.as_of)
    if clause is None or "signature" not in [str(condition) for condition in clause[0].when]:
        return None
    return own.first("signature") or own.first("adoption")


def _notified(own: _Own) -> Answer | None:
    """Bound since the day that the depositary notified, or somebody published, for this party."""
    if not own.testimony:
        return None
    ended, words = published_end(own.book, own.of, own.as_of, own.party)
    if ended and ended.surely_by(own.as_of):
        return "former party", ended, words
    published, said = published_force(own.book, own.of, own.as_of, own.party)
    if published and published.surely_by(own.as_of):
        return "party", published, said
    for act, event in own.book.acts(NotifyForce, own.of, own.as_of):
        if own.party in act.by and act.since.surely_by(own.as_of):
            return "party", act.since, (Reason(f"notified by the depositary for {own.party}: {act.since}", event.ids),)
    return None


def _with_all(own: _Own) -> Answer | None:
    """A signatory of an instrument that is in force and could only be so with the consent of all signatories."""
    clause, signature, general = own.book.clause(own.of, own.as_of), own.first("signature"), own.force
    if clause is None or signature is None or general.state != "in force" or general.since == general.computed:
        return None
    if "all signatories" not in map(str, clause[0].when):
        return None
    words = "in force only with the consent of all signatories; its own consent is not in the record"
    return "party", general.since, (Reason(words, signature.acts, general.since, clause[0].cite), *general.reasons)


def _recorded(own: _Own, deed: Deed) -> Answer:
    """Consented, while the instrument's entry into force is only recorded, or not established."""
    general = own.force
    told = Reason(f"consented ({deed.means}) on {deed.on}", deed.acts, deed.on)
    if general.since and general.state == "in force" and deed.on.surely_by(general.since.last):
        return "party", general.since, (told, *general.reasons)
    if general.state in ("not in force", "may be in force"):
        return "contracting State", deed.on, (told, *general.reasons)
    return "unknown", None, (told, *general.reasons)


def _withdrawn(own: _Own, bound: Answer | None) -> Answer | None:
    """Its withdrawal is running or has taken effect; one that came before entry into force takes the consent away."""
    deed, consent = own.first("withdrawal"), own.first("consent")
    if deed is None or (consent and consent.on > deed.on):
        return None
    effect = deed.effective or deed.on
    told = Reason(f"notice of withdrawal on {deed.on}, effective {effect}", deed.acts, effect)
    if not effect.surely_by(own.as_of):
        return None if bound and bound[0] == "contracting State" else ("withdrawal running", effect, (told,))
    if bound is None or bound[0] not in ("party", "contracting State") or _ever_party(bound, effect):
        return "former party", effect, (told,)
    before = Reason("it withdrew before the instrument was in force for it", deed.acts, effect)
    word, since, reasons = _signed(own) or ("unknown", None, ())
    return word, since, (told, before, *reasons)


def _ever_party(bound: Answer, effect: Day) -> bool:
    """Tell whether the instrument may have been in force for the party before its withdrawal took effect."""
    word, since, _reasons = bound
    return word == "party" and since is not None and since.first < effect.last


def _ended(own: _Own) -> Answer | None:
    general = own.force
    return ("ended with the treaty", general.ended, general.reasons) if general.state == "ended" else None


def _suspended(own: _Own) -> Answer | None:
    """Its operation is suspended towards all, and not resumed since."""
    acts = [act for act, _event in own.book.acts(Resume, own.of, own.as_of) if own.party in act.by and not act.to]
    resumed = [act.effective or act.on for act in acts]
    for act, event in own.book.acts(SuspendOperation, own.of, own.as_of):
        since = act.effective or act.on
        over = any(day >= since and day.surely_by(own.as_of) for day in resumed)
        if own.party in act.by and not act.to and since.surely_by(own.as_of) and not over:
            return "suspended", since, (Reason(f"suspended on {act.on}", event.ids, act.on),)
    return None


def _provisional(own: _Own) -> Answer | None:
    for act, event in own.book.acts(ApplyProvisionally, own.of, own.as_of):
        if own.party in act.by and not (act.until and act.until.surely_by(own.as_of)):
            return "applying provisionally", act.on, (Reason(f"applies it since {act.on}", event.ids, act.on),)
    return None


def _signed(own: _Own) -> Answer | None:
    """Signed, or sent an instrument that is not in deposit yet."""
    deed = own.first("signature")
    told = (Reason(f"signed on {deed.on}", deed.acts, deed.on),) if deed else ()
    later: tuple[tuple[type[Disclaim | Receive], Word], ...] = (
        (Disclaim, "signatory that disclaimed"),
        (Receive, "received but not deposited"),
    )
    for kind, word in later:
        for event in own.book.events(kind, own.of, own.as_of):
            if event.party == own.party:
                return word, event.on, (*told, Reason(f"{word} on {event.on}", event.ids, event.on))
    if deed is None:
        return None
    return _signatory(own), deed.on, told


def _signatory(own: _Own) -> Word:
    """A signature ad referendum waits for its confirmation (VCLT, art. 12(2)(b))."""
    acts = [event.act for event in own.book.events(Sign, own.of, own.as_of) if event.party == own.party]
    manners = [act.manner for act in acts if isinstance(act, Sign)]
    confirmed = any(event.party == own.party for event in own.book.events(Confirm, own.of, own.as_of))
    return "signatory ad referendum" if manners[-1:] == ["ad-referendum"] and not confirmed else "signatory"


def _asked(own: _Own) -> Answer:
    for act, event in own.book.acts(Transmit, own.of, own.as_of):
        if own.party in act.to:
            return "entitled", act.on, (Reason(f"sent for {act.purpose} on {act.on}", event.ids, act.on),)
    return "unknown", None, (Reason(f"the record holds no act of {own.party} on {own.of}"),)
