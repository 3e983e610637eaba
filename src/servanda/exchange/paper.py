"""A page as a paper to be printed or sent: its facts, its tables, how to cite it; PDF and DOCX are made of this.

Reasons and acts stay on the screen, one address away: a paper is for who decides and signs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from servanda.pages.days_in_words import long_day
from servanda.pages.listed import field_label, shown
from servanda.pages.parts import ActRef, Page, PartyRef, ReasonLine, ThingRef
from servanda.words.phrases import render, say

_FRAME = {field.name for field in dataclasses.fields(Page)}
_UNPRINTED = (ActRef, ReasonLine)
WIDE = 6
"""With more columns than this a table lies across the sheet."""


@dataclasses.dataclass(frozen=True, slots=True)
class PaperTable:
    """One table: its heading, the headings of its columns, its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title, what it speaks of, its facts, its tables, and what stands under it."""

    title: str
    as_of: str
    told: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[PaperTable, ...]
    closing: str
    cite: str
    language: str

    @property
    def is_wide(self) -> bool:
        """Tell whether some table needs the sheet across."""
        return any(len(table.columns) > WIDE for table in self.tables)


def paper(page: Page) -> Paper:
    """The paper of a page."""
    names = [field.name for field in dataclasses.fields(page) if field.name not in _FRAME]
    tables = (_table(page, name) for name in names if _is_table(getattr(page, name)))
    facts = ((_label(page, name, page), written) for name in names if (written := _fact(page, name)))
    return Paper(
        page.title,
        str(page.as_of),
        _told(page),
        tuple(facts),
        tuple(table for table in tables if table.columns),
        f"{page.closing} {page.licence}",
        page.address,
        page.language,
    )


def _told(page: Page) -> str:
    day, known = long_day(str(page.as_of), page.language), shown(page, "known", page.language)
    told = say("As of {day}, as known {known} (entry {entry}).", day=day, known=known, entry=page.head)
    return render(told, page.language)


def _label(record: Any, name: str, page: Page) -> str:
    return field_label(record.__class__, name, page.language)


def _is_table(value: Any) -> bool:
    rows = value if isinstance(value, list) else []
    return (
        bool(rows) and dataclasses.is_dataclass(rows[0]) and not isinstance(rows[0], PartyRef | ThingRef | ReasonLine)
    )


def _fact(page: Page, name: str) -> str:
    return "" if _is_table(getattr(page, name)) else _written(shown(page, name, page.language), page.language)


def _table(page: Page, name: str) -> PaperTable:
    """A table without the columns in which nothing stands."""
    rows = getattr(page, name)
    fields = [field.name for field in dataclasses.fields(rows[0])]
    cells = [[_written(shown(row, field, page.language), page.language) for field in fields] for row in rows]
    kept = [at for at in range(len(fields)) if any(row[at] for row in cells)]
    columns = tuple(_label(rows[0], fields[at], page) for at in kept)
    return PaperTable(_label(page, name, page), columns, tuple(tuple(row[at] for at in kept) for row in cells))


def _written(value: Any, language: str) -> str:
    """A value as it stands in a paper; nothing for what stays on the screen."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_written(one, language) for one in value)))
    if value is None or isinstance(value, _UNPRINTED):
        return ""
    if isinstance(value, bool):
        return render(say("yes") if value else say("no"), language)
    if dataclasses.is_dataclass(value):
        return ", ".join(filter(None, _parts(value, language)))
    return long_day(str(value), language)


def _parts(value: Any, language: str) -> Iterator[str]:
    """A reference is its name; another record is what it holds."""
    if isinstance(value, PartyRef):
        yield value.name
    elif isinstance(value, ThingRef):
        yield value.title
    else:
        for field in dataclasses.fields(value):
            yield _written(shown(value, field.name, language), language)
