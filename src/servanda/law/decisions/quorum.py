"""The quorum: how many members must be present for an organ to decide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Vote
from servanda.law.decisions.threshold import Threshold
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Quorum:
    """A number, a fraction of the members, all of them, or (neither) not fixed."""

    least: int | None = None
    share: Threshold | None = None
    every: bool = False

    @staticmethod
    def parse(words: Sequence[str]) -> Quorum | None:
        """Read `7`, `2/3 of members`, `all`, `not-fixed`."""
        match list(words):
            case ["not-fixed"]:
                return Quorum()
            case ["all"]:
                return Quorum(every=True)
            case [number] if number.isascii() and number.isdecimal() and len(number) < 5 and int(number) > 0:
                return Quorum(least=int(number))
            case [*share, "of", "members"] if threshold := Threshold.parse(share):
                return Quorum(share=threshold)
        return None

    def needed(self, members: int) -> int | None:
        """How many must be present, or None where no quorum is fixed."""
        if self.every:
            return members
        if self.share:
            part = self.share.share * members
            return math.floor(part) + 1 if self.share.more else math.ceil(part)
        return self.least

    def told(self, vote: Vote) -> tuple[bool | None, str]:
        """Whether it is met (None: not known), and the words; what is not fixed prevents nothing."""
        needed = self.needed(len(vote.members))
        if needed is None:
            return True, say("no quorum is known to be fixed")
        if vote.present is None:
            return None, say("the quorum is {needed}, and who was present is not recorded", needed=needed)
        there, members = len(vote.present & vote.members), len(vote.members)
        words = say(
            "{present} of {members} members present, the quorum is {needed}",
            present=there,
            members=members,
            needed=needed,
        )
        return there >= needed, words

    def __str__(self) -> str:
        if self.every:
            return "all"
        return f"{self.share} of members" if self.share else str(self.least or "not-fixed")
