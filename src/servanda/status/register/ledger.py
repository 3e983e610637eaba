"""A register of commitments in arrays: the scoreboard and the hand-over of a hundred thousand commitments at once.

One row is one party's commitment; its topics are cells. What ever changed about it lies in stretches, so that any day
can be asked about. The plain functions of `figures` and `handover` are the oracle: a test compares both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servanda.status.commitment import RANKS
from servanda.status.figures import Figures
from servanda.status.register.board import (
    CODES,
    IS_COMPLETE,
    IS_OPEN,
    Board,
    Lines,
    Sums,
    counted_states,
    figures_of_states,
)
from servanda.status.register.stretches import (
    STATES,
    Bits,
    Events,
    Ints,
    Span,
    Stretches,
)


@dataclass(frozen=True)
class Ledger:
    """The register: for each row which commitment, whose, and under which topics; and its stretches.

    Rows are ordered as a register is read, the newest commitment first. `topic` is the first topic of a row;
    `other_row` and `other_topic` are its further ones.
    """

    ids: tuple[str, ...]
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    of: Ints
    party: Ints
    topic: Ints
    other_row: Ints
    other_topic: Ints
    is_specific: Bits
    made: Span
    due: Span
    """The due day as recorded at first."""

    put_off: tuple[Events, Events]
    """The first and the last day of due days that were put off."""

    stretches: Stretches

    def __len__(self) -> int:
        return len(self.of)

    # -- which rows ------------------------------------------------------------------------------------

    def narrowed(self, ids: frozenset[str] | None, party: str, topic: str) -> Bits | None:
        """The rows of these commitments, of a party and under a topic; what is empty narrows nothing; None for all."""
        if ids is None and not party and not topic:
            return None
        fits = np.ones(len(self), np.bool_)
        if ids is not None:
            fits &= np.array([one in ids for one in self.ids], np.bool_)[self.of]
        if party:
            fits &= self.party == _number(self.parties, party)
        if topic:
            wanted = _number(self.topics, topic)
            under = self.topic == wanted
            under[self.other_row[self.other_topic == wanted]] = True
            fits &= under
        return fits

    def there(self, as_of: date) -> Bits:
        """The rows that are there on a day."""
        return self._rows(self.stretches.on(as_of.toordinal()))

    def unfinished(self, as_of: date, rows: Bits | None = None) -> Ints:
        """The rows (of these, if some are named) that are neither closed nor complete on a day, by original due day."""
        held = self._held(as_of, rows)
        is_open = self._rows(held[IS_OPEN[self.stretches.state[held]]])
        return self.by_due[is_open[self.by_due]]

    def counted(self, as_of: date, rank: str, figure: str) -> Bits:
        """The rows of a class that one of the figures counts on a day; what is empty narrows nothing."""
        held = self.stretches.on(as_of.toordinal())
        return self._rows(held[counted_states(rank, figure)[self.stretches.state[held]]])

    def due_on(self, as_of: date) -> Span:
        """The due days as they are on a day."""
        first, last = self.put_off
        day = as_of.toordinal()
        return Span(first.as_of(day, self.due.first), last.as_of(day, self.due.last))

    def by_rank(self, rows: NDArray[Any], as_of: date) -> Counter[str]:
        """How many of these rows are of each class on a day."""
        wanted = np.zeros(len(self), np.bool_)
        wanted[rows] = True
        held = self._held(as_of, wanted)
        return _counter(RANKS, self.stretches.state[held] // STATES)

    def by_party(self, rows: NDArray[Any]) -> Counter[str]:
        """How many of these rows each party has."""
        return _counter(self.parties, self.party[rows])

    @cached_property
    def by_due(self) -> Ints:
        """All rows by original due day, those without one last, then by commitment and party."""
        return np.lexsort((self.party, self.of, self.due.first)).astype(np.int32)

    def _rows(self, held: NDArray[np.intp]) -> Bits:
        found = np.zeros(len(self), np.bool_)
        found[self.stretches.row[held]] = True
        return found

    # -- figures ---------------------------------------------------------------------------------------

    def board(self, as_of: date, rows: Bits | None = None) -> Board:
        """The figures of each class, party and topic as of a day; of these rows only, if some are named."""
        held = self._held(as_of, rows)
        key = self._cell_and_state[held]
        cells = np.bincount(key, minlength=self._size), np.bincount(key, self.stretches.late[held], self._size)
        # Under its first topic each row stands once, so these cells also give the whole of a party.
        once = figures_of_states(*cells, as_of)
        wholes = np.add.reduceat(once, self.first_cells, axis=0)
        both = figures_of_states(*self._with_others(held, *cells), as_of) if len(self.other_row) else once
        return Board(self.parties, self.cells, wholes, both, *self._of_classes(held))

    def _held(self, as_of: date, rows: Bits | None) -> NDArray[np.intp]:
        held = self.stretches.on(as_of.toordinal())
        return held if rows is None else held[rows[self.stretches.row[held]]]

    def _with_others(self, held: NDArray[np.intp], counts: Sums, late: Sums) -> tuple[Sums, Sums]:
        """Counts and days with what stands under the further topics of rows."""
        stretch = np.full(len(self), -1, np.int64)
        stretch[self.stretches.row[held]] = held
        mine = stretch[self.other_row]
        there = mine >= 0
        key = self._other_cell[there].astype(np.int64) * CODES + self.stretches.state[mine[there]]
        days = self.stretches.late[mine[there]]
        return counts + np.bincount(key, minlength=self._size), late + np.bincount(key, days, self._size)

    def _of_classes(self, held: NDArray[np.intp]) -> tuple[Sums, Sums, Sums]:
        """For each class how many rows are specific, how many commitments there are, and how many are all done."""
        kind, claim = self._kind[held], self._claim[held]
        there, undone = (np.zeros(len(RANKS) * len(self.ids), np.bool_) for _ in range(2))
        there[claim] = True
        undone[claim[(kind & 1).astype(np.bool_)]] = True
        specific = np.bincount(kind, minlength=4 * len(RANKS)).reshape(-1, 2, 2)[:, 1].sum(axis=-1)
        return specific, *(one.reshape(len(RANKS), -1).sum(axis=1) for one in (there, there & ~undone))

    @cached_property
    def _claim(self) -> Ints:
        """For each stretch its class and the commitment of its row, in one number."""
        return (self._rank * len(self.ids) + self.of[self.stretches.row]).astype(np.int32)

    @cached_property
    def _kind(self) -> NDArray[np.uint8]:
        """For each stretch its class, whether its row is specific, and whether it is not complete, in one number."""
        undone = ~IS_COMPLETE[self.stretches.state % STATES]
        kind: NDArray[Any] = self._rank * 4 + self.is_specific[self.stretches.row] * 2 + undone
        return kind.astype(np.uint8)

    @property
    def _rank(self) -> Ints:
        return self.stretches.state.astype(np.int32) // STATES

    def classes(self, as_of: date, rows: Bits | None = None) -> dict[str, Figures]:
        """The figures of each class as of a day; of these rows only, if some are named."""
        if rows is None:
            counts, late = self._lines.on(as_of)
        else:
            held = self._held(as_of, rows)
            state = self.stretches.state[held]
            counts, late = np.bincount(state, minlength=CODES), np.bincount(state, self.stretches.late[held], CODES)
        figures = figures_of_states(counts, late, as_of)[0]
        return {rank: Figures(*row) for rank, row in zip(RANKS, figures.tolist(), strict=True) if row[0]}

    @cached_property
    def _lines(self) -> Lines:
        return Lines.of(self.stretches)

    # -- cells: the parties and topics that occur together ---------------------------------------------

    @cached_property
    def cells(self) -> list[tuple[str, str]]:
        """The party and the topic of each cell, by party."""
        number = len(self.topics)
        return [(self.parties[cell // number], self.topics[cell % number]) for cell in self._cells.tolist()]

    @cached_property
    def _cells(self) -> Ints:
        return np.unique(np.concatenate((self._pair(self.party, self.topic), self._other_pair)))

    @cached_property
    def first_cells(self) -> NDArray[np.intp]:
        """The number of the first cell of each party."""
        return np.searchsorted(self._cells, np.arange(len(self.parties)) * len(self.topics))

    def _pair(self, party: Ints, topic: Ints) -> Ints:
        return party * len(self.topics) + topic

    @property
    def _other_pair(self) -> Ints:
        return self._pair(self.party[self.other_row], self.other_topic)

    @cached_property
    def _other_cell(self) -> NDArray[np.intp]:
        return np.searchsorted(self._cells, self._other_pair)

    @cached_property
    def _cell_and_state(self) -> Ints:
        """For each stretch the cell of its row's first topic, and its state, in one number."""
        cell = np.searchsorted(self._cells, self._pair(self.party, self.topic))
        return (cell[self.stretches.row] * CODES + self.stretches.state).astype(np.int32)

    @property
    def _size(self) -> int:
        return len(self._cells) * CODES


def _counter(names: tuple[str, ...], numbers: NDArray[Any]) -> Counter[str]:
    """How often each name is told by its number."""
    counts = np.bincount(numbers, minlength=len(names)).tolist()
    return Counter({name: count for name, count in zip(names, counts, strict=True) if count})


def _number(names: tuple[str, ...], name: str) -> int:
    """The number of a name in a list, -1 where it is not in it."""
    return names.index(name) if name in names else -1
