"""Decisions before their passages are cut out, in any language: dated, and each told once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Protocol

from servanda.reading.records import Decision
from servanda.words.vocabulary import DecisionType


class Told(Protocol):
    """A text of which passages can be cut out."""

    def passage(self, start: int, end: int, rule: str, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Found:
    """A decision before its passage is cut out."""

    type: DecisionType
    what: str
    parties: tuple[str, ...]
    when: str | None
    start: int
    end: int
    rule: str


def decisions_of(context: Told, found: list[Found]) -> list[Decision]:
    """Every decision once, with its passage."""
    return [
        Decision(type=f.type, what=f.what, parties=f.parties, when=f.when, **context.passage(f.start, f.end, f.rule))
        for f in _distinct(_with_years(found))
    ]


_BLOCK = 1000


def _with_years(found: list[Found]) -> list[Found]:
    """Co-chairs that the text leaves undated go with the presidency named before them."""
    year: str | None = None
    dated = []
    for item in found:
        year = item.when if item.type == "presidency" and item.when else year
        undated = item.type == "co-chairs" and item.when is None
        dated.append(replace(item, when=year) if undated else item)
    return dated


def _distinct(found: list[Found]) -> list[Found]:
    """One of several that say the same: a dated one rather than an undated one."""
    kept: list[Found] = []
    near: dict[object, list[Found]] = {}
    for item in sorted(found, key=lambda item: (item.when is None, item.rule == "own presidency", -len(item.parties))):
        if not any(_same(item, other) for key in _near(item) for other in near.get(key, ())):
            kept.append(item)
            for key in _near(item):
                near.setdefault(key, []).append(item)
    return kept


def _near(item: Found) -> list[object]:
    """Where those that could say the same are kept: by what they are, by party, or by place in the text."""
    if item.type == "other":
        return [item]
    if item.type in {"presidency", "co-chairs"}:
        return [(item.type, party) for party in item.parties]
    return [(item.type, block) for block in range(item.start // _BLOCK, item.end // _BLOCK + 1)]


def _same(item: Found, other: Found) -> bool:
    if item.type != other.type or item.type == "other":
        return item == other
    if item.type in {"presidency", "co-chairs"}:
        shared = bool(set(item.parties) & set(other.parties))
        inside = other.start <= item.start and item.end <= other.end and set(item.parties) <= set(other.parties)
        return shared and (inside or item.when is None or item.when[:4] == (other.when or "")[:4])
    return item.start < other.end and other.start < item.end
