"""The words of a Russian text with their places, each understood when it is first asked."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from servanda.words.morphology import Form, forms, lemmas

_WORD = re.compile(r"[^\W_]+(?:(?:\.-|['.-])(?=[^\W\d_])[^\W_]+)*")
_LONGEST = 60
# The dictionary asks each other letter for its Unicode name, and fails on those that have none.
_USUAL = re.compile("[\u0000-\u052f]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its place and its letters."""

    start: int
    end: int
    text: str
    low: str
    """The word in lower case."""
    bare: str
    """The word as it is compared: in lower case, with ё as е."""

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def forms(self) -> tuple[Form, ...]:
        """Every way to understand the word."""
        return forms(self.low)

    @property
    def lemmas(self) -> frozenset[str]:
        """Every dictionary form the word may have."""
        return lemmas(self.low)

    def cases(self, part: str = "") -> frozenset[str]:
        """The cases in which the word may stand, as some part of speech."""
        return frozenset(form.case for form in self.forms if form.case and (not part or form.part == part))

    def can_be(self, part: str, *cases: str) -> bool:
        """Tell whether the word may be this part of speech, in one of these cases."""
        return any(form.part == part and (not cases or form.case in cases) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Tokens:
    """All words of a text in order, by place."""

    words: list[Token]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin between two places."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def number(self, place: int) -> int:
        """The number of the first word that begins at or after a place."""
        return bisect_left(self.starts, place)


def _token(match: re.Match[str]) -> Token:
    low = match[0].lower()
    if not _USUAL.fullmatch(low):
        low = "".join(letter if unicodedata.name(letter, "") else "?" for letter in low)
    return Token(match.start(), match.end(), match[0], low, low.replace("ё", "е"))


def tokenise(plain: str) -> Tokens:
    """The words of a plain text."""
    words = [_token(m) for m in _WORD.finditer(plain) if m.end() - m.start() <= _LONGEST]
    return Tokens(words, [word.start for word in words])
