"""The text of a communiqué alone, for whoever needs nothing else of its file; and the languages that are read."""

from __future__ import annotations

from pathlib import Path

from servanda.problems import Problem
from servanda.reading.cues import LANGUAGES
from servanda.reading.texts import LIMIT, take
from servanda.reading.texts.languages import name_of

__all__ = ["LANGUAGES", "LIMIT", "load", "unsupported"]


def load(source: Path | str | bytes, limit: int = LIMIT, name: str = "-") -> tuple[str | None, list[Problem]]:
    r"""The text of a communiqué with newlines as \\n, or nothing and the problems that prevent it."""
    taken, problems = take(source, limit, name)
    return (taken.text if taken else None), problems


def unsupported(language: str) -> Problem:
    """The problem of a language that the reader does not read."""
    known = ", ".join(f"{name_of(code)} ({code})" for code in LANGUAGES)
    message = f"nothing found, because the text is in {name_of(language)}, which is not read"
    return Problem("R104", message, None, f"languages: {known}; --language CODE reads it as one of them")
