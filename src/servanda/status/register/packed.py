"""The register of a large book: its commitments and their figures as of a day, from the ledger and what lies beside it.

A commitment is made, with its reasons, only when somebody looks at it. The plain register is the oracle: a test
compares both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from servanda.book import Book
from servanda.days import Day
from servanda.status.by_day import ByDay
from servanda.status.commitment import RANKS, Commitment, commitment_of
from servanda.status.commitments import commitments_of, newest_first
from servanda.status.figures import Figures, by_rank
from servanda.status.organisations import organisations_of
from servanda.status.register.packing import Packed, Sorts, packed
from servanda.status.register.rows import (
    ALL,
    Narrowed,
    Register,
    Rows,
    Scored,
    by_due,
    is_counted,
    may_lie,
    organisations_of_all,
    scored,
)
from servanda.status.register.stretches import Bits, Span

REMEMBERED = 20_000
"""So many commitments that lie beside the ledger are kept, over all days that were asked about."""


class PackedRegister(Register):
    """The commitments of a book: packed into a ledger, and the rest, which is made for each day."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.packed: Packed = packed(book)
        self._rest: ByDay[tuple[Commitment, ...]] = ByDay(REMEMBERED)

    # -- figures ---------------------------------------------------------------------------------------

    def _scored(self, as_of: date, narrowed: Narrowed) -> dict[str, Scored]:
        board = self.packed.ledger.board(as_of, self._rows(narrowed))
        beside = self._beside(as_of, narrowed)
        found = {}
        for at, rank in enumerate(RANKS):
            counts = (int(column[at]) for column in (board.specific, board.commitments, board.all_done))
            whole = Scored(board.tally(rank), *counts) + scored([one for one in beside if one.rank == rank], as_of)
            if whole.tally.figures.commitments:
                found[rank] = whole
        return found

    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""
        told = self.packed.ledger.classes(as_of, self._rows(narrowed))
        beside = by_rank(self._beside(as_of, narrowed), as_of)
        sums = {rank: told.get(rank, Figures()) + beside.get(rank, Figures()) for rank in RANKS}
        return {rank: one for rank, one in sums.items() if one.commitments}

    # -- commitments -----------------------------------------------------------------------------------

    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> PackedRows:
        """The commitments by a day, the newest first, then by name and party."""
        rows = self.packed.ledger.there(as_of)
        fits = self._rows(narrowed)
        found = np.flatnonzero(rows if fits is None else rows & fits)
        return self._listed(as_of, found, self._beside(as_of, narrowed), newest_first, self.packed.newest_first)

    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> PackedRows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""
        rows = self.packed.ledger.unfinished(as_of, self._rows(narrowed))
        beside = sorted((one for one in self._beside(as_of, narrowed) if one.is_open), key=by_due)
        return self._listed(as_of, rows, tuple(beside), by_due, self.packed.by_due)

    def _listed(
        self,
        as_of: date,
        rows: NDArray[Any],
        beside: tuple[Commitment, ...],
        order: Callable[[Commitment], tuple[int, str, str]],
        order_of_row: Callable[[int], tuple[int, str, str]],
    ) -> PackedRows:
        """Rows of the ledger and commitments beside it, both in an order, as one list in that order."""
        places = [bisect_left(rows, order(one), key=order_of_row) for one in beside]
        return PackedRows(self, as_of, np.insert(rows, places, -1 - np.arange(len(beside))), beside)

    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""
        found = self._organisations.among(self.packed.ledger.there(as_of))
        return found | organisations_of_all(self.book, self._beside(as_of, ALL))

    # -- which -----------------------------------------------------------------------------------------

    def _beside(self, as_of: date, narrowed: Narrowed) -> tuple[Commitment, ...]:
        """What the ledger does not hold, by the plain functions."""
        found = self._rest.answer(as_of, lambda: commitments_of(self.book, self.packed.rest, as_of))
        return found if narrowed == ALL else tuple(one for one in found if narrowed.fits(self.book, one))

    def _rows(self, narrowed: Narrowed) -> Bits | None:
        """The rows of the ledger that are meant; None for all."""
        rows = self.packed.ledger.narrowed(narrowed.ids, narrowed.party, narrowed.topic)
        if not narrowed.organisation:
            return rows
        of_it = self._organisations.rows(narrowed.organisation)
        return of_it if rows is None else rows & of_it

    @cached_property
    def _organisations(self) -> Sorts:
        """The rows by the organisations and organs in which they were made: the same on every day, so sorted once."""
        return Sorts.made(self.packed.events, lambda act: organisations_of(self.book, act.of, act.under))


@dataclass(frozen=True, slots=True)
class PackedRows(Rows):
    """Commitments as of a day in an order; each is made when it is looked at. A negative number is of those beside."""

    owner: PackedRegister
    as_of: date
    numbers: NDArray[Any]
    beside: tuple[Commitment, ...]

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Commitment: ...
    @overload
    def __getitem__(self, at: slice) -> PackedRows: ...
    def __getitem__(self, at: int | slice) -> Commitment | PackedRows:
        if isinstance(at, slice):
            return replace(self, numbers=self.numbers[at])
        return self._made(int(self.numbers[at]))

    def __iter__(self) -> Iterator[Commitment]:
        return map(self._made, self.numbers.tolist())

    def _made(self, number: int) -> Commitment:
        if number < 0:
            return self.beside[-1 - number]
        return commitment_of(self.owner.book, self.owner.packed.events[number], self.as_of)

    def made_in(self, start: date, end: date) -> PackedRows:
        """Those that may be made between two days."""
        return self._where(self.owner.packed.ledger.made, start, end, lambda one: one.made)

    def due_in(self, start: date, end: date) -> PackedRows:
        """Those that may be due between two days."""
        return self._where(self.owner.packed.ledger.due_on(self.as_of), start, end, lambda one: one.due)

    def _where(self, span: Span, start: date, end: date, day_of: Callable[[Commitment], Day | None]) -> PackedRows:
        beside = [may_lie(day_of(one), start, end) for one in self.beside]
        return self._those(span.within(start.toordinal(), end.toordinal()), beside)

    def counted(self, as_of: date, rank: str = "", figure: str = "") -> PackedRows:
        """Those of a class that one of the figures counts; what is empty narrows nothing."""
        beside = [is_counted(one, as_of, rank, figure) for one in self.beside]
        return self._those(self.owner.packed.ledger.counted(as_of, rank, figure), beside)

    def _those(self, rows: Bits, beside: list[bool]) -> PackedRows:
        # Behind the rows stand those beside, the last first, so that a negative number finds its own.
        fits = np.concatenate((rows, np.array(beside[::-1], np.bool_)))
        return replace(self, numbers=self.numbers[fits[self.numbers]])

    def by_rank(self) -> Counter[str]:
        """How many of these are of each class."""
        found = self.owner.packed.ledger.by_rank(self._packed(), self.as_of)
        found.update(one.rank for one in self._others())
        return found

    def by_party(self) -> Counter[str]:
        """How many of these each party has; nobody's name where no state answers."""
        found = self.owner.packed.ledger.by_party(self._packed())
        found.update(one.party for one in self._others())
        return found

    def _packed(self) -> NDArray[Any]:
        return self.numbers[self.numbers >= 0]

    def _others(self) -> Iterator[Commitment]:
        return map(self._made, self.numbers[self.numbers < 0].tolist())
