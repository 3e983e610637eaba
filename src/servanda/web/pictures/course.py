"""The course of a document: signatures, consents and parties over time, and the day of entry into force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from servanda.pages.days_in_words import long_day
from servanda.pages.history import MomentRow
from servanda.web.pictures.drawing import axis, line, mark, picture, text
from servanda.web.pictures.scale import Scale
from servanda.words.catalogue import translations
from servanda.words.labels import label

_LINES = (("signed", "l-signed"), ("consented", "l-consented"), ("bound", "l-bound"))
_FORCE = ("notified", "published", "computed")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 1000, 290, 44, 860, 64, 246


def course_picture(moments: Sequence[MomentRow], as_of: date, title: str, language: str = "en") -> Markup:
    """Three lines of steps, and upright lines where the document enters into force or ends."""
    days = [*(one.on.first for one in moments), as_of]
    scale = Scale.over(days, LEFT, RIGHT)
    most = max((max(one.signed, one.consented, one.bound) for one in moments), default=0)
    if not most:
        return Markup()
    parts = [*_levels(most), *axis(scale, TOP, BOTTOM), *_uprights(moments, scale, language)]
    for field, kind in _LINES:
        parts += _steps(moments, field, kind, scale, most, as_of)
    parts += _ends(moments[-1], most, language)
    told = "; ".join(
        f"{long_day(str(one.on), language)}: {label('moment', one.what, language)}"
        for one in moments
        if not one.parties
    )
    return picture("course", WIDTH, HEIGHT, title, told, parts)


def _y(number: int, most: int) -> float:
    return round(BOTTOM - number / most * (BOTTOM - TOP), 1)


def _levels(most: int) -> list[str]:
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200, 500) if most / one <= 4)
    found = []
    for number in range(step, most + 1, step):
        y = _y(number, most)
        found += [line(LEFT, y, RIGHT, y, "grid"), text(LEFT - 8, y + 4, number, "tick", "end")]
    return found


def _steps(moments: Sequence[MomentRow], field: str, kind: str, scale: Scale, most: int, as_of: date) -> list[str]:
    """A line that rises and falls on the day; up to the day of the page, and dotted where it is still to come."""
    path, last, start = "", 0, scale.left
    for one in moments:
        now = getattr(one, field)
        if now != last:
            x = scale.x(one.on.last)
            path += f"H{x}V{_y(now, most)}" if path else f"M{x} {_y(last, most)}V{_y(now, most)}"
            last, start = now, x
    if not path:
        return []
    end = scale.x(as_of)
    return [f'<path d="{path}{f"H{end}" if end > start else ""}" class="{kind}"/>']


def _uprights(moments: Sequence[MomentRow], scale: Scale, language: str) -> list[str]:
    """What concerns all: entry into force, as a line with its words; the conditions met, as a dotted one."""
    found, row = [], 0
    for one in moments:
        if one.what in (*_FORCE, "ended", "conditions met"):
            x, y = scale.x(one.on.first), 18 + 17 * (row % 3)
            words = f"{label('upright', one.what, language)}, {long_day(str(one.on), language)}"
            side = "end" if x > (LEFT + RIGHT) / 2 else "start"
            kind = "dotted" if one.what == "conditions met" else "upright"
            found.append(line(x, y + 4, x, BOTTOM, kind))
            found.append(text(x + (-6 if side == "end" else 6), y, words, "strong", side))
            row += 1
    return found


def _ends(last: MomentRow, most: int, language: str) -> list[str]:
    """The words and the last number of each line, at the right, apart from one another."""
    known = translations(language)
    words = {
        "signed": known.gettext("signed"),
        "consented": known.gettext("consented"),
        "bound": known.gettext("in force for"),
    }
    shapes = {"signed": "ring", "consented": "square", "bound": "disc"}
    places = sorted(((_y(getattr(last, field), most), field) for field, _kind in _LINES))
    found, free = [], 0.0
    for level, field in places:
        y = max(level, free)
        free = y + 19
        found.append(mark(RIGHT + 18, y, shapes[field], f"m-{field}"))
        found.append(text(RIGHT + 30, y + 5, f"{words[field]} {getattr(last, field)}", "end"))
    return found
