"""Writes the generated pages of docs/reference anew: `python -m tools.reference`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from servanda.acts.reference import markdown as acts
from servanda.pages.reference import markdown as pages
from servanda.problems import explanations

FOLDER = Path(__file__).resolve().parents[1] / "docs/reference"

_ROOMS = {
    "J": "The journal",
    "T": "The text",
    "A": "The acts",
    "L": "The law",
    "B": "The book and the record",
    "C": "The command line",
    "R": "The reader",
}

_INTRODUCTION = """\
<!-- Made by `python -m tools.reference`: change src/servanda/problems.toml, not this file. -->

# The problems

Every problem has a place, a stable code, a sentence and, where there is one, a hint. `servanda explain CODE` prints
what stands here. A warning does not change the exit code.
"""


def problems() -> str:
    """The page of all problem codes, by the room that finds them."""
    parts = [_INTRODUCTION]
    for letter, room in _ROOMS.items():
        found = sorted(code for code in explanations() if code[0] == letter)
        parts += [f"## {room}\n"] if found else []
        parts += [_problem(code) for code in found]
    return "\n".join(parts)


def _problem(code: str) -> str:
    explanation = explanations()[code]
    mend = explanation.mend[0].upper() + explanation.mend[1:].rstrip(".")
    return f"### {code}: {explanation.title}\n\n{explanation.means}\n\nTo mend it: {mend}.\n"


PAGES: dict[str, Callable[[], str]] = {"acts.md": acts, "pages.md": pages, "problems.md": problems}


def main() -> None:
    """Write every page."""
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
