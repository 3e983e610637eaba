"""Who presides over an organisation, with whom, and who is next and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from servanda.acts.declarations import Clause
from servanda.acts.presidency import Decline, Preside, Relinquish
from servanda.book import Book, Event
from servanda.days import Day, Period
from servanda.law.reasons import Reason
from servanda.law.rotation import Rotation, next_in_turn, passed_over, read_rotation, term_after
from servanda.status.membership import memberships
from servanda.words.phrases import joined, listed, say, term


@dataclass(frozen=True, slots=True)
class Next:
    """The next presiding state, as decided or as the rotation gives it, and why."""

    state: str
    why: str
    period: Period | None
    co_chairs: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Presidency:
    """Who presides as of a day (nobody in a vacancy), the co-chairs, the term, the previous and the next."""

    organisation: str
    as_of: date
    state: str
    person: str
    co_chairs: tuple[str, ...]
    period: Period | None
    previous: str
    next: Next | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term as decided, cut short where the state laid it down."""

    act: Preside
    event: Event
    ended: Day | None

    def holds(self, as_of: date) -> bool:
        """Tell whether the term runs on a day."""
        return self.act.period.surely_holds(as_of) and not (self.ended and self.ended.surely_by(as_of))


def terms(book: Book, organisation: str, as_of: date) -> tuple[Term, ...]:
    """All terms decided or known by a day, by their beginning; a later decision on a term replaces the earlier."""
    found: dict[Day, Term] = {}
    for act, event in book.acts(Preside, organisation, as_of):
        laid_down = [one.on for one in book.events(Relinquish, organisation, as_of) if one.party == act.by]
        ended = next((day for day in laid_down if act.period.maybe_holds(day.first)), None)
        found[act.period.start] = Term(act, event, ended)
    return tuple(found[start] for start in sorted(found))


def presidency(book: Book, organisation: str, as_of: date) -> Presidency:
    """Who presides over an organisation as of a day."""
    known = terms(book, organisation, as_of)
    current = next((term for term in reversed(known) if term.holds(as_of)), None)
    rotation = _rotation(book, organisation, as_of)
    following = _next(book, organisation, as_of, known, current, rotation)
    before = _before(known, current, as_of)
    if current is None:
        last = tuple(act for term in known[-1:] for act in term.event.ids)
        reason = Reason(say("no presidency is recorded for this day"), last)
        return Presidency(organisation, as_of, "", "", (), None, before, following, (reason,))
    decided = following.state if following and following.period else ""
    co_chairs, reasons = _co_chairs(current, before, decided, rotation)
    told = Reason(_presides(current), current.event.ids, current.act.on)
    act = current.act
    return Presidency(
        organisation, as_of, act.by, act.person, co_chairs, act.period, before, following, (told, *reasons)
    )


def _presides(term: Term) -> str:
    """Who presides when, in words."""
    return say("{party} presides in {period}", party=term.act.by, period=term.act.period)


def _before(known: tuple[Term, ...], current: Term | None, as_of: date) -> str:
    """The state of the last term that began before the current one (or, in a vacancy, before the day)."""
    limit = current.act.period.start if current else Day.of(as_of)
    return next((term.act.by for term in reversed(known) if term.act.period.start < limit), "")


def _co_chairs(
    current: Term, before: str, after: str, rotation: tuple[Rotation, str] | None
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The co-chairs as decided, else the previous and the next where the rule makes these co-chairs.

    A next state that is not decided yet is a forecast, and makes no co-chair.
    """
    if current.act.co_chairs:
        return current.act.co_chairs, ()
    if rotation is None or not rotation[0].co_chairs:
        return (), ()
    found = tuple(sorted({state for state in (before, after) if state and state != current.act.by}))
    words = say("co-chairs by the rule: the previous and the next presiding state")
    if not after:
        words = joined("; ", (words, say("the next is not decided on this day")))
    return found, (Reason(words, (rotation[1],), None, rotation[0].cite),)


def _rotation(book: Book, organisation: str, as_of: date) -> tuple[Rotation, str] | None:
    """The rule of rotation that holds on a day, with the id of its act."""
    for act, event in reversed(book.acts(Clause, organisation, as_of)):
        if act.about == "presidency":
            return read_rotation(act)[0], event.ids[0]
    return None


def _next(
    book: Book,
    organisation: str,
    as_of: date,
    known: tuple[Term, ...],
    current: Term | None,
    rotation: tuple[Rotation, str] | None,
) -> Next | None:
    """The next term as decided, else the state whose turn it is."""
    for index, later in enumerate(known):
        if later.act.period.start.first > as_of and (current is None or later is not current):
            after = next((one.act.by for one in known[index + 1 :]), "")
            found = _decided(later, _before(known, later, as_of), after, rotation)
            return replace(found, reasons=(*found.reasons, *_declined(book, organisation, as_of, later)))
    if rotation is None or rotation[0].agreed or not known:
        return None
    last = current or known[-1]
    return _by_turn(book, organisation, as_of, last, rotation)


def _decided(later: Term, before: str, after: str, rotation: tuple[Rotation, str] | None) -> Next:
    """The next term as it was decided, with the co-chairs that were named or that the rule gives it."""
    words = say("decided on {day}", day=later.act.on)
    if later.act.session:
        words = say("decided on {day} at {session}", day=later.act.on, session=later.act.session)
    told = Reason(joined(": ", (_presides(later), words)), later.event.ids, later.act.on)
    co_chairs, reasons = _co_chairs(later, before, after, rotation)
    return Next(later.act.by, words, later.act.period, co_chairs, (told, *reasons))


def _declined(book: Book, organisation: str, as_of: date, later: Term) -> Iterator[Reason]:
    """Who declined the term before it was decided for another."""
    for act, event in book.acts(Decline, organisation, as_of):
        if act.period.start == later.act.period.start and act.by != later.act.by:
            words = say("{party} declined the presidency in {period}", party=act.by, period=act.period)
            yield Reason(words, event.ids, act.on)


def _by_turn(book: Book, organisation: str, as_of: date, last: Term, rotation: tuple[Rotation, str]) -> Next | None:
    """The state whose turn comes after the last presiding state, by the rule of rotation."""
    rule, rule_id = rotation
    circles = {one.party: one.circle for one in memberships(book, organisation, as_of)}
    eligible = frozenset(party for party, circle in circles.items() if rule.admits(circle))
    taken = _newest(book.events(Preside, organisation, as_of))
    declined = _newest([*book.events(Decline, organisation, as_of), *book.events(Relinquish, organisation, as_of)])
    willing = frozenset(
        party
        for party in eligible
        if (party in taken or not rule.skips_newcomers) and not _refused(party, taken, declined)
    )
    state = next_in_turn(rule, last.act.by, willing)
    if state is None or state == last.act.by:
        return None
    passed = passed_over(rule, last.act.by, state, eligible - willing)
    words = say(
        "not decided; the rule would give it: next after {party} by the alphabet ({language})",
        party=last.act.by,
        language=term("language", rule.language),
    )
    refused = [code for code in passed if code in declined]
    unrecorded = [code for code in passed if code not in declined]
    told = say("declined or laid down before: {parties}", parties=listed(refused)) if refused else ""
    silent = say("no turn of theirs is recorded: {parties}", parties=listed(unrecorded)) if unrecorded else ""
    words = joined("; ", (words, told, silent))
    reasons = [Reason(words, (rule_id, *last.event.ids), None, rule.cite)]
    period = term_after(rule, last.act.period) if not last.ended else None
    if period:
        reasons.append(
            Reason(say("by the rule its term would be {period}", period=period), (rule_id,), None, rule.cite)
        )
    return Next(state, words, None, (), tuple(reasons))


def _newest(events: Sequence[Event]) -> dict[str, Day]:
    """The newest day of each party in some events."""
    return {event.party: event.on for event in sorted(events, key=lambda event: event.on)}


def _refused(party: str, taken: dict[str, Day], declined: dict[str, Day]) -> bool:
    """Tell whether a party declined its turn, or laid it down, and took none since."""
    return party in declined and (party not in taken or declined[party] >= taken[party])
