"""The record of the CIS accounts for every row of the reference tables, and can be made again from them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from servanda.problems import is_grave
from servanda.record import check_acts, load
from servanda.text import format_text, read
from tools.cis_record.build import build
from tools.cis_record.kinds import KINDS, mapping_table
from tools.cis_record.record import Record, known_differences
from tools.cis_record.tables import TABLES, Tables

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "records" / "cis"
EVENING = "session-2020-12-18.acts"
BY_HAND = {"figures.acts"}
"""Kept by hand, and made of no table."""
WRITTEN = sorted(path.name for path in RECORD.glob("*.acts"))
FILES = [name for name in WRITTEN if name not in BY_HAND]
LEFT_OUT = {("acts", 49), ("presidencies", 2)}


@pytest.fixture(scope="module")
def tables(reference) -> Tables:
    return Tables(reference / "cis")


@pytest.fixture(scope="module")
def record(reference) -> Record:
    return build(reference / "cis")


@pytest.fixture(scope="module")
def ledger() -> dict[tuple[str, int], dict[str, str]]:
    with (RECORD / "rows.csv").open(encoding="utf-8", newline="") as file:
        return {(row["table"], int(row["row"])): row for row in csv.DictReader(file)}


def text_of(name: str) -> str:
    return (RECORD / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_every_file_reads_without_a_problem_and_is_canonical(name):
    text = text_of(name)
    assert [str(problem) for problem in read(text, name).problems] == []
    assert format_text(text, name) == text


def test_the_record_passes_every_check_and_uses_the_shipped_law():
    loaded = load([RECORD])
    problems = [*loaded.problems, *check_acts(loaded.acts)]
    assert [str(problem) for problem in problems if problem.code != "B204"] == []
    assert {one.act.of for one in loaded.acts if one.act.verb == "clause" and one.act.about == "presidency"} == {
        "cis",
        "eaeu",
        "union-state",
    }


def test_the_record_stands_without_the_evening_of_december_2020():
    loaded = load(RECORD / name for name in FILES if name != EVENING)
    assert not is_grave([*loaded.problems, *check_acts(loaded.acts)])
    assert not [one for one in loaded.acts if "cis/chs/2020-12-18" in (one.act.object, getattr(one.act, "session", ""))]


def test_the_ledger_accounts_for_every_act_or_gives_a_reason(ledger):
    told = {place for place, row in ledger.items() if int(row["acts"]) and row["file"] and not row["left_out"]}
    reasoned = {place for place, row in ledger.items() if row["acts"] == "0" and row["left_out"] and not row["file"]}
    assert told | reasoned == ledger.keys()
    assert reasoned == LEFT_OUT
    assert {name for row in ledger.values() for name in row["file"].split()} <= set(FILES)


def test_every_row_of_every_table_is_in_the_ledger(tables, ledger):
    assert [row.place for row in tables] == list(ledger)
    assert {table for table, _line in ledger} == set(TABLES)


def test_the_counts_of_the_ledger_add_up_with_the_acts_in_the_files(record, ledger):
    in_files = Counter({name: len(read(text_of(name), name).acts) for name in FILES})
    assert Counter(made.file for made in record.made) == in_files
    without_row = {made.act.verb for made in record.made if not made.rows}
    assert without_row == {"source", "cover", "provision"}
    told = Counter(row.place for made in record.made for row in made.rows)
    assert {place: int(row["acts"]) for place, row in ledger.items() if row["acts"] != "0"} == told


def test_making_the_record_again_gives_the_same_bytes(record, tmp_path):
    made = record.files()
    assert sorted(made) == sorted([*FILES, "rows.csv"])
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
        assert (tmp_path / name).read_bytes() == (RECORD / name).read_bytes(), name


def test_what_is_written_reads_back_as_the_same_acts(record):
    for name in FILES:
        assert [one.act for one in read(text_of(name), name).acts] == record.acts(name)


def test_every_known_difference_belongs_to_an_expectation(record):
    claims = {(made.act.of, made.act.claim) for made in record.made if made.act.verb == "expect"}
    assert known_differences().keys() <= claims


def test_nothing_computed_back_is_told_as_read(tables, record):
    rows = {row.place for row in tables.rows("acts") if row["confidence"] == "computed-back"}
    acts = [made.act for made in record.made if made.act.verb == "complete" and rows & {row.place for row in made.rows}]
    assert len(acts) == len(rows)
    assert {act.confidence for act in acts} == {"computed-back"}


def test_all_kinds_of_the_table_of_acts_are_mapped(tables):
    assert {row["act"] for row in tables.rows("acts")} == set(KINDS)


def test_the_reference_page_holds_the_mapping():
    page = (ROOT / "docs" / "reference" / "cis-mapping.md").read_text(encoding="utf-8")
    assert mapping_table() in page
    assert len(re.findall(r"^\| `[a-z-]+(?:-WTO)?` \|", page, flags=re.MULTILINE)) == len(KINDS) == 29
