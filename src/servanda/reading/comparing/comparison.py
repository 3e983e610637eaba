"""The comparison of reports: every item of every report has its place in it, beside those that tell the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.problems import Problem
from servanda.reading.alike import party_key
from servanda.reading.comparing.across import alike_across, summary
from servanda.reading.comparing.contradictions import contradictions
from servanda.reading.comparing.records import Comparison, Group, Point, Report, told_by
from servanda.reading.records import Item, Reading

_KINDS = (
    "participants",
    "absent",
    "persons",
    "documents",
    "decisions",
    "commitments",
    "proposals",
    "quotes",
    "transmissions",
)


def compare(reports: Sequence[tuple[str, Reading]]) -> Comparison:
    """Lay reports of one session side by side."""
    groups = list(_groups(reports))
    points = [_point(kind, group, reports) for kind, group in groups]
    return Comparison(
        reports=tuple(_report(name, reading) for name, reading in reports),
        agreed=tuple(point for point in points if not point.silent),
        shared=tuple(point for point in points if point.silent and len(point.told) > 1),
        single=tuple(point for point in points if point.silent and len(point.told) == 1),
        contradictions=tuple(contradictions(reports, groups)),
        problems=tuple(_doubts(reports)),
    )


def _groups(reports: Sequence[tuple[str, Reading]]) -> Iterator[tuple[str, Group]]:
    """The items that tell the same, at most one of each report."""
    for kind in _KINDS:
        groups: list[Group] = []
        for name, reading in reports:
            for item in getattr(reading, kind):
                _place(groups, name, item)
        yield from ((kind, group) for group in groups)


def _place(groups: list[Group], name: str, item: Item) -> None:
    for group in groups:
        if alike_across(group[0][1], item):
            if all(name != other for other, _item in group):
                group.append((name, item))
            return
    groups.append([(name, item)])


def _point(kind: str, group: Group, reports: Sequence[tuple[str, Reading]]) -> Point:
    names = {name for name, _item in group}
    silent = tuple(name for name, _reading in reports if name not in names)
    told = tuple(told_by(name, item, summary(item)) for name, item in group)
    return Point(kind=kind, says=told[0].says, told=told, silent=silent)


def _report(name: str, reading: Reading) -> Report:
    session = reading.session
    return Report(
        name=name,
        sha256=reading.source_sha256,
        language=reading.language,
        organ=(session.organ if session else None) or "",
        date=(session.date if session else None) or "",
        items=len(reading.items()),
    )


def _doubts(reports: Sequence[tuple[str, Reading]]) -> Iterator[Problem]:
    """The warning that the reports may be of different sessions: other days and no participant in common."""
    days = {reading.session.date for _name, reading in reports if reading.session and reading.session.date}
    present = [{party_key(one.party) for one in reading.participants} for _name, reading in reports]
    if len(days) > 1 and not set[str].intersection(*_some(present)):
        message = f"the reports may tell of different sessions: {', '.join(sorted(days))}"
        yield Problem("R116", message, None, "compare reports of one session", "warning")


def _some(sets: Iterable[set[str]]) -> list[set[str]]:
    return list(sets) or [set()]
