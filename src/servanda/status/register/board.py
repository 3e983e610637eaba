"""Figures out of counted states: of a class, of each party and topic, and of a whole register on any day.

Every row of a register is in one state on a day. How many rows are in each gives all figures but the days of delay,
whose sum is kept beside the counts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servanda.status.commitment import RANKS
from servanda.status.figures import Figures, Part, Tally
from servanda.status.register.stretches import (
    COMPLETE,
    GIVEN_UP,
    IN_TIME,
    LATE,
    LONG_PAST_DUE,
    PAST_DUE,
    RUNNING,
    STATES,
    TIMES,
    Stretches,
)

Sums = NDArray[Any]

CODES = len(RANKS) * STATES
"""So many classes and states there are."""

_STATE = np.arange(STATES)
_GRADE, _TIME = _STATE // len(TIMES) - 1, _STATE % len(TIMES)
IS_COMPLETE = _GRADE == COMPLETE
IS_OPEN = np.tile(~IS_COMPLETE & (_TIME != GIVEN_UP), len(RANKS))
"""Whether a row in a state, of any class, waits for somebody."""

_IS_PAST = np.isin(_TIME, (PAST_DUE, LONG_PAST_DUE))
_COUNTED = np.column_stack([
    _TIME >= RUNNING,
    _GRADE >= 0,
    *(grade == _GRADE for grade in range(COMPLETE + 1)),
    _TIME >= IN_TIME,
    _IS_PAST,
    _TIME == LONG_PAST_DUE,
    _TIME >= LATE,
]).astype(np.int64)  # fmt: skip
"""Which of the figures counts a row in a state, in the order of the figures; the last of them, days, is no count."""


def counted_states(rank: str, figure: str) -> NDArray[np.bool_]:
    """Which classes and states one of the figures counts, of one class if it is named; without a figure every state."""
    column = [one.name for one in fields(Figures)].index(figure or "commitments")
    return np.concatenate([_COUNTED[:, column].astype(np.bool_) & (rank in ("", one)) for one in RANKS])


def figures_of_states(counts: NDArray[Any], late: NDArray[Any], as_of: date) -> NDArray[np.int64]:
    """The figures of cells and classes, of how many rows are in each state and of what makes their days of delay."""
    of_states = counts.reshape(-1, len(RANKS), STATES)
    past = of_states[..., _IS_PAST].sum(axis=-1)
    days = late.reshape(of_states.shape).sum(axis=-1).astype(np.int64) + past * as_of.toordinal()
    return np.concatenate((of_states @ _COUNTED, days[..., np.newaxis]), axis=-1)


@dataclass(frozen=True, slots=True)
class Board:
    """A scoreboard in arrays: figures by party and class, by cell and class, and what is told of whole classes."""

    parties: tuple[str, ...]
    pairs: list[tuple[str, str]]
    wholes: NDArray[np.int64]
    cells: NDArray[np.int64]
    specific: NDArray[Any]
    commitments: NDArray[Any]
    all_done: NDArray[Any]

    def tally(self, rank: str) -> Tally:
        """The figures of one class: of all, of each party, and of its topics."""
        at = RANKS.index(rank)
        topics: dict[str, dict[str, Figures]] = defaultdict(dict)
        for (party, topic), row in zip(self.pairs, self.cells[:, at].tolist(), strict=True):
            if row[0]:
                topics[party][topic] = Figures(*row)
        wholes = zip(self.parties, self.wholes[:, at].tolist(), strict=True)
        parts = {party: Part(Figures(*row), topics[party]) for party, row in wholes if row[0]}
        return Tally(Figures(*self.wholes[:, at].sum(axis=0).tolist()), parts)


@dataclass(frozen=True, slots=True)
class Lines:
    """How many rows were in each state on every day on which that changed, and the sums of what makes their delay."""

    days: NDArray[Any]
    counts: NDArray[Any]
    late: NDArray[Any]

    @staticmethod
    def of(found: Stretches) -> Lines:
        """The lines of stretches: what begins on a day is added, what ends on it is taken away."""
        days = np.unique(np.concatenate((found.start, found.end)))
        counts, late = (np.zeros((len(days) + 1) * CODES) for _ in range(2))
        for on, sign in ((found.start, 1), (found.end, -1)):
            key = (np.searchsorted(days, on).astype(np.int64) + 1) * CODES + found.state
            counts += sign * np.bincount(key, minlength=len(counts))
            late += sign * np.bincount(key, found.late, len(late))
        shape = len(days) + 1, CODES
        return Lines(days, *(one.reshape(shape).cumsum(axis=0).astype(np.int64) for one in (counts, late)))

    def on(self, as_of: date) -> tuple[NDArray[Any], NDArray[Any]]:
        """The counts and the sums as of a day; the first line is of the days before all others."""
        at = int(np.searchsorted(self.days, as_of.toordinal(), side="right"))
        return self.counts[at], self.late[at]
