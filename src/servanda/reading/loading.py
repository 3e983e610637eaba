"""Takes a communiqué from a file or from bytes; what is wrong with it comes back as problems."""

from __future__ import annotations

from pathlib import Path

from servanda.problems import Place, Problem
from servanda.reading.sentences import normalise

LIMIT = 16 * 1024 * 1024
LANGUAGES = ("en", "ru")


def load(source: Path | str | bytes, limit: int = LIMIT, name: str = "-") -> tuple[str | None, list[Problem]]:
    r"""The text of a communiqué with newlines as \\n, or nothing and the problems that prevent it."""
    if isinstance(source, bytes):
        data = source[: limit + 1]
    else:
        name = str(source)
        try:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            reason = (error.strerror or "it cannot be read").lower()
            return None, [Problem("R106", f"the file cannot be read: {reason}", Place(name), "check the path")]
    if len(data) > limit:
        message = f"the text is over the limit of {limit:,} bytes"
        return None, [Problem("R103", message, Place(name), "raise the limit with --limit, or split the text")]
    return _decoded(data, name)


def _decoded(data: bytes, name: str) -> tuple[str | None, list[Problem]]:
    try:
        text = normalise(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        place = _place(data, error.start, name)
        message = f"byte {error.start + 1} is not UTF-8"
        return None, [Problem("R101", message, place, "save the text as UTF-8")]
    if not text.strip("\ufeff \t\n"):
        return None, [Problem("R102", "the communiqué is empty", Place(name), "give the text of a communiqué")]
    return text, []


def _place(data: bytes, position: int, name: str) -> Place:
    before = data[:position]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(name, before.count(b"\n") + 1, column)


def unsupported(language: str) -> Problem:
    """The problem of a language that the reader does not read."""
    known = ", ".join(LANGUAGES)
    return Problem("R104", f"the language {language!r} is not supported", None, f"languages: {known}")
