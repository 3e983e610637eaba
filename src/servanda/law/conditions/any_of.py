"""One of several conditions is enough (as in the International Regulations for Preventing Collisions at Sea)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from servanda.law.conditions.base import Asked, Condition, Finding
from servanda.law.facts import Close
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`any-of` with indented conditions: the first option that holds is named."""

    options: tuple[Condition, ...]

    def __str__(self) -> str:
        return "any of: " + "; ".join(map(str, self.options))

    def lines(self) -> tuple[str, ...]:
        """The word, and the options indented under it."""
        return ("any-of", *(f"  {line}" for option in self.options for line in option.lines()))

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether an option holds."""
        return any(option.holds(asked, close) for option in self.options)

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for an option that holds."""
        findings = [option.test(asked, close) for option in self.options]
        for finding in findings:
            if finding.holds:
                return finding
        words = say("none of: {options}", options=joined("; ", (finding.words for finding in findings)))
        return Finding(False, words, (), _either([finding.missing for finding in findings if finding.missing]))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of all options."""
        return {day for option in self.options for day in option.days(asked, early)}


def _either(missing: list[str]) -> str:
    """What is missing for one option or another, as one sentence."""
    if not missing:
        return ""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), missing)
