"""A double majority: one by heads and one by weight, and both are needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote
from servanda.law.decisions.majority import Majority
from servanda.law.decisions.weighted import Weighted
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class DoubleMajority:
    """Heads and weights together (as in the Treaty on European Union, art. 16(4))."""

    heads: Majority
    weights: Weighted

    @staticmethod
    def parse(words: Sequence[str]) -> DoubleMajority | None:
        """Read `double 55/100 of members and 65/100 of TABLE`."""
        if list(words[:1]) != ["double"] or "and" not in words:
            return None
        middle = list(words).index("and")
        heads = Majority.parse(["majority", *words[1:middle]])
        weights = Weighted.parse(["weighted", *words[middle + 1 :]])
        return DoubleMajority(heads, weights) if heads and weights else None

    def decide(self, vote: Vote) -> Outcome:
        """One that fails is enough to fail; one that is open leaves it open."""
        both = self.heads.decide(vote), self.weights.decide(vote)
        answers = {one.adopted for one in both}
        adopted = False if False in answers else None if None in answers else True
        missing = () if adopted is False else tuple(dict.fromkeys(name for one in both for name in one.missing))
        return Outcome(adopted, say("{one}; and {other}", one=both[0].words, other=both[1].words), missing)

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("double majority: {heads}; and {weights}", heads=self.heads.words, weights=self.weights.words)

    def __str__(self) -> str:
        heads, weights = str(self.heads).partition(" ")[2], str(self.weights).partition(" ")[2]
        return f"double {heads} and {weights}"
