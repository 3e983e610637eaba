"""The whole world in arrays: how long the intervals of being bound take, and who is bound by what on a day.

The acts come in unsorted columns: `instrument`, `party`, `day` and `kind` (0 a consent, 1 a withdrawal). Days may be
whole numbers of any origin, or NumPy's own dates. Every time is the median of seven runs, packing included.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from servanda.status.atlas import Atlas
from servanda.status.packing import Columns, intervals

ACTS, INSTRUMENTS, PARTIES, DAYS, SEED = 1_000_000, 3_000, 200, 25_000, 20201218
FIRST_DAY = 712_223  # 1 January 1951
RUNS = 7
_NAMES = ("instrument", "party", "day", "kind")

T = TypeVar("T")


class NotAWorld(ValueError):
    """The file holds no world to measure; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class World:
    """What was measured, in milliseconds and mebibytes."""

    acts: int
    instruments: int
    parties: int
    intervals: int
    intervals_ms: float
    as_of_ms: float
    as_of: int
    bound: int
    network_ms: float
    pairs: int
    peak_rss_mb: float

    def as_json(self) -> dict[str, int | float]:
        """The same as plain values, in the order of the fields."""
        return {name: getattr(self, name) for name in self.__slots__}


def make_world(acts: int = ACTS, seed: int = SEED) -> Columns:
    """Make up a world: seven consents to three withdrawals, on days of 68 years, in no order."""
    random = np.random.default_rng(seed)
    return Columns(
        random.integers(0, INSTRUMENTS, acts, dtype=np.int32),
        random.integers(0, PARTIES, acts, dtype=np.int32),
        FIRST_DAY + random.integers(0, DAYS, acts, dtype=np.int32),
        (random.random(acts) < 0.3).astype(np.int8),
    )


def read_world(path: Path) -> Columns:
    """The columns of an npz file; raises NotAWorld where it holds none."""
    try:
        with np.load(path, allow_pickle=False) as saved:
            missing = [name for name in _NAMES if name not in saved.files]
            if missing:
                raise NotAWorld(f"{path} has no array {', '.join(missing)}")
            columns = {name: saved[name] for name in _NAMES}
    except (OSError, ValueError, TypeError) as error:
        raise error if isinstance(error, NotAWorld) else NotAWorld(f"{path} is no npz file: {error}") from error
    return Columns(**columns | {"day": _counted(columns["day"])})


def _counted(day: NDArray[Any]) -> NDArray[Any]:
    """Days as numbers from 0 on: dates counted, days before the origin moved up with all others."""
    if day.dtype.kind == "M":
        day = day.astype("datetime64[D]").astype(np.int64)
    least = int(day.min()) if day.size and day.dtype.kind == "i" else 0
    return day.astype(np.int64) - least if least < 0 else day


def measure(columns: Columns) -> World:
    """Measure one world; the matrix is asked for as of the day in the middle of its acts."""
    found, taken = timed(lambda: intervals(columns))
    atlas = Atlas.of_columns(columns)
    day = int(np.median(columns.day)) if len(columns) else 0
    bound, asking = timed(lambda: atlas.as_of(day))
    network, multiplying = timed(lambda: atlas.network(day))
    together = int((np.count_nonzero(network) - np.count_nonzero(np.diag(network))) // 2)
    sizes = (len(columns), len(atlas.instruments), len(atlas.parties), len(found))
    return World(*sizes, taken, asking, day, int(bound.sum()), multiplying, together, peak_rss_mb())


def timed(work: Callable[[], T], runs: int = RUNS, clock: Callable[[], float] = perf_counter) -> tuple[T, float]:
    """What some work gives, and the median of its times in milliseconds, by a clock."""
    times = []
    for _ in range(runs):
        start = clock()
        result = work()
        times.append((clock() - start) * 1e3)
    return result, round(median(times), 3)


def peak_rss_mb() -> float:
    """The most memory that this process has held, in mebibytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
