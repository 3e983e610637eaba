"""A stretch of days, both ends included, whose ends may be partial or, at the end, open."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Never

from servanda.days.day import Day, NotADay

_PERIOD = re.compile(r"([\d-]+~?)(?:(\.\.)([\d-]+~?)?)?", re.ASCII)


class Period:
    """All days from `start` to `end`, both included; `end` None means that no end is known.

    Written `2021` (the whole year), `2014-01-01..2014-03-20`, `2006..2007-10-05`, or `2014-01-01..` (open).
    """

    __slots__ = ("end", "start")
    start: Day
    end: Day | None

    def __init__(self, start: Day, end: Day | None) -> None:
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def __setattr__(self, name: str, value: Any) -> Never:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Period({self})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Period.parse, (str(self),)

    @staticmethod
    def parse(text: str) -> Period:
        """Read the written form; raises NotADay with the reason."""
        found = _PERIOD.fullmatch(text)
        if not found:
            raise NotADay(f"'{text}' is not a period; write 2021, 2014-01-01..2014-03-20 or 2014-01-01..")
        start = Day.parse(found[1])
        if not found[2]:
            return Period(Day.of(start.first), Day.of(start.last))
        end = Day.parse(found[3]) if found[3] else None
        if end and end.last < start.first:
            raise NotADay(f"'{text}' ends before it begins")
        return Period(start, end)

    def surely_holds(self, as_of: date) -> bool:
        """Tell whether `as_of` lies in the period wherever its partial ends are."""
        return self.start.last <= as_of and (self.end is None or as_of <= self.end.first)

    def maybe_holds(self, as_of: date) -> bool:
        """Tell whether `as_of` may lie in the period."""
        return self.start.first <= as_of and (self.end is None or as_of <= self.end.last)

    def __str__(self) -> str:
        if self.end is None:
            return f"{self.start}.."
        whole = str(Day(self.start.first, self.end.last)) if self._has_whole_ends else ""
        return whole if whole and ".." not in whole else f"{self.start}..{self.end}"

    @property
    def _has_whole_ends(self) -> bool:
        return self.end is not None and self.start.is_whole and self.end.is_whole
