"""Makes the map of the portal: `python -m tools.map countries-50m.json`, the file of the package world-atlas 2.0.2.

Writes web/pictures/data/world.tsv: for each code of ISO 3166-1 a path, or a dot where it would be too small to see.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import Any

NUMBERS = Path(__file__).with_name("iso_numeric.tsv")
TARGET = Path(__file__).parents[1] / "src/servanda/web/pictures/data/world.tsv"
HEAD = """\
# Made by tools/map.py from world-atlas 2.0.2 (Copyright 2013-2019 Michael Bostock, ISC licence): its
# countries-50m.json, which is made from Natural Earth (public domain). Equirectangular; a degree is {unit} units; the
# drawing begins at {west} degrees east and {north} degrees north.
# code (ISO 3166-1 alpha-2; empty: land without one)	path, or nothing	place of the dot, where there is no path
"""
WEST, NORTH, SOUTH = -169, 84, -58
WIDTH = 2000
UNIT = WIDTH / 360
SMALLEST = 60.0
"""A shape that covers less of the drawing, in square units, is a dot."""
WITHOUT_SHAPE = {"TV": (179.2, -8.5), "XK": (20.9, 42.6)}
"""Parties of the record to which the source gives no shape by a code of ISO 3166-1: degrees east and north."""

NOBODYS = {"RU": [(34.1, 44.9)]}
"""Land that the source gives to a side and of which several say that it is theirs: by a place in it, degrees east and
north. It is drawn as land without a code; the map takes no side. Crimea: General Assembly resolution 68/262 of 27 March
2014 speaks of it within Ukraine's borders, the Russian Federation holds it to be its own."""

Point = tuple[int, int]


def main() -> None:
    """Write the file."""
    source = json.loads(Path(sys.argv[1]).read_bytes())
    arcs = list(map(list, _arcs(source)))
    rings: dict[str, list[list[Point]]] = defaultdict(list)
    dots = {code: _place(east, north, 0) for code, (east, north) in WITHOUT_SHAPE.items()}
    codes = _codes()
    for one in source["objects"]["countries"]["geometries"]:
        code = codes.get(one.get("id", ""), "")
        polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
        for ring in (_ring(arcs, ring) for polygon in polygons for ring in polygon if code != "AQ"):
            rings["" if _is_nobodys(code, ring) else code].append(ring)
    lines = [f"{code}\t\t{x} {y}" for code, (x, y) in dots.items()]
    lines += [_row(code, found) for code, found in rings.items()]
    TARGET.write_text(
        HEAD.format(unit=f"{UNIT:.4f}", west=WEST, north=NORTH) + "\n".join(sorted(lines)) + "\n", "utf-8"
    )


def _codes() -> dict[str, str]:
    lines = NUMBERS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if not line.startswith("#"))


def _arcs(source: dict[str, Any]) -> Iterator[Iterator[tuple[float, float]]]:
    """The lines of the source in degrees: TopoJSON writes each point as the step from the one before."""
    (sx, sy), (tx, ty) = source["transform"]["scale"], source["transform"]["translate"]
    for arc in source["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        yield iter(line)


def _ring(arcs: list[list[tuple[float, float]]], numbers: Iterable[int]) -> list[Point]:
    """A closed line on the drawing; what lies beyond its western edge comes in from the east."""
    line = [point for n in numbers for point in (arcs[n] if n >= 0 else reversed(arcs[~n]))]
    begin = line[0][0]
    line = [(east - 360 * round((east - begin) / 360), north) for east, north in line]  # whole across the 180th degree
    turn = -360 * floor((sum(east for east, _ in line) / len(line) - WEST) / 360)
    return _thin([_place(east, north, turn) for east, north in line])


def _is_nobodys(code: str, ring: list[Point]) -> bool:
    """Tell whether a ring of a code is land that the map gives to nobody."""
    return any(_holds(ring, _place(east, north, 0)) for east, north in NOBODYS.get(code, ()))


def _holds(ring: list[Point], place: Point) -> bool:
    """Tell whether a place lies in a ring: a line from it to the west crosses the ring an odd number of times."""
    x, y = place
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x > x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed


def _place(east: float, north: float, turn: int) -> Point:
    return round((east + turn - WEST) * UNIT), round((NORTH - max(north, SOUTH)) * UNIT)


def _thin(line: list[Point]) -> list[Point]:
    """Without the points that lie on the way from the one before to the one behind."""
    found: list[Point] = []
    for point in line:
        if found and point == found[-1]:
            continue
        if len(found) > 1 and _area([*found[-2:], point]) == 0:
            found.pop()
        found.append(point)
    return found[:-1] if len(found) > 1 and found[0] == found[-1] else found


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def _row(code: str, rings: list[list[Point]]) -> str:
    seen = [ring for ring in rings if _area(ring) >= 2]
    if sum(map(_area, seen)) >= SMALLEST or not code:
        return f"{code}\t{''.join(map(_path, seen))}\t"
    largest = max(rings, key=_area)
    x, y = (round(sum(axis) / len(largest)) for axis in zip(*largest, strict=True))
    return f"{code}\t\t{x} {y}"


def _path(ring: list[Point]) -> str:
    """The first point, then steps, which are shorter to write."""
    steps = [f"{x - u} {y - v}" for (u, v), (x, y) in pairwise(ring)]
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    main()
