"""The book: all acts as known at one moment, corrected, merged into events and indexed; it answers law's questions.

A book never asks for today: every question takes the day it asks about. What was known at another moment is another
book, made from fewer entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from servanda.acts import Act, identity, to_json
from servanda.acts.consent import ApplyProvisionally, Consent, Denounce, RatifyAtHome
from servanda.acts.declarations import Clause, Source
from servanda.acts.documents import Sign, Transmit
from servanda.acts.membership import Associate, Join, Leave, Observe
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Absent, Attend, Decide, Excuse
from servanda.book.corrections import correct
from servanda.book.facts import FactsAsOf
from servanda.book.held import Event, Held
from servanda.days import Day
from servanda.law.clause import EntryIntoForce, read_clause
from servanda.law.entry import Entry, compute
from servanda.problems import Problem

# Kinds of which two testimonies that agree in verb, object, party and day are one event.
_MERGED = (
    Absent,
    ApplyProvisionally,
    Associate,
    Attend,
    Consent,
    Decide,
    Denounce,
    Excuse,
    Join,
    Leave,
    Observe,
    Preside,
    RatifyAtHome,
    Sign,
)

# Fields in which acts of one party, on one object and day, differ as events: two terms, two circles, two parts.
_APART = ("period", "circle", "part", "outcome")

# So many computed entries into force are kept, so that a book asked about ever new days does not grow for ever.
REMEMBERED = 20_000

A = TypeVar("A", bound=Act)
T = TypeVar("T")


@dataclass(frozen=True)
class Book:
    """The memory image of a record; `head` is the number of the newest entry it knows."""

    held: tuple[Held, ...]
    entered: tuple[Held, ...] = ()
    problems: tuple[Problem, ...] = ()
    head: int = 0
    moment: str = ""
    _force: dict[tuple[str, date], Entry | None] = field(default_factory=dict, repr=False, compare=False)
    _made: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def build(held: Iterable[Held]) -> Book:
        """Make a book of acts in the order of their entry."""
        entered = tuple(held)
        kept, problems = correct(entered)
        head = max((one.number for one in entered), default=0)
        moment = max((one.moment for one in entered), default="")
        return Book(tuple(kept), entered, tuple(problems), head, moment)

    # -- events ----------------------------------------------------------------------------------------

    @cached_property
    def _by_kind(self) -> dict[type[Act], list[Event]]:
        found: dict[type[Act], dict[object, Event]] = defaultdict(dict)
        for one in self.held:
            for party in one.act.actors or ("",):
                events = found[type(one.act)]
                key = _key(one, party)
                known = events.get(key)
                ids = (one.id,) if known is None or one.id in known.ids else (*known.ids, one.id)
                events[key] = Event(one.act if known is None else _fuller(known, one), party, ids)
        return {kind: sorted(events.values(), key=lambda event: event.on) for kind, events in found.items()}

    @cached_property
    def _by_object(self) -> dict[tuple[type[Act], str], list[Event]]:
        found: dict[tuple[type[Act], str], list[Event]] = defaultdict(list)
        for kind, events in self._by_kind.items():
            for event in events:
                found[kind, event.act.object].append(event)
        return dict(found)

    @cached_property
    def _by_id(self) -> dict[str, Held]:
        return {one.id: one for one in self.held}

    def find(self, act_id: str) -> Held | None:
        """The act of an id, as the record holds it."""
        return self._by_id.get(act_id)

    def events(self, kind: type[A], of: str | None = None, as_of: date | None = None) -> list[Event]:
        """The events of a kind, on one object if it is named, that are surely done by a day; by day."""
        events = self._by_kind.get(kind, []) if of is None else self._by_object.get((kind, of), [])
        return [event for event in events if as_of is None or event.on.surely_by(as_of)]

    def acts(self, kind: type[A], of: str | None = None, as_of: date | None = None) -> list[tuple[A, Event]]:
        """The acts of a kind, each once whatever the number of its actors, with one of its events."""
        found: dict[int, tuple[A, Event]] = {}
        for event in self.events(kind, of, as_of):
            if isinstance(event.act, kind):
                found.setdefault(id(event.act), (event.act, event))
        return list(found.values())

    def declared(self, kind: type[A], of: str) -> A | None:
        """The first declaration of a thing, whatever the day: for its title, not for an answer."""
        events = self._by_object.get((kind, of), ())
        return next((event.act for event in events if isinstance(event.act, kind)), None)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The declared sources by name."""
        return {act.of: act for act, _event in reversed(self.acts(Source))}

    @cached_property
    def objects(self) -> frozenset[str]:
        """The names of all things that some act acts on."""
        return frozenset(one.act.object for one in self.held if one.act.object)

    @cached_property
    def _touched(self) -> dict[str, set[str]]:
        """The objects of acts by party, be it the actor or the one to whom a document was sent."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.held:
            sent_to = one.act.to if isinstance(one.act, Transmit) else ()
            for party in (*one.act.actors, *sent_to):
                found[party].add(one.act.object)
        return dict(found)

    def touched(self, party: str) -> frozenset[str]:
        """All that a party acted on or was sent, whatever the day."""
        return frozenset(self._touched.get(party, ()))

    @cached_property
    def by_day(self) -> tuple[Held, ...]:
        """The acts in the order of their days, those of one day in the order of their entry."""
        return tuple(sorted(self.held, key=lambda one: (*_ends(one.act.on), one.number)))

    def remembered(self, make: Callable[[Book], T]) -> T:
        """What a room above makes of the whole book, made once; what grows with the questions bounds itself."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    # -- law -------------------------------------------------------------------------------------------

    def clause(self, of: str, as_of: date) -> tuple[EntryIntoForce, str] | None:
        """The clause on entry into force that holds as of a day, with the id of its act."""
        holding = [one for one in self._clauses.get(of, ()) if one[0].maybe_by(as_of)]
        return holding[-1][1:] if holding else None

    @cached_property
    def _clauses(self) -> dict[str, list[tuple[Day, EntryIntoForce, str]]]:
        """The clauses on entry into force, each read once, by instrument and day."""
        found: dict[str, list[tuple[Day, EntryIntoForce, str]]] = defaultdict(list)
        for act, event in self.acts(Clause):
            if act.about == "entry-into-force":
                found[act.of].append((act.on, read_clause(act)[0], event.ids[0]))
        return found

    def facts(self, as_of: date) -> FactsAsOf:
        """What law may ask, as of a day."""
        return FactsAsOf(self, as_of)

    def entry(self, of: str, as_of: date, asking: tuple[str, ...] = ()) -> Entry | None:
        """The computed entry into force of an instrument, or None when the record holds no clause of it."""
        key = (of, as_of)
        if key not in self._force or asking:
            clause = self.clause(of, as_of)
            entry = self._computed(of, as_of, clause, asking) if clause else None
            if asking:
                return entry
            if len(self._force) >= REMEMBERED:
                self._force.clear()
            self._force[key] = entry
        return self._force[key]

    def _computed(self, of: str, as_of: date, clause: tuple[EntryIntoForce, str], asking: tuple[str, ...]) -> Entry:
        """The entry into force, every step that rests on no party's act resting on the clause's."""
        entry = compute(clause[0], FactsAsOf(self, as_of, (*asking, of)), of, as_of)
        reasons = (reason if reason.acts else replace(reason, acts=(clause[1],)) for reason in entry.reasons)
        return replace(entry, reasons=tuple(reasons))


def _ends(day: Day) -> tuple[date, date, bool]:
    """What days are ordered by, as plain values, which compare many times faster."""
    return day.first, day.last, day.approximate


def _key(one: Held, party: str) -> object:
    """What makes two testimonies one event: kind, means, object, party, day, and what tells such acts apart."""
    act = one.act
    if not party or not act.object or not isinstance(act, _MERGED):
        return one.id, party
    return act.verb, act.object, party, act.on, *(getattr(act, name, None) for name in _APART)


def _fuller(known: Event, one: Held) -> Act:
    """Of two testimonies of one event the one that tells more, whichever was entered first."""
    rest = [(len(to_json(act)), identity(act), act) for act in (known.act, one.act)]
    return max(rest, key=lambda told: told[:2])[2]
