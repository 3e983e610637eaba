"""A majority: so large a part of the members, of those present, or of those voting is for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.law.decisions.base import Outcome, Vote
from servanda.law.decisions.threshold import Threshold

BASES = ("members", "present", "voting")


@dataclass(frozen=True, slots=True)
class Majority:
    """A fraction by heads; `voting` are those for and against, abstentions left out."""

    threshold: Threshold
    base: str

    @staticmethod
    def parse(words: Sequence[str]) -> Majority | None:
        """Read `majority 2/3 of present`, `majority more-than 1/2 of members`."""
        match list(words):
            case ["majority", *share, "of", base] if base in BASES and (threshold := Threshold.parse(share)):
                return Majority(threshold, base)
        return None

    def decide(self, vote: Vote) -> Outcome:
        """Decided where those of whom nothing is recorded could not change it either way."""
        if self.base == "present":
            if vote.present is None:
                return Outcome(None, "who was present is not recorded", ("the attendance",))
            vote = vote.without(vote.members - vote.present)
        given, against, open_ = len(vote.of("for")), len(vote.of("against")), vote.silent
        whole = given + against + len(open_) if self.base == "voting" else len(vote.members)
        told = f"{given} of {whole} {self.base} for it, {self.threshold} needed"
        if self._is_met(given, whole):
            return Outcome(True, told)
        if not self._is_met(given + len(open_), whole):
            return Outcome(False, told)
        return Outcome(None, f"{told}; of {len(open_)} nothing is recorded", open_)

    def _is_met(self, given: int, whole: int) -> bool:
        return self.threshold.is_met(Fraction(given), Fraction(whole))

    def __str__(self) -> str:
        return f"majority {self.threshold} of {self.base}"
