"""What every condition of entry into force can do: decide at the close of a day, explain, print itself back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self

from servanda.law.facts import Close, Facts


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which instrument a condition is asked, which means of consent count, and who may answer."""

    facts: Facts
    of: str
    counting: frozenset[str]


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, in words, on which acts; and, where it does not, what is missing."""

    holds: bool
    words: str
    acts: tuple[str, ...] = ()
    missing: str = ""


class Condition(Protocol):
    """A condition, written as one `when` line of a clause."""

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition written as these words behind `when`, or None when they are another's."""

    def test(self, asked: Asked, close: Close) -> Finding:
        """Decide at the close of a day."""

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days on which the answer may change."""


def listed(parties: Iterable[str]) -> str:
    """Codes for a sentence, in their order."""
    return ", ".join(sorted(parties))


def act_days(asked: Asked, early: bool) -> set[date]:
    """The days on which consents are given, or withdrawals take effect."""
    consents = asked.facts.deeds(asked.of, "consent")
    given = {deed.on.first if early else deed.on.last for deed in consents}
    ends = [deed.effective or deed.on for deed in asked.facts.deeds(asked.of, "withdrawal")]
    return given | {end.last if early else end.first for end in ends}
