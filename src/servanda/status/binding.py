"""How a party came to be bound: by consent, by signature where that binds, by the depositary's or another's word.

A party is a state for which the treaty is in force (VCLT, art. 2(1)(g)); a contracting State has consented, whether or
not it is in force for it (art. 2(1)(f)).
"""

from __future__ import annotations

from dataclasses import replace

from servanda.acts.depositary import NotifyForce
from servanda.days import Day
from servanda.law.clause import EntryIntoForce
from servanda.law.entry import Entry, since_for, waived
from servanda.law.facts import Deed
from servanda.law.reasons import Reason
from servanda.status.own import Own
from servanda.status.published import published_force
from servanda.status.standing import Answer
from servanda.status.succession import predecessors
from servanda.status.suspension import resumptions, suspended
from servanda.words.phrases import say, term


def binding(own: Own, consent: Deed | None) -> Answer | None:
    """Bound by a consent, or by signature or adoption where the clause lets these bind."""
    deed = consent or _binding_signature(own)
    told = _notified(own)
    if told or deed is None:
        return told
    clause, entry, general = own.matter.clause, own.book.entry(own.of, own.as_of), own.force
    if clause is None or entry is None or general.since is None:
        return _waived(own, clause[0] if clause else None, deed) or _recorded(own, deed)
    if general.since != entry.since:
        entry = Entry(None, general.since, (), ())
    since, reasons = _since(own, clause[0], entry, deed)
    since, more = _not_while_suspended(own, since)
    reasons = (*reasons, *more, *general.reasons)
    if since and since.surely_by(own.as_of):
        return Answer("party", since, reasons, since)
    return Answer("contracting State", since, reasons)


def _since(own: Own, clause: EntryIntoForce, entry: Entry, deed: Deed) -> tuple[Day | None, tuple[Reason, ...]]:
    """Since when for the party; a successor is bound from the day of its succession (VCST, art. 23(1))."""
    days = {link.on: link for link in predecessors(own.matter.links, own.persons)}
    if deed.means != "succeed" or deed.effective or len(days) != 1:
        return since_for(clause, entry, deed, own.book.facts(own.as_of).practice(own.of, deed.on.last))
    day, link = next(iter(days.items()))
    since, reasons = since_for(clause, entry, replace(deed, effective=day))
    return since, (
        Reason(
            say("it succeeded {predecessor} on {day}", predecessor=link.predecessor, day=day),
            link.acts,
            day,
            "VCST, art. 23(1)",
        ),
        *reasons,
    )


def _not_while_suspended(own: Own, since: Day | None) -> tuple[Day | None, tuple[Reason, ...]]:
    """An instrument suspended when it would take effect waits for its resumption."""
    acts = own.rests
    found = suspended(acts, since.last).towards_all if since and acts else None
    if found is None or since is None or (found.on and found.on >= since):
        return since, ()
    later = [day for day in resumptions(acts, own.as_of) if day > since]
    words = say("its instrument was suspended before it took effect")
    if later:
        words = say("its instrument was suspended before it took effect, until {day}", day=later[0])
    return (later[0] if later else None), (replace(found, words=words),)


def _binding_signature(own: Own) -> Deed | None:
    """A signature, or an adoption, that binds (VCLT, art. 12)."""
    clause = own.matter.clause
    if clause is None or "sign" in clause[0].counts.means:
        definitive = own.last("definitive")
        if definitive or clause is None:
            return definitive
    if "signature" in map(str, clause[0].when):
        return own.last("signature") or own.last("adoption")
    return None


def _notified(own: Own) -> Answer | None:
    """Bound since the day that the depositary notified, or somebody published, for this party."""
    if not own.testimony:
        return None
    for code in own.persons:
        published, said = published_force(own.book, own.of, own.as_of, code)
        if published and published.surely_by(own.as_of):
            return Answer("party", published, said, published)
    for act, event in own.acts(NotifyForce):
        if act.since.surely_by(own.as_of):
            told = Reason(
                say("notified by the depositary for {party}: {day}", party=event.party, day=act.since), event.ids
            )
            return Answer("party", act.since, (told,), act.since)
    return None


def _waived(own: Own, clause: EntryIntoForce | None, deed: Deed) -> Answer | None:
    """Bound by itself where it waived the conditions that the others wait for (as Tlatelolco, art. 28(2))."""
    found = waived(clause, own.book.facts(own.as_of), own.of, deed) if clause else None
    if found is None or not found[0].surely_by(own.as_of):
        return None
    return Answer("party", found[0], (found[1], *own.force.reasons), found[0])


def _recorded(own: Own, deed: Deed) -> Answer:
    """Consented, while the instrument's entry into force is only recorded, or not established."""
    general = own.force
    told = Reason(say("consented ({means}) on {day}", means=term("means", deed.means), day=deed.on), deed.acts, deed.on)
    reasons = (told, *general.reasons)
    if general.since and general.state == "in force" and deed.on.surely_by(general.since.last):
        return Answer("party", general.since, reasons, general.since)
    if general.state in ("not in force", "may be in force"):
        return Answer("contracting State", deed.on, reasons)
    return Answer("unknown", None, reasons)


def with_all(own: Own) -> Answer | None:
    """A signatory of an instrument that is in force and could only be so with the consent of all signatories."""
    clause, signature, general = own.matter.clause, own.last("signature"), own.force
    if clause is None or signature is None or general.state != "in force" or general.since == general.computed:
        return None
    if "all signatories" not in map(str, clause[0].when):
        return None
    words = say("in force only with the consent of all signatories; its own consent is not in the record")
    told = Reason(words, signature.acts, general.since, clause[0].cite)
    return Answer("party", general.since, (told, *general.reasons), general.since)
