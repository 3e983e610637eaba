"""Several conditions must hold together, as one option of others (TPP, art. 30.5(2): six with 85 per cent)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from servanda.law.conditions.base import Asked, Condition, Finding
from servanda.law.facts import Close
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class AllOf:
    """`all-of` with indented conditions, under `any-of`; at the top of a clause all hold together anyway."""

    items: tuple[Condition, ...]

    def __str__(self) -> str:
        return "all of: " + "; ".join(map(str, self.items))

    def lines(self) -> tuple[str, ...]:
        """The word, and the conditions indented under it."""
        return ("all-of", *(f"  {line}" for item in self.items for line in item.lines()))

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether every condition holds."""
        return all(item.holds(asked, close) for item in self.items)

    def test(self, asked: Asked, close: Close) -> Finding:
        """Ask every condition."""
        findings = [item.test(asked, close) for item in self.items]
        return Finding(
            all(finding.holds for finding in findings),
            joined("; ", (finding.words for finding in findings)),
            tuple(dict.fromkeys(act for finding in findings for act in finding.acts)),
            _together([finding.missing for finding in findings if not finding.holds and finding.missing]),
            tuple(name for finding in findings for name in finding.provisional),
            tuple(what for finding in findings for what in finding.presumed),
        )

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of all conditions."""
        return {day for item in self.items for day in item.days(asked, early)}


def _together(missing: list[str]) -> str:
    """All that is missing, as one sentence."""
    if not missing:
        return ""
    return reduce(lambda one, other: say("{one} and {other}", one=one, other=other), missing)
