"""A number of parties have consented, of all or of a circle (the commonest clause: VCLT, art. 24(1))."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Self, get_args

from servanda.law.conditions.base import Asked, Finding, Line, acts_of, not_named, unknown_to, with_names
from servanda.law.conditions.circle import Circle
from servanda.law.conditions.selection import Selection
from servanda.law.counting import is_organisation
from servanda.law.facts import Close, Deed
from servanda.law.words import Words
from servanda.words.phrases import bracketed, joined, listed, say, term

Noun = Literal["deposits", "notifications", "ratifications", "consents", "instruments", "parties", "states"]


@dataclass(frozen=True, slots=True)
class Subset:
    """`with 5 among list-b`: so many of those counted belong to a narrower circle."""

    number: int
    among: Circle

    def __str__(self) -> str:
        return f"with {self.number} among {self.among}"

    def inside(self, found: dict[str, Deed], asked: Asked, close: Close) -> Collection[str]:
        """Those of the parties found that belong to the narrower circle."""
        return found.keys() & (self.among.members(asked, close) or frozenset())

    def told(self, have: int) -> str:
        """How many of the narrower circle there are."""
        return say("{have} of {needed} among {circle}", have=have, needed=self.number, circle=self.among.words)

    def missing(self, have: int) -> list[str]:
        """How many more of the narrower circle are needed, if any."""
        short = self.number - have
        return [say("{number} more among {circle}", number=short, circle=self.among.words)] if short > 0 else []


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

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether so many consents stand; where too few do, nobody needs to look whose they are."""
        if self.whose.most(asked, close) * max(asked.counting.worth, 1) < self.number:
            return False
        found = self._counted(asked, close)
        enough = self._number(asked, found) >= self.number
        return (
            enough
            and not self.unknown(asked, close)
            and all(len(one.inside(found, asked, close)) >= one.number for one in self.subsets)
        )

    def test(self, asked: Asked, close: Close) -> Finding:
        """Count the parties whose consent stands."""
        if unknown := self.unknown(asked, close):
            return unknown_to(self, unknown)
        found = self._counted(asked, close)
        have = self._number(asked, found)
        noun = term("counted", self.noun)
        told = (
            say("{have} of {needed} {noun}", have=have, needed=self.number, noun=noun)
            if have <= self.number
            else say("{have} {noun} ({needed} needed)", have=have, needed=self.number, noun=noun)
        )
        named = with_names(joined(" ", (told, self.whose.words)), found)
        words: list[str] = [joined(" ", (named, self._said(asked, found)))]
        missing: list[str] = []
        if have < self.number:
            missing.append(say("{number} more {noun}", number=self.number - have, noun=noun))
        for subset in self.subsets:
            inside = len(subset.inside(found, asked, close))
            words.append(subset.told(inside))
            missing += subset.missing(inside)
        if missing and (never := self._never(asked, close)):
            missing.append(never)
        return Finding(not missing, joined("; ", words), acts_of(found.values()), joined(", ", missing))

    def have(self, asked: Asked, close: Close) -> int:
        """The number that is there."""
        return self._number(asked, self._counted(asked, close))

    def needed(self, asked: Asked, close: Close) -> int | None:
        """The number that is needed."""
        return self.number

    def unknown(self, asked: Asked, close: Close) -> str:
        """What the record does not tell."""
        named = (one.among.words for one in self.subsets if not _is_known(one, asked, close))
        circle = next(named, "")
        return self.whose.unknown(asked, close) or (not_named(circle) if circle else "")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the acts that are counted, and of the changes of circles and tables."""
        narrower = (day for subset in self.subsets for day in subset.among.days(asked, early))
        return self.whose.days(asked, early).union(narrower)

    def _counted(self, asked: Asked, close: Close) -> dict[str, Deed]:
        found = self.whose.consents(asked, close)
        if self.noun == "states":
            return {party: deed for party, deed in found.items() if not is_organisation(party)}
        return found

    def _number(self, asked: Asked, found: dict[str, Deed]) -> int:
        """How many the parties count for; an organisation may count for several."""
        worth = asked.counting.worth
        return len(found) if worth == 1 else sum(worth if is_organisation(party) else 1 for party in found)

    def _said(self, asked: Asked, found: dict[str, Deed]) -> str:
        """The clause being silent, an organisation among those counted is named."""
        organisations = [party for party in found if is_organisation(party)]
        if not organisations or asked.counting.organisations or self.whose.only_states:
            return ""
        words = say(
            "the clause is silent on organisations; counted: {organisations}", organisations=listed(organisations)
        )
        return bracketed(words)

    def _never(self, asked: Asked, close: Close) -> str:
        """A circle too small for the number: the condition cannot be met as things are."""
        circle = self.whose.among
        members = circle.members(asked, close) if circle else None
        if circle is None or members is None or len(members) * max(asked.counting.worth, 1) >= self.number:
            return ""
        return say("cannot be met: {circle} has {members} members", circle=circle.words, members=len(members))


def _is_known(subset: Subset, asked: Asked, close: Close) -> bool:
    return subset.among.members(asked, close) is not None
