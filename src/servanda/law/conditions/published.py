"""In force from publication (acts of organs, unilateral programmes)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of
from servanda.law.facts import Close, day_of
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Published(Line):
    """`when publication`: the text has been published."""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the word is `publication`."""
        return cls() if words == ["publication"] else None

    def __str__(self) -> str:
        return "publication"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a publication."""
        found = [deed for deed in asked.facts.deeds(asked.of, "publication") if close.has(deed)]
        if found:
            return Finding(True, say("published"), acts_of(found))
        return Finding(False, say("no publication is recorded"), (), say("publication"))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of publication."""
        return {day_of(deed, early) for deed in asked.facts.deeds(asked.of, "publication")}
