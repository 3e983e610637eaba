"""Commitments: all that parties undertook or planned, and what instruments lay on each state that they bind.

What an instrument lays on its parties is owed by each state only while it is bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from servanda.acts.commitments import Plan, Undertake
from servanda.book import Book, Event
from servanda.status.by_day import ByDay
from servanda.status.commitment import Commitment, commitment_of
from servanda.status.party import chart
from servanda.status.standing import Standing

# Whom an instrument binds to perform: a suspended operation frees from performance meanwhile (VCLT, art. 72(1)(a)).
OWING = ("party", "withdrawal running", "bound by continuity")

REMEMBERED = 60_000
"""So many commitments are kept over all days that were asked about; a larger register is made anew each time."""


def commitments(book: Book, as_of: date) -> tuple[Commitment, ...]:
    """All commitments of each party by a day, the newest first, then by name and party; remembered for some days."""
    return book.remembered(_days).answer(as_of, lambda: _found(book, as_of))


def _days(_book: Book) -> ByDay[tuple[Commitment, ...]]:
    return ByDay(REMEMBERED)


def _found(book: Book, as_of: date) -> tuple[Commitment, ...]:
    return commitments_of(book, [*book.events(Plan), *book.events(Undertake)], as_of)


def commitments_to(book: Book, name: str, as_of: date) -> tuple[Commitment, ...]:
    """What each party has by the acts of one name, by a day."""
    return commitments_of(book, [*book.events(Plan, name), *book.events(Undertake, name)], as_of)


def commitments_of(book: Book, events: Iterable[Event], as_of: date) -> tuple[Commitment, ...]:
    """The commitments of these events by a day, the newest first, then by name and party."""
    charts: dict[str, tuple[Standing, ...]] = {}
    found: list[Commitment] = []
    for event in events:
        if event.on.surely_by(as_of):
            found += _owed(book, event, as_of, charts) if is_owed(event) else [commitment_of(book, event, as_of)]
    return tuple(sorted(found, key=newest_first))


def newest_first(one: Commitment) -> tuple[int, str, str]:
    """The order of the register: the newest first, then by name and party."""
    return -one.made.first.toordinal(), one.id, one.party


def is_owed(event: Event) -> bool:
    """Tell whether what an event tells of is owed by each state that an instrument binds, and undertaken by none."""
    return not event.party and isinstance(event.act, Undertake)


def _owed(book: Book, event: Event, as_of: date, charts: dict[str, tuple[Standing, ...]]) -> Iterator[Commitment]:
    """What is owed under an instrument: a commitment of each state, only while the instrument binds it."""
    act = event.act
    assert isinstance(act, Undertake)
    if act.under and act.under not in charts:
        charts[act.under] = chart(book, act.under, as_of)
    bound = (one for one in charts.get(act.under, ()) if one.word in OWING)
    yield from (commitment_of(book, event, as_of, one) for one in bound)
