"""A fraction of a circle has consented: fixed on a day, moving with the circle, or disputed between the two.

Two thirds of the members (AU); three quarters of the parties: of the Basel Ban of 1995 the parties settled in 2011
that these were the parties at its adoption; in the amendment of the CPPNM every new party moved the base.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction as Number
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, nobody_inside, nobody_named
from servanda.law.conditions.circle import Circle
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import listed, say


@dataclass(frozen=True, slots=True)
class Fraction(Line):
    """`when 2/3 of GROUP`, `when more-than 1/2 of signatories`, `when 3/4 of GROUP as-of 1995-09-22 [or-now]`.

    `or-now` marks a base in dispute: the favourable reading gives the early end of the answer, the other the late one.
    """

    part: Number
    of: Circle
    strict: bool = False
    disputed: bool = False

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are a fraction up to one, `of`, and a circle."""
        found = Words(words)
        strict = found.take("more-than")
        part = found.fraction()
        circle = Circle.read(found) if part and part <= 1 and found.take("of") else None
        disputed = bool(circle and circle.as_of) and found.take("or-now")
        return cls(part, circle, strict, disputed) if part and circle and not found.left else None

    def __str__(self) -> str:
        more, now = "more-than " if self.strict else "", " or-now" if self.disputed else ""
        return f"{more}{self.part.numerator}/{self.part.denominator} of {self.of}{now}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Compare those who consented with the number that the base asks for."""
        fixed = self._of(self.of, asked, close)
        if not self.disputed:
            return fixed
        moving = self._of(replace(self.of, as_of=None), asked, close)
        both = (fixed, moving) if fixed.holds == close.early else (moving, fixed)
        words = say("the base is in dispute: {fixed}; or {moving}", fixed=fixed.words, moving=moving.words)
        return replace(both[0], words=words, acts=tuple(dict.fromkeys(fixed.acts + moving.acts)))

    def _of(self, circle: Circle, asked: Asked, close: Close) -> Finding:
        members = circle.members(asked, close)
        if members is None:
            return nobody_named(self, circle.words)
        if not members:
            return nobody_inside(self, circle.words)
        found = {party: deed for party, deed in asked.consents(close).items() if party in members}
        needed = self._number(len(members))
        words = say(
            "{have} of {needed} ({part} of {base}, {circle})",
            have=len(found),
            needed=needed,
            part=self.part,
            base=len(members),
            circle=circle.words,
        )
        missing = self._missing(needed, members, circle, found.keys()) if needed > len(found) else ""
        return Finding(not missing, words, acts_of(found.values()), missing)

    def _missing(self, needed: int, members: frozenset[str], circle: Circle, found: Collection[str]) -> str:
        """How many are missing, with the first of those who could be meant."""
        if needed > len(members):
            return say("cannot be met: {needed} of {base}", needed=needed, base=len(members))
        others = listed(sorted(members - set(found))[:3])
        short = needed - len(found)
        return say("{number} more of {circle} (such as {some})", number=short, circle=circle.words, some=others)

    def _number(self, base: int) -> int:
        """How many a fraction of a base is, rounded up; one more where it must be exceeded."""
        exact = self.part * base
        return int(exact) + 1 if self.strict else -int(-exact // 1)

    def needed(self, asked: Asked, close: Close) -> int | None:
        """The number that is needed, or None where the base is not known."""
        members = self.of.members(asked, close)
        return self._number(len(members)) if members else None

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of consents and of changes of the base."""
        moving = replace(self.of, as_of=None).days(asked, early) if self.disputed else set()
        return asked.days(early) | self.of.days(asked, early) | moving
