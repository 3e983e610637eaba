"""The journal can be checked without Servanda, as docs/explanation/journal.md says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.acts.canonical import canonical, read_canonical
from servanda.journal import checkpoint_path
from servanda.journal.checkpoint import Checkpoint, parse_checkpoint
from servanda.journal.entries import read_entry
from servanda.journal.merkle import leaf_hash
from tests.journal.grounds import MOMENT, SqliteGround, make_act
from tests.journal.helpers import found

PAGE = Path(__file__).parents[2] / "docs/explanation/journal.md"


def block(language: str, page: Path = PAGE) -> str:
    blocks = re.search(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert blocks is not None
    return blocks[1]


@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_the_lines_of_the_page_print_the_checkpoint(tmp_path: Path, size: int) -> None:
    path = found(tmp_path / "servanda.db", size)
    command = [sys.executable, "-c", block("python"), str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "servanda/journal\n" + printed == checkpoint_path(path).read_text(encoding="ascii")


@pytest.mark.parametrize("size", [0, 1, 7, 300])
def test_the_reader_of_the_page_on_ten_years_reads_the_acts_and_the_checkpoint(tmp_path: Path, size: int) -> None:
    ground = SqliteGround(tmp_path / "servanda.db")
    with ground.open(create=True) as journal:
        for first, last in ((0, 1), (1, 4), (4, size)):
            journal.append([make_act(number) for number in range(first, min(last, size))], moment=MOMENT, by="clerk")
        acts = [entry.act for entry in journal.entries()]
        head = str(Checkpoint(journal.size, journal.root()))
    command = [sys.executable, "-c", block("python", PAGE.with_name("journal-in-ten-years.md")), str(ground.path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert printed.endswith(head)
    assert [json.loads(line) for line in printed.splitlines()[:-3]] == acts


@pytest.mark.parametrize("size", [1, 5])
def test_the_reader_of_the_page_on_ten_years_names_an_altered_entry(tmp_path: Path, size: int) -> None:
    ground = SqliteGround(tmp_path / "servanda.db")
    ground.begun(10)
    ground.replace(size, ground.data(size).replace(b"UA", b"UZ"))
    command = [sys.executable, "-c", block("python", PAGE.with_name("journal-in-ten-years.md")), str(ground.path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert f"entry {size} was altered" in done.stderr


def test_the_entry_on_the_page_is_an_entry() -> None:
    data = block("json").rstrip("\n").encode()
    entry, problem = read_entry(data)
    assert problem is None
    assert entry is not None
    assert entry.by == "clerk"
    assert canonical(read_canonical(data)[0]) == data


def test_the_checkpoint_on_the_page_is_that_of_the_entry_on_the_page() -> None:
    data = block("json").rstrip("\n").encode()
    assert parse_checkpoint(block("text")) == Checkpoint(1, leaf_hash(data))
