"""The facts of a book as of a day: what law may ask of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from servanda.acts import Act
from servanda.acts.consent import AcceptReservation, Consent, Denounce, Opt, Reserve
from servanda.acts.declarations import Depositary, Group, Practice, Table
from servanda.acts.documents import Confirm, Open, Publish, Sign, Terminate
from servanda.acts.membership import Revoke
from servanda.acts.sessions import Decide
from servanda.book.held import Event
from servanda.days import Day
from servanda.law.entry import Entry
from servanda.law.facts import Deed, DeedKind
from servanda.law.practice import NOTHING_KNOWN, Practised
from servanda.law.practice_lines import statements_of
from servanda.law.weights import Weights, weights_of

A = TypeVar("A", bound=Act)


class Events(Protocol):
    """What the facts are taken from: a book."""

    def events(self, kind: type[A], of: str | None = None, as_of: date | None = None) -> list[Event]:
        """The events of a kind, on one object if it is named."""

    def acts(self, kind: type[A], of: str | None = None, as_of: date | None = None) -> list[tuple[A, Event]]:
        """The acts of a kind, on one object if it is named."""

    def entry(self, of: str, as_of: date, asking: tuple[str, ...] = ()) -> Entry | None:
        """The computed entry into force of an instrument."""


ADOPTING = ("adopted", "approved", "signed")


@dataclass(frozen=True, slots=True)
class FactsAsOf:
    """The facts of a book as of a day; a cycle ends at the instruments that are `asking` already."""

    book: Events
    as_of: date
    asking: tuple[str, ...] = ()

    def deeds(self, of: str, kind: DeedKind) -> Sequence[Deed]:
        """The deeds of a kind on an instrument that may be done by the day."""
        found = _DEEDS[kind](self.book, of, self.as_of)
        return sorted(found, key=lambda deed: (deed.on.first, deed.on.last, deed.party))

    def group(self, name: str, day: date) -> frozenset[str] | None:
        """The members of a declared group on a day."""
        acts = [act for act, _event in self.book.acts(Group, name, min(day, self.as_of))]
        return frozenset(acts[-1].members) if acts else None

    def table(self, name: str, day: date) -> Weights | None:
        """The newest version of a table on a day; a provisional one gives way to the verified one that followed."""
        declared = self.book.acts(Table, name, self.as_of)
        known = [one for one in declared if one[1].on.surely_by(day)]
        if known and known[-1][0].state == "provisional":
            known += [one for one in declared[len(known) :] if one[0].state == "verified"][:1]
        return weights_of(known[-1][0], known[-1][1].ids) if known else None

    def changes(self, name: str) -> Iterable[Day]:
        """The days on which a group or a table of the name is declared."""
        declared = [*self.book.events(Group, name), *self.book.events(Table, name)]
        return {event.on for event in declared if event.on.maybe_by(self.as_of)}

    def practice(self, instrument: str, day: date) -> Practised:
        """The practice of the depositary of an instrument; of several depositaries at once no practice is one."""
        day = min(day, self.as_of)
        designated = [act for act, _event in self.book.acts(Depositary, instrument, day)]
        holders = {act.by for act in designated if act.on == designated[-1].on}
        if len(holders) != 1:
            return NOTHING_KNOWN
        acts = [(act, event.ids) for act, event in self.book.acts(Practice, None, day) if act.by in holders]
        return Practised.of((one for act, ids in acts for one in statements_of(act, ids)), instrument)

    def waits_for_itself(self, instrument: str) -> bool:
        """Tell whether the instrument is being asked about already."""
        return instrument in self.asking

    def force_of(self, instrument: str) -> Day | None:
        """The day since which another instrument is in force; an instrument that waits for itself is not."""
        if instrument in self.asking:
            return None
        entry = self.book.entry(instrument, self.as_of, self.asking)
        return entry.since if entry and entry.since and entry.since.surely_by(self.as_of) else None


def _maybe_done(book: Events, kind: type[Act], of: str, as_of: date) -> list[Event]:
    """The events of a kind that may be done by a day: what is dated later changes no earlier answer."""
    return [event for event in book.events(kind, of) if event.on.maybe_by(as_of)]


def _consents(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    """Consents; the same means on different days, with no withdrawal between, is one event with both ends."""
    ends: dict[str, list[Day]] = defaultdict(list)
    for end in _withdrawals(book, of, as_of):
        ends[end.party].append(end.on)
    reserved = {(event.party, event.on) for event in book.events(Reserve, of)}
    found: dict[object, Deed] = {}
    for event in _maybe_done(book, Consent, of, as_of):
        again = sum(day < event.on for day in ends[event.party]) if event.party in ends else 0
        deed = Deed(event.party, event.on, event.act.verb, event.ids, event.act.effective)
        if (event.party, event.on) in reserved or (isinstance(event.act, Consent) and event.act.reservation):
            deed = _with_reservation(book, event, deed)
        known = found.get((event.party, event.act.verb, again))
        found[event.party, event.act.verb, again] = _joined(known, deed) if known else deed
    yield from found.values()


def _with_reservation(book: Events, event: Event, deed: Deed) -> Deed:
    """The deed of an instrument that contains a reservation, with the first acceptance of that by another."""
    accepted = [act.on for act, _event in book.acts(AcceptReservation, event.act.object) if event.party in act.to]
    return replace(deed, reserved=True, accepted=min(accepted, default=None))


def _joined(first: Deed, second: Deed) -> Deed:
    on = Day(min(first.on.first, second.on.first), max(first.on.last, second.on.last))
    return replace(first, on=on, acts=(*first.acts, *second.acts))


def _withdrawals(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    """Whole withdrawals; one that is taken back by the day is none."""
    done = _maybe_done(book, Denounce, of, as_of)
    whole = [event for event in done if isinstance(event.act, Denounce) and not event.act.part]
    taken_back = set()
    for back in book.events(Revoke, of, as_of):
        earlier = [event for event in whole if event.party == back.party and event.on <= back.on]
        taken_back |= {id(event) for event in earlier[-1:]}
    for event in whole:
        if id(event) not in taken_back:
            yield Deed(event.party, event.on, "denounce", event.ids, event.act.effective)


def _signatures(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Sign, of, as_of):
        yield Deed(event.party, event.on, "sign", event.ids, event.act.effective)


def _definitive(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    """Definitive signatures: they count where the clause makes signature a means of consent (VCLT, art. 12).

    One ad referendum is a full one once it is confirmed (art. 12(2)(b)), and counts from that day: so in the lists of
    the United Nations.
    """
    awaited: dict[str, Event] = {}
    for event in _maybe_done(book, Sign, of, as_of):
        if isinstance(event.act, Sign) and event.act.manner == "definitive":
            yield Deed(event.party, event.on, "sign", event.ids, event.act.effective)
        elif isinstance(event.act, Sign) and event.act.manner == "ad-referendum":
            awaited[event.party] = event
    for event in _maybe_done(book, Confirm, of, as_of):
        if event.party in awaited:
            yield Deed(event.party, event.on, "sign", (*awaited[event.party].ids, *event.ids), event.act.effective)


def _openings(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Open, of, as_of):
        if isinstance(event.act, Open) and event.act.what == "signature":
            yield Deed("", event.on, "open", event.ids)


def _options(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Opt, of, as_of):
        if isinstance(event.act, Opt):
            yield Deed(event.party, event.on, event.act.provision, event.ids, event.act.effective)


def _terminations(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Terminate, of, as_of):
        yield Deed("", event.on, "terminate", event.ids)


def _adoptions(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Decide, of, as_of):
        if isinstance(event.act, Decide) and event.act.outcome in ADOPTING:
            yield Deed(event.party, event.on, event.act.outcome, event.ids)


def _publications(book: Events, of: str, as_of: date) -> Iterator[Deed]:
    for event in _maybe_done(book, Publish, of, as_of):
        yield Deed(event.party, event.on, "publish", event.ids)


_DEEDS = {
    "consent": _consents,
    "definitive": _definitive,
    "opening": _openings,
    "option": _options,
    "termination": _terminations,
    "signature": _signatures,
    "adoption": _adoptions,
    "publication": _publications,
    "withdrawal": _withdrawals,
}
