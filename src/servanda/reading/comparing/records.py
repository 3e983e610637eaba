"""The records of a comparison: reports side by side, with the passages that each rests on."""

from __future__ import annotations

import msgspec

from servanda.problems import Problem
from servanda.reading.records import Item

Group = list[tuple[str, Item]]
"""Items that tell the same, each with the name of its report."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says, and where."""

    report: str
    says: str
    evidence: str
    start: int
    end: int


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One thing, the reports that tell it, and those that do not."""

    kind: str
    says: str
    told: tuple[Told, ...]
    silent: tuple[str, ...] = ()


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the reports tell differently."""

    kind: str
    what: str
    told: tuple[Told, ...]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was compared: its file by hash, its language, and the session it tells of."""

    name: str
    sha256: str
    language: str
    organ: str = ""
    date: str = ""
    items: int = 0


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Reports side by side."""

    reports: tuple[Report, ...]
    agreed: tuple[Point, ...] = ()
    """What all reports tell."""
    shared: tuple[Point, ...] = ()
    """What several tell, and not all."""
    single: tuple[Point, ...] = ()
    """What one report alone tells."""
    contradictions: tuple[Contradiction, ...] = ()
    problems: tuple[Problem, ...] = ()


def told_by(name: str, item: Item, says: str) -> Told:
    """What a report says in an item."""
    return Told(report=name, says=says, evidence=item.evidence, start=item.start, end=item.end)
