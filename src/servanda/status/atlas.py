"""The atlas: who is bound by what, of the whole world, on any day, in arrays.

An atlas is made from the acts of a book (`Atlas.of_book`) or from columns of numbers (`Atlas.of_columns`). The plain
functions of `servanda.status.turns` are its oracle. Its answers:

| question | answer | shape |
|---|---|---|
| `as_of(day)` | who is bound by what | booleans, instruments × parties |
| `network(day)` | by how many instruments two parties are both bound | int32, parties × parties; symmetric |
| `spells(instrument, party)` | when a party was bound | pairs of days, the second None while it is bound |

Memory: 16 bytes an interval and the names; a matrix takes a byte a cell, a network 4 bytes a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray

from servanda.status.packing import NEVER, Bits, Columns, Intervals, Ints, intervals
from servanda.status.spells import Measure, Reading, Turn, readings

if TYPE_CHECKING:
    from servanda.book import Book

FORMAT = 1
_FIELDS = ("instrument", "party", "start", "end")


class NotAnAtlas(ValueError):
    """The file is not a saved atlas, or one of another version."""


@dataclass(frozen=True)
class Atlas:
    """The intervals of being bound, with the names of what their numbers stand for."""

    instruments: tuple[str, ...]
    parties: tuple[str, ...]
    intervals: Intervals

    @staticmethod
    def of_columns(columns: Columns, instruments: Sequence[str] = (), parties: Sequence[str] = ()) -> Atlas:
        """The atlas of acts as numbers; where no names are given, the numbers are their own names."""
        names = (_named(columns.instrument, instruments), _named(columns.party, parties))
        return Atlas(*names, intervals(columns))

    @staticmethod
    def of_turns(found: Sequence[Turn], reading: Reading = "surely") -> Atlas:
        """The atlas of single turns, with partial days read as told."""
        instruments = sorted({turn.instrument for turn in found})
        parties = sorted({turn.party for turn in found})
        return Atlas.of_columns(numbered(found, instruments, parties, reading), instruments, parties)

    @staticmethod
    def of_book(book: Book, measure: Measure = "in force", reading: Reading = "surely") -> Atlas:
        """The atlas of a book: in whose relations an instrument is in force, or who has consented to it."""
        from servanda.status.turns import turns  # noqa: PLC0415 - a saved atlas is asked without a book and its law

        return Atlas.of_turns(turns(book, measure), reading)

    # -- answers ---------------------------------------------------------------------------------------

    def as_of(self, day: date | int) -> Bits:
        """Who is bound by what at the close of a day: a matrix of instruments × parties."""
        bound = np.zeros((len(self.instruments), len(self.parties)), dtype=np.bool_)
        bound.reshape(-1)[self._cells[np.flatnonzero(self._holds(day))]] = True
        return bound

    def network(self, day: date | int) -> NDArray[np.int32]:
        """By how many instruments each two parties are both bound on a day: one product of the matrix with itself.

        On the diagonal stands by how many instruments a party is bound. Exact up to 16,777,216 instruments.
        """
        bound = self.as_of(day).astype(np.float32)
        return np.asarray(bound.T @ bound).astype(np.int32)

    def bound(self, instrument: str, day: date | int) -> tuple[str, ...]:
        """The parties that are bound by one instrument on a day, in the order of the atlas."""
        number = self.instruments.index(instrument)
        here = self._holds(day) & (self.intervals.instrument == number)
        return tuple(self.parties[party] for party in np.unique(self.intervals.party[here]))

    def spells(self, instrument: str, party: str) -> tuple[tuple[date, date | None], ...]:
        """The spells in which a party was bound by an instrument: from, and no longer on."""
        mine = self.intervals
        here = (mine.instrument == self.instruments.index(instrument)) & (mine.party == self.parties.index(party))
        ends = zip(mine.start[here].tolist(), mine.end[here].tolist(), strict=True)
        return tuple((date.fromordinal(a), None if b == NEVER else date.fromordinal(b)) for a, b in ends)

    def _holds(self, day: date | int) -> Bits:
        number = day.toordinal() if isinstance(day, date) else day
        found: Bits = (self.intervals.start <= number) & (number < self.intervals.end)
        return found

    @cached_property
    def _cells(self) -> NDArray[np.int64]:
        """The place of each interval in the matrix, row by row."""
        return self.intervals.instrument.astype(np.int64) * len(self.parties) + self.intervals.party

    # -- the saved image -------------------------------------------------------------------------------

    def save(self, path: str | PathLike[str] | BinaryIO) -> None:
        """Write the atlas into a file in NumPy's npz format, with its names."""
        columns = {name: getattr(self.intervals, name) for name in _FIELDS}
        names = {"instruments": _joined(self.instruments), "parties": _joined(self.parties)}
        np.savez(path, format=np.int32(FORMAT), **columns, **names)  # type: ignore[arg-type]

    @staticmethod
    def load(path: str | PathLike[str] | BinaryIO) -> Atlas:
        """Read a saved atlas; raises NotAnAtlas where the file holds none."""
        with np.load(path, allow_pickle=False) as saved:
            missing = {"format", "instruments", "parties", *_FIELDS} - set(saved.files)
            if missing or int(saved["format"]) != FORMAT:
                raise NotAnAtlas(f"{path} is no atlas of format {FORMAT}")
            columns: list[Ints] = [saved[name] for name in _FIELDS]
            return Atlas(_split(saved["instruments"]), _split(saved["parties"]), Intervals(*columns))


def numbered(
    found: Iterable[Turn], instruments: Sequence[str], parties: Sequence[str], reading: Reading = "surely"
) -> Columns:
    """Single turns as columns of numbers, partial days read as told."""
    of, by = ({name: number for number, name in enumerate(names)} for names in (instruments, parties))
    read = readings(found, reading)
    return Columns(
        np.array([of[turn.instrument] for turn, _day in read], dtype=np.int32),
        np.array([by[turn.party] for turn, _day in read], dtype=np.int32),
        np.array([day for _turn, day in read], dtype=np.int32),
        np.array([turn.kind for turn, _day in read], dtype=np.int8),
    )


def _named(column: NDArray[np.signedinteger], names: Sequence[str]) -> tuple[str, ...]:
    count = int(column.max()) + 1 if len(column) else 0
    if names and count > len(names):
        raise ValueError(f"number {count - 1} has no name: there are {len(names)}")
    return tuple(names) or tuple(map(str, range(count)))


def _joined(names: Sequence[str]) -> NDArray[np.uint8]:
    """Names as UTF-8, one a line: smaller than an array of strings of one length, and free of pickles."""
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _split(names: NDArray[np.uint8]) -> tuple[str, ...]:
    text = names.tobytes().decode()
    return tuple(text.split("\n")) if text else ()
