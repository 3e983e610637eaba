"""What was made for a day, kept up to a bound for the next question; the day not used for longest goes first."""

from __future__ import annotations

from collections.abc import Callable, Sized
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T", bound=Sized)


class ByDay(Generic[T]):
    """Answers by day, as long as all of them together hold no more than `limit` rows."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._days: dict[date, T] = {}

    def answer(self, as_of: date, make: Callable[[], T]) -> T:
        """The answer for a day: the one that is kept, else a new one; one that is too large is not kept."""
        # Taken out and put back, so that the order of the days is that of their last use.
        found = self._days.pop(as_of, None)
        if found is None:
            found = make()
        if len(found) <= self.limit:
            self._days[as_of] = found
        while self.rows > self.limit:
            self._days.pop(next(iter(self._days)), None)
        return found

    @property
    def rows(self) -> int:
        """How many rows are kept, over all days."""
        return sum(map(len, list(self._days.values())))
