"""Another instrument is in force, as a condition: the delay starts only then (protocols and their conventions)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from servanda.law.conditions.base import Asked, Finding, Line
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class InForce(Line):
    """`when in-force unclos`; where the other is only a floor, the line is `not-before in-force unclos`."""

    instrument: str

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are `in-force` and an instrument."""
        found = Words(words)
        instrument = found.name() if found.take("in-force") else ""
        return cls(instrument) if instrument and not found.left else None

    def __str__(self) -> str:
        return f"in-force {self.instrument}"

    def test(self, asked: Asked, close: Close) -> Finding:
        """Ask for the other's entry into force; an instrument that waits for itself is in force by nothing."""
        if self.instrument == asked.of or asked.facts.waits_for_itself(self.instrument):
            words = say(
                "{other} waits in turn for {instrument}: neither can enter into force by this condition",
                other=self.instrument,
                instrument=asked.of,
            )
            never = say(
                "cannot be met: {instrument} and {other} wait for each other",
                instrument=asked.of,
                other=self.instrument,
            )
            return Finding(False, words, (), never)
        since = asked.facts.force_of(self.instrument)
        if since and (since.first if close.early else since.last) <= close.day:
            return Finding(True, say("{instrument} is in force since {day}", instrument=self.instrument, day=since))
        words = say("{instrument} is not in force", instrument=self.instrument)
        return Finding(False, words, (), say("entry into force of {instrument}", instrument=self.instrument))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The day of the other's entry into force."""
        if self.instrument == asked.of or asked.facts.waits_for_itself(self.instrument):
            return ()
        since = asked.facts.force_of(self.instrument)
        return {since.first if early else since.last} if since else ()
