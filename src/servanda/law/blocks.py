"""The lines of a clause as blocks: a line, and those indented under it; and the conditions that they write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from servanda.law.conditions import AllOf, AnyOf, Condition, Count, Fraction, SmallerOf, Within, parse_condition
from servanda.law.conditions.within import windows
from servanda.problems import Place, Problem
from servanda.text.tokens import tokenise

DEEPEST = 2
_OVER_ONE = re.compile(r"(\d{1,18})/(\d{1,18})")


@dataclass(frozen=True, slots=True)
class Block:
    """A line as its words, its place, and the blocks indented under it."""

    text: str
    words: tuple[str, ...]
    place: Place | None
    children: tuple[Block, ...]

    @property
    def word(self) -> str:
        """The word that says what the line is."""
        return self.words[0] if self.words else ""

    @property
    def rest(self) -> list[str]:
        """The words behind it."""
        return list(self.words[1:])


def blocks_of(lines: Sequence[str], places: Sequence[Place] = ()) -> list[Block]:
    """The blocks of a body: a line indented more than the one before stands under it."""
    numbered = [
        (len(line) - len(line.lstrip()), line.strip(), places[index] if index < len(places) else None)
        for index, line in enumerate(lines)
        if line.strip()
    ]
    return list(_blocks(numbered))


def _blocks(lines: Sequence[tuple[int, str, Place | None]]) -> Iterator[Block]:
    start = 0
    while start < len(lines):
        indent, text, place = lines[start]
        end = start + 1
        while end < len(lines) and lines[end][0] > indent:
            end += 1
        words = tuple(token.text for token in tokenise(text, "", 0)[0])
        yield Block(text, words, place, tuple(_blocks(lines[start + 1 : end])))
        start = end


def read_condition(block: Block, depth: int = 0) -> tuple[Condition | None, list[Problem]]:
    """The condition of a block, and what is wrong with its lines."""
    if block.word == "when":
        return _read_line(block)
    words, start, end = list(windows(list(block.words)))[-1]
    if len(words) != 1 or words[0] not in ("any-of", "all-of", "smaller-of"):
        return None, [_wrong(block)]
    if depth >= DEEPEST:
        return None, [Problem("L104", f"'{block.word}' is indented too deeply", block.place, "two levels are enough")]
    found = [read_condition(child, depth + 1) for child in block.children]
    problems = [problem for _condition, wrong in found for problem in wrong]
    options = tuple(condition for condition, _wrong in found if condition)
    condition = None if problems else _GROUPS[words[0]](options)
    if condition is None:
        return None, problems or [Problem("L104", _SHAPES[words[0]], block.place, "indent them under it")]
    return Within.of(condition, start, end), []


def _any_of(options: tuple[Condition, ...]) -> Condition | None:
    return AnyOf(options) if len(options) > 1 else None


def _all_of(items: tuple[Condition, ...]) -> Condition | None:
    return AllOf(items) if len(items) > 1 else None


def _smaller_of(options: tuple[Condition, ...]) -> Condition | None:
    match options:
        case (Count() | Fraction() as one, Count() | Fraction() as other):
            return SmallerOf(one, other)
    return None


_GROUPS = {"any-of": _any_of, "all-of": _all_of, "smaller-of": _smaller_of}
_SHAPES = {
    "any-of": "any-of takes two conditions or more",
    "all-of": "all-of takes two conditions or more",
    "smaller-of": "smaller-of takes two thresholds: counts or fractions",
}


def _read_line(block: Block) -> tuple[Condition | None, list[Problem]]:
    if block.children:
        return None, [Problem("L104", "nothing is indented under 'when'", block.children[0].place)]
    condition = parse_condition(block.rest)
    return condition, [] if condition else [_wrong(block)]


def _wrong(block: Block) -> Problem:
    """Why a line is no condition: a share over one or a number that is nought, or words that are not known."""
    fractions = [_OVER_ONE.fullmatch(word) for word in block.words]
    over = any(found and (int(found[1]) > int(found[2]) or not int(found[2])) for found in fractions)
    if over or "0" in block.words[1:2]:
        message = f"'{block.text}' can be met by nobody, or by nothing at all"
        hint = "a share is more than nought and at most one; a number is at least 1"
        return Problem("L103", message, block.place, hint)
    return Problem("L101", f"'{block.text}' says nothing that is known", block.place, "see docs/explanation/law.md")
