"""A year as twelve lines of days, with a mark for what falls on each."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date

from babel.dates import get_month_names
from markupsafe import Markup

from servanda.pages.calendar import CalendarRow
from servanda.web.pictures.drawing import box, mark, picture, text
from servanda.words.labels import label

SHAPES = {
    "session": "disc",
    "session called": "ring",
    "session proposed": "ring",
    "in force": "diamond",
    "presidency begins": "square",
    "due": "wedge",
}
WIDTH, LEFT, CELL, ROW, TOP = 1000, 120, 28, 26, 26


def year_picture(year: int, items: Sequence[CalendarRow], as_of: date, title: str, language: str = "en") -> Markup:
    """The year; what has no whole day stands in the table only."""
    months = get_month_names("wide", context="stand-alone", locale=language)
    parts = [text(LEFT + CELL * (day - 0.5), 16, day, "tick", "middle") for day in range(1, 32)]
    for month in range(1, 13):
        y = TOP + ROW * (month - 1)
        parts += [text(LEFT - 12, y + 18, months[month], "name", "end"), *_days(year, month, y, as_of)]
    seen: Counter[date] = Counter()
    for one in items:
        day = one.on.first
        if day == one.on.last and day.year == year:
            parts.append(_event(one, day, min(11 * seen[day], 11), language))
            seen[day] += 1
    return picture("year", WIDTH, TOP + ROW * 12 + 4, title, str(len(items)), parts)


def _days(year: int, month: int, y: float, as_of: date) -> list[str]:
    days = range(1, monthrange(year, month)[1] + 1)
    return [box(LEFT + CELL * (day - 1), y, CELL - 2, ROW - 2, _kind(date(year, month, day), as_of)) for day in days]


def _event(one: CalendarRow, day: date, shift: int, language: str) -> str:
    """The mark of a thing on its day; several on one day stand side by side."""
    x, y = LEFT + CELL * (day.day - 1) + 8 + shift, TOP + ROW * (day.month - 1) + 12
    return mark(x, y, SHAPES[one.what], "m-event", f"{label('event', one.what, language)}: {one.object.title}")


def _kind(day: date, as_of: date) -> str:
    if day == as_of:
        return "day today"
    return "day weekend" if day.weekday() > 4 else "day"
