"""What may be asked of a register of commitments, and what it answers with: rows in an order, and scores of classes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from servanda.book import Book
from servanda.days import Day
from servanda.status.by_day import ByDay
from servanda.status.commitment import Commitment
from servanda.status.figures import Figures, Tally, all_done, figures_of, tally
from servanda.status.organisations import organisations_of
from servanda.status.specificity import specificity

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


class Register(ABC):
    """The commitments of a book as of any day, and what they come to."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._scores: ByDay[dict[str, Scored]] = ByDay(SCORES)

    def scores(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Scored]:
        """What each class that occurs comes to, as of a day; that of the whole register is remembered."""
        if narrowed == ALL:
            return self._scores.answer(as_of, lambda: self._scored(as_of, narrowed))
        return self._scored(as_of, narrowed)

    @abstractmethod
    def _scored(self, as_of: date, narrowed: Narrowed) -> dict[str, Scored]:
        """What each class that occurs comes to, as of a day."""

    @abstractmethod
    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""

    @abstractmethod
    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """The commitments by a day, the newest first, then by name and party."""

    @abstractmethod
    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""

    @abstractmethod
    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""


def by_due(one: Commitment) -> tuple[int, str, str]:
    """By original due day, those without one last."""
    return one.original_due.first.toordinal() if one.original_due else date.max.toordinal() + 1, one.id, one.party


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
