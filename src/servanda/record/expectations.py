"""What others say, checked against what we compute: the meaning of an `expect` line's claim.

`in force` · `in force since DAY` · `not in force` · `may be in force` · `ended` · `in force for PARTY`
· `met on DAY` · `met on DAY provisionally` · `not met`
· `in force for PARTY since DAY` · `ended for PARTY since DAY` · `standing PARTY WORD` · `presided by PARTY`
· `next presided by PARTY` · `member PARTY` · `not member PARTY` · `members NUMBER`
· `signature signed|open|not recorded for PARTY` · `attendance PARTY PRESENCE`
· `pair PARTY PARTY WORD` · `pair PARTY PARTY in force since DAY`
· `version PARTY AMENDMENT…` · `version PARTY unamended` · `extent PARTY whole|in part`
· `provision NAME in force since DAY` · `provision NAME not in force`
· `territory PARTY NAME included since DAY` · `territory PARTY NAME excluded since DAY`
· `territory PARTY NAME not told`
· `by the rule adopted|not adopted|open at SESSION` · `not bound PARTY at SESSION`; and those of `followed`
"""

from __future__ import annotations

from datetime import date

from servanda.acts.keeping import Expect
from servanda.book import Book
from servanda.record.followed import KNOWN as FOLLOWED
from servanda.record.followed import followed_claim
from servanda.status.decision import decision
from servanda.status.force import force
from servanda.status.membership import members
from servanda.status.pair import pair
from servanda.status.party import standing
from servanda.status.presidency import presidency
from servanda.status.session import attendance
from servanda.status.signatures import signatures

KNOWN = (
    "in force, in force since DAY, not in force, may be in force, ended, met on DAY, not met, in force for PARTY, "
    "standing PARTY WORD, "
    "presided by PARTY, next presided by PARTY, member PARTY, not member PARTY, members NUMBER, "
    "signature open for PARTY, attendance PARTY present, pair PARTY PARTY WORD, pair PARTY PARTY in force since DAY, "
    "version PARTY AMENDMENT, version PARTY unamended, extent PARTY whole, provision NAME in force since DAY, "
    "territory PARTY NAME included since DAY, by the rule adopted at SESSION, "
    f"not bound PARTY at SESSION, {FOLLOWED}"
)


def computed_claim(book: Book, act: Expect) -> str | None:
    """What the claim says, with what is computed in its place; None for a claim of an unknown form."""
    as_of, claim = act.on.last, act.claim.split()
    match claim:
        case ["in", "force", "for", party, *rest] if rest[:1] in ([], ["since"]):
            return _force_for(book, act.of, party, as_of, dated=bool(rest))
        case ["in", "force", *rest] if rest[:1] in ([], ["since"]):
            return _force(book, act.of, as_of, dated=bool(rest))
        case ["not", "in", "force"] | ["may", "be", "in", "force"] | ["ended"]:
            return _force(book, act.of, as_of, dated=False)
        case ["met", "on", *_day] | ["not", "met", *_day]:
            return _met(book, act.of, as_of)
    for meaning in (_of_parts, _of_parties, _of_bodies, _decision_claim, followed_claim):
        computed = meaning(book, act.of, as_of, claim)
        if computed is not None:
            return computed
    return None


def _of_parties(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """What is claimed of a party, or of two, towards an instrument or at a session."""
    match claim:
        case ["ended", "for", party, "since", _day]:
            found = standing(book, of, party, as_of, testimony=False)
            ended = found.word == "former party"
            return f"ended for {party} since {found.since}" if ended else f"{found.word} {party}"
        case ["standing", party, *word] if word:
            return f"standing {party} {standing(book, of, party, as_of).word}"
        case ["signature", *state, "for", party] if state:
            return f"signature {_signature(book, of, party, as_of)} for {party}"
        case ["pair", one, other, *word] if word:
            return f"pair {one} {other} {_pair(book, of, one, other, as_of, word)}"
        case ["version", party, *names] if names:
            versions = standing(book, of, party, as_of).versions
            return f"version {party} {' '.join(versions) or 'unamended'}"
        case ["extent", party, *extent] if extent:
            return f"extent {party} {standing(book, of, party, as_of).extent}"
        case ["attendance", party, *presence] if presence:
            return f"attendance {party} {_presence(book, of, party, as_of)}"
    return None


def _of_parts(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """What is claimed of a provision with a day of its own, or of a territory; names may be several words."""
    match claim:
        case ["provision", *name, "in", "force", "since", _] | ["provision", *name, "not", "in", "force"] if name:
            return f"provision {' '.join(name)} {_provision(book, of, ' '.join(name), as_of)}"
        case ["territory", party, *name, "included" | "excluded", "since", _] if name:
            return f"territory {party} {' '.join(name)} {_territory(book, of, party, ' '.join(name), as_of)}"
        case ["territory", party, *name, "not", "told"] if name:
            return f"territory {party} {' '.join(name)} {_territory(book, of, party, ' '.join(name), as_of)}"
    return None


def _provision(book: Book, of: str, name: str, as_of: date) -> str:
    """Since when a provision is in force, by the clause alone."""
    entry = book.entry(of, as_of)
    days = dict(entry.provisions) if entry else {}
    if name not in days:
        return "not computed: the instrument is not in force, or its clause does not name the provision"
    day = days[name]
    return f"in force since {day}" if day and day.surely_by(as_of) else "not in force"


def _territory(book: Book, of: str, party: str, name: str, as_of: date) -> str:
    """Whether a party extended the instrument to a territory, or left it out, and since when."""
    found = standing(book, of, party, as_of).territories
    told = next((one for one in found if one.name == name), None)
    return f"{'included' if told.included else 'excluded'} since {told.since}" if told else "not told"


def _of_bodies(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """What is claimed of an organisation: who presides over it, and who its members are."""
    match claim:
        case ["presided", "by", _party]:
            return f"presided by {presidency(book, of, as_of).state or 'nobody'}"
        case ["next", "presided", "by", _party]:
            following = presidency(book, of, as_of).next
            return f"next presided by {following.state if following else 'nobody'}"
        case [*negation, "member", party] if negation in ([], ["not"]):
            return f"member {party}" if party in members(book, of, as_of) else f"not member {party}"
        case ["members", number] if number.isdecimal():
            return f"members {len(members(book, of, as_of))}"
    return None


def _decision_claim(book: Book, of: str, as_of: date, claim: list[str]) -> str | None:
    """The claims on a decision; None for a claim of an unknown form."""
    match claim:
        case ["by", "the", "rule", *word, "at", session] if word:
            return _by_rule(book, of, session, as_of)
        case ["not", "bound", party, "at", session]:
            asked = decision(book, of, session, as_of)
            free = asked is not None and party in asked.not_bound
            return f"{'not bound' if free else 'no lack of interest declared by'} {party} at {session}"
    return None


def _force(book: Book, of: str, as_of: date, *, dated: bool) -> str:
    """The state by the computed date alone: what the depositary notified is no evidence for itself."""
    found = force(book, of, as_of, testimony=False)
    if found.state == "ended":
        return "ended"
    if book.clause(of, as_of) is None:
        return "not computed: the record holds no clause"
    if found.state == "may be in force":
        return f"may be in force ({', '.join(found.missing) or f'computed for {found.computed}'})"
    if found.computed is None or not found.computed.surely_by(as_of):
        missing = ", ".join(found.missing) or f"computed for {found.computed}"
        return f"not in force ({missing})" if dated or missing else "not in force"
    return f"in force since {found.computed}" if dated else "in force"


def _met(book: Book, of: str, as_of: date) -> str:
    """The day on which the conditions of the clause were met; by a table that is not verified, provisionally."""
    entry = book.entry(of, as_of)
    if entry is None:
        return "not computed: the record holds no clause"
    met = f"met on {entry.trigger}" if entry.trigger else "not met"
    how = " provisionally" if entry.trigger and entry.provisional else ""
    return met + how + (f" ({', '.join(entry.missing)})" if entry.missing else "")


def _force_for(book: Book, of: str, party: str, as_of: date, *, dated: bool) -> str:
    found = standing(book, of, party, as_of, testimony=False)
    if book.clause(of, as_of) is None:
        return "not computed: the record holds no clause"
    if found.word != "party":
        return f"{found.word} {party}"
    return f"in force for {party} since {found.since}" if dated else f"in force for {party}"


def _pair(book: Book, of: str, one: str, other: str, as_of: date, claim: list[str]) -> str:
    """The word for two parties, with its day where the claim gives one, and the reason behind it."""
    found = pair(book, of, one, other, as_of)
    dated = f" since {found.since}" if claim[-2:-1] == ["since"] else ""
    return f"{found.word}{dated} ({found.reasons[0].words})"


def _by_rule(book: Book, of: str, session: str, as_of: date) -> str:
    """What the rule of the organ makes of the positions recorded, with its words."""
    found = decision(book, of, session, as_of)
    if found is None:
        return "no session or organ of the name is recorded"
    word = {True: "adopted", False: "not adopted", None: "open"}[found.by_rule.adopted]
    return f"by the rule {word} at {session} ({found.by_rule.words})"


def _signature(book: Book, of: str, party: str, as_of: date) -> str:
    return next((one.state for one in signatures(book, of, as_of) if one.party == party), "unknown")


def _presence(book: Book, of: str, party: str, as_of: date) -> str:
    return next((one.presence for one in attendance(book, of, as_of) if one.party == party), "unknown")


def agrees(claim: str, computed: str) -> bool:
    """Tell whether a claim is met: the same words, the computed side's explanation left out."""
    return computed.partition(" (")[0] == claim
