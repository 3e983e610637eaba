"""The calendar of a year: sessions held, called and proposed, entries into force, presidencies, days that are due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.declarations import Instrument
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Propose
from servanda.book import Book
from servanda.days import Day, Period
from servanda.status.force import force
from servanda.status.register import register
from servanda.status.session import sessions

What = Literal["session", "session called", "session proposed", "in force", "presidency begins", "due"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of the calendar: its day, what it is, on which object, and who it concerns."""

    on: Day
    what: What
    object: str
    parties: tuple[str, ...] = ()
    place: str = ""


def calendar(book: Book, year: int, as_of: date, within: str = "") -> tuple[Item, ...]:
    """All that falls into a year, as recorded by a day; of one organisation or organ, if it is named."""
    found = [item for item in _all(book, year, as_of) if item.on.first.year <= year <= item.on.last.year]
    kept = [item for item in found if not within or _belongs(item.object, within)]
    return tuple(sorted(kept, key=lambda item: (item.on, item.what, item.object)))


def upcoming(book: Book, organ: str, as_of: date) -> tuple[Item, ...]:
    """The sessions of an organ that are called or proposed for days after the day, by day."""
    later = [item for item in _sessions(book, as_of) if item.on.last > as_of and item.what != "session"]
    return tuple(sorted((item for item in later if _belongs(item.object, organ)), key=lambda item: item.on))


def sessions_of_a_term(book: Book, organisation: str, period: Period, as_of: date) -> tuple[Item, ...]:
    """The sessions of an organisation in a term: those held, and those called or proposed for a day within it.

    A proposed day for which a session was then held or called is told by that session alone.
    """
    mine = [one for one in _sessions(book, as_of) if _belongs(one.object, organisation) and in_term(period, one.on)]
    days = {(one.object.rpartition("/")[0], one.on) for one in mine if one.what != "session proposed"}
    kept = (one for one in mine if one.what != "session proposed" or (one.object, one.on) not in days)
    return tuple(sorted(kept, key=lambda one: (one.on, one.what, one.object)))


def in_term(period: Period, day: Day) -> bool:
    """Tell whether a day may lie in a term."""
    return period.start.first <= day.last and (period.end is None or day.first <= period.end.last)


def _belongs(name: str, to: str) -> bool:
    return name == to or name.startswith(to + "/")


def _all(book: Book, year: int, as_of: date) -> Iterator[Item]:
    yield from _sessions(book, as_of)
    for act, _event in book.acts(Instrument, None, as_of):
        since = force(book, act.of, as_of).since
        if since:
            yield Item(since, "in force", act.of)
    for preside, _event in book.acts(Preside, None, as_of):
        yield Item(preside.period.start, "presidency begins", preside.of, (preside.by,))
    due: dict[tuple[Day, str], list[str]] = {}
    for one in register(book).newest(as_of).due_in(date(year, 1, 1), date(year, 12, 31)):
        if one.due:
            due.setdefault((one.due, one.id), []).append(one.party)
    yield from (Item(on, "due", name, tuple(parties)) for (on, name), parties in due.items())


def _sessions(book: Book, as_of: date) -> Iterator[Item]:
    """Sessions held by the day, called for later, and proposed."""
    for act, on in sessions(book, as_of):
        yield Item(on, "session" if on.maybe_by(as_of) else "session called", act.of, (), act.place)
    for propose, _event in book.acts(Propose, None, as_of):
        if propose.next_session:
            made_in = propose.of.rpartition("/")[0]
            organ = propose.organ or made_in.rpartition("/")[0] or made_in
            yield Item(propose.next_session, "session proposed", organ, tuple(sorted(propose.by)), propose.place)
