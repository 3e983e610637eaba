"""Acts of the whole world as numbers: packed into one 64-bit key each, sorted once, folded into intervals.

The key of an act, from its high bits to its low ones (63 bits in all, so that it is never negative):

| part | bits | holds | range |
|---|---|---|---|
| instrument | 24 | the index of its name | 0 to 16,777,215 |
| party | 16 | the index of its code | 0 to 65,535 |
| day | 22 | as `date.toordinal` counts: 0001-01-01 is 1, 9999-12-31 is 3,652,059 | 0 to 4,194,302 |
| kind | 1 | 0 a consent, 1 a withdrawal | 0 or 1 |

Sorting the keys puts each party's acts on each instrument beside each other, by day, consents first on one day.
A number outside its range is an error (`OutOfRange`), never a wrong answer.

Memory: 8 bytes an act for the key, as much again while it is folded, then 16 bytes an interval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

CONSENT, WITHDRAWAL = 0, 1
INSTRUMENT_BITS, PARTY_BITS, DAY_BITS, KIND_BITS = 24, 16, 22, 1
NEVER = (1 << DAY_BITS) - 1
"""The end of an interval that is still open: later than any day."""

_DAY_AT = KIND_BITS
_PARTY_AT = _DAY_AT + DAY_BITS
_INSTRUMENT_AT = _PARTY_AT + PARTY_BITS
_BLOCK = 1 << 14
_LIMITS = {"instrument": 1 << INSTRUMENT_BITS, "party": 1 << PARTY_BITS, "day": NEVER, "kind": 1 << KIND_BITS}

Ints = NDArray[np.int32]
Keys = NDArray[np.int64]
Bits = NDArray[np.bool_]

# Before the first act nothing is open, and after the last nothing is closed.
_NOTHING: Keys = np.array([CONSENT], dtype=np.int64)
_NONE_OPEN: Keys = np.array([WITHDRAWAL], dtype=np.int64)


class OutOfRange(ValueError):
    """A number has no place in its part of the key; the message names the column, the number and the range."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Acts in four arrays of whole numbers, of one length, in any order."""

    instrument: NDArray[Any]
    party: NDArray[Any]
    day: NDArray[Any]
    kind: NDArray[Any]

    def __len__(self) -> int:
        return len(self.instrument)

    def beside(self, other: Columns) -> Columns:
        """The acts of both."""
        names = ("instrument", "party", "day", "kind")
        return Columns(*(np.concatenate([getattr(self, name), getattr(other, name)]) for name in names))


@dataclass(frozen=True, slots=True)
class Intervals:
    """The intervals in which parties are bound, by instrument, party and day.

    Bound from `start` on, no longer on `end`: half-open. An interval that begins and ends on one day is kept.
    """

    instrument: Ints
    party: Ints
    start: Ints
    end: Ints

    def __len__(self) -> int:
        return len(self.start)


def pack(columns: Columns) -> Keys:
    """The unsorted keys of the acts; raises OutOfRange where a number does not fit."""
    for name, limit in _LIMITS.items():
        _check(name, getattr(columns, name), limit, len(columns))
    key = np.empty(len(columns), dtype=np.int64)
    for block in _blocks(len(key)):
        part = key[block]
        part[:] = columns.instrument[block]
        for column, bits in ((columns.party, PARTY_BITS), (columns.day, DAY_BITS), (columns.kind, KIND_BITS)):
            part <<= bits
            part |= column[block].astype(np.int64, copy=False)
    return key


def _blocks(length: int) -> Iterator[slice]:
    """Slices small enough for the cache of one core, which halves the time of a pass over a million keys."""
    return (slice(at, min(at + _BLOCK, length)) for at in range(0, length, _BLOCK))


def _check(name: str, column: NDArray[Any], limit: int, length: int) -> None:
    if column.dtype.kind not in "iub" or column.shape != (length,):
        raise OutOfRange(f"{name} is not a column of {length} whole numbers: {column.dtype}, shape {column.shape}")
    if not length:
        return
    least, greatest = int(column.min()), int(column.max())
    if least < 0 or greatest >= limit:
        found = least if least < 0 else greatest
        raise OutOfRange(f"{name} {found} has no place in the key: it must be from 0 to {limit - 1}")


def intervals(columns: Columns) -> Intervals:
    """The intervals of being bound: a consent opens one unless one is open, a withdrawal closes the open one."""
    key = pack(columns)
    key.sort()
    return fold(key)


def fold(key: Keys) -> Intervals:
    """The intervals of sorted keys.

    Whether one is open before an act depends on the act before it alone: after a consent one is open, after a
    withdrawal none is. So the acts that change nothing can be dropped at once; what is left takes turns.
    """
    parts = [_changes(key[block], key[block.start - 1 : block.start]) for block in _blocks(len(key))]
    changes = np.concatenate([*parts, _NOTHING])
    found = [_opened(changes[:-1][block], changes[1:][block]) for block in _blocks(len(changes) - 1)]
    columns = zip(*found, strict=True) if found else ([np.empty(0, dtype=np.int32)] for _ in range(4))
    return Intervals(*map(np.concatenate, columns))


def _changes(key: Keys, last: Keys) -> Keys:
    """The acts that open or close (a consent while none is open, a withdrawal while one is), behind the act before."""
    before = np.concatenate([last if len(last) else _NONE_OPEN, key[:-1]])
    same = (key ^ before) < (1 << _PARTY_AT)
    withdraws, is_open = _withdraws(key), same & ~_withdraws(before)
    return key[np.flatnonzero(withdraws == is_open)]


def _opened(change: Keys, after: Keys) -> tuple[Ints, Ints, Ints, Ints]:
    """The intervals that the changes open; one is closed if the change after its opening is a withdrawal."""
    opens = np.flatnonzero(~_withdraws(change))
    start, then = change[opens], after[opens]
    end = np.where(_withdraws(then), _day(then), np.int32(NEVER))
    party = (start >> _PARTY_AT).astype(np.int32) & np.int32((1 << PARTY_BITS) - 1)
    return (start >> _INSTRUMENT_AT).astype(np.int32), party, _day(start), end


def _withdraws(key: Keys) -> Bits:
    """The lowest bits; on bytes, because eight of them cost what one key costs."""
    return (key.astype(np.uint8) & 1).view(np.bool_)


def _day(key: Keys) -> Ints:
    """The days; the low half of a key holds them whole."""
    return (key.astype(np.int32) >> _DAY_AT) & np.int32(NEVER)
