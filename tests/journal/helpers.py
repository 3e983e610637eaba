"""Short ways to journals in SQLite files."""

from __future__ import annotations

from pathlib import Path

from servanda.journal import Journal
from tests.journal.grounds import MOMENT, SqliteGround, make_act

__all__ = ["MOMENT", "found", "make_act", "must_open", "replace_data"]


def must_open(path: Path, *, create: bool = False) -> Journal:
    return SqliteGround(path).open(create=create)


def found(path: Path, acts: int) -> Path:
    """Begin a journal of so many acts and close it again."""
    with must_open(path, create=True) as journal:
        appended = journal.append([make_act(number) for number in range(1, acts + 1)], moment=MOMENT, by="clerk")
        assert appended.problems == ()
    return path


def replace_data(path: Path, number: int, data: bytes, leaf: bytes | None = None) -> None:
    """Put other bytes in the place of an entry's."""
    SqliteGround(path).replace(number, data, leaf)
