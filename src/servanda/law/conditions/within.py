"""A condition that is open only from a day, or until a day: a rule that changes with time (CETS 223, art. 37(2)).

The Protocol of 2018 to Convention 108 asked for all parties; from 11 October 2023 thirty-eight are enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from servanda.days import Day
from servanda.law.conditions.base import Asked, Condition, Finding
from servanda.law.facts import Close
from servanda.law.words import Words
from servanda.words.phrases import joined, say


@dataclass(frozen=True, slots=True)
class Within:
    """`… from 2023-10-11`, `… until 2018-02-04`, behind any condition; both days are within."""

    condition: Condition
    start: Day | None = None
    end: Day | None = None

    @classmethod
    def of(cls, condition: Condition, start: Day | None, end: Day | None) -> Self | Condition:
        """The condition with its window, or as it is where it has none."""
        return cls(condition, start, end) if start or end else condition

    def __str__(self) -> str:
        return f"{self.condition}{self.window}"

    @property
    def window(self) -> str:
        """The words behind the condition."""
        return (f" from {self.start}" if self.start else "") + (f" until {self.end}" if self.end else "")

    def lines(self) -> tuple[str, ...]:
        """The condition's lines with the window on the first."""
        first, *rest = self.condition.lines()
        return (f"{first}{self.window}", *rest)

    def holds(self, asked: Asked, close: Close) -> bool:
        """Tell whether the condition is open at this close, and holds."""
        is_over = self.end is not None and self.end.last < close.day
        is_early = self.start is not None and close.day < self.start.first
        return not is_over and not is_early and self.condition.holds(asked, close)

    def test(self, asked: Asked, close: Close) -> Finding:
        """Decide, if the condition is open at this close."""
        found = self.condition.test(asked, close)
        if self.end and self.end.last < close.day:
            words = joined("; ", (found.words, say("open only until {day}", day=self.end)))
            return replace(found, holds=False, words=words, missing="")
        if self.start and close.day < self.start.first:
            words = joined("; ", (found.words, say("open only from {day}", day=self.start)))
            missing = say("the day {day}", day=self.start)
            missing = say("{one} and {other}", one=missing, other=found.missing) if found.missing else missing
            return replace(found, holds=False, words=words, missing=missing)
        return found

    def days(self, asked: Asked, early: bool) -> Iterable[date]:
        """The days of the condition, the first of the window, and the first after it."""
        days = set(self.condition.days(asked, early)) | ({self.start.first} if self.start else set())
        after = {self.end.last + timedelta(days=1)} if self.end and self.end.last < date.max else set()
        return days | after


def windows(words: list[str]) -> Iterator[tuple[list[str], Day | None, Day | None]]:
    """The words as they are, and without the window that may stand at their end, with its days.

    The least is cut first: in `+12 months from 1993-01-22 until 1995-01-01` the `from` belongs to the condition.
    """
    yield words, None, None
    end = _ending("until", words)
    if end:
        words = words[:-2]
        yield words, None, end
    start = _ending("from", words)
    if start:
        yield words[:-2], start, end


def _ending(word: str, words: list[str]) -> Day | None:
    return Words(words[-1:]).day() if words[-2:-1] == [word] else None
