"""The words for the standing of a party towards an instrument: a closed list, and what stands beside the word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.days import Day
from servanda.law.reasons import Reason

Word = Literal[
    "not entitled",
    "entitled",
    "signatory",
    "signatory ad referendum",
    "signatory that disclaimed",
    "received but not deposited",
    "contracting State",
    "applying provisionally",
    "party",
    "withdrawal running",
    "former party",
    "suspended",
    "bound by continuity",
    "ended with the treaty",
    "unknown",
]

BOUND: frozenset[Word] = frozenset({"party", "withdrawal running", "suspended", "bound by continuity"})
"""The words of those for whom the instrument is in force, its operation perhaps suspended (VCLT, arts. 2(1)(g), 72)."""


@dataclass(frozen=True, slots=True)
class Territory:
    """A territory to which a party extended an instrument, or which it excluded (VCLT, art. 29)."""

    name: str
    included: bool
    since: Day
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's standing as of a day: the word, since when, its signature and consent, and the reasons.

    `since` belongs to the word (of a running withdrawal it is the day on which it takes effect); `bound_since` is the
    day since which the instrument binds the party. `without` are the parts by which it is not bound, `optional` those
    it accepted beyond the whole; `versions` the amendments that bind it; `towards` those towards whom alone its
    operation is suspended.
    """

    instrument: str
    party: str
    as_of: date
    word: Word
    since: Day | None
    signed: Day | None
    consented: Day | None
    means: str
    reserved: bool
    reasons: tuple[Reason, ...]
    bound_since: Day | None = None
    without: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    territories: tuple[Territory, ...] = ()
    towards: tuple[str, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Tell whether the instrument is in force for the party, its operation perhaps suspended."""
        return self.word in BOUND

    @property
    def extent(self) -> Literal["whole", "in part"]:
        """Tell whether a party is bound by the whole instrument (VCLT, art. 17)."""
        return "in part" if self.without else "whole"


@dataclass(frozen=True, slots=True)
class Answer:
    """One decision about a standing: the word, since when, why, and since when the party is bound."""

    word: Word
    since: Day | None
    reasons: tuple[Reason, ...]
    bound_since: Day | None = None
