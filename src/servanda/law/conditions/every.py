"""All of a closed circle have consented: the signatories, or a declared group (VCLT, art. 24(2) in a clause)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, listed
from servanda.law.conditions.circle import Circle
from servanda.law.facts import Close
from servanda.law.words import Words


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

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a member of the circle whose consent does not stand."""
        circle = self.circle.members(asked, close)
        if circle is None:
            return Finding(False, f"{self}: the record names none", (), f"the record does not name {self}")
        if not circle:
            return Finding(False, f"{self}: nobody belongs to it", (), f"cannot be met: {self.circle} is empty")
        found = asked.consents(close)
        waiting = circle - found.keys()
        acts = acts_of(found[party] for party in sorted(circle & found.keys()))
        words = f"{len(circle) - len(waiting)} of {len(circle)} ({self})"
        return Finding(not waiting, words, acts, f"consent of {listed(waiting)}" if waiting else "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of changes of the circle."""
        return asked.days(early) | self.circle.days(asked, early)
