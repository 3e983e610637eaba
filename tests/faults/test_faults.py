"""The trials of `make faults`, each a few times."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.__main__ import TRIALS, failed


# In a program of its own: the trials fork, and fork from a process that never opened a journal.
@pytest.mark.slow
@pytest.mark.parametrize("name", TRIALS)
def test_nothing_is_lost(name: str) -> None:
    command = [sys.executable, "-m", "tests.faults", "--quick", name]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(("held", "skipped"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("kills", {"lost": 1}),
        ("bit flips", {"named": 9, "flips": 10}),
        ("cut logs", {"prefixes": 10, "cuts": 10, "silent": 1}),
        ("full disks", {"refused": 1, "trials": 2}),
        ("crowd on SQLite", {"processes": 1, "acts": 2, "entries": 2, "acknowledged": 2, "where_acknowledged": 1}),
        ("wrong clocks", {"moments_in_order": False}),
    ],
)
def test_a_trial_that_lost_something_failed(name: str, found: dict) -> None:
    assert failed(name, found)
