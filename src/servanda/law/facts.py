"""The questions that law asks of a record; `book` answers them.

All facts are those that the record knows as of one day. A deed whose day is partial may have been done on any day of
its span: law computes with both ends and never guesses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from servanda.days import Day

DeedKind = Literal["consent", "withdrawal", "signature", "adoption", "publication"]


@dataclass(frozen=True, slots=True)
class Deed:
    """What one party did to one instrument: the day, the means, the day of effect, the ids of the acts."""

    party: str
    on: Day
    means: str
    acts: tuple[str, ...]
    effective: Day | None = None


class Facts(Protocol):
    """What law may ask."""

    def deeds(self, of: str, kind: DeedKind) -> Sequence[Deed]:
        """The deeds of a kind on an instrument, by day."""

    def group(self, name: str, day: date) -> frozenset[str] | None:
        """The members of a named group on a day, or None when no such group is declared."""

    def group_days(self, name: str) -> Sequence[date]:
        """The days on which the members of a group change."""

    def force_of(self, instrument: str) -> Day | None:
        """The day since which another instrument is in force, or None while it is not."""


@dataclass(frozen=True, slots=True)
class Close:
    """The close of a day, on which conditions are tested, under one reading of the partial days.

    `early` reads every partial day as its first day (and a withdrawal's as its last); otherwise the other way round.
    """

    day: date
    early: bool

    def has(self, deed: Deed) -> bool:
        """Tell whether a deed is done at this close."""
        return (deed.on.first if self.early else deed.on.last) <= self.day

    def has_ended(self, withdrawal: Deed) -> bool:
        """Tell whether a withdrawal has taken effect at this close."""
        effect = withdrawal.effective or withdrawal.on
        return (effect.last if self.early else effect.first) <= self.day


def day_of(deed: Deed, early: bool) -> date:
    """The day of a deed under one reading."""
    return deed.on.first if early else deed.on.last


def standing(facts: Facts, of: str, close: Close, counting: frozenset[str]) -> dict[str, Deed]:
    """The consents that stand at a close, by party: the earliest that counts and was not withdrawn since."""
    found: dict[str, Deed] = {}
    withdrawals = [deed for deed in facts.deeds(of, "withdrawal") if close.has_ended(deed)]
    for deed in facts.deeds(of, "consent"):
        if close.has(deed) and (not counting or deed.means in counting):
            ended = any(w.party == deed.party and w.on >= deed.on for w in withdrawals)
            if not ended and deed.party not in found:
                found[deed.party] = deed
    return found
