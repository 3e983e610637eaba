"""The record of heads: it grows, and it does not forget."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.heads import Heads
from servanda.journal.store import StoreFailed

FIVE = Checkpoint(5, bytes(32), "example.org/a")


def test_a_head_is_kept_when_the_judge_agrees(tmp_path: Path) -> None:
    heads = Heads(tmp_path / "heads.db")
    assert heads.last("example.org/a") is None
    assert heads.replace(FIVE, "note", lambda last: last is None)
    assert not heads.replace(Checkpoint(9, bytes(32), "example.org/a"), "note", lambda last: last != FIVE)
    assert Heads(tmp_path / "heads.db").last("example.org/a") == FIVE
    assert heads.last("example.org/b") is None


def test_the_database_itself_refuses_to_go_back_or_to_forget(tmp_path: Path) -> None:
    heads = Heads(tmp_path / "heads.db")
    heads.replace(FIVE, "note", lambda _last: True)
    with pytest.raises(StoreFailed, match="never goes back"):
        heads.replace(Checkpoint(4, bytes(32), "example.org/a"), "note", lambda _last: True)
    with closing(sqlite3.connect(tmp_path / "heads.db")) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute("DELETE FROM head")
    assert heads.last("example.org/a") == FIVE


def test_a_file_that_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "heads.db").write_text("hello " * 1000)
    with pytest.raises(StoreFailed) as raised:
        Heads(tmp_path / "heads.db").last("example.org/a")
    assert raised.value.problem.code == "J108"
