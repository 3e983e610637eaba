"""The register of a book: its commitments and their figures as of a day, whole or narrowed.

A small register is asked in plain ways; a large one is packed into arrays, for which numpy is loaded.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Protocol, overload

from servanda.acts.commitments import Plan, Undertake
from servanda.book import Book
from servanda.days import Day
from servanda.status.by_day import ByDay
from servanda.status.commitment import RANKS, Commitment
from servanda.status.commitments import commitments
from servanda.status.figures import Figures, Tally, all_done, by_rank, figures_of, tally
from servanda.status.organisations import organisations_of
from servanda.status.specificity import specificity

LARGE = 500
"""A register of more promises and measures than these is packed."""

SCORES = 100
"""The scores of so many classes are kept, over all days that were asked about."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which commitments are meant: these, a party's, on a topic, of an organisation; what is empty narrows nothing."""

    ids: frozenset[str] | None = None
    party: str = ""
    topic: str = ""
    organisation: str = ""

    def fits(self, book: Book, one: Commitment) -> bool:
        """Tell whether a commitment is meant."""
        chosen = self.ids is None or one.id in self.ids
        fits = chosen and self.party in ("", one.party) and (not self.topic or self.topic in one.topics)
        return fits and (not self.organisation or self.organisation in organisations_of(book, one.id, one.under))


ALL = Narrowed()


@dataclass(frozen=True, slots=True)
class Scored:
    """What a class comes to: figures, how many commitments are specific, how many there are, how many all have done."""

    tally: Tally = field(default_factory=Tally)
    specific: int = 0
    commitments: int = 0
    all_done: int = 0

    def __add__(self, other: Scored) -> Scored:
        return Scored(
            self.tally + other.tally,
            self.specific + other.specific,
            self.commitments + other.commitments,
            self.all_done + other.all_done,
        )


def scored(rows: Sequence[Commitment], as_of: date) -> Scored:
    """What commitments of one class come to, by the plain functions."""
    done, of = all_done(rows)
    return Scored(tally(rows, as_of), sum(specificity(one).is_specific for one in rows), of, done)


class Rows(Sequence[Commitment], ABC):
    """Commitments as of a day, in an order."""

    @abstractmethod
    def made_in(self, start: date, end: date) -> Rows:
        """Those that may be made between two days, both included."""

    @abstractmethod
    def due_in(self, start: date, end: date) -> Rows:
        """Those that may be due between two days, both included."""

    @abstractmethod
    def counted(self, as_of: date, rank: str = "", figure: str = "") -> Rows:
        """Those of a class that one of the figures counts; what is empty narrows nothing."""

    @abstractmethod
    def by_rank(self) -> Counter[str]:
        """How many of these are of each class."""

    @abstractmethod
    def by_party(self) -> Counter[str]:
        """How many of these each party has; nobody's name where no state answers."""


class Register(Protocol):
    """What may be asked of the commitments of a book."""

    def scores(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Scored]:
        """What each class that occurs comes to, as of a day."""

    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""

    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """The commitments by a day, the newest first, then by name and party."""

    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""

    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""


def register(book: Book) -> Register:
    """The register of a book, made when it is first asked for."""
    return book.remembered(_register)


def _register(book: Book) -> Register:
    if len(book.events(Plan)) + len(book.events(Undertake)) <= LARGE:
        return PlainRegister(book)
    from servanda.status.packed_register import PackedRegister  # noqa: PLC0415 - numpy, which a small record never needs

    return PackedRegister(book)


def by_due(one: Commitment) -> tuple[int, str, str]:
    """By original due day, those without one last."""
    return one.original_due.first.toordinal() if one.original_due else _NEVER, one.id, one.party


_NEVER = date.max.toordinal() + 1


class PlainRegister:
    """The commitments of a book, made for each day that is asked about."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._scores: ByDay[dict[str, Scored]] = ByDay(SCORES)

    def scores(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Scored]:
        """What each class that occurs comes to, as of a day."""
        if narrowed == ALL:
            return self._scores.answer(as_of, lambda: self._scored(as_of, narrowed))
        return self._scored(as_of, narrowed)

    def _scored(self, as_of: date, narrowed: Narrowed) -> dict[str, Scored]:
        found = self._found(as_of, narrowed)
        classes = {rank: [one for one in found if one.rank == rank] for rank in RANKS}
        return {rank: scored(rows, as_of) for rank, rows in classes.items() if rows}

    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""
        return by_rank(self._found(as_of, narrowed), as_of)

    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> PlainRows:
        """The commitments by a day, the newest first, then by name and party."""
        return PlainRows(self._found(as_of, narrowed))

    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> PlainRows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""
        return PlainRows(tuple(sorted((one for one in self._found(as_of, narrowed) if one.is_open), key=by_due)))

    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""
        return organisations_of_all(self.book, commitments(self.book, as_of))

    def _found(self, as_of: date, narrowed: Narrowed) -> tuple[Commitment, ...]:
        found = commitments(self.book, as_of)
        return found if narrowed == ALL else tuple(one for one in found if narrowed.fits(self.book, one))


@dataclass(frozen=True, slots=True)
class PlainRows(Rows):
    """Commitments that are made already."""

    found: tuple[Commitment, ...]

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, at: int) -> Commitment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Commitment]: ...
    def __getitem__(self, at: int | slice) -> Commitment | Sequence[Commitment]:
        return self.found[at]

    def __iter__(self) -> Iterator[Commitment]:
        return iter(self.found)

    def made_in(self, start: date, end: date) -> PlainRows:
        """Those that may be made between two days, both included."""
        return PlainRows(tuple(one for one in self.found if may_lie(one.made, start, end)))

    def due_in(self, start: date, end: date) -> PlainRows:
        """Those that may be due between two days, both included."""
        return PlainRows(tuple(one for one in self.found if may_lie(one.due, start, end)))

    def counted(self, as_of: date, rank: str = "", figure: str = "") -> PlainRows:
        """Those of a class that one of the figures counts; what is empty narrows nothing."""
        return PlainRows(tuple(one for one in self.found if is_counted(one, as_of, rank, figure)))

    def by_rank(self) -> Counter[str]:
        """How many of these are of each class."""
        return Counter(one.rank for one in self.found)

    def by_party(self) -> Counter[str]:
        """How many of these each party has; nobody's name where no state answers."""
        return Counter(one.party for one in self.found)


def organisations_of_all(book: Book, found: Iterable[Commitment]) -> frozenset[str]:
    """The organisations and organs in which any of these commitments was made."""
    made = {(one.id, one.under) for one in found}
    return frozenset(chain.from_iterable(organisations_of(book, *one) for one in made))


def is_counted(one: Commitment, as_of: date, rank: str = "", figure: str = "") -> bool:
    """Tell whether a commitment is of a class, and counted by one of the figures, where they are named."""
    return rank in ("", one.rank) and (not figure or bool(getattr(figures_of((one,), as_of), figure)))


def may_lie(day: Day | None, start: date, end: date) -> bool:
    """Tell whether a day may lie between two days, both included."""
    return day is not None and day.maybe_by(end) and start <= day.last
