"""Lanes, one for each state, with marks and bars over the years: the chart of a document, the terms of a presidency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from servanda.days import Day
from servanda.pages.days_in_words import long_day
from servanda.pages.documents import ChartRow
from servanda.pages.presidency import TermRow
from servanda.web.pictures.drawing import axis, box, line, mark, picture, text
from servanda.web.pictures.scale import Scale
from servanda.words.collation import collation_key

WIDTH, LEFT, RIGHT, ROW, TOP = 1000, 250, 980, 26, 10
LONGEST = 60


def chart_picture(rows: Sequence[ChartRow], as_of: date, title: str, language: str = "en") -> Markup:
    """Signature (a ring), consent (a square), and the time since when it is in force (a bar), for each party."""
    days = [day.first for row in rows for day in (row.signed, row.consented, row.bound) if day]
    if not days or len(rows) > LONGEST:
        return Markup()
    scale = Scale.over([*days, as_of], LEFT, RIGHT)
    bottom = TOP + ROW * len(rows)
    parts = [*axis(scale, TOP, bottom), *_now(scale, as_of, bottom)]
    for number, row in enumerate(rows):
        y = TOP + ROW * number + ROW / 2
        parts += [text(LEFT - 12, y + 5, row.party.name, "name", "end"), line(LEFT, y, RIGHT, y, "lane")]
        parts += _deeds(row, scale, y, as_of, language)
    return picture("lanes", WIDTH, bottom + 30, title, "; ".join(row.party.name for row in rows), parts)


def _deeds(row: ChartRow, scale: Scale, y: float, as_of: date, language: str) -> Iterable[str]:
    if row.bound:
        start = scale.x(row.bound.last)
        yield box(start, y - 4, scale.x(as_of) - start, 8, "bar", _tip(row.bound, language))
    if row.signed:
        yield mark(scale.x(row.signed.first), y, "ring", "m-signed", _tip(row.signed, language))
    if row.consented:
        yield mark(scale.x(row.consented.first), y, "square", "m-consented", _tip(row.consented, language), 4.5)


def _tip(day: Day, language: str) -> str:
    return long_day(str(day), language)


def _now(scale: Scale, as_of: date, bottom: float) -> Iterable[str]:
    """The day of the page."""
    x = scale.x(as_of)
    yield line(x, TOP, x, bottom, "now")


def terms_picture(rows: Sequence[TermRow], as_of: date, title: str, language: str = "en") -> Markup:
    """Who presided when: one lane for each state that did, by name."""
    if not rows:
        return Markup()
    ends = [(row.start.first, row.end.last if row.end else as_of) for row in rows]
    scale = Scale.over([*(day for pair in ends for day in pair), as_of], LEFT, RIGHT)
    names = sorted({row.state.name for row in rows}, key=lambda name: collation_key(name, language))
    bottom = TOP + ROW * len(names)
    parts = [*axis(scale, TOP, bottom), *_now(scale, as_of, bottom)]
    for number, name in enumerate(names):
        y = TOP + ROW * number + ROW / 2
        parts += [text(LEFT - 12, y + 5, name, "name", "end"), line(LEFT, y, RIGHT, y, "lane")]
    for row, (start, end) in zip(rows, ends, strict=True):
        y = TOP + ROW * names.index(row.state.name) + ROW / 2
        running = start <= as_of <= end
        kind = "bar running" if running else "bar ahead" if start > as_of else "bar past"
        tip = f"{row.state.name}: {_tip(row.start, language)} – {_tip(row.end, language) if row.end else ''}"
        parts.append(box(scale.x(start), y - 8, scale.x(end) - scale.x(start), 16, kind, tip))
    return picture("terms-picture", WIDTH, bottom + 30, title, ", ".join(names), parts)
