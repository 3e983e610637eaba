"""Consensus minus one: the vote of the state that gave notice of withdrawal does not count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from servanda.law.decisions.base import Outcome, Vote, named
from servanda.law.decisions.consensus import Consensus
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class ConsensusMinusOne:
    """Consensus of all but the state whose membership is ended (EAEU Treaty, art. 13)."""

    @staticmethod
    def parse(words: Sequence[str]) -> ConsensusMinusOne | None:
        """Read `consensus-minus-one`."""
        return ConsensusMinusOne() if list(words) == ["consensus-minus-one"] else None

    def decide(self, vote: Vote) -> Outcome:
        """Consensus of the others; without a notice nobody can be left out."""
        leaving = sorted(vote.leaving & vote.members)
        if len(leaving) != 1:
            known = say("no member is recorded as having given notice")
            known = say("{parties} gave notice", parties=named(leaving)) if leaving else known
            words = joined("; ", (known, say("whose vote does not count is not known")))
            return Outcome(None, words, (say("a notice of withdrawal"),))
        outcome = Consensus().decide(vote.without(leaving))
        left_out = say("the vote of {parties}, which gave notice, is not counted", parties=named(leaving))
        return replace(outcome, words=joined("; ", (outcome.words, left_out)))

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("consensus-minus-one")

    def __str__(self) -> str:
        return "consensus-minus-one"
