"""The stretches of a register: for each row the spans of days in which nothing about it changes.

A row begins with its commitment, and a new stretch begins where a grade is given, a due day passes or is put off, a
class is registered, or the commitment is given up. So what holds on a day is found by comparing two columns with it,
and nothing has to be replayed. A day is a number as `date.toordinal` counts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from servanda.status.figures import LONG
from servanda.words.scales import GRADES

Ints = NDArray[np.int32]
Small = NDArray[np.int8]
Bits = NDArray[np.bool_]
Keys = NDArray[np.int64]
"""Rows and days, both in one number, so that they sort by row and then by day."""

Columns = tuple[Ints, Ints, Ints]
"""What happened, in three columns: row, day, value."""

NEVER = date.max.toordinal() + 1
"""The due day of what has none, and the end of what has not ended: behind every day that can be asked about."""

NOTHING = -1
"""No grade, and no event."""

GRADED = len(GRADES) + 1
COMPLETE = GRADES.index("complete")

Time = Literal["running", "given up", "in time", "late", "past due", "long past due"]
"""Where a row stands in time: its due day has not passed; given up unperformed; completed by its due day, or behind it;
not complete, as far as is known, behind it; for two years or more."""

TIMES: tuple[Time, ...] = get_args(Time)
RUNNING, GIVEN_UP, IN_TIME, LATE, PAST_DUE, LONG_PAST_DUE = range(len(TIMES))
STATES = GRADED * len(TIMES)
"""So many states a row can be in: its grade (or none), and where it stands in time."""

_SHIFT = 22  # a day is below 2**22


@dataclass(frozen=True, slots=True)
class Events:
    """What happened to rows, by row and day: `key` is both in one number, `value` a grade, a due day, or a class."""

    key: Keys
    value: Ints

    @staticmethod
    def sorted(row: Ints, day: Ints, value: Ints) -> Events:
        """The events by row and day; of one day the later given is the newer."""
        key = _key(row, day)
        order = np.argsort(key, kind="stable")
        return Events(key[order], value[order])

    @property
    def row(self) -> Ints:
        """The row of each."""
        return _row(self.key)

    @property
    def day(self) -> Ints:
        """The day of each."""
        return _day(self.key)

    def as_of(self, day: int, first: Ints) -> Ints:
        """What held for every row on a day: the newest value, else what was there at first."""
        found, touched = first.copy(), np.unique(self.row)
        found[touched] = self.held(_key(touched, np.full(len(touched), day, np.int32)), first[touched])
        return found

    def newest(self, key: Keys) -> NDArray[np.intp]:
        """The number of the newest event of a row by a day, for each of these rows and days; -1 where there is none."""
        at = np.searchsorted(self.key, key, side="right") - 1
        mine = at >= 0
        mine[mine] = self.key[at[mine]] >> _SHIFT == key[mine] >> _SHIFT
        return np.where(mine, at, NOTHING)

    def held(self, key: Keys, first: Ints) -> Ints:
        """What held for each of these rows and days: the newest value, else what was there at first."""
        at = self.newest(key)
        found = first.copy()
        found[at >= 0] = self.value[at[at >= 0]]
        return found


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a day of each row may be; a whole day has them equal."""

    first: Ints
    last: Ints

    def within(self, start: int, end: int) -> Bits:
        """The rows whose day may lie between two days, both included."""
        return (self.first <= end) & (self.last >= start)


@dataclass(frozen=True, slots=True)
class Later:
    """What happened to the rows of a register after they were made."""

    grades: Events
    due: Events
    """The days to which due days were put off."""

    rank: Events
    """The classes as which commitments were registered."""

    left: Ints
    """For each row the day from which nobody waits for it: released, merged, superseded."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of rows by their first day: `start` is in, `end` is not.

    `state` is the class, the grade and the time in one number. `late` makes the days of delay on a day: added to the
    day where the row is past due, taken as it is where it was late.
    """

    row: Ints
    start: Ints
    end: Ints
    state: NDArray[np.int16]
    late: Ints

    def on(self, day: int) -> NDArray[np.intp]:
        """The numbers of the stretches that hold on a day: one for each row that is there."""
        begun = int(np.searchsorted(self.start, day, side="right"))
        return np.flatnonzero(self.end[:begun] > day)


def _key(row: Ints, day: Ints) -> Keys:
    return (row.astype(np.int64) << _SHIFT) | day


def _row(key: Keys) -> Ints:
    return (key >> _SHIFT).astype(np.int32)


def _day(key: Keys) -> Ints:
    return (key & ((1 << _SHIFT) - 1)).astype(np.int32)


def stretches(made: Ints, due: Ints, rank: Ints, later: Later) -> Stretches:
    """The stretches of rows made on these days, due and of these classes at first, and of what happened later."""
    key = _breaks(made, due, later)
    row, day = _row(key), _day(key)
    time, grade, late = _told(row, day, key, due, later)
    classes = later.rank.held(key, rank[row])
    state = ((classes * GRADED + grade + 1) * len(TIMES) + time).astype(np.int16)
    changes = np.ones(len(key), np.bool_)
    changes[1:] = (row[1:] != row[:-1]) | (state[1:] != state[:-1]) | (late[1:] != late[:-1])
    row, day, state, late = row[changes], day[changes], state[changes], late[changes]
    end = np.full(len(row), NEVER, np.int32)
    end[:-1] = np.where(row[1:] == row[:-1], day[1:], NEVER)
    order = np.argsort(day, kind="stable")
    return Stretches(row[order], day[order], end[order], state[order], late[order])


def _breaks(made: Ints, due: Ints, later: Later) -> Keys:
    """The rows and days on which anything may change, once each, none before the row was made."""
    rows = np.arange(len(made), dtype=np.int32)
    owner = np.concatenate((rows, later.due.row))
    behind = np.concatenate((due, later.due.value)) + 1
    found = [
        _key(rows, made),
        _key(rows, later.left),
        _key(owner, behind),
        _key(owner, np.minimum(behind - 1 + LONG.days, NEVER)),
        *(one.key for one in (later.grades, later.due, later.rank)),
    ]
    key = np.sort(np.concatenate(found))  # several times faster here than `unique`, which hashes
    key = key[np.concatenate(([True], key[1:] != key[:-1]))] if len(key) else key
    day = _day(key)
    return key[(day >= made[_row(key)]) & (day < NEVER)]


def _told(row: Ints, day: Ints, key: Keys, first_due: Ints, later: Later) -> tuple[Small, Small, Ints]:
    """For each row and day where it stands in time, its grade, and what makes the days of its delay."""
    newest = later.grades.newest(key)
    grade, completed = np.full(len(key), NOTHING, np.int32), np.full(len(key), NEVER, np.int32)
    graded = newest >= 0
    grade[graded], completed[graded] = later.grades.value[newest[graded]], later.grades.day[newest[graded]]
    done = grade == COMPLETE
    due = later.due.held(key, first_due[row])
    given_up = (later.left[row] <= day) & ~done
    fallen = (due < day) & ~given_up
    delay = np.where(done, completed, day) - due
    past = np.where(delay >= LONG.days, LONG_PAST_DUE, PAST_DUE)
    behind = np.where(done, np.where(delay > 0, LATE, IN_TIME), past)
    time = np.where(fallen, behind, np.where(given_up, GIVEN_UP, RUNNING))
    late = np.where(time == LATE, delay, np.where(time >= PAST_DUE, -due, 0))
    return time.astype(np.int8), grade.astype(np.int8), late.astype(np.int32)


def prevailing(reports: Columns, assessments: Columns, rows: int) -> Events:
    """The grades that ever hold: reports until the first assessment of their row, from then on the assessments."""
    first = np.full(rows, NEVER, np.int32)
    np.minimum.at(first, assessments[0], assessments[1])
    holds = reports[1] < first[reports[0]]
    row, day, value = (np.concatenate((mine[holds], other)) for mine, other in zip(reports, assessments, strict=True))
    return Events.sorted(row, day, value)
