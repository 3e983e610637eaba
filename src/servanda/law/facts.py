"""The questions that law asks of a record; `book` answers them.

All facts are those that the record knows as of one day. A deed whose day is partial may have been done on any day of
its span: law computes with both ends and never guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from servanda.days import Day
from servanda.law.practice import Practised
from servanda.law.weights import Weights

DeedKind = Literal[
    "consent", "definitive", "withdrawal", "signature", "adoption", "publication", "opening", "option", "termination"
]


@dataclass(frozen=True, slots=True)
class Deed:
    """What one party did to one instrument: the day, the means, the day of effect, the ids of the acts.

    The means of an `option` is the provision that was opted for. Whether an instrument with a reservation counts before
    another party accepted that (`accepted`) is a matter of the depositary's practice.
    """

    party: str
    on: Day
    means: str
    acts: tuple[str, ...]
    effective: Day | None = None
    reserved: bool = False
    accepted: Day | None = None


class Facts(Protocol):
    """What law may ask."""

    def deeds(self, of: str, kind: DeedKind) -> Sequence[Deed]:
        """The deeds of a kind on an instrument, by day."""

    def group(self, name: str, day: date) -> frozenset[str] | None:
        """The members of a named group on a day, or None when no such group is declared."""

    def table(self, name: str, day: date) -> Weights | None:
        """The newest version, on a day, of a table of weights, or None when no such table is declared."""

    def changes(self, name: str) -> Iterable[Day]:
        """The days on which a group or a table of the name is declared, or declared anew."""

    def practice(self, instrument: str, day: date) -> Practised:
        """The practice, on a day, of the depositary of an instrument; empty where none is declared."""

    def force_of(self, instrument: str) -> Day | None:
        """The day since which another instrument is in force, or None while it is not."""

    def waits_for_itself(self, instrument: str) -> bool:
        """Tell whether the question about an instrument came up while it was being answered."""


@dataclass(frozen=True, slots=True)
class Close:
    """The close of a day, on which conditions are tested, under one reading of the partial days.

    `early` reads every partial day as its first day (and a withdrawal's as its last); otherwise the other way round.
    """

    day: date
    early: bool

    def has(self, deed: Deed) -> bool:
        """Tell whether a deed is done at this close."""
        return day_of(deed, self.early) <= self.day

    def has_ended(self, withdrawal: Deed) -> bool:
        """Tell whether a withdrawal has taken effect at this close."""
        return end_of(withdrawal, self.early) <= self.day


def day_of(deed: Deed, early: bool) -> date:
    """The day of a deed under one reading."""
    return deed.on.first if early else deed.on.last


def end_of(withdrawal: Deed, early: bool) -> date:
    """The day on which a withdrawal takes effect under one reading."""
    effect = withdrawal.effective or withdrawal.on
    return effect.last if early else effect.first
