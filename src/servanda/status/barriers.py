"""Barriers, exemptions, restrictions: what is registered on a day, with road maps and appeals, and how many there are.

In the Eurasian Economic Union a barrier is against Union law, an exemption is a derogation that it allows a state, a
restriction is a gap in regulation that it foresees: only barriers are unlawful, and a count adds none to another
unless it says so. What is published as a count stands beside what the record holds; the two are not the same thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.acts.declarations import Instrument, Tally
from servanda.acts.market import Appeal, Lift, Restrict, RoadMap, Target
from servanda.book import Book, Event
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.axes import Timing
from servanda.words.phrases import say

ENDING = ("exemption", "exclusion", "phase-out", "transitional", "suspension")
"""The classes that end on their day by themselves; of the others an act must tell that they were removed."""

CLASSES = ("barrier", "exemption", "restriction")
"""The classes whose number a target may set."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a road map: what is to be done, by whom, by when."""

    words: str
    by: tuple[str, ...]
    due: Day | None
    acts: tuple[str, ...]

    def timing(self, as_of: date, *, ended: bool) -> Timing:
        """Where it stands in time; the step of a limit that ended is closed."""
        if ended or self.due is None:
            return "closed" if ended else "no due day"
        if self.due.last < as_of:
            return "past due"
        return "due" if self.due.first <= as_of else "not due"


@dataclass(frozen=True, slots=True)
class Complaint:
    """An appeal against a limit: by whom, and in which words."""

    on: Day
    words: str
    sender: str
    against: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A registered limit as of a day: its class, whose, against whom, until when, and what is done about it."""

    id: str
    form: str
    by: tuple[str, ...]
    against: tuple[str, ...]
    under: str
    subject: str
    measure: str
    scope: str
    since: Day
    until: Day | None
    ended: Day | None
    steps: tuple[Step, ...]
    appeals: tuple[Complaint, ...]
    reasons: tuple[Reason, ...]


def obstacles(book: Book, as_of: date, organisation: str = "") -> tuple[Obstacle, ...]:
    """All limits registered by a day, also those that ended, by name; of one organisation's law if it is named."""
    found = (_obstacle(book, act, event, as_of) for act, event in book.acts(Restrict, None, as_of))
    return tuple(sorted((one for one in found if _within(book, one, organisation)), key=lambda one: one.id))


def _within(book: Book, one: Obstacle, organisation: str) -> bool:
    """Tell whether a limit belongs to an organisation: by its instrument, else by its name."""
    declared = book.declared(Instrument, one.under) if one.under else None
    if not organisation or (declared and declared.within):
        return not organisation or (declared is not None and declared.within == organisation)
    return one.under.startswith(f"{organisation}-") or one.id.startswith(f"{organisation}-")


def _obstacle(book: Book, act: Restrict, event: Event, as_of: date) -> Obstacle:
    told = Reason(say("registered on {day}", day=act.on), event.ids, act.on)
    ended, ending = _ended(book, act, event.ids, as_of)
    steps = tuple(Step(step.words, step.by, step.due, found.ids) for step, found in book.acts(RoadMap, act.of, as_of))
    appeals = tuple(
        Complaint(one.on, one.words, one.sender, one.against, found.ids)
        for one, found in book.acts(Appeal, act.of, as_of)
    )
    return Obstacle(
        act.of, act.form, act.by, act.against, act.under, act.subject, act.measure, act.scope,
        act.on, act.until, ended, steps, appeals, (told, *ending),
    )  # fmt: skip


def _ended(book: Book, act: Restrict, event_ids: tuple[str, ...], as_of: date) -> tuple[Day | None, tuple[Reason, ...]]:
    """Lifted for all who have it, or run out by its own term, whichever came first."""
    lifted, told = _lifted(book, act, as_of)
    due = act.until if act.until and act.until.surely_by(as_of) else None
    if lifted and not (due and act.form in ENDING and due.last < lifted.last):
        return lifted, told
    if due and act.form in ENDING:
        return due, (Reason(say("ended on {day} by its own term", day=due), event_ids, due),)
    return None, (Reason(say("was to end on {day}; no act tells that it did", day=due), (), due),) if due else ()


def _lifted(book: Book, act: Restrict, as_of: date) -> tuple[Day | None, tuple[Reason, ...]]:
    """The day on which it was lifted for the last of those who have it."""
    free: set[str] = set()
    for lift, event in book.acts(Lift, act.of, as_of):
        free |= set(lift.by or act.by)
        if free >= set(act.by):
            return lift.on, (Reason(say("lifted on {day}", day=lift.on), event.ids, lift.on),)
    return None, ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind: as published on a day, against a target where there is one, and as the record holds them."""

    of: str
    what: str
    on: Day
    number: int
    scope: str
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A target for a count; beside it the newest published count, and of one class how many the record holds."""

    of: str
    what: str
    number: int
    due: Day
    newest: int | None
    held: int | None
    acts: tuple[str, ...]


def published(book: Book, as_of: date, organisation: str = "") -> tuple[Count, ...]:
    """The published counts by what they count and day."""
    found = (
        Count(act.of, act.what, act.on, act.number, act.scope, event.ids)
        for act, event in book.acts(Tally, None, as_of)
        if not organisation or act.of == organisation
    )
    return tuple(sorted(found, key=lambda one: (one.of, one.what, one.on)))


def aims(book: Book, as_of: date, organisation: str = "") -> tuple[Aim, ...]:
    """The targets for counts, each with the newest count that was published by then."""
    counts = published(book, as_of, organisation)
    found = (
        Aim(
            act.of,
            act.what,
            act.number,
            act.due,
            _newest(counts, act.of, act.what),
            _held(book, as_of, act.of, act.what),
            event.ids,
        )
        for act, event in book.acts(Target, None, as_of)
        if not organisation or act.of == organisation
    )
    return tuple(sorted(found, key=lambda one: (one.of, one.what, one.due)))


def _newest(counts: Iterable[Count], of: str, what: str) -> int | None:
    return next((one.number for one in reversed(list(counts)) if (one.of, one.what) == (of, what)), None)


def _held(book: Book, as_of: date, of: str, what: str) -> int | None:
    """How many limits of a class the record holds; of what adds up several classes, nothing."""
    form = what.removesuffix("s")
    return recorded(obstacles(book, as_of, of)).get(form, 0) if form in CLASSES else None


def newest_sum(book: Book, of: str, parts: Iterable[str], as_of: date) -> int | None:
    """The sum of the newest published counts of several kinds; None where one of them is not published."""
    counts = published(book, as_of, of)
    found = [_newest(counts, of, what) for what in parts]
    known = [number for number in found if number is not None]
    return sum(known) if len(known) == len(found) else None


def recorded(found: Iterable[Obstacle]) -> dict[str, int]:
    """How many limits the record holds that have not ended, by class; no class is added to another."""
    standing = [one.form for one in found if one.ended is None]
    return {form: standing.count(form) for form in sorted(set(standing))}


@dataclass(frozen=True, slots=True)
class Change:
    """How many limits of a class the record holds from a day on."""

    form: str
    on: Day
    number: int


def over_time(found: Iterable[Obstacle]) -> tuple[Change, ...]:
    """The counts of each class as they changed, by class and day; a day that is not known counts from its end."""
    moves: dict[tuple[str, date], int] = defaultdict(int)
    days: dict[date, Day] = {}
    for one in found:
        for day, step in (
            ((one.since, 1), (max(one.ended, one.since, key=_end), -1)) if one.ended else ((one.since, 1),)
        ):
            moves[one.form, day.last] += step
            days.setdefault(day.last, day)
    changes, number, before = [], 0, ""
    for (form, last), step in sorted(moves.items()):
        number = step + (number if form == before else 0)
        before = form
        if step:
            changes.append(Change(form, days[last], number))
    return tuple(changes)


def _end(day: Day) -> date:
    return day.last
