"""The day of a text, in any language: of its dateline, of a line at its end, else its first full date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from servanda.reading.dates import FoundDate, full_date
from servanda.reading.sentences import Sentence

_FIRST, _LAST = 12, 4
# A line that is so short and holds a date is the day of the text, also at its end.
_SHORT = 40
_REACH = 4000


def dateline(
    sentences: list[Sentence],
    only_date: Callable[[str], dt.date | None],
    find_dates: Callable[[str], list[FoundDate]],
    published: dt.date | None = None,
) -> dt.date | None:
    """The day of the text; `only_date` tells the day of a line that is little but a date.

    Where no line is its dateline, the day on which the text was `published` is its day: a date that the text mentions
    first may be of anything.
    """
    headings = [sentence for sentence in sentences[:_FIRST] if sentence.role == "heading"]
    signed = [sentence for sentence in sentences[-_LAST:] if len(sentence.plain) < _SHORT]
    for sentence in (*headings, *signed):
        day = only_date(sentence.plain)
        if day:
            return day
    if published:
        return published
    first = (date for sentence in sentences if sentence.start < _REACH for date in find_dates(sentence.plain))
    return next((day for date in first if (day := full_date(date.value))), None)


class Dated(Protocol):
    """A text with its day and its dates."""

    @property
    def day(self) -> dt.date | None: ...

    def dated(self, start: int, end: int, /) -> list[FoundDate]: ...


def coming_date(context: Dated, start: int, end: int) -> str | None:
    """The most exact date of a passage that is not past; a day or month that lies behind means next year's."""
    today = context.day.isoformat() if context.day else ""
    values = [date.value for date in context.dated(start, end)]
    later = [value for value in values if not today or value > today[: len(value)] or value == today[:4]]
    if later:
        return max(later, key=len)
    for value in values:
        if today and value[:4] == today[:4] and len(value) > len("2020") and value < today[: len(value)]:
            return f"{int(value[:4]) + 1}{value[4:]}"
    return None
