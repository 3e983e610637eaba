"""A circle of parties, as it is on a day: the signatories, a declared group, or the parties to another instrument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from servanda.days import Day
from servanda.law.conditions.base import Asked
from servanda.law.facts import Close, day_of
from servanda.law.words import Words
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Circle:
    """`signatories`, `unfccc-parties`, `parties-to unfccc`, each perhaps `as-of 1995-09-22`."""

    kind: Literal["signatories", "group", "parties-to"]
    name: str = ""
    as_of: Day | None = None

    @classmethod
    def read(cls, words: Words) -> Self | None:
        """Take a circle from the words, or nothing."""
        if words.take("signatories"):
            return cls("signatories", "", _as_of(words))
        kind: Literal["group", "parties-to"] = "parties-to" if words.take("parties-to") else "group"
        name = words.name()
        return cls(kind, name, _as_of(words)) if name else None

    def __str__(self) -> str:
        name = {"signatories": "signatories", "group": self.name, "parties-to": f"parties-to {self.name}"}[self.kind]
        return f"{name} as-of {self.as_of}" if self.as_of else name

    @property
    def words(self) -> str:
        """The circle in words."""
        found = {
            "signatories": say("signatories"),
            "group": self.name,
            "parties-to": say("parties-to {instrument}", instrument=self.name),
        }[self.kind]
        return say("{circle} as-of {day}", circle=found, day=self.as_of) if self.as_of else found

    def members(self, asked: Asked, close: Close) -> frozenset[str] | None:
        """Who belongs to it at a close, or on its own day; None where the record does not tell."""
        if self.as_of:
            close = Close(self.as_of.first, close.early)
        if self.kind == "group":
            return asked.facts.group(self.name, close.day)
        if self.kind == "parties-to":
            return asked.parties_to(self.name, close)
        signatures = asked.facts.deeds(asked.of, "signature")
        return frozenset(deed.party for deed in signatures if close.has(deed)) or None

    def days(self, asked: Asked, early: bool) -> set[date]:
        """The days on which it changes."""
        if self.as_of:
            return {self.as_of.first}
        if self.kind == "group":
            return asked.changes(self.name, early)
        if self.kind == "parties-to":
            return asked.days(early, self.name)
        return {day_of(deed, early) for deed in asked.facts.deeds(asked.of, "signature")}


def _as_of(words: Words) -> Day | None:
    left = list(words.left)
    if words.take("as-of"):
        day = words.day()
        if day:
            return day
        words.left = left
    return None
