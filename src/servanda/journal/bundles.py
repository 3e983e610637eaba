"""Bundles: the entries that were committed together, each on a line of its own.

A canonical entry holds no line break (RFC 8785, section 3.2.2.2, writes it as an escape), so the lines of a bundle are
its entries, and the lines of all bundles are the journal. A database reads and writes a hundred entries so at the price
of one row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

BREAK = b"\n"
LARGEST = 256  # entries in a bundle, as in an entry bundle of tlog-tiles (C2SP)
_HASH = 32
_without_break = itemgetter(slice(None, -1))


class Row(NamedTuple):
    """One stored entry: its number from 1, its leaf hash and its bytes."""

    number: int
    leaf: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """Entries as they are stored: the number of the first, their leaf hashes in a row, and their lines."""

    first: int
    leaves: bytes
    lines: bytes

    @property
    def count(self) -> int:
        """How many entries it holds, by their hashes."""
        return len(self.leaves) // _HASH

    @property
    def last(self) -> int:
        """The number of its last entry."""
        return self.first + self.count - 1

    def entries(self) -> list[bytes]:
        """Give its lines, one for each entry."""
        # As split does, which looks at byte after byte and so takes almost twice the time.
        return list(map(_without_break, BytesIO(self.lines + BREAK)))

    def hashes(self) -> list[bytes]:
        """Give the leaf hashes as stored, one for each entry."""
        return [self.leaves[at : at + _HASH] for at in range(0, self.count * _HASH, _HASH)]

    def clipped(self, after: int, upto: int) -> Bundle:
        """Give the part of it that lies behind one number and not behind another."""
        if after < self.first and self.last <= upto:
            return self
        rows = [row for row in self.rows() if after < row.number <= upto]
        leaves = b"".join([row.leaf for row in rows])
        return Bundle(rows[0].number if rows else self.first, leaves, BREAK.join([row.data for row in rows]))

    def rows(self) -> Iterator[Row]:
        """Give its entries one by one; where the lines are not as many as the hashes, the rest is empty."""
        pairs = zip_longest(self.hashes(), self.entries(), fillvalue=b"")
        return (Row(number, leaf, data) for number, (leaf, data) in enumerate(pairs, self.first))


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries to be stored together behind a number: their bytes, their leaf hashes and the ids of their acts."""

    after: int
    lines: Sequence[bytes]
    leaves: Sequence[bytes]
    act_ids: Sequence[bytes]

    @property
    def numbers(self) -> range:
        """The numbers of its entries."""
        return range(self.after + 1, self.after + 1 + len(self.lines))

    def bundles(self) -> Iterator[Bundle]:
        """Put its entries into bundles."""
        for start in range(0, len(self.lines), LARGEST):
            leaves, lines = (part[start : start + LARGEST] for part in (self.leaves, self.lines))
            yield Bundle(self.after + 1 + start, b"".join(leaves), BREAK.join(lines))
