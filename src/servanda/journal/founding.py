"""An SQLite file as the home of a journal: how it is founded, and how it is known again.

Whoever opens a file for appending founds the journal where the file is blank; of several at once the first one does.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from importlib import resources

from servanda.journal.merkle import EMPTY_ROOT
from servanda.journal.store import StoreFailed
from servanda.problems import Problem

APPLICATION_ID = int.from_bytes(b"Srvd", "big")
SCHEMA_VERSION = 2
PATIENCE = 30.0  # seconds to wait for another writer
PAUSE = 0.01
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def prepare(database: sqlite3.Connection) -> None:
    """Set what holds for one connection."""
    # A flipped byte in a text column must not stop the reading that is to name it.
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.execute("PRAGMA synchronous = FULL")


def is_blank(database: sqlite3.Connection) -> bool:
    """Tell whether nothing is in the file yet, of anybody's."""
    return pragma(database, "application_id") == 0 and not database.execute("SELECT 1 FROM sqlite_schema").fetchone()


def found_journal(database: sqlite3.Connection) -> None:
    """Found a journal in a blank file, unless another program was quicker."""
    _use_write_ahead_log(database)
    database.execute("BEGIN IMMEDIATE")
    if not is_blank(database):
        database.execute("ROLLBACK")
        return
    for statement in _statements():
        database.execute(statement)
    database.execute("INSERT INTO head VALUES (1, 0, ?, x'', 0)", (EMPTY_ROOT,))
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    database.execute("COMMIT")


def _use_write_ahead_log(database: sqlite3.Connection) -> None:
    # SQLite itself does not wait here for another process that does the same.
    for attempts_left in reversed(range(int(PATIENCE / PAUSE))):
        try:
            database.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in BUSY or not attempts_left:
                raise
            time.sleep(PAUSE)
        else:
            return


def _statements() -> Iterator[str]:
    text, statement = resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8"), ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def require_ours(database: sqlite3.Connection) -> None:
    """Raise StoreFailed with J103 where a database is no journal, or one of another version."""
    if pragma(database, "application_id") != APPLICATION_ID:
        raise StoreFailed(Problem("J103", "it is a database, but not a journal of Servanda"))
    if pragma(database, "user_version") != SCHEMA_VERSION:
        raise StoreFailed(Problem("J103", "it was written by another version of Servanda"))


def pragma(database: sqlite3.Connection, name: str) -> int:
    """Read a number that SQLite keeps of a file or a connection."""
    with closing(database.execute(f"PRAGMA {name}")) as row:
        return int(row.fetchone()[0])
