"""Functions and files stay small enough to be read at a glance."""

from __future__ import annotations

import ast
from collections.abc import Iterator

USUAL_FUNCTION, LONGEST_FUNCTION = 40, 60
USUAL_FILE, LONGEST_FILE = 300, 500

# Longer than usual, with the reason why parts would be harder to read than the whole.
LONGER_FUNCTIONS: dict[str, str] = {}
LONGER_FILES: dict[str, str] = {}


def test_no_function_is_longer_than_sixty_lines(trees: dict[str, ast.Module]) -> None:
    assert longer(functions(trees), LONGEST_FUNCTION) == {}


def test_functions_over_forty_lines_are_few_and_explained(trees: dict[str, ast.Module]) -> None:
    assert set(longer(functions(trees), USUAL_FUNCTION)) == set(LONGER_FUNCTIONS)


def test_no_file_is_longer_than_five_hundred_lines(sources: dict[str, str]) -> None:
    assert longer(lengths(sources), LONGEST_FILE) == {}


def test_files_over_three_hundred_lines_are_few_and_explained(sources: dict[str, str]) -> None:
    assert set(longer(lengths(sources), USUAL_FILE)) == set(LONGER_FILES)


def longer(sizes: dict[str, int], limit: int) -> dict[str, int]:
    return {name: size for name, size in sizes.items() if size > limit}


def lengths(sources: dict[str, str]) -> dict[str, int]:
    return {path: len(text.splitlines()) for path, text in sources.items()}


def functions(trees: dict[str, ast.Module]) -> dict[str, int]:
    """The lines of every function, named as `path::Class.function`, from `def` to its last line."""
    return {f"{path}::{name}": size for path, tree in trees.items() for name, size in measured(tree)}


def measured(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, int]]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from measured(child, prefix)
            continue
        name = f"{prefix}{child.name}"
        if not isinstance(child, ast.ClassDef):
            yield name, (child.end_lineno or child.lineno) - child.lineno + 1
        yield from measured(child, f"{name}.")
