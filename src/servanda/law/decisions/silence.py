"""The silence procedure: opened until a day, and passed unless somebody breaks it by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.law.decisions.base import Opened, Outcome, Vote


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
            return Outcome(None, "no silence procedure was opened", ("the opening of a silence procedure",))
        if broken := _broken(opened):
            return broken
        if opened.passed:
            return Outcome(True, "recorded as passed in silence")
        if opened.deadline is None:
            return Outcome(None, f"opened on {opened.on}, its deadline is not recorded", ("the deadline",))
        late = "".join(f"; {party} spoke too late, on {on}" for party, on in opened.broken)
        if opened.deadline.last < vote.as_of:
            return Outcome(True, f"nobody broke the silence until {opened.deadline}{late}")
        return Outcome(None, f"the silence runs until {opened.deadline}", (f"the end of {opened.deadline}",))

    def __str__(self) -> str:
        return "silence"


def _broken(opened: Opened) -> Outcome | None:
    """The outcome where the silence was broken in time, or may have been; a deadline not recorded is not past."""
    for party, on in opened.broken:
        if opened.deadline is None or on.last <= opened.deadline.first:
            return Outcome(False, f"{party} broke the silence on {on}")
    for party, on in opened.broken:
        if opened.deadline and on.first <= opened.deadline.last:
            words = f"{party} broke the silence on {on}, perhaps after {opened.deadline}"
            return Outcome(None, words, (f"the day on which {party} spoke",))
    return None
