"""Every module, class and function that others may use says in its first line what it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def test_whatever_is_public_has_a_docstring(trees: dict[str, ast.Module]) -> None:
    assert [name for name, node in public(trees) if not ast.get_docstring(node)] == []


def test_the_first_line_of_a_docstring_is_a_sentence(trees: dict[str, ast.Module]) -> None:
    lines = {name: first_line(node) for name, node in public(trees)}
    assert {name: line for name, line in lines.items() if line and not line.endswith((".", "!", "?"))} == {}


def test_no_two_modules_begin_with_the_same_words(trees: dict[str, ast.Module]) -> None:
    modules = defaultdict(list)
    for path, tree in trees.items():
        modules[first_line(tree)].append(path)
    assert {line: paths for line, paths in modules.items() if line and len(paths) > 1} == {}


def first_line(node: Documented) -> str:
    return (ast.get_docstring(node) or "").partition("\n")[0].strip()


def public(trees: dict[str, ast.Module]) -> Iterator[tuple[str, Documented]]:
    """Every module, and the classes and functions at its top whose names have no leading underscore."""
    for path, tree in trees.items():
        yield path, tree
        for node in tree.body:
            if isinstance(node, Documented) and not node.name.startswith("_") and not is_overload(node):
                yield f"{path}::{node.name}", node


def is_overload(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)
