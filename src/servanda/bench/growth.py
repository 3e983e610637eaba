"""How the time of the intervals grows with the number of acts, as a table and as a plot beside n log n."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import log, log10
from time import process_time

from servanda.bench.world import make_world, timed
from servanda.status.packing import intervals

SIZES = (10_000, 31_623, 100_000, 316_228, 1_000_000)
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 400, 70, 150, 30, 50


@dataclass(frozen=True, slots=True)
class Point:
    """The time of one size in milliseconds of the processor, and what n log n would make of the smallest size's."""

    acts: int
    ms: float
    n_log_n_ms: float


def grow(sizes: Sequence[int] = SIZES) -> list[Point]:
    """Measure worlds of several sizes, in time of the processor: the work is that of one thread."""
    taken = [(size, timed(partial(intervals, make_world(size)), clock=process_time)[1]) for size in sizes]
    size, ms = taken[0]
    unit = ms / (size * log(size))
    return [Point(size, ms, round(unit * size * log(size), 3)) for size, ms in taken]


def draw(points: Sequence[Point]) -> str:
    """The measures as an SVG: acts and milliseconds, both by powers of ten."""
    most = max(max(point.ms, point.n_log_n_ms) for point in points)
    least = min(point.ms for point in points)
    scale = _Scale(points[0].acts, points[-1].acts, least / 2, most * 2)
    axes = [
        f'<line class="axis" x1="{_LEFT}" y1="{_HEIGHT - _BOTTOM}" x2="{_WIDTH - _RIGHT}" y2="{_HEIGHT - _BOTTOM}"/>',
        f'<line class="axis" x1="{_LEFT}" y1="{_TOP}" x2="{_LEFT}" y2="{_HEIGHT - _BOTTOM}"/>',
        *(_tick_below(scale, point.acts) for point in points),
        *(_tick_beside(scale, ms) for ms in _powers(least / 2, most * 2)),
    ]
    law = _line("law", [scale.at(point.acts, point.n_log_n_ms) for point in points], "n log n")
    measured = _line("measured", [scale.at(point.acts, point.ms) for point in points], "intervals")
    marks = [f'<circle cx="{x}" cy="{y}" r="4"/>' for x, y in (scale.at(point.acts, point.ms) for point in points)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13">'
    )
    title = "<title>Time of the intervals of being bound, by number of acts</title>"
    return "\n".join([head, title, _STYLE, *axes, law, measured, *marks, "</svg>", ""])


_STYLE = (
    "<style>.axis{stroke:#555}.law{stroke:#555;stroke-dasharray:6 4;fill:none}"
    ".measured{stroke:#1d70b8;stroke-width:2;fill:none}circle{fill:#1d70b8}</style>"
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a number of acts and a time lie in the picture."""

    first: float
    last: float
    least: float
    most: float

    def at(self, acts: float, ms: float) -> tuple[float, float]:
        """The point of the picture."""
        across = log10(acts / self.first) / log10(self.last / self.first)
        up = log10(ms / self.least) / log10(self.most / self.least)
        x = _LEFT + across * (_WIDTH - _LEFT - _RIGHT)
        return round(x, 1), round(_HEIGHT - _BOTTOM - up * (_HEIGHT - _TOP - _BOTTOM), 1)


def _powers(least: float, most: float) -> list[float]:
    return [10.0**power for power in range(-4, 7) if least <= 10.0**power <= most]


def _tick_below(scale: _Scale, acts: int) -> str:
    x, _y = scale.at(acts, scale.least)
    return f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{acts:,}</text>'


def _tick_beside(scale: _Scale, ms: float) -> str:
    _x, y = scale.at(scale.first, ms)
    return f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{ms:g} ms</text>'


def _line(kind: str, points: Sequence[tuple[float, float]], label: str) -> str:
    """A line through the points, with its name at its end, so that colour is never needed to tell it."""
    x, y = points[-1]
    path = " ".join(f"{a},{b}" for a, b in points)
    below = 18 if kind == "measured" else -6
    return f'<polyline class="{kind}" points="{path}"/>\n<text x="{x + 8}" y="{y + below}">{label}</text>'
