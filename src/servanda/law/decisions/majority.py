"""A majority: so large a part of the members, of those present, or of those voting is for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from servanda.law.decisions.base import Outcome, Vote
from servanda.law.decisions.threshold import Threshold
from servanda.words.phrases import joined, say, term

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
                return Outcome(None, say("who was present is not recorded"), (say("the attendance"),))
            vote = vote.without(vote.members - vote.present)
        given, against, open_ = len(vote.of("for")), len(vote.of("against")), vote.silent
        whole = given + against + len(open_) if self.base == "voting" else len(vote.members)
        told = say(
            "{given} of {whole} {base} for it, {threshold} needed",
            given=given,
            whole=whole,
            base=term("base", self.base),
            threshold=self.threshold.words,
        )
        if self._is_met(given, whole):
            return Outcome(True, told)
        if not self._is_met(given + len(open_), whole):
            return Outcome(False, told)
        return Outcome(None, joined("; ", (told, say("of {silent} nothing is recorded", silent=len(open_)))), open_)

    def _is_met(self, given: int, whole: int) -> bool:
        return self.threshold.is_met(Fraction(given), Fraction(whole))

    @property
    def words(self) -> str:
        """The rule in words."""
        base = term("base", self.base)
        return say("majority {threshold} of {base}", threshold=self.threshold.words, base=base)

    def __str__(self) -> str:
        return f"majority {self.threshold} of {self.base}"
