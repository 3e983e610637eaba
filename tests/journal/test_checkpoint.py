"""The checkpoint beside the journal."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint, read_checkpoint, write_checkpoint
from servanda.journal.keys import make_keys
from servanda.journal.notes import parse_note, signed_by

ONE = Checkpoint(10, bytes(range(32)))


def test_a_checkpoint_is_three_lines_that_one_can_print() -> None:
    assert str(ONE) == "servanda/journal\n10\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"


def test_a_checkpoint_reads_back_from_its_file(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "c", ONE)
    write_checkpoint(tmp_path / "c", Checkpoint(11, ONE.root))
    assert read_checkpoint(tmp_path / "c") == (Checkpoint(11, ONE.root), None)
    assert [file.name for file in tmp_path.iterdir()] == ["c"]


def test_the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronised = []
    monkeypatch.setattr(os, "fsync", lambda number: synchronised.append(os.fstat(number).st_size))
    write_checkpoint(tmp_path / "c", ONE)
    assert synchronised == [len(str(ONE))]


def test_a_journal_with_a_name_keeps_it_where_a_writer_has_no_keys(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "c", ONE, make_keys("example.org/treaties", "log"))
    write_checkpoint(tmp_path / "c", ONE)
    assert read_checkpoint(tmp_path / "c") == (replace(ONE, origin="example.org/treaties"), None)


def test_a_signed_checkpoint_is_the_same_three_lines_with_a_signature_of_each_key(tmp_path: Path) -> None:
    keys = make_keys("example.org/treaties", "log")
    write_checkpoint(tmp_path / "c", ONE, keys)
    note = parse_note((tmp_path / "c").read_text(encoding="utf-8"))
    assert note is not None
    assert note.text == str(replace(ONE, origin="example.org/treaties"))
    assert signed_by(note, [key.public for key in keys]) == tuple(key.public for key in keys)


def test_where_there_is_no_file_there_is_no_checkpoint(tmp_path: Path) -> None:
    assert read_checkpoint(tmp_path / "c") == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        str(ONE)[:-1],
        str(ONE) + "\n",
        str(ONE).replace("servanda/journal", ""),
        str(ONE) + "not a signature\n\n",
        str(ONE).replace("\n10\n", "\n010\n"),
        str(ONE).replace("\n10\n", "\n-10\n"),
        str(ONE).replace("AAEC", "AA*C"),
        str(ONE).replace("AAEC", ""),
        str(ONE).replace("AAEC", "éééé"),
    ],
)
def test_what_is_not_a_checkpoint_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "c").write_text(text, encoding="utf-8")
    checkpoint, problem = read_checkpoint(tmp_path / "c")
    assert parse_checkpoint(text) is checkpoint is None
    assert problem is not None
    assert problem.code == "J204"
