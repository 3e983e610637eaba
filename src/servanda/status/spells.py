"""Turns and spells: when a party begins and when it ceases to be bound, and how partial days of these are read.

Partial days are read in one of two ways. `surely`: bound on every day that the dates may mean. `maybe`: bound on some
day that the dates may mean. For whole days both are the same.

Nothing here knows a book: an atlas that was saved is read and asked without one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from servanda.days import Day
from servanda.status.packing import CONSENT, NEVER, WITHDRAWAL

Measure = Literal["in force", "consented"]
Reading = Literal["surely", "maybe"]


@dataclass(frozen=True, slots=True)
class Turn:
    """A party begins (kind 0) or ceases (kind 1) to be bound by an instrument."""

    instrument: str
    party: str
    on: Day
    kind: int
    means: str = ""


def readings(found: Iterable[Turn], reading: Reading) -> list[tuple[Turn, int]]:
    """The turns with their days as numbers, partial days read as told."""
    pairs: dict[tuple[str, str], list[Turn]] = defaultdict(list)
    for turn in found:
        pairs[turn.instrument, turn.party].append(turn)
    return [one for mine in pairs.values() for one in _read(mine, reading)]


def _read(mine: list[Turn], reading: Reading) -> list[tuple[Turn, int]]:
    """One party's turns on one instrument."""
    mine = joined(mine)
    if all(turn.on.first == turn.on.last for turn in mine):
        return [(turn, turn.on.first.toordinal()) for turn in mine]
    spells = spells_of(mine)
    if reading == "surely":
        read = [(a, a.on.last.toordinal(), b, b.on.first.toordinal() if b else NEVER) for a, b in spells]
        kept = [spell for spell in read if spell[1] <= spell[3]]
    else:
        read = [(a, a.on.first.toordinal(), b, b.on.last.toordinal() if b else NEVER) for a, b in spells]
        kept = _merged(read)
    return [one for a, start, b, end in kept for one in ([(a, start), (b, end)] if b else [(a, start)])]


def joined(mine: Iterable[Turn]) -> list[Turn]:
    """One party's turns by day; beginnings by one means, with no end between, are one beginning with both ends."""
    found: list[Turn] = []
    current: dict[str, int] = {}
    for turn in sorted(mine, key=lambda turn: (turn.on.first, turn.kind, turn.on.last)):
        if turn.kind == WITHDRAWAL:
            current.clear()
        elif turn.means in current:
            known = found[current[turn.means]]
            span = Day(known.on.first, max(known.on.last, turn.on.last))
            found[current[turn.means]] = known if known.on == turn.on else replace(known, on=span)
            continue
        else:
            current[turn.means] = len(found)
        found.append(turn)
    return found


Spell = tuple[Turn, int, Turn | None, int]


def spells_of(mine: Iterable[Turn]) -> list[tuple[Turn, Turn | None]]:
    """Openings with their closings, of sorted turns: the plain form of `packing.fold`."""
    found: list[tuple[Turn, Turn | None]] = []
    for turn in mine:
        is_open = bool(found) and found[-1][1] is None
        if turn.kind == CONSENT and not is_open:
            found.append((turn, None))
        elif turn.kind == WITHDRAWAL and is_open:
            found[-1] = (found[-1][0], turn)
    return found


def _merged(spells: list[Spell]) -> list[Spell]:
    """Spells in order, those that may touch made one."""
    kept: list[Spell] = []
    for spell in spells:
        if kept and spell[1] <= kept[-1][3]:
            last = max(kept[-1], spell, key=lambda one: one[3])
            kept[-1] = (*kept[-1][:2], *last[2:])
        else:
            kept.append(spell)
    return kept
