"""Where an act stands in an SQLite journal: the newest acts from memory, the others by a table.

The ids of acts are hashes, so every new one would touch another page of an index, and a commit of a hundred entries
would write a hundred pages more. So the newest are kept in memory, read from their entries by whoever wants to append,
and are put into the table some thousand at a time.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256

from servanda.journal.bundles import Batch, Row
from servanda.journal.entries import act_bytes

TAIL = 8192
_KEY = struct.Struct(">q24x")
_NO_NAME = bytes(32)


class Names:
    """The ids of the acts of one database, each with the number of its entry."""

    def __init__(self, database: sqlite3.Connection, rows: Callable[[int], Iterator[Row]]) -> None:
        self._database = database
        self._rows = rows
        self.forget()

    def forget(self) -> None:
        """Let go of what is in memory: a transaction was rolled back."""
        self._tail: dict[bytes, int] = {}
        self._seen = -1

    def find(self, act_ids: Sequence[bytes], *, sure: bool) -> dict[bytes, int]:
        """Tell which acts are in the journal, and where; reads their entries to be sure."""
        indexed = self._catch_up()
        found = {name: self._tail[name] for name in act_ids if name in self._tail}
        rest = [name for name in act_ids if name not in found] if found else act_ids
        stored = self._in_table(rest) if indexed and rest else ()
        return found | {name: number for name, number in stored if not sure or self._holds(number, name)}

    def add(self, batch: Batch) -> None:
        """Take in the acts of new entries; writes them into the table when they have become many."""
        if self._seen != batch.after:
            self._catch_up()
        self._tail.update(zip(batch.act_ids, batch.numbers, strict=True))
        self._seen = batch.numbers[-1]
        if len(self._tail) >= TAIL:
            pairs = sorted(zip(_keys(self._tail), self._tail.values(), strict=True))
            self._database.executemany("INSERT OR IGNORE INTO act VALUES (?, ?)", pairs)
            self._database.execute("UPDATE head SET indexed = ?", (self._seen,))
            self._tail = {}

    def _catch_up(self) -> int:
        """Read the acts of entries that are in neither place; gives how far the table goes."""
        size, indexed = self._database.execute("SELECT size, indexed FROM head").fetchone()
        if indexed > self._seen:
            self._tail, self._seen = {}, indexed
        for row in self._rows(self._seen) if size > self._seen else ():
            self._tail.setdefault(_name(row), row.number)
            self._seen = row.number
        return int(indexed)

    def _in_table(self, wanted: Sequence[bytes]) -> list[tuple[bytes, int]]:
        # Sorted here, as ORDER BY would double the time of looking a hundred up, of which as a rule none is there.
        query = "SELECT number, key FROM act WHERE key IN (SELECT value FROM json_each(?))"
        keys = _keys(wanted)
        rows = self._database.execute(query, (json.dumps(keys),)).fetchall()
        names = dict(zip(keys, wanted, strict=True)) if rows else {}
        return [(names[key], number) for number, key in sorted(rows, reverse=True)]

    def _holds(self, number: int, name: bytes) -> bool:
        # Eight bytes may agree by chance, or by somebody's work: the act itself decides.
        row = next(self._rows(number - 1), None)
        return row is not None and row.number == number and _name(row) == name


def _name(row: Row) -> bytes:
    """The id of the act of an entry; of none where the entry was altered so that it holds no act."""
    try:
        return sha256(act_bytes(row.data)).digest()
    except ValueError:
        return _NO_NAME


def _keys(names: Collection[bytes]) -> list[int]:
    """Give the first eight bytes of each of these ids as a number."""
    return [key for (key,) in _KEY.iter_unpack(b"".join(names))]
