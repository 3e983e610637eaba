"""What the finders of offices look at: the plain text, its words, and its mentions by place."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Protocol, TypeVar

from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.tokens import Tokens


class Placed(Protocol):
    """Whatever has a place in the text."""

    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=Placed)


def place_of(placed: Placed) -> int:
    """Where it begins."""
    return placed.start


def between(ordered: list[P], start: int, end: int) -> list[P]:
    """Those of an ordered list that begin between two places."""
    return ordered[bisect_left(ordered, start, key=place_of) : bisect_left(ordered, end, key=place_of)]


@dataclass(frozen=True, slots=True)
class Look:
    """What the finders look at: the plain text, its words, and its mentions by place."""

    plain: str
    tokens: Tokens
    starting: dict[int, Mention]
    inside: set[int]

    def mentions(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin between two places."""
        return [self.starting[word.start] for word in self.tokens.between(start, end) if word.start in self.starting]


def look_at(plain: str, tokens: Tokens, mentions: list[Mention]) -> Look:
    """The text as the finders look at it; adjectives may be part of a name's office, not of a name."""
    inside = {word.start for m in mentions for word in tokens.between(m.start, m.end)}
    return Look(plain, tokens, {m.start: m for m in mentions}, inside)
