"""A ratio of two sums over those who consented: it can fall when a party joins (Hong Kong Convention, art. 17(1.3)).

The recycling volume of the parties must be at least 3 per cent of their own fleets: each great fleet raises the bar.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, unknown_to
from servanda.law.conditions.share import percent, written
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Ratio(Line):
    """`when ratio 3/100 of recycling-volume over gross-tonnage`."""

    least: Fraction
    above: str
    below: str

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `ratio`, a fraction, and two tables."""
        found = Words(words)
        least = found.fraction() if found.take("ratio") else None
        above = found.name() if least and found.take("of") else ""
        below = found.name() if above and found.take("over") else ""
        return cls(least, above, below) if least and below and not found.left else None

    def __str__(self) -> str:
        return f"ratio {written(self.least)} of {self.above} over {self.below}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Divide the one sum by the other."""
        tables = [asked.facts.table(name, close.day) for name in (self.above, self.below)]
        above, below = tables
        if above is None or below is None:
            name = self.above if above is None else self.below
            return unknown_to(self, say("the record holds no table {table}", table=name))
        found = asked.consents(close)
        upper, lower = above.sum(found), below.sum(found)
        have = upper / lower if lower else None
        words = say(
            "{have} of {needed}: {above} over {below}",
            have=percent(have) if have is not None else say("nothing"),
            needed=percent(self.least),
            above=above.words,
            below=below.words,
        )
        missing = "" if have is not None and have >= self.least else self._missing(upper, lower)
        provisional = tuple(table.words for table in (above, below) if table.provisional)
        return Finding(not missing, words, (*acts_of(found.values()), *above.acts, *below.acts), missing, provisional)

    def _missing(self, upper: Fraction, lower: Fraction) -> str:
        short = self.least * lower - upper
        if short > 0:
            return say("{amount} more of {table}", amount=short, table=self.above)
        return say("parties with {table}", table=self.below)

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of new versions of the tables."""
        return asked.days(early) | asked.changes(self.above, early) | asked.changes(self.below, early)
