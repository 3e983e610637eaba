"""Long lists in sections: a page shows so many rows of its list, says of how many, and where the others are.

A view that asks for no section gets the whole list: so do the command line and every table that is downloaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from servanda.pages.parts import Page, View
from servanda.words.phrases import Phrase

ROWS = 300
"""So many rows of a list a page shows: more than any list of the shipped record has."""

FROM = "from"
"""What an address calls the row with which a section begins."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """Which rows of a long table a page shows, and the addresses of the rows beside them."""

    table: Annotated[str, "The table, by the name of its field."]
    first: Annotated[int, "The number of the first row shown; 0 where none is."]
    last: Annotated[int, "The number of the last row shown; 0 where none is."]
    of: Annotated[int, "How many rows the whole table has."]
    previous: Annotated[str, "The address of the rows before; empty where there are none."]
    next: Annotated[str, "The address of the rows that follow; empty where there are none."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Page):
    """A page with a table that can grow long: it shows a section of it."""

    section: Annotated[Section, "Which rows of its long table the page shows."]


def in_section(
    view: View, title: Phrase, path: str, table: str, rows: Sequence[T], **asked: str
) -> tuple[dict[str, Any], Sequence[T]]:
    """The frame of a page with a long table, and the rows that it shows: of the others none is looked at."""

    def frame(start: int) -> dict[str, Any]:
        return view.frame(title, path, **asked, **{FROM: start if start > 1 else 0})

    def address(start: int) -> str:
        return str(frame(start)["address"]) if start else ""

    first, last, before, behind = bounds(len(rows), view.start)
    section = Section(table, first, last, len(rows), address(before), address(behind))
    return {**frame(view.start or 1), "section": section}, rows[max(first - 1, 0) : last]


def bounds(size: int, start: int | None, most: int | None = None) -> tuple[int, int, int, int]:
    """The first and the last row of the section of a list that begins with a row, and where its neighbours begin.

    Without a start it is the whole list. 0 stands for no row: behind the end of a list there is an empty section,
    before which comes the last one that has rows.
    """
    if start is None:
        return min(size, 1), size, 0, 0
    most = most or ROWS
    if start > size:
        return 0, 0, (size - 1) // most * most + 1 if size else 0, 0
    last = min(start + most - 1, size)
    return start, last, max(start - most, 1) if start > 1 else 0, last + 1 if last < size else 0
