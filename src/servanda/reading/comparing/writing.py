"""The terminal face of a comparison: contradictions first, for they are what a person has to settle."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.reading.comparing.records import Comparison, Point

_SHORT = 110


def write_comparison(found: Comparison) -> str:
    """A comparison as lines."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"{len(found.reports)} reports"
    for report in found.reports:
        session = f"{report.organ or 'no organ'}, {report.date or 'no day'}"
        yield f"  {report.name}: {session} ({report.language}, {report.items} items)"
    yield ""
    yield f"Contradictions ({len(found.contradictions)})"
    for one in found.contradictions:
        yield f"  {one.kind}: {one.what}"
        for told in one.told:
            yield f"    {told.report}: {_line(told.says)}"
            yield f"      “{_line(told.evidence)}”"
    yield from _points("Told by all", found.agreed)
    yield from _points("Told by several", found.shared)
    yield from _points("Told by one alone", found.single)


def _points(heading: str, points: tuple[Point, ...]) -> Iterator[str]:
    yield ""
    yield f"{heading} ({len(points)})"
    for point in points:
        by = f" — {', '.join(told.report for told in point.told)}" if point.silent else ""
        yield f"  {point.kind}: {_line(point.says)}{by}"


def _line(words: str) -> str:
    whole = " ".join(words.split())
    return whole if len(whole) <= _SHORT else f"{whole[:_SHORT]}…"
