"""A number of parties have consented, of all or of a circle (the commonest clause: VCLT, art. 24(1))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Self, get_args

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, listed
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.selection import Selection
from servanda.law.counting import is_organisation
from servanda.law.facts import Close, Deed
from servanda.law.words import Words

Noun = Literal["deposits", "notifications", "ratifications", "consents", "instruments", "parties", "states"]


@dataclass(frozen=True, slots=True)
class Subset:
    """`with 5 among list-b`: so many of those counted belong to a narrower circle."""

    number: int
    among: Circle

    def __str__(self) -> str:
        return f"with {self.number} among {self.among}"


@dataclass(frozen=True, slots=True)
class Count(Line):
    """`when 3 deposits`, `when 55 deposits among unfccc-parties`, `when 7 deposits among list-a with 5 among list-b`.

    Consents are counted one per party, the earliest. Under `states` an organisation's instrument does not count; under
    the other nouns it does unless the clause says otherwise (`organisations …`, `excluding-organisations`).
    """

    number: int
    noun: Noun = "deposits"
    whose: Selection = field(default_factory=Selection)
    subsets: tuple[Subset, ...] = ()

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are a number, a noun, and perhaps a selection and subsets."""
        found = Words(words)
        number, noun = found.number(), found.one_of(get_args(Noun))
        if not number or not noun:
            return None
        whose, subsets = Selection.read(found), []
        while found.take("with"):
            of, among = found.number(), Circle.read(found) if found.take("among") else None
            if not of or among is None:
                return None
            subsets.append(Subset(of, among))
        return cls(number, noun, whose, tuple(subsets)) if whose and not found.left else None  # type: ignore[arg-type]

    def __str__(self) -> str:
        parts = [f"{self.number} {self.noun}", str(self.whose), *map(str, self.subsets)]
        return " ".join(part for part in parts if part)

    def test(self, asked: Asked, close: Close) -> Finding:
        """Count the parties whose consent stands."""
        if unknown := self.unknown(asked, close):
            return Finding(False, f"{self}: {unknown}", (), unknown)
        found = self._counted(asked, close)
        have = sum(self._worth(asked, party) for party in found)
        words = f"{have} of {self.number} {self.noun}" + (f" {self.whose}" if str(self.whose) else "")
        words += (f": {listed(found)}" if found else "") + self._said(asked, found)
        missing = [f"{self.number - have} more {self.noun}"] if have < self.number else []
        for subset in self.subsets:
            inside = found.keys() & (subset.among.members(asked, close) or frozenset())
            words += f"; {len(inside)} of {subset.number} among {subset.among}"
            short = subset.number - len(inside)
            missing += [f"{short} more among {subset.among}"] if short > 0 else []
        if missing and (never := self._never(asked, close)):
            missing.append(never)
        return Finding(not missing, words, acts_of(found.values()), ", ".join(missing))

    def needed(self, asked: Asked, close: Close) -> int | None:
        """The number that is needed."""
        return self.number

    def unknown(self, asked: Asked, close: Close) -> str:
        """What the record does not tell."""
        named = (f"the record does not name {one.among}" for one in self.subsets if not _is_known(one, asked, close))
        return self.whose.unknown(asked, close) or next(named, "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the acts that are counted, and of the changes of circles and tables."""
        narrower = (day for subset in self.subsets for day in subset.among.days(asked, early))
        return self.whose.days(asked, early).union(narrower)

    def _counted(self, asked: Asked, close: Close) -> dict[str, Deed]:
        found = self.whose.consents(asked, close)
        if self.noun == "states":
            return {party: deed for party, deed in found.items() if not is_organisation(party)}
        return found

    def _worth(self, asked: Asked, party: str) -> int:
        return asked.counting.worth if is_organisation(party) else 1

    def _said(self, asked: Asked, found: dict[str, Deed]) -> str:
        """The clause being silent, an organisation among those counted is named."""
        organisations = [party for party in found if is_organisation(party)]
        if not organisations or asked.counting.organisations or self.whose.only_states:
            return ""
        return f" (the clause is silent on organisations; counted: {listed(organisations)})"

    def _never(self, asked: Asked, close: Close) -> str:
        """A circle too small for the number: the condition cannot be met as things are."""
        members = self.whose.among.members(asked, close) if self.whose.among else None
        if members is None or len(members) * max(asked.counting.worth, 1) >= self.number:
            return ""
        return f"cannot be met: {self.whose.among} has {len(members)} members"


def _is_known(subset: Subset, asked: Asked, close: Close) -> bool:
    return subset.among.members(asked, close) is not None
