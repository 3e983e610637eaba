"""Whose consent counts: by which means, of organisations, in which package, and with which other instruments.

What counts is what the treaty makes a means of consent (VCLT, arts. 11 to 16). Ratification at home, provisional
application, extension to a territory and succession to a signature never count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, get_args

from servanda.acts.consent import Means
from servanda.law.course import Course
from servanda.law.facts import Close, Deed, Facts

MEANS: frozenset[str] = frozenset(get_args(Means)) | {"sign"}
"""The means a clause may name; `sign` is a definitive signature: it counts only where named (VCLT, art. 12)."""

UNSPECIFIED = "consent"
"""The means of a deed whose source does not tell it: it fits whatever the clause names."""

OrganisationRule = Literal["", "excluded", "not-additional", "counted"]


@dataclass(frozen=True, slots=True)
class Package:
    """`package 2 of ccw-p1 ccw-p2 ccw-p3`: consent counts with so many of the instruments (CCW, art. 4(3))."""

    number: int
    of: tuple[str, ...]

    def __str__(self) -> str:
        return f"package {self.number} of {' '.join(self.of)}"


@dataclass(frozen=True, slots=True)
class Requirement:
    """`requires TJ consent union-1995`: one party's consent counts only with its consent to others, too."""

    party: str
    of: tuple[str, ...]

    def __str__(self) -> str:
        return f"requires {self.party} consent {' '.join(self.of)}"


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts as consent under a clause, and by the depositary's practice where the clause is silent.

    `unaccepted` are those whose instrument counts only when another accepts its reservation, `uncounted` the
    organisations that the practice does not count.
    """

    means: frozenset[str] = frozenset()
    organisations: OrganisationRule = ""
    worth: int = 1
    package: Package | None = None
    leaving: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    unaccepted: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()

    def has(self, means: str) -> bool:
        """Tell whether a consent by these means counts."""
        return means == UNSPECIFIED or (means in self.means if self.means else means != "sign")

    @property
    def others(self) -> tuple[str, ...]:
        """The other instruments on which it depends whether a consent counts."""
        required = (name for requirement in self.requirements for name in requirement.of)
        return (*(self.package.of if self.package else ()), *self.leaving, *required)


def is_organisation(party: str) -> bool:
    """Tell whether a party is an organisation: those have lower-case names, states upper-case codes."""
    return party != party.upper()


@dataclass(frozen=True, slots=True)
class Courses:
    """The courses of consents that one question looks at, each made when it is first asked for."""

    facts: Facts
    _made: dict[tuple[str, Counting, bool], Course] = field(default_factory=dict)

    def of(self, instrument: str, counting: Counting, early: bool) -> Course:
        """The course of the consents to an instrument that count, under one reading of partial days."""
        key = (instrument, counting, early)
        made = self._made.get(key)
        if made is None:
            ends = self.facts.deeds(instrument, "withdrawal")
            made = Course.of(list(_consents(self.facts, instrument, counting)), ends, early=early)
            self._made[key] = made
            if made.is_whole:
                self._made[instrument, counting, not early] = made
        return made


def standing(courses: Courses, of: str, close: Close, counting: Counting) -> dict[str, Deed]:
    """The consents that stand at a close, by party: the earliest that counts and was not withdrawn since."""
    found = courses.of(of, counting, close.early).at(close.day)
    if not counting.others:
        return found
    others = {name: courses.of(name, Counting(), close.early).at(close.day) for name in counting.others}
    return {party: deed for party, deed in found.items() if _is_complete(party, counting, others)}


def _consents(facts: Facts, of: str, counting: Counting) -> Iterator[Deed]:
    """The consents that count: by their means, with definitive signatures where the clause names signature."""
    only_states = counting.organisations in ("excluded", "not-additional")
    definitive = facts.deeds(of, "definitive") if "sign" in counting.means else ()
    for deed in (*_by_means(facts, of, counting), *definitive):
        if not (only_states and is_organisation(deed.party)):
            yield deed


def _by_means(facts: Facts, of: str, counting: Counting) -> Iterator[Deed]:
    """The consents by means that count; one with a reservation perhaps only once that is accepted."""
    for deed in facts.deeds(of, "consent"):
        if counting.has(deed.means) and deed.party not in counting.uncounted:
            if deed.reserved and deed.party in counting.unaccepted:
                yield from [replace(deed, on=max(deed.on, deed.accepted))] if deed.accepted else []
            else:
                yield deed


def _is_complete(party: str, counting: Counting, others: Mapping[str, Collection[str]]) -> bool:
    """Tell whether a party did, and left, what its consent depends on."""

    def consented(name: str) -> bool:
        return party in others[name]

    package = counting.package
    return (
        (package is None or sum(map(consented, package.of)) >= package.number)
        and not any(map(consented, counting.leaving))
        and all(consented(name) for one in counting.requirements if one.party == party for name in one.of)
    )


def consent_days(courses: Courses, of: str, counting: Counting, early: bool) -> set[date]:
    """The days on which consents that count are given, or withdrawals take effect, here and where it matters."""
    followed = [courses.of(of, counting, early), *(courses.of(name, Counting(), early) for name in counting.others)]
    return {day for course in followed for day, _party in course.turns}
