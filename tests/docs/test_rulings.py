"""Every ruling names its authority and cases that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "rulings.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| [a-m] \|", line)
]


def test_the_rulings_of_the_design_stand_from_a_to_m():
    assert [row[0] for row in ROWS] == list("abcdefghijklm")


def test_every_ruling_has_an_authority_and_cases_that_exist():
    for letter, ruling, authority, cases in ROWS:
        assert ruling, letter
        assert authority, letter
        assert cases, letter
        for name in cases.split(", "):
            assert (ROOT / "tests" / "spec" / f"{name}.acts").is_file(), f"{letter}: {name}"


def test_the_pages_that_are_linked_exist():
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / "docs" / "explanation" / target).exists(), target
