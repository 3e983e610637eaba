"""What every rule of decision is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.law.weights import Weights
from servanda.words.phrases import Phrase, listed


@dataclass(frozen=True, slots=True)
class Opened:
    """A silence procedure: since when, until when, who broke it on which day, and whether it is recorded as passed."""

    on: Day
    deadline: Day | None = None
    broken: tuple[tuple[str, Day], ...] = ()
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """What is known of one question before an organ as of a day.

    `positions` are stances by party; a member that has none said nothing, or nothing of it is recorded. `present` is
    None where the attendance is not recorded. `uninvolved` have declared a lack of interest that is no obstacle.
    """

    positions: Mapping[str, str]
    members: frozenset[str]
    as_of: date
    present: frozenset[str] | None = None
    leaving: frozenset[str] = frozenset()
    uninvolved: frozenset[str] = frozenset()
    tables: Mapping[str, Weights] = field(default_factory=dict)
    silence: Opened | None = None

    def of(self, stance: str) -> tuple[str, ...]:
        """The members that take a stance, by code."""
        return tuple(sorted(party for party in self.members if self.positions.get(party) == stance))

    @property
    def silent(self) -> tuple[str, ...]:
        """The members of which no stance is known, by code."""
        return tuple(sorted(self.members - self.positions.keys()))

    def without(self, parties: Iterable[str]) -> Vote:
        """The same question, with the votes of some parties not counted."""
        return replace(self, members=self.members - frozenset(parties))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule makes of a vote: adopted, not adopted, or (None) not decided by what is recorded.

    `missing` names what would decide it; `not_bound` are the parties that a declared lack of interest keeps out.
    """

    adopted: bool | None
    words: str
    missing: tuple[str, ...] = ()
    not_bound: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


class Rule(Protocol):
    """A way in which an organ decides; it prints as the words it was read from."""

    def decide(self, vote: Vote) -> Outcome:
        """What becomes of the question."""

    @property
    def words(self) -> str:
        """The rule in words."""


def named(parties: Iterable[str]) -> Phrase:
    """Parties as words."""
    return listed(parties)
