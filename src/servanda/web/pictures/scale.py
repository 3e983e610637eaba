"""A scale of days: where on a picture a day stands, and which days are written under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from servanda.days import Day, NotADay

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last` (as ordinals) on the pixels from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    @staticmethod
    def over(days: Iterable[date], left: float, right: float) -> Scale:
        """A scale that holds the days, in whole years and with a little room."""
        found = sorted(days)
        start, end = date(found[0].year, 1, 1), date(min(found[-1].year + 1, 9999), 1, 1)
        return Scale(start.toordinal(), end.toordinal(), left, right)

    def x(self, day: date) -> float:
        """Where a day stands."""
        part = (day.toordinal() - self.first) / max(1, self.last - self.first)
        return round(self.left + min(1.0, max(0.0, part)) * (self.right - self.left), 1)

    def years(self, most: int = 9) -> Iterator[tuple[int, float]]:
        """The years that are written, at most so many, with their places."""
        start, end = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = next(one for one in _STEPS if (end - start) / one <= most)
        for year in range(start + (-start) % step, end + 1, step):
            if 1 <= year <= 9999:
                yield year, self.x(date(year, 1, 1))


@lru_cache(maxsize=8192)
def figures(written: str, language: str = "en") -> str:
    """A day in figures as the language writes them, with all four digits of the year; a partial day as it is."""
    try:
        day = Day.parse(written)
    except NotADay:
        return written
    if not day.is_whole:
        return written
    pattern = "dd.MM.y" if language != "en" else "dd MMM y"
    return format_date(day.first, pattern, locale=language)
