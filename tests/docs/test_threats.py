"""The page of threats names tests that exist, and leaves none of the twenty out."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/explanation/threats.md").read_text(encoding="utf-8")
ROWS = [row.strip("|").split("|") for row in PAGE.splitlines() if re.match(r"\| (\d+|\+) \|", row)]


def test_all_twenty_and_the_release_are_there():
    assert [row[0].strip() for row in ROWS] == [*map(str, range(1, 21)), "+"]


def test_each_names_a_test_or_who_owns_it():
    assert [row[0] for row in ROWS if "::" not in row[3] and "later: " not in row[3]] == []


def test_every_test_named_exists():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) > 25
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in read(path)]
    assert missing == []


def read(path):
    file = ROOT / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""
