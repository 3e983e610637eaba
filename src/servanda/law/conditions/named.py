"""Parties named in the clause have consented: all (NPT, art. IX), or so many of them (IAEA Statute, art. XXI)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import listed, say


@dataclass(frozen=True, slots=True)
class Named(Line):
    """`when parties UZ`: every party named; `when 3 of parties CA FR GB SUHH US`: so many of them."""

    parties: tuple[str, ...]
    number: int = 0

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `parties` and codes, perhaps with a number before."""
        found = Words(words)
        number = found.number()
        if number and not found.take("of"):
            return None
        parties = found.parties() if found.take("parties") else ()
        return cls(parties, number or 0) if parties and not found.left else None

    def __str__(self) -> str:
        return (f"{self.number} of " if self.number else "") + f"parties {' '.join(self.parties)}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Look for named parties whose consent stands."""
        found = asked.consents(close)
        have = [party for party in self.parties if party in found]
        waiting = set(self.parties) - found.keys()
        needed = self.number or len(self.parties)
        words = say(
            "{have} of {needed} named parties ({named})", have=len(have), needed=needed, named=listed(self.parties)
        )
        missing = "" if len(have) >= needed else self._missing(needed - len(have), waiting)
        return Finding(not missing, words, acts_of(found[party] for party in have), missing)

    def _missing(self, short: int, waiting: set[str]) -> str:
        if not self.number:
            return say("consent of {parties}", parties=listed(waiting))
        if short > len(waiting):
            return say("cannot be met: {needed} of {base} named parties", needed=self.number, base=len(self.parties))
        return say("consent of {number} of {parties}", number=short, parties=listed(waiting))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents."""
        return asked.days(early)
