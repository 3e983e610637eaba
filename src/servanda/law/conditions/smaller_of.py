"""The smaller of two thresholds is enough (CPTPP, art. 3: six, or half of the signatories, whichever is smaller)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from servanda.law.conditions.base import Asked, Finding
from servanda.law.conditions.count import Count
from servanda.law.conditions.fraction import Fraction
from servanda.law.facts import Close
from servanda.words.phrases import say

Measured = Count | Fraction


@dataclass(frozen=True, slots=True)
class SmallerOf:
    """`smaller-of` with two indented counts or fractions: the one that asks for fewer at that close decides."""

    one: Measured
    other: Measured

    def __str__(self) -> str:
        return f"the smaller of: {self.one}; {self.other}"

    def lines(self) -> tuple[str, ...]:
        """The word, and the two thresholds indented under it."""
        return ("smaller-of", *(f"  {line}" for option in (self.one, self.other) for line in option.lines()))

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether the smaller threshold is reached."""
        return self.test(asked, close).holds

    def test(self, asked: Asked, close: Close) -> Finding:
        """Ask the threshold that is smaller; one that is not known does not decide."""
        known = [(needed, option) for option in (self.one, self.other) if (needed := option.needed(asked, close))]
        if not known:
            return self.one.test(asked, close)
        needed, smaller = min(known, key=lambda pair: pair[0])
        found = smaller.test(asked, close)
        return replace(found, words=say("the smaller threshold is {needed}: {found}", needed=needed, found=found.words))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of both."""
        return {*self.one.days(asked, early), *self.other.days(asked, early)}
