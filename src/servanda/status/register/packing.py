"""Packs the commitments of a book into a ledger; what it cannot hold stays with the plain functions.

What is owed under an instrument depends on who is bound on the day asked about, and acts of a month or a year have no
place among those of whole days: these are the `rest`. Figures are sums, so those of both parts add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import attrgetter
from typing import TypeVar

import numpy as np

from servanda.acts import Act
from servanda.acts.commitments import Classify, Extend, Merge, Plan, Release, Supersede, Undertake
from servanda.acts.monitoring import Assess, Report
from servanda.book import Book, Event
from servanda.days import Day
from servanda.status.commitment import RANKS, first_due, first_rank, topics_of
from servanda.status.commitments import is_owed
from servanda.status.register.ledger import Ledger
from servanda.status.register.stretches import NEVER, Bits, Columns, Events, Ints, Later, Span, prevailing, stretches
from servanda.status.specificity import says_what
from servanda.words.scales import GRADES

_ENDS = (Merge, Release, Supersede)
_GRADES = {grade: number for number, grade in enumerate(GRADES)}
_DATED = (Assess, Classify, Extend, Report, *_ENDS)

A = TypeVar("A", bound=Act)


@dataclass(frozen=True, slots=True)
class Packed:
    """The commitments of a book: those in the ledger with the event of each row, and the events of the rest."""

    ledger: Ledger
    events: tuple[Event, ...]
    rest: tuple[Event, ...]

    def newest_first(self, row: int) -> tuple[int, str, str]:
        """The place of a row in the order of the register."""
        event = self.events[row]
        return -event.on.first.toordinal(), event.act.object, event.party

    def by_due(self, row: int) -> tuple[int, str, str]:
        """The place of a row in the order of original due days."""
        event = self.events[row]
        return int(self.ledger.due.first[row]), event.act.object, event.party


@dataclass(frozen=True, slots=True)
class Sorts:
    """The rows of a register sorted by the names that their acts are given together: the number of each row's sort."""

    names: tuple[frozenset[str], ...]
    of: Ints

    @staticmethod
    def made(events: Sequence[Event], names_of: Callable[[Undertake | Plan], frozenset[str]]) -> Sorts:
        """The sorts of the acts of events; an act that parties share is asked once."""
        acts = {id(event.act): _act(event) for event in events}
        names = {key: names_of(act) for key, act in acts.items()}
        number = {sort: at for at, sort in enumerate(dict.fromkeys(names.values()))}
        return Sorts(tuple(number), _column(number[names[id(event.act)]] for event in events))

    def rows(self, name: str) -> Bits:
        """The rows that are given a name."""
        return np.array([name in sort for sort in self.names], np.bool_)[self.of]

    def among(self, rows: Bits) -> frozenset[str]:
        """All names that some of these rows are given."""
        counts = np.bincount(self.of[rows], minlength=len(self.names))
        return frozenset(chain.from_iterable(self.names[at] for at in np.flatnonzero(counts)))


def packed(book: Book) -> Packed:
    """The commitments of a book, packed when they are first asked for."""
    return book.remembered(_pack)


def _pack(book: Book) -> Packed:
    events = [*book.events(Plan), *book.events(Undertake)]
    apart = {event.act.object for event in events if is_owed(event)} | _partial(book)
    kept = [event for event in events if event.act.object not in apart]
    kept.sort(key=lambda event: (-event.on.first.toordinal(), event.act.object, event.party))
    rest = tuple(event for event in events if event.act.object in apart)
    return Packed(_Packing(book, tuple(kept)).ledger(), tuple(kept), rest)


def _partial(book: Book) -> set[str]:
    """The commitments with a later act of which only the month or the year is known, or the day not exactly."""
    return {event.act.object for kind in _DATED for event in book.events(kind) if not event.on.is_whole}


@dataclass(frozen=True)
class _Packing:
    """A ledger in the making: a row for each of these events."""

    book: Book
    events: tuple[Event, ...]

    def ledger(self) -> Ledger:
        """All columns of the ledger."""
        ids, parties = tuple(sorted(set(self._of))), tuple(sorted(set(self._parties)))
        topics, first, others = self._topics()
        made, due = _span([act.on for act in self._acts]), _span(self._dues)
        rank = _column(RANKS.index(first_rank(act)) for act in self._acts)
        put_off = list(self._extensions())
        later = self._later(_events((row, on, _last(day)) for row, on, day in put_off))
        return Ledger(
            ids=ids,
            parties=parties,
            topics=topics,
            of=_numbers(ids, self._of),
            party=_numbers(parties, self._parties),
            topic=first,
            other_row=others[0],
            other_topic=others[1],
            is_specific=np.array([self._is_specific(row) for row in range(len(self.events))], np.bool_),
            made=made,
            due=due,
            put_off=(_events((row, on, _first(day)) for row, on, day in put_off), later.due),
            stretches=stretches(made.last, due.last, rank, later),
        )

    @cached_property
    def _acts(self) -> list[Undertake | Plan]:
        return [_act(event) for event in self.events]

    @cached_property
    def _of(self) -> list[str]:
        return [act.of for act in self._acts]

    @cached_property
    def _parties(self) -> list[str]:
        return [event.party for event in self.events]

    @cached_property
    def _dues(self) -> list[Day | None]:
        return [first_due(act, act.on) for act in self._acts]

    def _is_specific(self, row: int) -> bool:
        act = self._acts[row]
        measured = (act.indicator, act.target) if isinstance(act, Undertake) else ()
        return bool(self._parties[row] and self._dues[row] and says_what(act.words, act.provision, *measured))

    def _topics(self) -> tuple[tuple[str, ...], Ints, tuple[Ints, Ints]]:
        """All topics, the first of each row (nobody's name where it has none), and rows and topics of further ones."""
        found = [topics_of(self.book, act) or ("",) for act in self._acts]
        topics = tuple(sorted(set(chain.from_iterable(found))))
        others = [(row, topic) for row, names in enumerate(found) for topic in dict.fromkeys(names[1:])]
        further = _column(row for row, _topic in others), _numbers(topics, [topic for _row, topic in others])
        return topics, _numbers(topics, [names[0] for names in found]), further

    # -- what happened later ---------------------------------------------------------------------------

    def _later(self, due: Events) -> Later:
        """What happened to the rows beside that their due days were put off."""
        return Later(
            grades=prevailing(_columns(self._reports()), _columns(self._assessments()), len(self.events)),
            due=due,
            rank=_events(self._registrations()),
            left=self._left(),
        )

    @cached_property
    def _rows(self) -> dict[tuple[str, str], list[int]]:
        """The rows of a commitment by party."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row, of in enumerate(zip(self._of, self._parties, strict=True)):
            found[of].append(row)
        return dict(found)

    @cached_property
    def _rows_of_all(self) -> dict[str, list[int]]:
        """The rows of a commitment, of all its parties."""
        found: dict[str, list[int]] = defaultdict(list)
        for row, of in enumerate(self._of):
            found[of].append(row)
        return dict(found)

    def _rows_for(self, act: Act, parties: Collection[str]) -> Iterable[int]:
        """The rows that an act concerns: those of the parties, or of all."""
        if not parties:
            return self._rows_of_all.get(act.object, ())
        return chain.from_iterable(self._rows.get((act.object, party), ()) for party in parties)

    def _reports(self) -> Iterator[tuple[int, int, int]]:
        for act, party in _by_day_and_id(self.book.events(Report), Report):
            for row in self._rows.get((act.of, party), ()) if act.grade else ():
                yield row, act.on.last.toordinal(), _GRADES[act.grade]

    def _assessments(self) -> Iterator[tuple[int, int, int]]:
        for act, _by in _by_day_and_id(self.book.events(Assess), Assess):
            for row in self._rows.get((act.of, act.party), ()) if act.stage == "published" else ():
                yield row, act.on.last.toordinal(), _GRADES[act.grade]

    def _extensions(self) -> Iterator[tuple[int, int, Day]]:
        for act, _event in self.book.acts(Extend):
            for row in self._rows_for(act, ()):
                yield row, _last(act.on), act.due

    def _registrations(self) -> Iterator[tuple[int, int, int]]:
        """What was registered as of another class; a measure of a plan stays a decision."""
        for act, _event in self.book.acts(Classify):
            for row in self._rows_for(act, ()):
                if isinstance(self._acts[row], Undertake):
                    yield row, _last(act.on), RANKS.index(act.rank)

    def _left(self) -> Ints:
        """For each row the day from which nobody waits for it: released, merged or superseded."""
        left = [NEVER] * len(self.events)
        for act in chain.from_iterable((act for act, _event in self.book.acts(kind)) for kind in _ENDS):
            for row in self._rows_for(act, act.by if isinstance(act, Release) else ()):
                left[row] = min(left[row], _last(act.on))
        return _column(left)


def _act(event: Event) -> Undertake | Plan:
    assert isinstance(event.act, Undertake | Plan)
    return event.act


def _by_day_and_id(events: list[Event], kind: type[A]) -> Iterator[tuple[A, str]]:
    """Acts with their actors, by day; those of one day by id, so that nothing hangs on the order of their entry."""
    for _day, same in groupby(events, key=lambda event: event.act.on.last):
        for event in sorted(same, key=attrgetter("ids")):
            if isinstance(event.act, kind):
                yield event.act, event.party


def _first(day: Day | None) -> int:
    return NEVER if day is None else day.first.toordinal()


def _last(day: Day | None) -> int:
    return NEVER if day is None else day.last.toordinal()


def _column(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, np.int32)


def _columns(rows: Iterable[tuple[int, int, int]]) -> Columns:
    """Rows of three numbers as three columns."""
    table = np.fromiter(chain.from_iterable(rows), np.int32).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def _events(rows: Iterable[tuple[int, int, int]]) -> Events:
    return Events.sorted(*_columns(rows))


def _span(days: Sequence[Day | None]) -> Span:
    return Span(_column(map(_first, days)), _column(map(_last, days)))


def _numbers(names: tuple[str, ...], found: Sequence[str]) -> Ints:
    """The numbers of names in a list of all of them."""
    number = {name: at for at, name in enumerate(names)}
    return _column(number[name] for name in found)
