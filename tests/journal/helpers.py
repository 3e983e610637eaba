"""Ways to make a journal, and to do to it what nobody should."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from servanda.journal import Journal, open_journal

MOMENT = "2026-11-23T17:05:00Z"


def make_act(number: int) -> dict[str, object]:
    return {"kind": "complete", "on": "2012-08-21", "of": f"cis-{number}-fta", "by": ["UA"], "note": "да"}


def must_open(path: Path, *, create: bool = False) -> Journal:
    journal, problems = open_journal(str(path), create=create)
    assert journal is not None, problems
    return journal


def found(path: Path, acts: int) -> Path:
    """Begin a journal of so many acts and close it again."""
    with must_open(path, create=True) as journal:
        appended = journal.append([make_act(number) for number in range(1, acts + 1)], moment=MOMENT, by="clerk")
        assert appended.problems == ()
    return path


def tamper(path: Path, *statements: str) -> None:
    """Run SQL on a journal whose triggers were dropped, as an operator could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        drop_triggers(database)
        for statement in statements:
            database.execute(statement)


def replace_data(path: Path, number: int, data: bytes, leaf: bytes | None = None) -> None:
    """Put other bytes in the place of an entry's, and their hash beside them if one is given."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        drop_triggers(database)
        database.execute("UPDATE entry SET data = ? WHERE number = ?", (data, number))
        if leaf:
            database.execute("UPDATE entry SET leaf = ? WHERE number = ?", (leaf, number))


def drop_triggers(database: sqlite3.Connection) -> None:
    for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
