"""The delays between the day a condition is met and the day of entry into force.

`+30 days` is the thirtieth day following (day + 30); `+30 clear-days` leaves out the day of deposit (day + 31). Months
and years say what a month without that day does: `back` to its last day, `forward` to the next, or `either`. Where the
clause leaves it open ("thirty days after": `+30 days-after`; `+3 months` alone) the depositary's practice settles it
(`law.practice`); by itself an open delay gives both ends. Nothing is assumed here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.days import Day, Rounding, first_of_next_month, plus_days, plus_months

Rounded = Literal["back", "forward", "either"]
"""What a month without that day does."""


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
class DaysAfter:
    """So many days after, in a clause that does not say whether the day of deposit is one of them: both ends."""

    number: int

    def __str__(self) -> str:
        return f"+{self.number} days-after"

    def after(self, day: Day) -> Day:
        """From the nth day following to the day after it."""
        return Day(plus_days(day, self.number).first, plus_days(day, self.number + 1).last, approximate=day.approximate)


@dataclass(frozen=True, slots=True)
class Months:
    """So many months or years later, with the rounding of a missing day of the month; none where the clause is open.

    A depositary's practice may add a day after the period has run: `more` is how many at least, and at most.
    """

    number: int
    rounding: Rounded | Literal[""]
    unit: Literal["months", "years"] = "months"
    more: tuple[int, int] = (0, 0)

    def __str__(self) -> str:
        return f"+{self.number} {self.unit} {self.rounding}".rstrip()

    def after(self, day: Day) -> Day:
        """The day the delay ends; both ends where the rounding is open or not known."""
        months = self.number * (12 if self.unit == "years" else 1)
        ways: tuple[Rounding, ...] = ("back", "forward")
        if self.rounding in ("back", "forward"):
            ways = (self.rounding,)
        least, most = self.more
        first = plus_days(plus_months(day, months, ways[0]), least).first
        last = plus_days(plus_months(day, months, ways[-1]), most).last
        return Day(first, last, approximate=day.approximate)


Step = Days | ClearDays | DaysAfter | Months


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
        return later_day(self.day, late) if late else None


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
        return later_day(one, other) if one and other else None


Simple = (
    SameDay | Days | ClearDays | DaysAfter | Months | FirstOfNextMonth | FirstAfter | FirstOfMonth | ObjectionWindow
)
Delay = Simple | FixedElse | LaterOf


def _both_ends(day: Day, after: Callable[[Day], Day | None]) -> Day | None:
    """A delay taken from both ends of a partial day."""
    first, last = after(Day.of(day.first)), after(Day.of(day.last))
    return Day(first.first, last.last, approximate=day.approximate) if first and last else None


def later_day(one: Day, other: Day) -> Day:
    """The later of two days, end by end where they are partial."""
    approximate = one.approximate or other.approximate
    return Day(max(one.first, other.first), max(one.last, other.last), approximate=approximate)


def carry(delays: tuple[Delay, ...], day: Day) -> Day | None:
    """The day carried through delays; None where only a decision tells, or the calendar ends."""
    found: Day | None = day
    for delay in delays:
        if found is None:
            return None
        found = delay.after(found)
    return None if found and found.first == date.max else found
