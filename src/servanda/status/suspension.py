"""Suspension of the operation of an instrument, towards all or some, and its resumption (VCLT, arts. 57 and 72).

The parties stay bound; between those concerned the obligation to perform rests meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from servanda.acts.consent import Resume, SuspendOperation
from servanda.book import Event
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.words.phrases import listed, say


@dataclass(slots=True)
class Suspended:
    """What a party has suspended as of a day: towards all but `resumed`, or towards `some`."""

    towards_all: Reason | None = None
    some: dict[str, Reason] = field(default_factory=dict)
    resumed: set[str] = field(default_factory=set)

    def towards(self, party: str) -> Reason | None:
        """Why its operation is suspended towards a party, or nothing."""
        if party in self.some:
            return self.some[party]
        return None if party in self.resumed else self.towards_all


def suspended(events: Iterable[Event], as_of: date) -> Suspended:
    """What one party's acts of suspension and resumption leave suspended at the close of a day."""
    found = Suspended()
    for event in sorted(events, key=lambda event: (_effect(event), event.on)):
        if not _effect(event).surely_by(as_of):
            continue
        if isinstance(event.act, SuspendOperation):
            _suspend(found, event.act, event)
        elif isinstance(event.act, Resume):
            _resume(found, event.act)
    return found


def resumptions(events: Iterable[Event], as_of: date) -> list[Day]:
    """The days on which operation towards all was resumed, by day."""
    days = [_effect(event) for event in events if isinstance(event.act, Resume) and not event.act.to]
    return sorted(day for day in days if day.surely_by(as_of))


def _effect(event: Event) -> Day:
    return event.act.effective or event.on


def _suspend(found: Suspended, act: SuspendOperation, event: Event) -> None:
    words = say("{party} suspended its operation on {day}", party=event.party, day=act.on)
    if act.to:
        words = say(
            "{party} suspended its operation towards {others} on {day}",
            party=event.party,
            others=listed(act.to),
            day=act.on,
        )
    reason = Reason(words, event.ids, _effect(event), "VCLT, art. 72")
    if act.to:
        found.some |= {party: found.some.get(party, reason) for party in act.to}
        found.resumed -= set(act.to)
    else:
        found.towards_all = found.towards_all or reason
        found.resumed = set()


def _resume(found: Suspended, act: Resume) -> None:
    if not act.to:
        found.towards_all = None
        found.some = {}
        found.resumed = set()
        return
    found.some = {party: reason for party, reason in found.some.items() if party not in act.to}
    found.resumed |= set(act.to)
