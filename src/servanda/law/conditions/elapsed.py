"""Time alone fulfils it: so many days, months or years from a day (CIS Charter: a year after its adoption)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from servanda.days import Day, plus_days, plus_months
from servanda.law.conditions.base import Asked, Finding, Line
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import Phrase, counted, say


@dataclass(frozen=True, slots=True)
class Elapsed(Line):
    """`when +12 months from 1993-01-22`; a month without that day ends on its last day."""

    number: int
    unit: Literal["days", "months", "years"]
    start: Day

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are a step, `from` and a whole day."""
        match words:
            case [step, "days" | "months" | "years" as unit, "from", text] if step.startswith("+"):
                number, start = Words([step[1:]]).number(), Words([text]).day()
                return cls(number, unit, start) if number and start and number < 10_000 else None
        return None

    def __str__(self) -> str:
        return f"+{self.number} {self.unit} from {self.start}"

    @property
    def due(self) -> Day | None:
        """The day on which the time has passed; None beyond the calendar."""
        if self.unit == "days":
            day = plus_days(self.start, self.number)
        else:
            day = plus_months(self.start, self.number * (12 if self.unit == "years" else 1), "back")
        return None if day.last == date.max else day

    def test(self, asked: Asked, close: Close) -> Finding:
        """Compare the day with the day on which the time has passed."""
        if self.due is None:
            words = say("{line} lies beyond the calendar", line=str(self))
            return Finding(False, words, (), say("cannot be met: {line}", line=str(self)))
        passed = _time(self.number, self.unit, self.start)
        if self.due.first <= close.day:
            return Finding(True, say("{time} have passed on {day}", time=passed, day=self.due))
        return Finding(False, say("{time} pass on {day}", time=passed, day=self.due), (), say("{day}", day=self.due))

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The day on which the time has passed."""
        return {self.due.first} if self.due else ()


def _time(number: int, unit: str, start: Day) -> Phrase:
    """So much time from a day."""
    if unit == "days":
        return counted("{number} day from {start}", "{number} days from {start}", number, start=start)
    if unit == "months":
        return counted("{number} month from {start}", "{number} months from {start}", number, start=start)
    return counted("{number} year from {start}", "{number} years from {start}", number, start=start)
