"""A day as a source gives it: whole, or only a month, a year, or a span in which it lies.

The written form is a subset of the Extended Date/Time Format (ISO 8601-2:2019, annex A):
`1995-05-01`, `1995-05`, `1995`, `1995-05..1995-06`, and `~` behind a day that the source calls approximate.
A partial day is never rounded: it keeps the first and the last day that it may mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache, total_ordering
from typing import Any, Never

_PART = r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
_DAY = re.compile(rf"{_PART}(?:\.\.{_PART})?(~?)", re.ASCII)


class NotADay(ValueError):
    """The text has the look of a day but names none; the message says why."""


@total_ordering
class Day:
    """A day that lies between `first` and `last`, both included; a whole day has them equal.

    Immutable and ordered by (first, last). Not a dataclass, because a dataclass would be written to JSON as an
    object with three fields, and a day is written as its text.
    """

    _key: tuple[date, date, bool]
    __slots__ = ("_key", "approximate", "first", "last")
    first: date
    last: date
    approximate: bool

    def __init__(self, first: date, last: date, *, approximate: bool = False) -> None:
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)
        object.__setattr__(self, "approximate", approximate)
        object.__setattr__(self, "_key", (first, last, approximate))

    def __setattr__(self, name: str, value: Any) -> Never:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Day) and self._key == other._key

    def __lt__(self, other: Day) -> bool:
        return bool(self._key < other._key)

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return f"Day({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Day.parse, (str(self),)

    @staticmethod
    @lru_cache(maxsize=65536)
    def parse(text: str) -> Day:
        """Read the written form; raises NotADay with the reason."""
        found = _DAY.fullmatch(text)
        if not found:
            raise NotADay(f"'{text}' is not a day; a day is written 1995-05-01, 1995-05 or 1995")
        year, month, day, year2, month2, day2, tilde = found.groups()
        first, last = _bounds(year, month, day)
        if year2:
            last = _bounds(year2, month2, day2)[1]
        if last < first:
            raise NotADay(f"'{text}' ends before it begins")
        return Day(first, last, approximate=bool(tilde))

    @staticmethod
    def of(day: date) -> Day:
        """A whole day."""
        return Day(day, day)

    @property
    def is_whole(self) -> bool:
        """Tell whether exactly one day is meant."""
        return self.first == self.last and not self.approximate

    def surely_by(self, as_of: date) -> bool:
        """Tell whether the day has passed (or is) at the close of `as_of`, whichever day it was."""
        return self.last <= as_of

    def maybe_by(self, as_of: date) -> bool:
        """Tell whether the day may have passed at the close of `as_of`."""
        return self.first <= as_of

    def __str__(self) -> str:
        tilde = "~" if self.approximate else ""
        return _written(self.first, self.last) + tilde


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """The first and the last day of a written day, month or year."""
    try:
        if day and month:
            whole = date(int(year), int(month), int(day))
            return whole, whole
        if month:
            return date(int(year), int(month), 1), _month_end(int(year), int(month))
        return date(int(year), 1, 1), date(int(year), 12, 31)
    except ValueError as error:
        written = "-".join(part for part in (year, month, day) if part)
        raise NotADay(f"there is no day {written} in the calendar") from error


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, monthrange(year, month)[1])


def _written(first: date, last: date) -> str:
    """The shortest form that names exactly the days from `first` to `last`."""
    if first == last:
        return first.isoformat()
    starts_year, ends_year = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
    if starts_year and ends_year:
        return _joined(f"{first.year:04}", f"{last.year:04}")
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _joined(first.isoformat()[:7], last.isoformat()[:7])
    return _joined(first.isoformat(), last.isoformat())


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"
