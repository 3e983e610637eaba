"""A weighted share: those who consented weigh so much of a whole (Paris, art. 21; Kyoto, art. 25)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from servanda.law.conditions.base import MANY, Asked, Finding, acts_of
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.weighed import Weighed
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import Phrase, bracketed, counted, joined, listed, say


@dataclass(frozen=True, slots=True)
class Share(Weighed):
    """`when share 55/100 of ghg-2015`, `when share 55/100 of co2-1990 among annex-i`, `when share more-than 2/5 of r`.

    The share is of one where the table gives shares, of its `total` where it gives amounts, and of all members of the
    circle where one is named. A table that is not verified gives a provisional answer.
    """

    part: Fraction
    table: str
    among: Circle | None = None
    strict: bool = False

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `share`, a fraction up to one, and a table."""
        found = Words(words)
        if not found.take("share"):
            return None
        strict = found.take("more-than")
        part = found.fraction()
        table = found.name() if part and part <= 1 and found.take("of") else ""
        named = found.take("among")
        among = Circle.read(found) if named else None
        fits = part and table and not found.left and named == (among is not None)
        return cls(part, table, among, strict) if part and fits else None

    def __str__(self) -> str:
        more, among = "more-than " if self.strict else "", f" among {self.among}" if self.among else ""
        return f"share {more}{written(self.part)} of {self.table}{among}"

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether those who consented weigh enough."""
        weighing = self.weigh(asked, close)
        if isinstance(weighing, Finding):
            return False
        whole = weighing.table.whole(weighing.members)
        return bool(whole) and self._is_enough(weighing.table.sum(weighing.found) / whole)

    def _is_enough(self, have: Fraction) -> bool:
        return have > self.part if self.strict else have >= self.part

    def test(self, asked: Asked, close: Close) -> Finding:
        """Add up the weights of those who consented."""
        weighing = self.weigh(asked, close)
        if isinstance(weighing, Finding):
            return weighing
        table, found = weighing.table, weighing.found
        whole = table.whole(weighing.members)
        if not whole:
            words = say("{line}: nobody weighs anything", line=str(self))
            return Finding(False, words, (), say("cannot be met: {circle} is empty", circle=self.table))
        have = table.sum(found) / whole
        words = say("{have} of {needed} by {table}", have=percent(have), needed=percent(self.part), table=table.words)
        holds = self._is_enough(have)
        acts = (*acts_of(found.values()), *table.acts)
        missing = "" if holds else say("{part} more of {table}", part=percent(self.part - have), table=self.table)
        told = joined(" ", (words, _absent(table.absent(found))))
        return Finding(holds, told, acts, missing, (table.words,) if table.provisional else ())


def written(share: Fraction) -> str:
    """A share as treaties write it: in hundredths where these are exact."""
    hundredths = share * 100
    return f"{hundredths}/100" if hundredths.denominator == 1 else f"{share.numerator}/{share.denominator}"


def percent(share: Fraction) -> Phrase:
    """A share in per cent, to two places, the exact fraction standing behind it in the data."""
    whole, hundredths = divmod(round(share * 10_000), 100)
    return say("{whole}.{hundredths} %", whole=whole, hundredths=f"{hundredths:02}", share=share)


def _absent(parties: tuple[str, ...]) -> str:
    """Those whom the table does not hold: their names, or where they are many, their number."""
    if len(parties) > MANY:
        return bracketed(
            counted(
                "not in the table, counted as nothing: {number} party",
                "not in the table, counted as nothing: {number} parties",
                len(parties),
            )
        )
    words = say("not in the table, counted as nothing: {absent}", absent=listed(parties))
    return bracketed(words) if parties else ""
