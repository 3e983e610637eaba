"""A sum of amounts: those who consented bring so much together (IFAD: 750 million dollars; the Oil Pollution Fund)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from servanda.law.conditions.base import Asked, Finding, acts_of
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.weighed import Weighed
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Amount(Weighed):
    """`when sum 750000000 of contributions`, `when sum 750000000 of contributions among categories-1-2`."""

    least: Fraction
    table: str
    among: Circle | None = None

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `sum`, an amount and a table."""
        found = Words(words)
        least = found.fraction() if found.take("sum") else None
        table = found.name() if least and found.take("of") else ""
        named = found.take("among")
        among = Circle.read(found) if named else None
        fits = least and table and not found.left and named == (among is not None)
        return cls(least, table, among) if least and fits else None

    def __str__(self) -> str:
        return f"sum {self.least} of {self.table}" + (f" among {self.among}" if self.among else "")

    def test(self, asked: Asked, close: Close) -> Finding:
        """Add up the amounts of those who consented."""
        weighing = self.weigh(asked, close)
        if isinstance(weighing, Finding):
            return weighing
        table, found = weighing.table, weighing.found
        have = table.sum(found)
        holds = have >= self.least
        missing = say("{amount} more of {table}", amount=self.least - have, table=self.table)
        words = say("{have} of {needed} by {table}", have=have, needed=self.least, table=table.words)
        acts = (*acts_of(found.values()), *table.acts)
        provisional = (table.words,) if table.provisional else ()
        return Finding(holds, words, acts, "" if holds else missing, provisional)
