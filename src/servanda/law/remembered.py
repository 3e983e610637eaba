"""Facts asked once and remembered while one answer is computed: the same deeds are looked at on every day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from servanda.days import Day
from servanda.law.facts import Deed, DeedKind, Facts
from servanda.law.practice import Practised
from servanda.law.weights import Weights


@dataclass(frozen=True, slots=True)
class Remembered:
    """Other facts, each asked once."""

    facts: Facts
    _deeds: dict[tuple[str, DeedKind], Sequence[Deed]] = field(default_factory=dict)
    _changes: dict[str, Sequence[Day]] = field(default_factory=dict)
    _groups: dict[tuple[str, int], frozenset[str] | None] = field(default_factory=dict)
    _tables: dict[tuple[str, int], Weights | None] = field(default_factory=dict)
    _force: dict[str, Day | None] = field(default_factory=dict)

    def deeds(self, of: str, kind: DeedKind) -> Sequence[Deed]:
        """The deeds of a kind on an instrument, by day."""
        if (of, kind) not in self._deeds:
            self._deeds[of, kind] = self.facts.deeds(of, kind)
        return self._deeds[of, kind]

    def group(self, name: str, day: date) -> frozenset[str] | None:
        """The members of a named group on a day."""
        key = (name, self._declared(name, day))
        if key not in self._groups:
            self._groups[key] = self.facts.group(name, day)
        return self._groups[key]

    def table(self, name: str, day: date) -> Weights | None:
        """The newest version, on a day, of a table of weights."""
        key = (name, self._declared(name, day))
        if key not in self._tables:
            self._tables[key] = self.facts.table(name, day)
        return self._tables[key]

    def _declared(self, name: str, day: date) -> int:
        """How often a group or a table was surely declared by a day: between two declarations it stays the same."""
        return sum(one.last <= day for one in self.changes(name))

    def changes(self, name: str) -> Iterable[Day]:
        """The days on which a group or a table is declared."""
        if name not in self._changes:
            self._changes[name] = tuple(self.facts.changes(name))
        return self._changes[name]

    def practice(self, instrument: str, day: date) -> Practised:
        """The practice, on a day, of the depositary of an instrument."""
        return self.facts.practice(instrument, day)

    def force_of(self, instrument: str) -> Day | None:
        """The day since which another instrument is in force."""
        if instrument not in self._force:
            self._force[instrument] = self.facts.force_of(instrument)
        return self._force[instrument]

    def waits_for_itself(self, instrument: str) -> bool:
        """Tell whether the question about an instrument came up while it was being answered."""
        return self.facts.waits_for_itself(instrument)
