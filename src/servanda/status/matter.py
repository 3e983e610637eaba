"""One instrument as of a day: what is the same for all its parties, looked up once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from servanda.acts import Act
from servanda.book import Book, Event
from servanda.law.clause import EntryIntoForce
from servanda.law.facts import Deed, DeedKind
from servanda.status.force import Force, force
from servanda.status.succession import Link, links

ByParty = Mapping[str, list[Event]]


@dataclass(frozen=True)
class Matter:
    """An instrument as of a day, with or without testimony: its force, its clause, its deeds and events by party."""

    book: Book
    of: str
    as_of: date
    testimony: bool
    _events: dict[type[Act], ByParty] = field(default_factory=dict, repr=False, compare=False)
    _deeds: dict[DeedKind, Mapping[str, list[Deed]]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def force(self) -> Force:
        """The force of the instrument."""
        return force(self.book, self.of, self.as_of, testimony=self.testimony)

    @cached_property
    def clause(self) -> tuple[EntryIntoForce, str] | None:
        """Its clause on entry into force, with the id of its act."""
        return self.book.clause(self.of, self.as_of)

    @cached_property
    def links(self) -> Sequence[Link]:
        """The successions of states that are surely done."""
        return links(self.book, self.as_of)

    def events(self, kind: type[Act], parties: Sequence[str]) -> list[Event]:
        """The events of a kind of one person, under all its codes, that are surely done; by day."""
        if kind not in self._events:
            self._events[kind] = _by_party(self.book.events(kind, self.of, self.as_of))
        found = [event for party in parties for event in self._events[kind].get(party, ())]
        return found if len(parties) == 1 else sorted(found, key=lambda event: event.on)

    def deeds(self, kind: DeedKind, parties: Sequence[str]) -> list[Deed]:
        """The deeds of a kind of one person, under all its codes, that may be done; by day."""
        if kind not in self._deeds:
            deeds = self.book.facts(self.as_of).deeds(self.of, kind)
            by_party: dict[str, list[Deed]] = defaultdict(list)
            for deed in deeds:
                by_party[deed.party].append(deed)
            self._deeds[kind] = by_party
        found = [deed for party in parties for deed in self._deeds[kind].get(party, ())]
        return found if len(parties) == 1 else sorted(found, key=lambda deed: (deed.on, deed.party))


def _by_party(events: Sequence[Event]) -> ByParty:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.party].append(event)
    return found
