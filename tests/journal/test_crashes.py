"""Programs that die, logs that are cut, and writers that come together."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.journal import checkpoint_path, open_journal, verify
from servanda.journal.checkpoint import read_checkpoint
from tests.journal.helpers import MOMENT, found, make_act, must_open

APPEND = """
import os, sys
from servanda.journal import open_journal, publishing
from servanda.journal.sqlite import SqliteStore
journal, _ = open_journal(sys.argv[1], create=True)
def append(first, count):
    acts = [{"kind": "note", "number": number} for number in range(first, first + count)]
    return journal.append(acts, moment="2026-11-23T17:05:00Z", by="writer")
"""
DIES_BEFORE_COMMIT = """
whole = SqliteStore.append
def half(self, batch, head):
    whole(self, batch, head)
    os._exit(9)
SqliteStore.append = half
append(100, 50)
"""
DIES_BEFORE_CHECKPOINT = """
publishing.write_checkpoint = lambda path, checkpoint, signers: os._exit(9)
append(100, 50)
"""
WRITES_TEN_BATCHES = """
for batch in range(10):
    answer = append(int(sys.argv[2]) + 7 * batch, 7)
    assert len(answer.numbers) == 7 and not answer.problems, answer
    assert list(answer.numbers) == list(range(answer.numbers[0], answer.numbers[0] + 7))
"""
WRITES_UNTIL_KILLED = """
for first in range(1000, 10**9, 20):
    assert not append(first, 20).problems
    print(first + 20, flush=True)
"""


def program(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", APPEND + code, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run(code: str, *arguments: object) -> int:
    with program(code, *arguments) as running:
        return running.wait()


def is_sound(path: Path) -> bool:
    with must_open(path) as journal:
        return journal.problems == () and verify(journal).ok


def test_a_program_that_dies_before_the_commit_leaves_nothing_half_written(path: Path) -> None:
    assert run(DIES_BEFORE_COMMIT, path) == 9
    with must_open(path) as journal:
        assert journal.size == 10
        assert journal.append([make_act(11)], moment=MOMENT, by="clerk").numbers == (11,)
    assert is_sound(path)


def test_a_program_that_dies_before_the_checkpoint_leaves_a_sound_journal(path: Path) -> None:
    assert run(DIES_BEFORE_CHECKPOINT, path) == 9
    checkpoint, _ = read_checkpoint(checkpoint_path(path))
    assert checkpoint is not None
    assert checkpoint.size == 10
    with must_open(path) as journal:
        assert journal.size == 60
    assert is_sound(path)


def test_what_was_acknowledged_survives_a_kill(path: Path) -> None:
    for _ in range(3):
        with program(WRITES_UNTIL_KILLED, path) as running:
            assert running.stdout is not None
            acknowledged = [int(running.stdout.readline()) for _ in range(3)]
            running.kill()
        with must_open(path) as journal:
            assert {entry.act.get("number") for entry in journal.entries()} >= set(range(1000, acknowledged[-1]))
            assert (journal.size - 10) % 20 == 0
        assert is_sound(path)


def test_programs_that_append_together_never_mix_their_batches(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    writers = [program(WRITES_TEN_BATCHES, path, first) for first in (1000, 2000, 3000)]
    for writer in writers:
        with writer:
            assert writer.wait() == 0
    with must_open(path) as journal:
        entries = list(journal.entries())
    assert [entry.number for entry in entries] == list(range(1, 211))
    batches = [[entry.act["number"] for entry in entries[at : at + 7]] for at in range(0, 210, 7)]
    assert all(batch == list(range(batch[0], batch[0] + 7)) for batch in batches)
    assert is_sound(path)


def test_programs_that_append_the_same_acts_enter_them_once(path: Path) -> None:
    writers = [program("assert not append(500, 40).problems", path) for _ in range(2)]
    for writer in writers:
        with writer:
            assert writer.wait() == 0
    with must_open(path) as journal:
        assert journal.size == 50


@pytest.mark.parametrize("kept", [0.0, 0.4, 0.8])
def test_a_cut_log_is_noticed(tmp_path: Path, kept: float) -> None:
    path, copy = tmp_path / "servanda.db", tmp_path / "copy" / "servanda.db"
    found(path, 10)
    copy.parent.mkdir()
    with must_open(path) as journal:
        for number in range(11, 21):
            journal.append([make_act(number)], moment=MOMENT, by="clerk")
        journal.publish()
        # While the journal is open its newest entries lie in the log only.
        for file in (path, checkpoint_path(path)):
            shutil.copy(file, copy.with_name(file.name))
        log = path.with_name("servanda.db-wal").read_bytes()
    copy.with_name("servanda.db-wal").write_bytes(log[: int(len(log) * kept)])
    cut, problems = open_journal(str(copy))
    assert cut is not None
    with cut:
        assert [problem.code for problem in problems] == ["J203"]
        assert cut.read_only
        assert 10 <= cut.size < 20
        assert {finding.code for finding in verify(cut).problems} == {"J203"}
