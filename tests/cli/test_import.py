"""servanda import ggo: a register of memberships comes into the journal, and what is left out is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.exchange.ggo import WANTED
from servanda.journal import open_journal
from servanda.record import book_of
from tests.cli.league import run

ROWS = (
    ("WHC_1972A", "A convention", "FRA", "1972-11-23", "1972-11-23", "1975-06-27", "1975-12-17", "9999-12-31"),
    ("WHC_1972A", "A convention", "USA", "1972-11-23", None, "1973-12-07", "1975-12-17", "1974-12-31"),
    ("OLD_1860A", "An old treaty", "PRU", "1860-01-23", "1860-01-23", None, None, None),
    ("OLD_1860A", "An old treaty", "FRA - PRU", "1860-01-23", "1860-01-23", None, None, None),
)


@pytest.fixture
def register(folder: Path) -> Path:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    columns = dict(zip(WANTED, zip(*ROWS, strict=True), strict=True))
    parquet.write_table(arrow.table({name: list(column) for name, column in columns.items()}), folder / "ggo.parquet")
    return folder / "ggo.parquet"


def test_a_register_is_entered_once_and_what_is_left_out_is_told(folder: Path, register: Path) -> None:
    told = folder / "left-out.txt"
    first = run("import", "ggo", str(register), "--left-out", str(told))
    assert (first.exit_code, first.stdout) == (0, "entered 9 acts of ggo-2025; 0 were there already\n")
    assert "4 rows" in first.stderr
    lines = told.read_text(encoding="utf-8").splitlines()
    assert [line.partition("B501 ")[2] for line in lines] == [
        'state "FRA - PRU": not one party that a list of codes knows',
        'withdrawal_or_end "1974-12-31": the end lies before the beginning',
    ]
    assert f"{register}:2:" in lines[1]
    again = run("import", "ggo", str(register))
    assert again.stdout == "entered 0 acts of ggo-2025; 9 were there already\n"


def test_a_state_without_a_code_is_declared_before_it_acts(folder: Path, register: Path) -> None:
    run("import", "ggo", str(register))
    journal, _problems = open_journal(str(folder / "servanda.db"))
    assert journal is not None
    with journal:
        heads = [f"{one.act.verb} {one.act.object}" for one in book_of(journal).held]
    assert heads.index("organisation prussia") < heads.index("sign ggo-2025/old-1860a")


def test_a_file_that_is_no_register_is_a_problem(folder: Path) -> None:
    file = folder / "text.parquet"
    file.write_text("not columns", encoding="utf-8")
    found = run("import", "ggo", str(file))
    assert found.exit_code == 1
    assert f"B502 {file} cannot be read as Parquet" in found.stderr
    assert not (folder / "servanda.db").exists()
