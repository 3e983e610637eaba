"""Which of the consents a condition counts: by means, of a circle, with an attribute, of states only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Self

from servanda.law.conditions.base import Asked, not_named
from servanda.law.conditions.circle import Circle
from servanda.law.counting import MEANS, is_organisation
from servanda.law.facts import Close, Deed
from servanda.law.words import Words
from servanda.words.phrases import joined, say, term


@dataclass(frozen=True, slots=True)
class Selection:
    """`counting ratify accept among GROUP with fleet at-least 1000000 excluding-organisations`, each part optional."""

    counting: tuple[str, ...] = ()
    among: Circle | None = None
    table: str = ""
    at_least: Fraction = Fraction(0)
    only_states: bool = False

    @classmethod
    def read(cls, words: Words) -> Self | None:
        """Take a selection, perhaps an empty one; None where a part of it is wrong."""
        counting: tuple[str, ...] = ()
        among, table, at_least = None, "", Fraction(0)
        if words.take("counting"):
            counting = _means(words)
            if not counting:
                return None
        if words.take("among"):
            among = Circle.read(words)
            if among is None:
                return None
        if len(words.left) > 1 and words.left[0] == "with" and not words.left[1].isdigit():
            words.take("with")
            table = words.name()
            at_least = (words.take("at-least") and words.fraction()) or Fraction(0)
            if not table or not at_least:
                return None
        return cls(counting, among, table, at_least, words.take("excluding-organisations"))

    def __str__(self) -> str:
        parts = [f"counting {' '.join(self.counting)}"] if self.counting else []
        parts += [f"among {self.among}"] if self.among else []
        parts += [f"with {self.table} at-least {self.at_least}"] if self.table else []
        return " ".join(parts + (["excluding-organisations"] if self.only_states else []))

    @property
    def words(self) -> str:
        """The selection in words; empty where everything counts."""
        means = joined(" ", (term("means", one) for one in self.counting))
        parts = [say("counting {means}", means=means)] if means else []
        parts += [say("among {circle}", circle=self.among.words)] if self.among else []
        if self.table:
            parts.append(say("with {table} at-least {amount}", table=self.table, amount=self.at_least))
        return joined(" ", parts + ([say("excluding-organisations")] if self.only_states else []))

    def consents(self, asked: Asked, close: Close) -> dict[str, Deed]:
        """The consents of the selection that stand at a close."""
        found = asked.by(self.counting).consents(close)
        if self.among:
            members = self.among.members(asked, close) or frozenset()
            if not members.issuperset(found):
                found = {party: deed for party, deed in found.items() if party in members}
        if self.table:
            table = asked.facts.table(self.table, close.day)
            weights = table.weights if table else {}
            found = {party: deed for party, deed in found.items() if weights.get(party, 0) >= self.at_least}
        if self.only_states:
            found = {party: deed for party, deed in found.items() if not is_organisation(party)}
        return found

    def most(self, asked: Asked, close: Close) -> int:
        """How many consents the selection has at most at a close."""
        return asked.by(self.counting).most(close)

    def unknown(self, asked: Asked, close: Close) -> str:
        """What the record does not tell, so that the selection cannot be made."""
        if self.among and self.among.members(asked, close) is None:
            return not_named(self.among.words)
        if self.table and asked.facts.table(self.table, close.day) is None:
            return say("the record holds no table {table}", table=self.table)
        return ""

    def days(self, asked: Asked, early: bool) -> set[date]:
        """The days on which the selection may change."""
        days = asked.by(self.counting).days(early)
        days |= self.among.days(asked, early) if self.among else set()
        return days | (asked.changes(self.table, early) if self.table else set())


def _means(words: Words) -> tuple[str, ...]:
    found = []
    while word := words.one_of(tuple(MEANS)):
        found.append(word)
    return tuple(dict.fromkeys(found))
