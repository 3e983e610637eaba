"""The silence procedure: opened until a day, and passed unless somebody breaks it by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Opened, Outcome, Vote
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class SilenceProcedure:
    """A draft is circulated with a deadline; whoever is against it says so by then (UN General Assembly 74/544)."""

    @staticmethod
    def parse(words: Sequence[str]) -> SilenceProcedure | None:
        """Read `silence`."""
        return SilenceProcedure() if list(words) == ["silence"] else None

    def decide(self, vote: Vote) -> Outcome:
        """Adopted when the deadline has passed; who broke the silence too late broke nothing."""
        opened = vote.silence
        if opened is None:
            return Outcome(None, say("no silence procedure was opened"), (say("the opening of a silence procedure"),))
        if broken := _broken(opened):
            return broken
        if opened.passed:
            return Outcome(True, say("recorded as passed in silence"))
        if opened.deadline is None:
            words = say("opened on {day}, its deadline is not recorded", day=opened.on)
            return Outcome(None, words, (say("the deadline"),))
        late = (say("{party} spoke too late, on {day}", party=party, day=on) for party, on in opened.broken)
        if opened.deadline.last < vote.as_of:
            kept = say("nobody broke the silence until {day}", day=opened.deadline)
            return Outcome(True, joined("; ", (kept, *late)))
        words = say("the silence runs until {day}", day=opened.deadline)
        return Outcome(None, words, (say("the end of {day}", day=opened.deadline),))

    @property
    def words(self) -> str:
        """The rule in words."""
        return say("silence")

    def __str__(self) -> str:
        return "silence"


def _broken(opened: Opened) -> Outcome | None:
    """The outcome where the silence was broken in time, or may have been; a deadline not recorded is not past."""
    for party, on in opened.broken:
        if opened.deadline is None or on.last <= opened.deadline.first:
            return Outcome(False, say("{party} broke the silence on {day}", party=party, day=on))
    for party, on in opened.broken:
        if opened.deadline and on.first <= opened.deadline.last:
            last = opened.deadline
            words = say("{party} broke the silence on {day}, perhaps after {last}", party=party, day=on, last=last)
            return Outcome(None, words, (say("the day on which {party} spoke", party=party),))
    return None
