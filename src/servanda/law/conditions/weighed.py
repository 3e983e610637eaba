"""What conditions on weights share: a table, perhaps a circle, and those who consented in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servanda.law.conditions.base import Asked, Finding, Line, unknown_to
from servanda.law.conditions.circle import Circle
from servanda.law.facts import Close, Deed
from servanda.law.weights import Weights
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Weighing:
    """The table as it stands, the members of the circle if one is named, and whose consent stands."""

    table: Weights
    members: frozenset[str] | None
    found: dict[str, Deed]


class Weighed(Line):
    """A condition on the weights of those who consented, of all or of a circle."""

    __slots__ = ()
    table: str
    among: Circle | None

    def weigh(self, asked: Asked, close: Close) -> Weighing | Finding:
        """Look the table and the circle up; or find that the record does not hold them."""
        table = asked.facts.table(self.table, close.day)
        members = self.among.members(asked, close) if self.among else None
        if table is None or (self.among and members is None):
            if table is None or self.among is None:
                return unknown_to(self, say("the record holds no table {table}", table=self.table))
            return unknown_to(self, say("the record holds no group {circle}", circle=self.among.words))
        consents = asked.consents(close).items()
        return Weighing(table, members, {who: deed for who, deed in consents if members is None or who in members})

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents, and of new versions of the table and the circle."""
        circle = self.among.days(asked, early) if self.among else set()
        return asked.days(early) | asked.changes(self.table, early) | circle
