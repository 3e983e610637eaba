"""Published counts over time, one strip for each kind and organisation, with the target that was set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from servanda.pages.barriers import TargetRow
from servanda.pages.days_in_words import long_day
from servanda.pages.listed import shown
from servanda.pages.published import PublishedCount
from servanda.web.pictures.drawing import axis, line, mark, picture, text
from servanda.web.pictures.scale import Scale
from servanda.words.catalogue import translations

WIDTH, LEFT, RIGHT, STRIP, ROOM = 1000, 40, 780, 132, 52
MOST = 12

Key = tuple[str, str]


def barriers_picture(
    counts: Sequence[PublishedCount], targets: Sequence[TargetRow], as_of: date, title: str, language: str = "en"
) -> Markup:
    """A strip for each series that has two counts or a target; one count alone says nothing of time."""
    series = _series(counts, targets)
    if not 0 < len(series) <= MOST:
        return Markup()
    days = [one.on.first for points, _aims in series.values() for one in points]
    days += [one.due.first for _points, aims in series.values() for one in aims]
    scale = Scale.over([*days, as_of], LEFT, RIGHT)
    parts = axis(scale, 8, STRIP * len(series))
    parts.append(line(scale.x(as_of), 8, scale.x(as_of), STRIP * len(series), "now"))
    for number, (points, aims) in enumerate(series.values()):
        parts += _strip(points, aims, scale, STRIP * number, language)
    told = "; ".join(
        f"{_name(*one, language)}: {', '.join(str(each.number) for each in one[0])}" for one in series.values()
    )
    return picture("barriers", WIDTH, STRIP * len(series) + 30, title, told, parts)


Series = tuple[list[PublishedCount], list[TargetRow]]


def _series(counts: Sequence[PublishedCount], targets: Sequence[TargetRow]) -> dict[Key, Series]:
    found: dict[Key, Series] = {}
    for one in sorted(counts, key=lambda each: each.on.first):
        found.setdefault((one.organisation.id, one.what), ([], []))[0].append(one)
    for aim in targets:
        found.setdefault((aim.organisation.id, aim.what), ([], []))[1].append(aim)
    return {key: one for key, one in found.items() if len(one[0]) > 1 or one[1]}


def _name(points: Sequence[PublishedCount], aims: Sequence[TargetRow], language: str) -> str:
    first: PublishedCount | TargetRow = points[0] if points else aims[0]
    return f"{shown(first, 'what', language)} · {first.organisation.title}"


def _strip(
    points: Sequence[PublishedCount], aims: Sequence[TargetRow], scale: Scale, top: float, language: str
) -> Iterator[str]:
    """The name of the series, its line with a number at every count, and its targets."""
    most = max(1, *(one.number for one in points), *(one.number for one in aims))
    floor, height = top + STRIP - 12, STRIP - ROOM - 12

    def y(number: int) -> float:
        return round(floor - number / most * height, 1)

    yield text(LEFT, top + 22, _name(points, aims, language), "strong")
    yield line(LEFT, floor, RIGHT, floor, "lane")
    for aim in aims:
        yield from _aim(aim, scale.x(aim.due.first), y(aim.number), language)
    for one, following in pairwise(points):
        yield line(scale.x(one.on.first), y(one.number), scale.x(following.on.first), y(following.number), "l-count")
    for one in points:
        x = scale.x(one.on.first)
        yield mark(x, y(one.number), "disc", "m-count", f"{long_day(str(one.on), language)}: {one.number}")
        yield text(x, y(one.number) - 9, one.number, "tick", "middle")


def _aim(aim: TargetRow, x: float, y: float, language: str) -> Iterator[str]:
    """The line of a target up to its day, a diamond there, and its words."""
    words = translations(language).gettext("target:")
    yield line(LEFT, y, x, y, "l-target")
    yield mark(x, y, "diamond", "m-target", long_day(str(aim.due), language))
    yield text(x + 12, y + 5, f"{words} {aim.number}, {long_day(str(aim.due), language)}", "end")
