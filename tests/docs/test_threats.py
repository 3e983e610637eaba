"""The page of threats leaves none of the twenty out, and names tests that exist and are run."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/explanation/threats.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in row.strip("|").split("|")]
    for row in PAGE.splitlines()
    if re.match(r"\| (\d+|\+) \|", row)
]
OWNERS = {"accounts", "uploads", "the release"}
# What nothing answers yet; a row leaves this list with its first test.
UNANSWERED = {"12"}


def test_all_twenty_and_our_own_are_there():
    assert [row[0] for row in ROWS] == [*map(str, range(1, 21)), "+", "+"]


def test_each_names_a_test_or_is_said_to_be_unanswered():
    assert {row[0] for row in ROWS if not named(row[3])} == UNANSWERED


def test_what_is_left_has_an_owner_that_the_page_knows():
    left = [row for row in ROWS if "later:" in row[3]]
    assert {row[0] for row in left} >= UNANSWERED
    for row in left:
        owner = row[3].rpartition("later: ")[2]
        assert owner in OWNERS
        assert owner.removeprefix("the ") in row[2] or "still to come" in row[2]


def test_nothing_but_tests_and_owners_stands_in_the_last_column():
    for row in ROWS:
        left = re.sub(r"`tests/[\w/]+\.py::test_\w+`(, |; |$)", "", row[3])
        assert re.fullmatch(r"(later: [a-z ]+)?", left), left


def test_every_test_named_exists_and_is_run():
    missing = [f"{path}::{name}" for path, name in named(PAGE) if name not in run_in(path)]
    assert missing == []


def named(text):
    return re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)


@cache
def run_in(path):
    """The test functions of a file, except those that are skipped or expected to fail."""
    file = ROOT / path
    tree = ast.parse(file.read_text(encoding="utf-8") if file.is_file() else "")
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {
        one.name for one in functions if not re.search(r"skip|xfail", " ".join(map(ast.unparse, one.decorator_list)))
    }
