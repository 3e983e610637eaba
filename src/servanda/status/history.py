"""The life of an instrument as moments (adopted, signed, in force, bound, left), with the counts after each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from servanda.acts.documents import Open
from servanda.book import Book
from servanda.days import Day
from servanda.status.force import Force
from servanda.status.party import Standing, standing

What = Literal[
    "adopted",
    "opened",
    "signed",
    "consented",
    "conditions met",
    "notified",
    "published",
    "computed",
    "bound",
    "left",
    "ended",
]
_ORDER = {word: place for place, word in enumerate(What.__args__)}  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened on a day, to whom, and how many have signed, have consented and are bound after it."""

    on: Day
    what: What
    parties: tuple[str, ...]
    signed: int
    consented: int
    bound: int


Step = tuple[Day, What, str]


def history(book: Book, adopted: Day, found: Force, parties: Iterable[Standing]) -> tuple[Moment, ...]:
    """The moments of an instrument as told by the answers of a day, by day; some may still lie ahead of it."""
    steps = list(_general(book, adopted, found))
    for one in parties:
        steps += _of_party(book, one)
    days: dict[tuple[Day, What], list[str]] = {}
    for on, what, party in sorted(steps, key=lambda step: (step[0], _ORDER[step[1]], step[2])):
        days.setdefault((on, what), []).extend([party] if party else [])
    return tuple(_counted(days))


def _general(book: Book, adopted: Day, found: Force) -> Iterator[Step]:
    """What happened to the instrument for all."""
    yield adopted, "adopted", ""
    yield from ((event.on, "opened", "") for event in book.events(Open, found.instrument, found.as_of))
    entry = book.entry(found.instrument, found.as_of)
    told: tuple[tuple[Day | None, What], ...] = (
        (entry.trigger if entry and entry.since and entry.since == found.since else None, "conditions met"),
        (found.notified, "notified"),
        (found.published, "published"),
        (found.computed if not (found.notified or found.published) else None, "computed"),
        (found.ended, "ended"),
    )
    yield from ((day, what, "") for day, what in told if day)


def _of_party(book: Book, one: Standing) -> Iterator[Step]:
    """What one party did, and since when, and until when, it was bound."""
    bound = one.bound_since if one.is_bound else None
    if one.word in ("former party", "ended with the treaty") and one.since:
        eve = _eve(one.since.first)
        bound = standing(book, one.instrument, one.party, eve).bound_since
        if bound and one.word == "former party":
            yield one.since, "left", one.party
    days: tuple[tuple[Day | None, What], ...] = ((one.signed, "signed"), (one.consented, "consented"), (bound, "bound"))
    yield from ((day, what, one.party) for day, what in days if day)


def _eve(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _counted(days: dict[tuple[Day, What], list[str]]) -> Iterator[Moment]:
    signed: set[str] = set()
    consented: set[str] = set()
    bound: set[str] = set()
    of = {"signed": signed, "consented": consented, "bound": bound}
    for (on, what), parties in days.items():
        if what in of:
            of[what].update(parties)
        elif what == "left":
            bound.difference_update(parties)
        elif what == "ended":
            bound.clear()
        yield Moment(on, what, tuple(parties), len(signed), len(consented), len(bound))
