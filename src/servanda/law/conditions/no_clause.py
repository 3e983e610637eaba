"""No clause at all: in force when all negotiating states have consented (VCLT, art. 24(2))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.every import Every
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class NoClause(Line):
    """`when no-clause`, `when no-clause among GROUP`: the negotiating states are the signatories, or a group."""

    among: Circle | None = None

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `no-clause` and perhaps a circle."""
        found = Words(words)
        if not found.take("no-clause"):
            return None
        among = Circle.read(found) if found.take("among") else None
        return cls(among) if not found.left and (among is None) == (len(words) == 1) else None

    def __str__(self) -> str:
        return f"no-clause among {self.among}" if self.among else "no-clause"

    @property
    def every(self) -> Every:
        """All of the negotiating states."""
        return Every(self.among or Circle("signatories"))

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a negotiating state whose consent does not stand."""
        found = self.every.test(asked, close)
        words = say("no clause: all negotiating states must consent (VCLT, art. 24(2))")
        return Finding(found.holds, joined("; ", (words, found.words)), found.acts, found.missing)

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of signatures."""
        return self.every.days(asked, early)
