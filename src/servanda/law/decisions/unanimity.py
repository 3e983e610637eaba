"""Unanimity: every member is for it, and one against it is enough to fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote, named
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Unanimity:
    """All are for it; an act fails if one is against (Treaty on the Union State, arts. 34 to 37)."""

    @staticmethod
    def parse(words: Sequence[str]) -> Unanimity | None:
        """Read `unanimity`."""
        return Unanimity() if list(words) == ["unanimity"] else None

    def decide(self, vote: Vote) -> Outcome:
        """Unlike consensus, silence is not enough: who is not for it leaves the answer open."""
        if against := vote.of("against"):
            return Outcome(False, say("{parties} was against", parties=named(against)))
        rest = tuple(sorted(vote.members - set(vote.of("for"))))
        if rest:
            words = say("nobody was against, but {parties} is not recorded as being for it", parties=named(rest))
            return Outcome(None, words, rest)
        return Outcome(True, say("all members were for it"))

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("unanimity")

    def __str__(self) -> str:
        return "unanimity"
