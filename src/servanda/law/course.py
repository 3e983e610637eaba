"""The course of consents to one instrument: which of them stand at the close of one day after another.

Conditions are tested at many closes, mostly of rising days. So the deeds are sorted once, and what changes from one
close to the next is worked out from there; a close before the last begins anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from servanda.law.facts import Close, Deed, day_of, end_of


@dataclass(slots=True)
class Course:
    """Consents and withdrawals by party, the days on which they change something, and how far they were followed."""

    early: bool
    consents: dict[str, list[Deed]]
    withdrawals: dict[str, list[Deed]]
    turns: Sequence[tuple[date, str]]
    is_whole: bool
    _next: int = 0
    _day: date = date.min
    _standing: dict[str, Deed] = field(default_factory=dict)
    _names: frozenset[str] | None = None

    @staticmethod
    def of(consents: Sequence[Deed], withdrawals: Sequence[Deed], *, early: bool) -> Course:
        """The course of deeds, with partial days read as told; where all days are whole both readings are one."""
        days = chain((deed.on for deed in consents), (deed.effective or deed.on for deed in withdrawals))
        found = Course(early, defaultdict(list), defaultdict(list), (), all(day.is_whole for day in days))
        turns = []
        for deed in consents:
            found.consents[deed.party].append(deed)
            turns.append((day_of(deed, early), deed.party))
        for deed in withdrawals:
            if deed.party in found.consents:
                found.withdrawals[deed.party].append(deed)
                turns.append((end_of(deed, early), deed.party))
        found.turns = sorted(turns, key=lambda turn: turn[0])
        return found

    def at(self, day: date) -> dict[str, Deed]:
        """The consents that stand at the close of a day, by party."""
        self._move(day)
        return self._standing.copy()

    def parties(self, day: date) -> frozenset[str]:
        """Whose consents stand at the close of a day; the same object until that changes."""
        self._move(day)
        if self._names is None:
            self._names = frozenset(self._standing)
        return self._names

    def number(self, day: date) -> int:
        """How many parties' consents stand at the close of a day: what most closes are decided by."""
        self._move(day)
        return len(self._standing)

    def _move(self, day: date) -> None:
        """Follow the deeds up to the close of a day."""
        if day < self._day:
            self._next, self._standing, self._names = 0, {}, None
        self._day = day
        close = Close(day, self.early)
        while self._next < len(self.turns) and self.turns[self._next][0] <= day:
            self._follow(self.turns[self._next][1], close)
            self._next += 1
            self._names = None

    def _follow(self, party: str, close: Close) -> None:
        """Look at one party's deeds again, because one of them began or ended."""
        found = self._first(party, close)
        if found is None:
            self._standing.pop(party, None)
        elif self._standing.get(party) is not found:
            self._standing.pop(party, None)
            self._standing[party] = found

    def _first(self, party: str, close: Close) -> Deed | None:
        """The earliest consent that is done and was not withdrawn since."""
        done = [deed for deed in self.consents[party] if close.has(deed)]
        if party not in self.withdrawals and len(done) == 1:
            return done[0]
        ended = [deed.on for deed in self.withdrawals.get(party, ()) if close.has_ended(deed)]
        standing = [deed for deed in done if not any(end >= deed.on for end in ended)]
        return min(standing, key=lambda deed: deed.on, default=None)
