"""The words of a line of a clause, taken one after the other by whoever knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

from servanda.days import Day, NotADay
from servanda.law.weights import fraction_of
from servanda.words.parties import is_state

_NAME = re.compile(r"[a-z][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*")
_PARTY = re.compile(rf"[A-Z]{{2,4}}|{_NAME.pattern}")
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)

T = TypeVar("T")

# Words that hold a line together: no group, table or instrument is named so.
_KEYWORD = re.compile(
    r"all|among|as-of|at-least|by|counting|excluding-organisations|from|more-than|of|or-now|over|parties|parties-to|"
    r"signatories|signature|then|unless|until|when|with"
)


class Words:
    """A line's words with a place in them; nothing is taken that does not fit."""

    def __init__(self, words: Sequence[str]) -> None:
        self.left = list(words)

    def take(self, *literals: str) -> bool:
        """Take these words if they are the next."""
        if tuple(self.left[: len(literals)]) != literals:
            return False
        del self.left[: len(literals)]
        return True

    def one_of(self, words: Sequence[str]) -> str:
        """Take the next word if it is one of these."""
        return self.fit(lambda word: word if word in words else None) or ""

    def number(self) -> int | None:
        """Take a whole number above nought."""
        return self.fit(lambda word: int(word) or None if _NUMBER.fullmatch(word) else None)

    def fraction(self) -> Fraction | None:
        """Take a fraction, or a whole number, above nought."""
        return self.fit(lambda word: fraction_of(word) or None)

    def name(self) -> str:
        """Take the lower-case name of a thing."""
        return self.fit(lambda word: word if is_name(word) else None) or ""

    def names(self) -> tuple[str, ...]:
        """Take all names that follow."""
        return tuple(dict.fromkeys(self._while(self.name)))

    def parties(self) -> tuple[str, ...]:
        """Take all codes of parties that follow, sorted."""
        return tuple(sorted(set(self._while(self._party))))

    def day(self) -> Day | None:
        """Take a whole day."""
        return self.fit(_whole_day)

    def text(self) -> str:
        """Take the next word whatever it is: a string."""
        return self.fit(lambda word: word) or ""

    def fit(self, fits: Callable[[str], T | None]) -> T | None:
        """Take the next word if it has a meaning, and give that."""
        value = fits(self.left[0]) if self.left else None
        if value is not None:
            del self.left[0]
        return value

    def _party(self) -> str:
        word = self.left[0] if self.left else ""
        fits = _PARTY.fullmatch(word) and not _KEYWORD.fullmatch(word) and (not word.isupper() or is_state(word))
        return self.text() if fits else ""

    def _while(self, take: Callable[[], str]) -> list[str]:
        found = []
        while word := take():
            found.append(word)
        return found


def is_name(word: str) -> bool:
    """Tell whether a word can name a group, a table or an instrument."""
    return bool(_NAME.fullmatch(word)) and not _KEYWORD.fullmatch(word)


def _whole_day(word: str) -> Day | None:
    try:
        day = Day.parse(word)
    except NotADay:
        return None
    return day if day.is_whole else None
