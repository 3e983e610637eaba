"""No threshold: every state is bound from its own act (as under the Convention on privileges of 1946)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, unknown_to
from servanda.law.conditions.selection import Selection
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import listed, say


@dataclass(frozen=True, slots=True)
class Each(Line):
    """`when each`: the first consent puts the instrument in force for its author, and so on."""

    whose: Selection = field(default_factory=Selection)

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the word is `each`, perhaps with a selection."""
        found = Words(words)
        whose = Selection.read(found) if found.take("each") else None
        return cls(whose) if whose and not found.left else None

    def __str__(self) -> str:
        return f"each {self.whose}".rstrip()

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a first consent."""
        if unknown := self.whose.unknown(asked, close):
            return unknown_to(self, unknown)
        found = self.whose.consents(asked, close)
        if found:
            words = say("no threshold; consent of {parties}", parties=listed(found))
            return Finding(True, words, acts_of(found.values()))
        return Finding(False, say("no threshold, but no consent yet"), (), say("a first consent"))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents."""
        return self.whose.days(asked, early)
