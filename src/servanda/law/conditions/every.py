"""All of a closed circle have consented: the signatories, or a declared group (VCLT, art. 24(2) in a clause)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, nobody_inside, nobody_named
from servanda.law.conditions.circle import Circle
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import listed, say


@dataclass(frozen=True, slots=True)
class Every(Line):
    """`when all signatories`, `when all of cis-founders`, `when all of parties-to echr as-of 2013-06-24`."""

    circle: Circle = field(default_factory=lambda: Circle("signatories"))

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words name all of a circle."""
        found = Words(words)
        if not found.take("all"):
            return None
        of = found.take("of")
        circle = Circle.read(found)
        fits = circle is not None and not found.left and of == (circle.kind != "signatories")
        return cls(circle) if circle and fits else None

    def __str__(self) -> str:
        return f"all {self.circle}" if self.circle.kind == "signatories" else f"all of {self.circle}"

    @property
    def words(self) -> str:
        """The whole circle in words."""
        if self.circle.kind == "signatories":
            return say("all {circle}", circle=self.circle.words)
        return say("all of {circle}", circle=self.circle.words)

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a member of the circle whose consent does not stand."""
        circle = self.circle.members(asked, close)
        if circle is None:
            return nobody_named(self, self.words)
        if not circle:
            return nobody_inside(self, self.circle.words)
        found = asked.consents(close)
        waiting = circle - found.keys()
        acts = acts_of(found[party] for party in sorted(circle & found.keys()))
        have = len(circle) - len(waiting)
        words = say("{have} of {needed} ({circle})", have=have, needed=len(circle), circle=self.words)
        missing = say("consent of {parties}", parties=listed(waiting)) if waiting else ""
        return Finding(not waiting, words, acts, missing)

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of changes of the circle."""
        return asked.days(early) | self.circle.days(asked, early)
