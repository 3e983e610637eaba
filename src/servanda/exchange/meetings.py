"""When organs meet, as events of a calendar: sessions held and called are certain, proposed ones are not yet.

The newest act that tells of a session's day gives the event its moment, the number of such acts its revision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.acts.sessions import Absent, Attend, Convene, Excuse, Propose, Reschedule
from servanda.book import Held
from servanda.exchange.icalendar import Event
from servanda.exchange.notices import lasting
from servanda.pages.parts import View
from servanda.status.membership import memberships
from servanda.words.phrases import say

Wanted = Callable[[str, str], bool]
"""Tells whether a session, of an organ, is wanted; a proposed session has no name yet."""


def of_organ(view: View, organ: str, host: str = "") -> list[Event]:
    """The sessions of one organ, held and planned, by day."""
    return _meetings(view, lambda _session, of: of == organ, host)


def of_state(view: View, party: str, host: str = "") -> list[Event]:
    """The sessions that concern a state: where it was, or was missed, and those of organisations it belongs to."""
    kinds = (Attend, Absent, Excuse)
    was = {
        event.act.object for kind in kinds for event in view.book.events(kind, None, view.as_of) if event.party == party
    }
    organisations: dict[str, bool] = {}

    def wanted(session: str, organ: str) -> bool:
        name = organ.partition("/")[0]
        if name not in organisations:
            organisations[name] = any(one.party == party for one in memberships(view.book, name, view.as_of))
        return session in was or organisations[name]

    return _meetings(view, wanted, host)


def _meetings(view: View, wanted: Wanted, host: str) -> list[Event]:
    found = [*_convened(view, wanted, host), *_proposed(view, wanted)]
    return sorted(found, key=lambda one: (one.on, one.key))


def _convened(view: View, wanted: Wanted, host: str) -> Iterator[Event]:
    """Sessions held by the day, and called for later days."""
    for act, event in view.book.acts(Convene, None, view.as_of):
        if not wanted(act.of, act.of.rpartition("/")[0]):
            continue
        moved = view.book.events(Reschedule, act.of, view.as_of)
        told = _held(view, (*event.ids, *(one for each in moved for one in each.ids)))
        yield Event(
            str(lasting("session", act.of)),
            act.day or act.on,
            view.names.thing(act.of),
            view.note(act.note),
            max((one.moment for one in told), default=""),
            max(0, len(told) - 1),
            "CONFIRMED",
            act.place,
            f"{host}/sessions/{act.of}" if host else "",
        )


def _proposed(view: View, wanted: Wanted) -> Iterator[Event]:
    """Sessions proposed for later days, as long as none is called for such a day."""
    called = {(act.of.rpartition("/")[0], act.day or act.on) for act, _ in view.book.acts(Convene, None, view.as_of)}
    for act, event in view.book.acts(Propose, None, view.as_of):
        made_in = act.of.rpartition("/")[0]
        organ, day = act.organ or made_in.rpartition("/")[0] or made_in, act.next_session
        if day is None or day.last <= view.as_of or (organ, day) in called or not wanted("", organ):
            continue
        words = view.tell(say("{organ}: session proposed", organ=view.names.thing(organ)))
        moment = max((one.moment for one in _held(view, event.ids)), default="")
        yield Event(str(lasting("proposed", act.of)), day, words, act.words, moment, 0, "TENTATIVE", act.place)


def _held(view: View, ids: tuple[str, ...]) -> list[Held]:
    return [held for one in dict.fromkeys(ids) if (held := view.book.find(one))]
