"""All of a closed circle have consented: the signatories, or a declared group (VCLT, art. 24(2) in a clause)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, act_days, listed
from servanda.law.facts import Close, day_of, standing


@dataclass(frozen=True, slots=True)
class Every:
    """`when all signatories`, `when all of cis-founders`; the group is empty for the signatories."""

    group: str = ""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words name all signatories or all of a group."""
        match words:
            case ["all", "signatories"]:
                return cls()
            case ["all", "of", group]:
                return cls(group)
        return None

    def __str__(self) -> str:
        return f"all of {self.group}" if self.group else "all signatories"

    def circle(self, asked: Asked, close: Close) -> frozenset[str] | None:
        """Those who must consent, or None when the record does not tell."""
        if self.group:
            return asked.facts.group(self.group, close.day)
        signatures = asked.facts.deeds(asked.of, "signature")
        return frozenset(deed.party for deed in signatures if close.has(deed)) or None

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for a member of the circle whose consent does not stand."""
        circle = self.circle(asked, close)
        if circle is None:
            return Finding(False, f"{self}: the record names none", (), f"the record does not name {self}")
        found = standing(asked.facts, asked.of, close, asked.counting)
        waiting = circle - found.keys()
        acts = tuple(act for party in sorted(circle & found.keys()) for act in found[party].acts)
        words = f"{len(circle) - len(waiting)} of {len(circle)} ({self})"
        return Finding(not waiting, words, acts, f"consent of {listed(waiting)}" if waiting else "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of signatures, or of changes in the group."""
        if self.group:
            return act_days(asked, early) | set(asked.facts.group_days(self.group))
        signatures = asked.facts.deeds(asked.of, "signature")
        return act_days(asked, early) | {day_of(deed, early) for deed in signatures}
