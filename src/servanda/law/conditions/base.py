"""What every condition of entry into force can do: decide at the close of a day, explain, print itself back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, Self

from servanda.law.counting import Counting, Courses, consent_days, standing
from servanda.law.course import Course
from servanda.law.facts import Close, Deed, Facts
from servanda.words.phrases import Phrase, joined, listed, say


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which instrument a condition is asked, what counts as consent, and who may answer."""

    facts: Facts
    of: str
    counting: Counting = field(default_factory=Counting)
    courses: Courses = field(init=False, repr=False, compare=False)
    _shared: Courses | None = field(default=None, repr=False, compare=False)
    _own: dict[bool, Course] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "courses", self._shared or Courses(self.facts))

    def by(self, means: Iterable[str]) -> Asked:
        """The same question, where a condition names means of its own."""
        named = frozenset(means)
        if not named:
            return self
        return replace(self, counting=replace(self.counting, means=named), _shared=self.courses)

    def consents(self, close: Close) -> dict[str, Deed]:
        """The consents that stand at a close."""
        return standing(self.courses, self.of, close, self.counting)

    def parties_to(self, other: str, close: Close) -> frozenset[str]:
        """Those whose consent, by any means, to another instrument stands at a close."""
        return self.courses.of(other, Counting(), close.early).parties(close.day)

    def most(self, close: Close) -> int:
        """How many consents there are at most at a close: cheap to tell, before circles and tables are looked at."""
        if close.early not in self._own:
            self._own[close.early] = self.courses.of(self.of, self.counting, close.early)
        return self._own[close.early].number(close.day)

    def days(self, early: bool, of: str = "") -> set[date]:
        """The days on which consents, to this or to another instrument, begin or end."""
        return consent_days(self.courses, of or self.of, Counting() if of else self.counting, early)

    def changes(self, name: str, early: bool) -> set[date]:
        """The days on which a group or a table changes."""
        return {day.first if early else day.last for day in self.facts.changes(name)}


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, in words, on which acts; what is missing where it does not; what it rests on.

    `provisional` names a table that is not yet verified; `presumed` what was taken as met without data.
    """

    holds: bool
    words: str
    acts: tuple[str, ...] = ()
    missing: str = ""
    provisional: tuple[str, ...] = ()
    presumed: tuple[str, ...] = ()


class Condition(Protocol):
    """A condition, written as one `when` line of a clause, or as a line with others indented under it."""

    def holds(self, asked: Asked, close: Close) -> bool:
        """Decide at the close of a day, without telling why: the same answer as that of `test`."""

    def test(self, asked: Asked, close: Close) -> Finding:
        """Decide at the close of a day, and tell why."""

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days on which the answer may change."""

    def lines(self) -> tuple[str, ...]:
        """The condition written back as lines of its clause."""


class Line:
    """A condition of one line: it is written back as `when` and its own words."""

    __slots__ = ()

    def holds(self, asked: Asked, close: Close) -> bool:
        """Decide by the finding; conditions that most clauses have do it without making its sentences."""
        return self.test(asked, close).holds

    def test(self, asked: Asked, close: Close) -> Finding:
        """Decide at the close of a day, and tell why."""
        raise NotImplementedError

    def lines(self) -> tuple[str, ...]:
        """The one line."""
        return (f"when {self}",)


class Simple(Condition, Protocol):
    """A condition that can be read from one line."""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition written as these words behind `when`, or None when they are another's."""


def nobody_named(condition: object, circle: str) -> Finding:
    """What is found where the record does not tell who belongs to a circle."""
    words = say("{line}: the record names none", line=str(condition))
    return Finding(False, words, (), not_named(circle))


def nobody_inside(condition: object, circle: str) -> Finding:
    """What is found where nobody belongs to a circle."""
    words = say("{line}: nobody belongs to it", line=str(condition))
    return Finding(False, words, (), say("cannot be met: {circle} is empty", circle=circle))


def not_named(circle: str) -> Phrase:
    """The sentence on a circle of which the record does not tell who belongs to it."""
    return say("the record does not name {circle}", circle=circle)


def unknown_to(condition: object, what: str) -> Finding:
    """What is found where the record does not hold what the condition asks for."""
    return Finding(False, joined(": ", (str(condition), what)), (), what)


MANY = 24
"""So many names are read at a glance; of more the sentence tells the number only, and its acts tell who."""


def with_names(words: str, parties: Collection[str]) -> str:
    """A sentence, and behind a colon those whom it counts, if any; where they are many, its acts name them."""
    return joined(": ", (words, listed(parties))) if len(parties) <= MANY else words


def acts_of(deeds: Iterable[Deed]) -> tuple[str, ...]:
    """The ids of the acts of several deeds, each once."""
    return tuple(dict.fromkeys(act for deed in deeds for act in deed.acts))
