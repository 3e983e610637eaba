"""The journal in a PostgreSQL database: one writer by an advisory lock, no UPDATE and no DELETE of an entry.

Nothing here leans on an isolation level beyond reading what was committed: the writer holds a lock until its commit,
and numbers are primary keys. A store has one connection and belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from typing import Any, LiteralString

import psycopg

from servanda.journal.bundles import Batch, Bundle, Row
from servanda.journal.merkle import EMPTY_ROOT, Frontier
from servanda.journal.store import Head, StoreFailed, rows_of
from servanda.problems import Problem

SCHEMA_VERSION = 1
PATIENCE = 30  # seconds to wait for another writer, and to reach the server
# The number is the word Servanda in ASCII; one lock for all journals of a database.
_ALONE: LiteralString = "SELECT pg_advisory_xact_lock(6009335130562126945)"
_CHUNK = 64
_LOST = "08", "57"  # classes of SQLSTATE: the connection, the operator
_SETTINGS = {
    "application_name": "servanda",
    "connect_timeout": "10",
    "options": f"-c lock_timeout={PATIENCE}s -c idle_in_transaction_session_timeout=10min -c synchronous_commit=on",
}


class PostgresStore:
    """A journal in one schema of a PostgreSQL database; see Store for what it does."""

    still: Problem | None = None

    def __init__(self, database: psycopg.Connection[tuple[Any, ...]]) -> None:
        self._database = database

    def head(self) -> Head:
        found = self._one("SELECT size, root, peaks FROM head")
        size, root, peaks = found or (0, EMPTY_ROOT, b"")
        return Head(Frontier(size, tuple(peaks[at : at + 32] for at in range(0, len(peaks), 32))), root)

    def size(self) -> int:
        found = self._one("SELECT first + octet_length(leaves) / 32 - 1 FROM bundle ORDER BY first DESC LIMIT 1")
        return int(found[0]) if found else 0

    def last(self) -> Row | None:
        found = self._one("SELECT first, leaves, lines FROM bundle ORDER BY first DESC LIMIT 1")
        return list(Bundle(*found).rows())[-1] if found else None

    def bundles(self, after: int = 0) -> Iterator[Bundle]:
        holding = self._one("SELECT coalesce(max(first), 0) FROM bundle WHERE first <= %s + 1", (after,))
        first = int(holding[0]) if holding else 0
        query: LiteralString = "SELECT first, leaves, lines FROM bundle WHERE first >= %s ORDER BY first LIMIT %s"
        while True:
            with self._told():
                found = self._database.execute(query, (first, _CHUNK)).fetchall()
            if not found:
                return
            yield from (Bundle(*row) for row in found)
            first = found[-1][0] + 1

    def rows(self, after: int = 0) -> Iterator[Row]:
        return rows_of(self.bundles(after), after)

    def numbers(self, act_ids: Sequence[bytes], *, sure: bool = True) -> dict[bytes, int]:
        query = "SELECT id, number FROM act WHERE id = ANY(%s)"
        with self._told():
            return dict(self._database.execute(query, (list(act_ids),)).fetchall())

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._transaction("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._transaction(_ALONE):
            yield

    def append(self, batch: Batch, head: Head) -> None:
        added = [(bundle.first, bundle.leaves, bundle.lines) for bundle in batch.bundles()]
        peaks = b"".join(head.frontier.peaks)
        acts = "INSERT INTO act SELECT * FROM unnest(%s::bytea[], %s::bigint[])"
        with self._told(), self._database.cursor() as cursor:
            cursor.executemany("INSERT INTO bundle VALUES (%s, %s, %s)", added)
            cursor.execute(acts, (batch.act_ids, list(batch.numbers)))
            cursor.execute("UPDATE head SET size = %s, root = %s, peaks = %s", (head.size, head.root, peaks))

    def version(self) -> int:
        return self.size()

    def copy(self, place: str) -> None:
        hint = "use 'servanda mirror' for a copy that can be verified, or the server's own pg_dump"
        raise StoreFailed(Problem("J108", "a journal on a server is not copied as a file", hint=hint))

    def faults(self) -> list[str]:
        """Compare the table of acts with the entries in number; a server checks its own pages as it reads them."""
        found = self._one("SELECT (SELECT count(*) FROM act), (SELECT size FROM head)")
        acts, size = found or (0, 0)
        return [] if acts == size else [f"{acts} acts are named, and the head covers {size} entries"]

    def close(self) -> None:
        self._database.close()

    def _one(self, query: LiteralString, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        with self._told():
            return self._database.execute(query, values or None).fetchone()

    @contextmanager
    def _transaction(self, begin: LiteralString) -> Iterator[None]:
        with self._told():
            self._database.execute("BEGIN")
        try:
            with self._told():
                self._database.execute(begin)
            yield
            with self._told():
                self._database.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        # The first error is the one to tell, and a connection that was lost has rolled back by itself.
        if not self._database.closed and not self._database.broken:
            with self._told():
                self._database.execute("ROLLBACK")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn an error of PostgreSQL into a StoreFailed, so that nobody else needs to know it."""
        try:
            yield
        except psycopg.Error as error:
            raise StoreFailed(_problem(error)) from error


def open_postgres(address: str, *, create: bool) -> tuple[PostgresStore | None, Problem | None]:
    """Open the journal in a database, and found it there if asked to and its schema holds none.

    The first schema of the search path holds it, so `?options=-csearch_path=cis` names one of several. Gives problem
    J103 for tables of another version, J104 where there is no journal, J108 or J109 where the server does not do it.
    """
    try:
        database = psycopg.connect(address, autocommit=True, **_settings(address))
    except psycopg.Error as error:
        return None, Problem("J108", f"the server cannot be reached: {_words(error)}", hint="look at the address")
    store = PostgresStore(database)
    try:
        problem = _prepare(database, store, create=create)
    except psycopg.Error as error:
        problem = _problem(error)
    except StoreFailed as failure:
        problem = failure.problem
    if problem:
        database.close()
        return None, problem
    return store, None


def _settings(address: str) -> dict[str, Any]:
    """Our settings, with those of the address behind them, so that it has the last word."""
    given = psycopg.conninfo.conninfo_to_dict(address)
    options = f"{_SETTINGS['options']} {given.get('options') or ''}"
    return {name: value for name, value in _SETTINGS.items() if name not in given} | {"options": options}


def _prepare(database: psycopg.Connection[tuple[Any, ...]], store: PostgresStore, *, create: bool) -> Problem | None:
    if not _exists(database) and create:
        with store.writing():
            if not _exists(database):
                _found(database)
    if not _exists(database):
        hint = "'servanda init' begins one; SERVANDA_JOURNAL names one elsewhere"
        return Problem("J104", "there is no journal in this database", hint=hint)
    found = database.execute("SELECT version FROM head").fetchone()
    if not found or found[0] != SCHEMA_VERSION:
        return Problem("J103", "it was written by another version of Servanda", hint="give the address of a journal")
    return None


def _exists(database: psycopg.Connection[tuple[Any, ...]]) -> bool:
    found = database.execute("SELECT to_regclass(quote_ident(current_schema()) || '.head')").fetchone()
    return bool(found and found[0])


def _found(database: psycopg.Connection[tuple[Any, ...]]) -> None:
    schema = resources.files(__package__).joinpath("postgres.sql").read_text(encoding="utf-8")
    database.execute(schema.encode())
    database.execute("INSERT INTO head VALUES (1, %s, 0, %s, '')", (SCHEMA_VERSION, EMPTY_ROOT))


def _problem(error: psycopg.Error) -> Problem:
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return Problem("J109", "another program is writing to the journal", hint="try again when it has ended")
    if isinstance(error, psycopg.errors.DataCorrupted | psycopg.errors.IndexCorrupted):
        return Problem("J205", f"the database is damaged: {_words(error)}", hint="restore a copy")
    if (error.sqlstate or "08")[:2] in _LOST:
        return Problem("J108", f"the server is gone: {_words(error)}", hint="open the journal again when it is back")
    return Problem("J108", f"the database did not do it: {_words(error)}", hint="look at the server and its rights")


def _words(error: psycopg.Error) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
