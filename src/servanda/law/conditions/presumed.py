"""A condition of which the record holds no data: taken as met with the others, and said (design, laws 3 and 7).

A clause may ask for tonnage, regions or contributions of which no table is published. The day on which the other
conditions were met is then the day on which all were met only if this one was met before: the answer says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.text.tokens import quoted
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Presumed(Line):
    """`when presumed "50 per cent of the gross tonnage of the world's merchant fleet"`."""

    what: str

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `presumed` and what is presumed."""
        found = Words(words)
        what = found.text() if found.take("presumed") else ""
        return cls(what) if what and not found.left else None

    def __str__(self) -> str:
        return f"presumed {quoted(self.what)}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Take it as met, and say so."""
        words = say("taken as met, for want of data: {what}", what=self.what)
        return Finding(True, words, presumed=(self.what,))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """No day of its own."""
        return ()
