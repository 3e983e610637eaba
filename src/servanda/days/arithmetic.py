"""The arithmetic of delays: days, months, first of the next month.

Adding months may land on a day that does not exist (31 January and one month). No default is right for every
depositary, so `rounding` must be given: `back` is the last day of that month, `forward` the first of the next.
The calendar ends with the year 9999: what would lie behind it is its last day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from servanda.days.day import Day

Rounding = Literal["back", "forward"]


def plus_days(day: Day, days: int) -> Day:
    """The day so many days later; both ends of a partial day move."""
    first, last = (_days_later(end, days) for end in (day.first, day.last))
    return Day(first, last, approximate=day.approximate)


def plus_months(day: Day, months: int, rounding: Rounding) -> Day:
    """The same day of the month so many months later, rounded as said where that month has no such day."""
    first, last = (_month_later(end, months, rounding) for end in (day.first, day.last))
    return Day(first, last, approximate=day.approximate)


def first_of_next_month(day: Day) -> Day:
    """The first day of the month after the month of the day (also when the day is itself a first)."""
    first, last = (_next_first(end) for end in (day.first, day.last))
    return Day(first, last, approximate=day.approximate)


def _days_later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _month_later(day: date, months: int, rounding: Rounding) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return date.max
    length = monthrange(year, month + 1)[1]
    if day.day <= length:
        return date(year, month + 1, day.day)
    end = date(year, month + 1, length)
    return end if rounding == "back" else _days_later(end, 1)


def _next_first(day: date) -> date:
    return _month_later(day.replace(day=1), 1, "back")
