"""The newest head seen of each log: what a witness must never forget, in an SQLite file of its own.

To compare with the last head and to keep the new one is a single transaction. Were it two, a slower request could put
an older head back, and the witness would then sign a history that leaves out what it has seen (C2SP tlog-witness).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.store import StoreFailed
from servanda.problems import Problem

_PATIENCE = 10.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS head (
  origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS head_grows BEFORE UPDATE ON head WHEN NEW.size < OLD.size
BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;
CREATE TRIGGER IF NOT EXISTS head_remains BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
"""

# Looks at the last head of a log, if there is one, and tells whether the new one may take its place.
Judge = Callable[[Checkpoint | None], bool]


class Heads:
    """The heads in one file. It opens a connection for each question, so that threads may share it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def last(self, origin: str) -> Checkpoint | None:
        """The newest head of a log; raises StoreFailed as everything here does."""
        with self._open() as database:
            return _last(database, origin)

    def replace(self, new: Checkpoint, note: str, judge: Judge) -> bool:
        """Let the judge compare the last head with the new one and, if it agrees, keep the new one: on the disk.

        Whoever comes meanwhile waits, and then sees the new one.
        """
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            agreed = judge(_last(database, new.origin))
            if agreed:
                database.execute(
                    "INSERT INTO head VALUES (?1, ?2, ?3, ?4) "
                    "ON CONFLICT (origin) DO UPDATE SET size = ?2, root = ?3, note = ?4",
                    (new.origin, new.size, new.root, note),
                )
            database.execute("COMMIT")
        return agreed

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                database.execute("PRAGMA synchronous = FULL")
                database.executescript(_SCHEMA)
                yield database
            finally:
                database.close()
        except sqlite3.Error as error:
            message = f"the record of heads {self.path} did not do it: {error}"
            raise StoreFailed(Problem("J108", message, hint="look at the disk and at the file's rights")) from error


def _last(database: sqlite3.Connection, origin: str) -> Checkpoint | None:
    found = database.execute("SELECT size, root FROM head WHERE origin = ?", (origin,)).fetchone()
    return Checkpoint(found[0], found[1], origin) if found else None
