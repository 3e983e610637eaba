"""The page of a year: what falls into it, as recorded by the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.parts import Listed, Page, PartyRef, ThingRef, View
from servanda.status.calendar import Item, calendar
from servanda.words.phrases import say

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One thing of the year."""

    on: Annotated[Day, "The day."]
    what: Annotated[
        str,
        "Session, session called, session proposed, in force (entry into force), presidency begins, or due.",
        Listed("event"),
    ]
    object: Annotated[ThingRef, "The session, the organ, the document, the organisation or the commitment."]
    parties: Annotated[list[PartyRef], "Whom it concerns, where not all."]
    place: Annotated[str, "Where."]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage(Page):
    """The calendar of a year."""

    year: Annotated[int, "The year."]
    items: Annotated[list[CalendarRow], "What falls into it, by day."]


def calendar_page(view: View, year: str) -> CalendarPage | None:
    """The calendar of a year, or None for what is no year."""
    if not _YEAR.fullmatch(year) or year == "0000":
        return None
    found = calendar(view.book, int(year), view.as_of)
    title = say("Calendar of {year}", year=int(year))
    rows = [calendar_row(view, item) for item in found]
    return CalendarPage(**view.frame(title, f"/calendar/{year}"), year=int(year), items=rows)  # type: ignore[arg-type]


def calendar_row(view: View, item: Item) -> CalendarRow:
    """The row of one thing of the calendar."""
    return CalendarRow(item.on, item.what, view.thing(item.object), view.parties(item.parties), item.place)
