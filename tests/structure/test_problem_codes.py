"""Every problem code that the program can give is explained in the catalogue and shown by a wrong file."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

CODE = re.compile(r"[TAJLBRC]\d{3}")

# Codes that no wrong file can show, because they need a running command: the test that shows each, and why.
EXEMPT: dict[str, tuple[str, str]] = {}


@pytest.fixture(scope="module")
def catalogue(root: Path) -> dict[str, dict[str, str]]:
    return tomllib.loads((root / "src/servanda/problems.toml").read_text(encoding="utf-8"))


def test_every_code_in_the_program_is_in_the_catalogue(trees: dict[str, ast.Module], catalogue: dict) -> None:
    assert sorted(codes_used(trees) - set(catalogue)) == []


def test_every_code_in_the_catalogue_is_given_by_the_program(trees: dict[str, ast.Module], catalogue: dict) -> None:
    assert sorted(set(catalogue) - codes_used(trees)) == []


def test_every_code_is_explained_and_says_how_to_mend_it(catalogue: dict) -> None:
    assert [code for code in catalogue if not CODE.fullmatch(code)] == []
    assert [code for code, entry in catalogue.items() if set(entry) != {"title", "means", "mend"}] == []
    assert [code for code, entry in catalogue.items() if not all(map(str.strip, entry.values()))] == []


def test_every_code_has_a_wrong_file_that_shows_it(root: Path, catalogue: dict) -> None:
    shown = {path.name[:4] for path in (root / "tests/bad").glob("*") if CODE.fullmatch(path.name[:4])}
    assert sorted(set(catalogue) - shown - set(EXEMPT)) == []
    assert sorted(shown - set(catalogue)) == []


def test_every_exempt_code_names_a_test_that_exists(root: Path, catalogue: dict) -> None:
    assert sorted(set(EXEMPT) - set(catalogue)) == []
    assert [where for where, _ in EXEMPT.values() if not is_a_test(root, where)] == []


def is_a_test(root: Path, where: str) -> bool:
    path, _, name = where.partition("::")
    return (root / path).is_file() and f"def {name}(" in (root / path).read_text(encoding="utf-8")


def codes_used(trees: dict[str, ast.Module]) -> set[str]:
    constants = (node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {node.value for node in constants if isinstance(node.value, str) and CODE.fullmatch(node.value)}
