"""The delays between the day a condition is met and the day of entry into force.

`+30 days` is the thirtieth day following (day + 30). `+1 months back|forward` says what a month without that day
does. Which of them a treaty means is for its clause to say; nothing is assumed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self

from servanda.days import Day, Rounding, first_of_next_month, plus_days, plus_months

_STEP = re.compile(r"\+[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Days:
    """So many days later."""

    number: int

    def __str__(self) -> str:
        return f"+{self.number} days"

    def after(self, day: Day) -> Day:
        """The day the delay ends."""
        return plus_days(day, self.number)


@dataclass(frozen=True, slots=True)
class Months:
    """So many months later, with the rounding of a missing day of the month."""

    number: int
    rounding: Rounding

    def __str__(self) -> str:
        return f"+{self.number} months {self.rounding}"

    def after(self, day: Day) -> Day:
        """The day the delay ends."""
        return plus_months(day, self.number, self.rounding)


@dataclass(frozen=True, slots=True)
class FirstOfNextMonth:
    """The first day of the month that follows."""

    def __str__(self) -> str:
        return "first of next month"

    def after(self, day: Day) -> Day:
        """The day the delay ends."""
        return first_of_next_month(day)


Delay = Days | Months | FirstOfNextMonth


def parse_delay(words: list[str]) -> Delay | None:
    """The delay written as these words, or None."""
    match words:
        case [step, "days"] if _is_step(step):
            return Days(int(step[1:]))
        case [step, "months", "back" | "forward" as rounding] if _is_step(step):
            return Months(int(step[1:]), rounding)
        case ["first", "of", "next", "month"]:
            return FirstOfNextMonth()
    return None


def _is_step(word: str) -> bool:
    return bool(_STEP.fullmatch(word))


@dataclass(frozen=True, slots=True)
class Later:
    """For whom consents after the threshold: the delay and the day from which it runs."""

    delays: tuple[Delay, ...]
    anchor: Literal["own-deposit"] = "own-deposit"

    def __str__(self) -> str:
        return f"{' then '.join(map(str, self.delays))} from {self.anchor}"

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """Read `+30 days from own-deposit`."""
        if words[-2:] != ["from", "own-deposit"]:
            return None
        delay = parse_delay(words[:-2])
        return cls((delay,)) if delay else None

    def after(self, day: Day) -> Day:
        """The day on which the instrument enters into force for a party whose deposit is of that day."""
        for delay in self.delays:
            day = delay.after(day)
        return day
