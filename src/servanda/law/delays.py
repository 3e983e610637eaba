"""The delays between the day a condition is met and the day of entry into force.

`+30 days` is the thirtieth day following (day + 30); `+30 clear-days` leaves out the day of deposit (day + 31). Months
and years say what a month without that day does: `back` to its last day, `forward` to the next, or `either` where the
depositary's practice is not known: then the answer gives both ends. Nothing is assumed here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Self, get_args

from servanda.days import Day, NotADay, Rounding, first_of_next_month, plus_days, plus_months

Rounded = Literal["back", "forward", "either"]


@dataclass(frozen=True, slots=True)
class SameDay:
    """No delay at all."""

    def __str__(self) -> str:
        return "same day"

    def after(self, day: Day) -> Day:
        """The day itself."""
        return day


@dataclass(frozen=True, slots=True)
class Days:
    """So many days later: the nth day following."""

    number: int

    def __str__(self) -> str:
        return f"+{self.number} days"

    def after(self, day: Day) -> Day:
        """The day the delay ends."""
        return plus_days(day, self.number)


@dataclass(frozen=True, slots=True)
class ClearDays:
    """So many whole days must lie between (as the African Union reads "thirty days after")."""

    number: int

    def __str__(self) -> str:
        return f"+{self.number} clear-days"

    def after(self, day: Day) -> Day:
        """The day after the last of the clear days."""
        return plus_days(day, self.number + 1)


@dataclass(frozen=True, slots=True)
class Months:
    """So many months or years later, with the rounding of a missing day of the month."""

    number: int
    rounding: Rounded
    unit: Literal["months", "years"] = "months"

    def __str__(self) -> str:
        return f"+{self.number} {self.unit} {self.rounding}"

    def after(self, day: Day) -> Day:
        """The day the delay ends; both ends where the rounding is not known."""
        months = self.number * (12 if self.unit == "years" else 1)
        ways: tuple[Rounding, ...] = ("back", "forward") if self.rounding == "either" else (self.rounding,)
        ends = [plus_months(day, months, way) for way in ways]
        return Day(ends[0].first, ends[-1].last, approximate=day.approximate)


Step = Days | ClearDays | Months


@dataclass(frozen=True, slots=True)
class FirstOfNextMonth:
    """The first day of the month that follows."""

    def __str__(self) -> str:
        return "first of next month"

    def after(self, day: Day) -> Day:
        """The day the delay ends."""
        return first_of_next_month(day)


@dataclass(frozen=True, slots=True)
class FirstAfter:
    """The first day of the month that follows the end of a period (Council of Europe; Rome Statute, art. 126)."""

    step: Step

    def __str__(self) -> str:
        return f"first of month after {self.step}"

    def after(self, day: Day) -> Day:
        """The first of the month after the period; a period that ends on a first means the next month."""
        return first_of_next_month(self.step.after(day))


@dataclass(frozen=True, slots=True)
class FirstOfMonth:
    """The first day of the kth month after the month of deposit (Ottawa Convention, art. 17)."""

    number: int

    def __str__(self) -> str:
        return f"first of month +{self.number}"

    def after(self, day: Day) -> Day:
        """The first of that month."""
        first, last = day.first.replace(day=1), day.last.replace(day=1)
        return plus_months(Day(first, last, approximate=day.approximate), self.number, "back")


@dataclass(frozen=True, slots=True)
class ObjectionWindow:
    """The months in which others may object to relations, from the notification (Judgments Convention, art. 29)."""

    number: int

    def __str__(self) -> str:
        return f"objection-window {self.number} months"

    def after(self, day: Day) -> Day:
        """The day on which the window closes."""
        return plus_months(day, self.number, "back")


@dataclass(frozen=True, slots=True)
class FixedElse:
    """A fixed day for what is met by then; else a delay, never before it; or only a decision (`other` None)."""

    day: Day
    other: Delay | None

    def __str__(self) -> str:
        return f"fixed {self.day} else {self.other or 'decision'}"

    def after(self, day: Day) -> Day | None:
        """The fixed day, or what comes in its place."""
        return _both_ends(day, self._after)

    def _after(self, day: Day) -> Day | None:
        if day <= self.day:
            return self.day
        late = self.other.after(day) if self.other else None
        return max(self.day, late) if late else None


@dataclass(frozen=True, slots=True)
class LaterOf:
    """The later of two days."""

    one: Delay
    other: Delay

    def __str__(self) -> str:
        return f"later-of {self.one} or {self.other}"

    def after(self, day: Day) -> Day | None:
        """The later day."""
        return _both_ends(day, self._after)

    def _after(self, day: Day) -> Day | None:
        one, other = self.one.after(day), self.other.after(day)
        return max(one, other) if one and other else None


Simple = SameDay | Days | ClearDays | Months | FirstOfNextMonth | FirstAfter | FirstOfMonth | ObjectionWindow
Delay = Simple | FixedElse | LaterOf


def _both_ends(day: Day, after: Callable[[Day], Day | None]) -> Day | None:
    """A delay taken from both ends of a partial day."""
    first, last = after(Day.of(day.first)), after(Day.of(day.last))
    return Day(first.first, last.last, approximate=day.approximate) if first and last else None


def carry(delays: tuple[Delay, ...], day: Day) -> Day | None:
    """The day carried through delays; None where only a decision tells, or the calendar ends."""
    found: Day | None = day
    for delay in delays:
        if found is None:
            return None
        try:
            found = delay.after(found)
        except (OverflowError, ValueError):
            return None
    return found


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
        case ["first", "of", "month", number] if _is_step(number):
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
