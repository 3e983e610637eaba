"""Time alone fulfils it: so many days or months from a day (as in the CIS Charter: a year after its adoption)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from servanda.days import Day, NotADay, plus_days, plus_months
from servanda.law.conditions.base import Asked, Finding
from servanda.law.facts import Close

_STEP = re.compile(r"\+[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Elapsed:
    """`when +12 months from 1993-01-22`; a month without that day ends on its last day."""

    number: int
    unit: Literal["days", "months"]
    start: Day

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """The condition, if the words are a step, `from` and a whole day."""
        match words:
            case [step, "days" | "months" as unit, "from", day] if _STEP.fullmatch(step):
                try:
                    return cls(int(step[1:]), unit, Day.parse(day))
                except NotADay:
                    return None
        return None

    def __str__(self) -> str:
        return f"+{self.number} {self.unit} from {self.start}"

    @property
    def due(self) -> Day:
        """The day on which the time has passed."""
        if self.unit == "days":
            return plus_days(self.start, self.number)
        return plus_months(self.start, self.number, "back")

    def test(self, asked: Asked, close: Close) -> Finding:
        """Compare the day with the day on which the time has passed."""
        due = self.due.first if close.early else self.due.last
        words = f"{self.number} {self.unit} from {self.start} have passed on {self.due}"
        if due <= close.day:
            return Finding(True, words)
        return Finding(False, f"{self.number} {self.unit} from {self.start} pass on {self.due}", (), f"{self.due}")

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The day on which the time has passed."""
        return {self.due.first if early else self.due.last}
