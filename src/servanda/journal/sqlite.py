"""The journal in an SQLite file: write-ahead log, synchronous=FULL, one writer.

What was committed survives a power cut as far as the disk keeps its word
(sqlite.org/pragma.html#pragma_synchronous). A store belongs to the thread that opened it; to open another is
cheap.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from servanda.journal.bundles import Batch, Bundle, Row
from servanda.journal.founding import BUSY, PATIENCE, found_journal, is_blank, pragma, prepare, require_ours
from servanda.journal.merkle import EMPTY_ROOT, Frontier
from servanda.journal.names import Names
from servanda.journal.store import Head, StoreFailed, rows_of
from servanda.problems import Problem

# As many bundles, and about as many bytes, are read at once: so many stay in the processor's cache.
_MOST, _AT_ONCE = 256, 1 << 19
# The casts are for a table that somebody made anew with other types: verify must still name the entry.
_BUNDLE = "SELECT first, ifnull(CAST(leaves AS BLOB), x''), ifnull(CAST(lines AS BLOB), x'') FROM bundle"
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}


class SqliteStore:
    """A journal in one SQLite file (with its `-wal` and `-shm` beside it); see Store for what it does."""

    def __init__(self, database: sqlite3.Connection, still: Problem | None = None) -> None:
        self._database = database
        self._names = Names(database, self.rows)
        self.still = still

    def head(self) -> Head:
        with _told:
            found = self._database.execute("SELECT size, root, peaks FROM head").fetchone()
        size, root, peaks = found or (0, EMPTY_ROOT, b"")
        return Head(Frontier(size, tuple(peaks[at : at + 32] for at in range(0, len(peaks), 32))), root)

    def size(self) -> int:
        query = "SELECT first + length(CAST(leaves AS BLOB)) / 32 - 1 FROM bundle ORDER BY first DESC LIMIT 1"
        with _told:
            found = self._database.execute(query).fetchone()
        return int(found[0] or 0) if found else 0

    def last(self) -> Row | None:
        with _told:
            found = self._database.execute(f"{_BUNDLE} ORDER BY first DESC LIMIT 1").fetchone()
        return list(Bundle(*found).rows())[-1] if found else None

    def bundles(self, after: int = 0) -> Iterator[Bundle]:
        # In chunks, as an open cursor would hold back the log and the same connection's next append.
        query = f"{_BUNDLE} WHERE first >= ? ORDER BY first LIMIT ?"
        holding = "SELECT ifnull(max(first), 0) FROM bundle WHERE first <= ? + 1"
        with _told:
            first = self._database.execute(holding, (after,)).fetchone()[0]
        count = 1
        while True:
            with _told:
                found = self._database.execute(query, (first, count)).fetchall()
            if not found:
                return
            yield from (Bundle(*row) for row in found)
            first = found[-1][0] + 1
            count = min(2 * count, _MOST, _AT_ONCE // (len(found[-1][2]) + 1) + 1)

    def rows(self, after: int = 0) -> Iterator[Row]:
        return rows_of(self.bundles(after), after)

    def numbers(self, act_ids: Sequence[bytes], *, sure: bool = True) -> dict[bytes, int]:
        with _told:
            return self._names.find(act_ids, sure=sure)

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    def append(self, batch: Batch, head: Head) -> None:
        added = [(bundle.first, bundle.leaves, bundle.lines) for bundle in batch.bundles()]
        peaks = b"".join(head.frontier.peaks)
        with _told:
            self._database.executemany("INSERT INTO bundle VALUES (?, ?, ?)", added)
            self._names.add(batch)
            self._database.execute("UPDATE head SET size = ?, root = ?, peaks = ?", (head.size, head.root, peaks))

    def version(self) -> int:
        # It changes when another connection has committed (sqlite.org/pragma.html#pragma_data_version).
        with _told:
            return pragma(self._database, "data_version")

    def copy(self, place: str) -> None:
        with _told, closing(sqlite3.connect(place)) as other:
            self._database.backup(other)
            # One file that a folder without rights to write can show: the log is only needed where one writes.
            other.execute("PRAGMA journal_mode = DELETE")

    def faults(self) -> list[str]:
        with _told:
            found = [str(row[0]) for row in self._database.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with _told:
            self._database.execute(begin)
        try:
            yield
            with _told:
                self._database.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        self._names.forget()
        # A failed COMMIT may have ended the transaction already; the first error is the one to tell.
        if self._database.in_transaction:
            with _told:
                self._database.execute("ROLLBACK")


def open_sqlite(path: Path, *, create: bool) -> tuple[SqliteStore | None, Problem | None]:
    """Open the journal in a file, and found it there if asked to and the file is missing or empty.

    Where the folder cannot be written, and so no log beside the file, the store is a still one and says so by warning
    J209. Gives problem J103 for what is not a journal, J104 for a missing file, J108 or J109 where it cannot be opened.
    """
    if not path.exists() and not create:
        hint = "'servanda init' begins one; SERVANDA_JOURNAL names one elsewhere"
        return None, Problem("J104", f"there is no journal at {path}", hint=hint)
    try:
        with _told:
            return SqliteStore(_connect(path, create=create)), None
    except StoreFailed as failure:
        still = _open_still(path) if _is_bare(path) else None
        return (still, None) if still else (None, _unreadable(path, failure.problem))


def _is_bare(path: Path) -> bool:
    return path.is_file() and not os.access(path.parent, os.W_OK)


def _open_still(path: Path) -> SqliteStore | None:
    """Open a file as it stands, without the log that SQLite would have to write beside it."""
    try:
        database = sqlite3.connect(f"file:{quote(str(path.resolve()))}?immutable=1", uri=True, isolation_level=None)
        prepare(database)
        require_ours(database)
    except (sqlite3.Error, StoreFailed):
        return None
    return SqliteStore(database, _still(path))


def _still(path: Path) -> Problem:
    log = path.with_name(path.name + "-wal")
    message = f"{path.parent} cannot be written, so the journal is shown as the file alone has it"
    if log.exists() and log.stat().st_size:
        message += f"; entries that still lie in {log.name} are not shown"
    return Problem(
        "J209", message, hint="open it where you may write, or take a copy by 'servanda backup'", severity="warning"
    )


def _connect(path: Path, *, create: bool) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        prepare(database)
        if create and is_blank(database):
            found_journal(database)
        require_ours(database)
    except BaseException:
        database.close()
        raise
    return database


class _Told:
    """Turns an error of SQLite into a StoreFailed, so that nobody else needs to know SQLite."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise StoreFailed(_problem(error)) from error


_told = _Told()


def _problem(error: sqlite3.Error) -> Problem:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in BUSY:
        return Problem("J109", "another program is writing to the journal", hint="try again when it has ended")
    if code in _DAMAGED:
        return Problem("J205", f"the database is damaged: {error}", hint="run 'servanda verify', restore a copy")
    return Problem("J108", f"the database did not do it: {error}", hint="look at the disk and at the file's rights")


def _unreadable(path: Path, why: Problem) -> Problem:
    if why.code in ("J108", "J109"):
        return Problem(why.code, f"{path} cannot be opened: {why.message}", hint=why.hint)
    return Problem("J103", f"{path} is not a readable journal: {why.message}", hint="give the path of a journal")
