"""Delays as a clause writes them, and the line on those who consent later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self, get_args

from servanda.days import Day, NotADay
from servanda.law.delays import (
    ClearDays,
    Days,
    DaysAfter,
    Delay,
    FirstAfter,
    FirstOfMonth,
    FirstOfNextMonth,
    FixedElse,
    LaterOf,
    Months,
    ObjectionWindow,
    Rounded,
    SameDay,
    Simple,
    Step,
    carry,
)


def parse_delay(words: list[str]) -> Delay | None:
    """The delay written as these words, or None."""
    match words:
        case ["fixed", day, "else", *other]:
            return _fixed(day, other)
        case ["later-of", *both] if "or" in both:
            cut = both.index("or")
            one, two = _simple(both[:cut]), _simple(both[cut + 1 :])
            return LaterOf(one, two) if one and two else None
    return _simple(words)


def _fixed(text: str, words: list[str]) -> FixedElse | None:
    try:
        day = Day.parse(text)
    except NotADay:
        return None
    other = _simple(words)
    if not day.is_whole or (other is None and words != ["decision"]):
        return None
    return FixedElse(day, other)


def _simple(words: list[str]) -> Simple | None:
    match words:
        case ["same", "day"]:
            return SameDay()
        case ["first", "of", "next", "month"]:
            return FirstOfNextMonth()
        case ["first", "of", "month", "after", *step]:
            found = _step(step)
            return FirstAfter(found) if found else None
        case ["first", "of", "month", number] if _is_step(number) and int(number[1:]):
            return FirstOfMonth(int(number[1:]))
        case ["objection-window", number, "months"] if _is_step(f"+{number}"):
            return ObjectionWindow(int(number))
    return _step(words)


def _step(words: list[str]) -> Step | None:
    match words:
        case [number, "days"] if _is_step(number):
            return Days(int(number[1:]))
        case [number, "clear-days"] if _is_step(number):
            return ClearDays(int(number[1:]))
        case [number, "days-after"] if _is_step(number):
            return DaysAfter(int(number[1:]))
        case [number, "months" | "years" as unit] if _is_step(number):
            return Months(int(number[1:]), "", unit)
        case [number, "months" | "years" as unit, rounding] if _is_step(number) and rounding in get_args(Rounded):
            return Months(int(number[1:]), rounding, unit)  # type: ignore[arg-type]
    return None


def _is_step(word: str) -> bool:
    return word.startswith("+") and word[1:].isdecimal() and word[1:].isascii() and len(word) < 6


@dataclass(frozen=True, slots=True)
class Later:
    """For whom consents after the threshold: the delays and the day from which they run."""

    delays: tuple[Delay, ...]
    anchor: Literal["own-deposit"] = "own-deposit"

    def __str__(self) -> str:
        return f"{' then '.join(map(str, self.delays))} from {self.anchor}"

    @classmethod
    def parse(cls, words: list[str]) -> Self | None:
        """Read `+60 days then first of next month from own-deposit`."""
        if words[-2:] != ["from", "own-deposit"]:
            return None
        delays = parse_delays(words[:-2])
        return cls(delays) if delays else None

    def after(self, day: Day) -> Day | None:
        """The day on which the instrument enters into force for a party whose deposit is of that day."""
        return carry(self.delays, day)


def parse_delays(words: list[str]) -> tuple[Delay, ...] | None:
    """Delays joined by `then`."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "then":
            parts.append([])
        else:
            parts[-1].append(word)
    delays = [parse_delay(part) for part in parts]
    return tuple(delay for delay in delays if delay) if all(delays) else None
