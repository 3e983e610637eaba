"""Two versions of a text, compared article by article.

An article begins at a line that numbers it: "Article 5", "Art. 5.", "Статья 5", "§ 5", "5.", "5.1 Trade". An article
is paired with the one of the same number, else with the most alike that is left; so a renumbered article is seen as
renumbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

Change = Literal["same", "changed", "renumbered", "new", "left out"]

_HEADING = re.compile(
    r"^\s*(?:(?:article|art\.|статья|§|section|chapter|раздел|глава|пункт)\s*(\d+(?:[.-]\d+)*|[IVXLC]+)\b"
    r"|(\d{1,3}(?:\.\d{1,3}){0,3})\.(?=\s)"
    r"|(\d{1,3}(?:\.\d{1,3}){1,3})(?=\s+(?-i:[A-ZА-ЯЁ])))",
    re.IGNORECASE | re.MULTILINE,
)
ALIKE = 0.6
"""From this likeness on (of 1) two articles of different numbers are taken for one that was renumbered."""
LIMIT = 500
"""So many articles are compared; a longer text is no treaty."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: kept, taken out, or put in."""

    kind: Literal["kept", "out", "in"]
    words: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One article in both versions."""

    old: str
    new: str
    change: Change
    likeness: int
    pieces: tuple[Piece, ...]


def articles(text: str) -> dict[str, str]:
    """The articles of a text by number; what stands before the first is its preamble, under an empty number."""
    starts = list(_HEADING.finditer(text))[:LIMIT]
    found = {"": text[: starts[0].start() if starts else len(text)].strip()}
    for start, end in zip_longest(starts, starts[1:]):
        number = start[1] or start[2] or start[3]
        body = text[start.end() : end.start() if end else len(text)].strip(" .\n\t")
        found[number if number not in found else f"{number} ({len(found)})"] = body
    return {number: " ".join(body.split()) for number, body in found.items() if number or body}


def compare(old: str, new: str) -> tuple[Compared, ...]:
    """Every article of the new text in its order, then those of the old one that were left out."""
    before, after = articles(old), articles(new)
    pairs = _paired(before, after)
    found = [_compared(pairs.get(number), number, before, after) for number in after]
    left = [number for number in before if number not in pairs.values()]
    return (*found, *(Compared(number, "", "left out", 0, (Piece("out", before[number]),)) for number in left))


def _paired(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """Which article of the old text each new one comes from: of its number and alike; alike; of its number."""
    same = [number for number in after if number in before]
    pairs = {number: number for number in same if _likeness(before[number], after[number]) >= ALIKE}
    for number in (number for number in after if number not in pairs):
        left = [old for old in before if old not in pairs.values()]
        likeness, best = max(((_likeness(before[old], after[number]), old) for old in left), default=(0.0, ""))
        if likeness >= ALIKE:
            pairs[number] = best
    for number in same:
        if number not in pairs and number not in pairs.values():
            pairs[number] = number
    return pairs


def _compared(old: str | None, number: str, before: dict[str, str], after: dict[str, str]) -> Compared:
    if old is None:
        return Compared("", number, "new", 0, (Piece("in", after[number]),))
    one, other = before[old], after[number]
    likeness = round(100 * _likeness(one, other))
    change: Change = "same" if one == other else "changed"
    if old != number:
        change = "renumbered"
    return Compared(old, number, change, likeness, tuple(_pieces(one, other)))


def _likeness(one: str, other: str) -> float:
    """How alike two articles are, by their words."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE / 2 else 0.0


def _pieces(one: str, other: str) -> Iterator[Piece]:
    """The words in order: what is kept, what was taken out, what was put in."""
    old, new = one.split(), other.split()
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("kept", " ".join(old[i1:i2]))
            continue
        if i2 > i1:
            yield Piece("out", " ".join(old[i1:i2]))
        if j2 > j1:
            yield Piece("in", " ".join(new[j1:j2]))


def kept(found: tuple[Compared, ...]) -> tuple[int, int]:
    """How many articles of the old text stay word for word, of how many."""
    old = [one for one in found if one.change != "new"]
    return sum(one.pieces in ((), _whole(one)) for one in old), len(old)


def _whole(one: Compared) -> tuple[Piece, ...]:
    return tuple(piece for piece in one.pieces if piece.kind == "kept")
