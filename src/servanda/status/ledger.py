"""A register of commitments in arrays: the scoreboard and the hand-over of a hundred thousand commitments at once.

One row is one party's commitment under one topic. What happens to it later (reports, assessments, new due days, its
end) lies in arrays of their own, sorted once by row and day, so that any day can be asked about. The plain functions
of `figures` and `handover` are the oracle: a test compares both. A day is a number as `date.toordinal` counts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servanda.status.figures import LONG, Figures
from servanda.words.scales import GRADES

Ints = NDArray[np.int32]
Small = NDArray[np.int8]
Bits = NDArray[np.bool_]
Grades = tuple[Ints, Ints, Ints]
"""Grades that were given, in three columns: row, day, grade."""

NEVER = date.max.toordinal()
"""The due day of what has none, and the end of what has not ended."""

COMPLETE = GRADES.index("complete")
NOTHING = -1
"""No row, and no grade."""


def columns(found: Iterable[tuple[int, int, int]]) -> Grades:
    """Rows of three numbers as three columns."""
    table = np.array(list(found), np.int32).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


@dataclass(frozen=True, slots=True)
class Events:
    """What happened to rows, by row and day, a grade or a due day each; `start` is where those of each row begin."""

    start: Ints
    day: Ints
    value: Ints

    @staticmethod
    def sorted(rows: int, row: Ints, day: Ints, value: Ints) -> Events:
        """The events of so many rows; of one day the later entered is the newer."""
        order = np.argsort((row.astype(np.int64) << 22) | day, kind="stable")
        start = np.searchsorted(row[order], np.arange(rows + 1)).astype(np.int32)
        return Events(start, day[order], value[order])

    @property
    def touched(self) -> Ints:
        """The rows to which anything happened."""
        return np.flatnonzero(np.diff(self.start)).astype(np.int32)

    def newest(self, rows: Ints, as_of: int) -> Ints:
        """For each of these rows the number of its newest event by a day."""
        seen = np.zeros(len(self.day) + 1, np.int32)
        np.cumsum(self.day <= as_of, out=seen[1:])
        first = self.start[rows]
        last = first + seen[self.start[rows + 1]] - seen[first] - 1
        last[last < first] = NOTHING
        return last


def prevailing(rows: int, reports: Grades, assessments: Grades) -> Events:
    """The grades that ever hold: reports until the first assessment of their row, from then on the assessments."""
    first = np.full(rows, NEVER, np.int32)
    np.minimum.at(first, assessments[0], assessments[1])
    holds = reports[1] < first[reports[0]]
    told = (np.concatenate((mine[holds], other)) for mine, other in zip(reports, assessments, strict=True))
    return Events.sorted(rows, *told)


@dataclass(frozen=True, slots=True)
class State:
    """Some rows as of a day: the grade of each, its due day, and what is left to do."""

    rows: Ints
    grade: Small
    due: Ints
    completed: Ints
    was_left: Bits
    is_open: Bits


@dataclass(frozen=True)
class Ledger:
    """The register: who, under which topic, of which class, since when; and what happened later."""

    parties: tuple[str, ...]
    topics: tuple[str, ...]
    party: Ints
    topic: Ints
    rank: Small
    made: Ints
    due: Ints
    left: Ints
    grades: Events
    extensions: Events
    registered: Events
    """The classes as which commitments were registered later; `rank` is the class as recorded at first."""

    def __len__(self) -> int:
        return len(self.party)

    def state(self, as_of: date, rank: int | None = None) -> State:
        """The rows that are there as of a day, of one class if it is named."""
        day = as_of.toordinal()
        there = self.made <= day
        if rank is not None:
            there &= self._as_of(self.rank, self.registered, day) == rank
        rows = np.flatnonzero(there).astype(np.int32)
        newest = self.grades.newest(rows, day)
        known = np.flatnonzero(newest >= 0)
        grade, completed = np.full(len(rows), NOTHING, np.int8), np.full(len(rows), NEVER, np.int32)
        grade[known], completed[known] = self.grades.value[newest[known]], self.grades.day[newest[known]]
        done = grade == COMPLETE
        was_left = (self.left[rows] <= day) & ~done
        return State(
            rows, grade, self._as_of(self.due, self.extensions, day)[rows], completed, was_left, ~was_left & ~done
        )

    @staticmethod
    def _as_of(first: Any, changes: Events, day: int) -> Any:
        """A column as it was at first, with what was changed in it by a day: due days put off, classes registered."""
        column, touched = first.copy(), changes.touched
        newest = changes.newest(touched, day)
        column[touched[newest >= 0]] = changes.value[newest[newest >= 0]]
        return column

    def board(self, as_of: date, rank: int) -> Board:
        """The scoreboard of one class as of a day: the figures of each party and topic."""
        state, day = self.state(as_of, rank), as_of.toordinal()
        cell = self.party[state.rows] * len(self.topics) + self.topic[state.rows]
        fallen = (state.due < day) & ~state.was_left
        still = fallen & state.is_open
        end = np.where(state.grade == COMPLETE, state.completed, day)
        late = np.where(fallen, np.maximum(end - state.due, 0), 0)
        flags = fallen | still << 1 | (still & (late >= LONG.days)) << 2 | (late > 0) << 3
        cells = len(self.parties) * len(self.topics)
        by_grade = np.bincount(cell * 5 + state.grade + 1, minlength=cells * 5).reshape(cells, 5)
        by_flags = np.bincount(cell * 16 + flags, minlength=cells * 16).reshape(cells, 16)
        return Board(self, by_grade, by_flags, np.bincount(cell, late, cells).astype(np.int64))

    def unfinished(self, as_of: date) -> Ints:
        """The rows that pass to the next presidency, by original due day, those without one last."""
        state = self.state(as_of)
        is_open = np.zeros(len(self), np.bool_)
        is_open[state.rows] = state.is_open
        return self.by_due[is_open[self.by_due]]

    @cached_property
    def by_due(self) -> Ints:
        """All rows by original due day."""
        return np.argsort(self.due, kind="stable").astype(np.int32)


@dataclass(frozen=True, slots=True)
class Board:
    """A scoreboard in arrays: for each cell (party, topic) how many of each grade, of each flag, and days of delay."""

    ledger: Ledger
    by_grade: NDArray[Any]
    by_flags: NDArray[Any]
    delay: NDArray[Any]

    def figures(self, party: str, topic: str) -> Figures:
        """The figures of one cell."""
        ledger = self.ledger
        cell = ledger.parties.index(party) * len(ledger.topics) + ledger.topics.index(topic)
        nothing, none, some, much, all_ = map(int, self.by_grade[cell])
        fallen, still, long, late = (int(self.by_flags[cell][_WITH[bit]].sum()) for bit in range(4))
        known = none + some + much + all_
        delay = int(self.delay[cell])
        return Figures(nothing + known, known, none, some, much, all_, fallen, still, long, late, delay)


_WITH = [np.flatnonzero(np.arange(16) >> bit & 1) for bit in range(4)]
"""The values of four flags in which each is set."""
