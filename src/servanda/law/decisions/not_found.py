"""A rule that was looked for and not found: it decides nothing, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Outcome, Vote
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class NotFound:
    """The place of a rule whose text nobody has read; no other rule stands in for it."""

    @staticmethod
    def parse(words: Sequence[str]) -> NotFound | None:
        """Read `not-found`."""
        return NotFound() if list(words) == ["not-found"] else None

    def decide(self, vote: Vote) -> Outcome:
        """Not decided, whatever the votes."""
        words = say("the rule for {members} members was not found", members=len(vote.members))
        return Outcome(None, words, (say("the rule of decision"),))

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("not-found")

    def __str__(self) -> str:
        return "not-found"
