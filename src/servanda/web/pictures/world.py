"""The map of a document, drawn only when asked for: the standing of each party, as a pattern and as a word.

A state that would be too small to see is a dot. Shapes and dots lie in data/world.tsv, which tools/map.py makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from markupsafe import Markup

from servanda.pages.documents import ChartRow
from servanda.web.pictures.drawing import mark, picture
from servanda.words.labels import label

WIDTH, HEIGHT, DOT = 2000, 789, 7
_LINES = {
    "half": "M-2 10L10 -2M4 16L16 4",
    "back": "M-2 2L10 14M4 -4L16 8",
    "level": "M0 3H12M0 9H12",
    "upright": "M3 0V12M9 0V12",
    "cross": "M0 6H12M6 0V12",
    "sparse": "M4 6h4",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a party is on the map: its shape, or the middle of its dot."""

    path: str
    dot: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the legend: a standing, its sample, and the parties that have it."""

    standing: str
    sample: Markup
    rows: list[ChartRow]


@cache
def world() -> Mapping[str, Place]:
    """Every place by its code of ISO 3166-1; land without one has the empty code."""
    text = resources.files("servanda.web.pictures").joinpath("data", "world.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {code: Place(path, _point(dot)) for code, path, dot in rows}


def _point(written: str) -> tuple[int, int] | None:
    x, _, y = written.partition(" ")
    return (int(x), int(y)) if y else None


def world_picture(rows: Sequence[ChartRow], title: str, language: str = "en") -> Markup:
    """All land, and on it the parties by their standing; nothing where no party has a place."""
    placed = [(row, world()[row.party.code]) for row in rows if row.party.code in world()]
    if not placed:
        return Markup()
    stand = {row.party.code for row, _ in placed}
    parts = [_patterns(), *(_land(place) for code, place in world().items() if code not in stand)]
    parts += [_party(row, place, language) for row, place in sorted(placed, key=lambda one: one[1].dot is not None)]
    told = "; ".join(f"{row.party.name}: {label('standing', row.standing, language)}" for row, _ in placed)
    return picture("world", WIDTH, HEIGHT, title, told, parts)


def _patterns() -> str:
    made = (
        f'<pattern id="map-{name}" width="12" height="12" patternUnits="userSpaceOnUse"><path d="{lines}"/></pattern>'
        for name, lines in _LINES.items()
    )
    return f"<defs>{''.join(made)}</defs>"


def _land(place: Place) -> str:
    return f'<path d="{place.path}" class="land"/>' if place.path else ""


def _party(row: ChartRow, place: Place, language: str) -> str:
    kind, tip = _kind(row.standing), f"{row.party.name}: {label('standing', row.standing, language)}"
    if place.dot:
        return mark(*place.dot, "ring", kind, tip, DOT)
    return f'<path d="{place.path}" class="{kind}">{Markup("<title>{}</title>").format(tip)}</path>'


def _kind(standing: str) -> str:
    return "map-" + standing.lower().replace(" ", "-")


def world_legend(rows: Iterable[ChartRow], language: str = "en") -> list[Told]:
    """Each standing with a sample of its pattern and its parties, so that nothing is told by a look alone."""
    found: dict[str, list[ChartRow]] = {}
    for row in rows:
        found.setdefault(row.standing, []).append(row)
    return [Told(standing, _sample(standing), told) for standing, told in found.items()]


def _sample(standing: str) -> Markup:
    return Markup(
        '<svg class="sample" viewBox="0 0 48 28" aria-hidden="true"><path d="M1 1h46v26h-46z" class="{}"/></svg>'
    ).format(_kind(standing))


def off_the_map(rows: Iterable[ChartRow], language: str = "en") -> list[ChartRow]:
    """The parties without a place on it: organisations, former states."""
    return [row for row in rows if row.party.code not in world()]
