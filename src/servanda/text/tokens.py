"""A line of text as tokens: bare words and strings, each with its column; a comment ends the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.problems import Place, Problem

_TOKEN = re.compile(r'(?P<space>\s+)|(?P<string>"(?:[^"\\]|\\.)*")|(?P<open>")|(?P<word>[^\s"]+)')
_ESCAPES = {"n": "\n", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Token:
    """A bare word, or a string with its quotation marks taken off; the column counts from 1."""

    text: str
    column: int
    is_string: bool = False

    def __str__(self) -> str:
        return quoted(self.text) if self.is_string else self.text


def quoted(text: str) -> str:
    """The text as a string of the language: in double quotes, with what would end it escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def split_comment(line: str) -> tuple[str, str]:
    """The line without its comment, and the comment: `;` at the start or after white space, outside strings."""
    if ";" not in line:
        return line.rstrip(), ""
    inside = escaped = False
    for index, character in enumerate(line):
        if character == ";" and not inside and (index == 0 or line[index - 1].isspace()):
            return line[:index].rstrip(), line[index:].rstrip()
        if character == '"' and not escaped:
            inside = not inside
        escaped = inside and character == "\\" and not escaped
    return line.rstrip(), ""


def tokenise(line: str, file: str, number: int) -> tuple[list[Token], list[Problem]]:
    """The tokens of a line without its comment, and what is wrong with it."""
    tokens: list[Token] = []
    problems: list[Problem] = []
    for found in _TOKEN.finditer(line):
        column = found.start() + 1
        if found["string"]:
            tokens.append(Token(_unquoted(found["string"]), column, is_string=True))
        elif found["open"]:
            problems.append(_unclosed(Place(file, number, column)))
            break
        elif found["word"]:
            tokens.append(Token(found["word"], column))
    return tokens, problems


def _unquoted(string: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), string[1:-1])


def _unclosed(place: Place) -> Problem:
    return Problem("T105", "the string is not closed", place, 'end it with " on the same line')
