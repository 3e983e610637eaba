"""What all pictures share: the frame with its title and description, axes, marks, and text that cannot break out."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from servanda.web.pictures.scale import Scale


def picture(name: str, width: int, height: int, title: str, description: str, parts: Iterable[str]) -> Markup:
    """A whole picture; wider than the page it scrolls in a frame of its own, which the keyboard reaches."""
    return Markup(  # noqa: S704 - every text in `parts` is escaped where it is made
        f'<div class="picture" tabindex="0" role="region" aria-labelledby="{name}-t">'
        f'<svg role="img" aria-labelledby="{name}-t {name}-d" viewBox="0 0 {width} {height}" class="w{width}">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f"{''.join(parts)}</svg></div>"
    )


def text(x: float, y: float, words: object, kind: str = "", anchor: str = "start") -> str:
    """A line of text."""
    name = f' class="{kind}"' if kind else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}"{name}{place}>{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    """A straight line."""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" class="{kind}"/>'


def box(x: float, y: float, width: float, height: float, kind: str, tip: str = "") -> str:
    """A rectangle, with what it says when pointed at."""
    inside = f"<title>{escape(tip)}</title>" if tip else ""
    return f'<rect x="{x}" y="{y}" width="{max(width, 0.5):.1f}" height="{height}" class="{kind}">{inside}</rect>'


def mark(x: float, y: float, shape: str, kind: str, tip: str = "", size: float = 5) -> str:
    """A mark whose shape says what it is: ring, disc, diamond, square or wedge."""
    inside = f"<title>{escape(tip)}</title>" if tip else ""
    if shape in ("ring", "disc"):
        return f'<circle cx="{x}" cy="{y}" r="{size}" class="{shape} {kind}">{inside}</circle>'
    return f'<path d="{_path(x, y, shape, size)}" class="{shape} {kind}">{inside}</path>'


def _path(x: float, y: float, shape: str, s: float) -> str:
    paths = {
        "diamond": f"M{x} {y - s - 1}l{s + 1} {s + 1}l{-s - 1} {s + 1}l{-s - 1} {-s - 1}z",
        "square": f"M{x - s} {y - s}h{2 * s}v{2 * s}h{-2 * s}z",
        "wedge": f"M{x - s} {y - s}h{2 * s}l{-s} {2 * s}z",
    }
    return paths[shape]


def axis(scale: Scale, top: float, bottom: float) -> list[str]:
    """The lines of the years, and their numbers under them."""
    parts = [line(scale.left, bottom, scale.right, bottom, "axis")]
    for year, x in scale.years():
        parts += [line(x, top, x, bottom, "grid"), text(x, bottom + 18, year, "tick", "middle")]
    return parts
