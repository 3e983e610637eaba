"""Turns: when a party begins, and when it ceases, to be bound; found in a book by plain functions.

Two measures. `consented` takes the acts as they stand: a consent, or a definitive signature, binds from its own day.
`in force` asks the law: an instrument binds a party from the day that was notified or published for it, else from the
day computed from the clause; where there is neither, it is recorded, not computed, and binds nobody here. In both a
withdrawal ends it when it takes effect, as does the end of the instrument.

How partial days are read is a matter of `servanda.status.spells`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from servanda.acts.consent import Consent, SuspendOperation
from servanda.acts.declarations import Clause
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Replace, Sign, Terminate
from servanda.book import Book, Event
from servanda.days import Day, plus_days
from servanda.law.facts import Deed
from servanda.status.force import force
from servanda.status.notices import effect_of
from servanda.status.packing import CONSENT, WITHDRAWAL
from servanda.status.party import chart, standing
from servanda.status.published import Published, published_turns
from servanda.status.spells import Measure, Turn

HORIZON = date(9999, 12, 31)


def turns(book: Book, measure: Measure = "in force") -> list[Turn]:
    """Every turn that a book knows, of every instrument and party."""
    said = published_turns(book)
    return [turn for of in sorted(_instruments(book) | set(said)) for turn in _turns_of(_On(book, of, said), measure)]


def _instruments(book: Book) -> set[str]:
    """The instruments that can bind by the acts of the record: those with a consent, a notification or a clause."""
    acted = {event.act.object for event in (*book.events(Consent), *book.events(NotifyForce), *_definitive(book))}
    return acted | {event.act.object for event in book.events(Clause)}


@dataclass(frozen=True, slots=True)
class _On:
    """One instrument in a book, with what others published of its parties."""

    book: Book
    of: str
    said: dict[str, list[Published]]

    def published(self, *, begins: bool) -> list[Turn]:
        """The published days on which the instrument begins, or ceases, to bind single parties."""
        kind = CONSENT if begins else WITHDRAWAL
        return [Turn(self.of, one.party, one.on, kind) for one in self.said.get(self.of, ()) if one.begins is begins]

    def withdrawals(self) -> Sequence[Deed]:
        """The withdrawals that were not taken back, with the days on which they take effect."""
        deeds = self.book.facts(HORIZON).deeds(self.of, "withdrawal")
        since = force(self.book, self.of, HORIZON).since if deeds else None
        found = ((deed, effect_of(self.book, self.of, deed, since)) for deed in deeds)
        return [replace(deed, effective=effect.on) for deed, effect in found if not effect.premature]

    def ends(self) -> list[Day]:
        """The days on which the instrument ended for all."""
        ended = [event.on for _act, event in self.book.acts(Terminate, self.of)]
        ended += [event.on for act, event in self.book.acts(Replace, self.of) if act.scope == "for-all"]
        entry = self.book.entry(self.of, HORIZON)
        return [*ended, plus_days(entry.until, 1)] if entry and entry.since and entry.until else ended


def _turns_of(on: _On, measure: Measure) -> Iterator[Turn]:
    opened = list(_consents(on)) if measure == "consented" else _in_force(on)
    yield from opened
    yield from (Turn(on.of, deed.party, deed.effective or deed.on, WITHDRAWAL) for deed in on.withdrawals())
    yield from on.published(begins=False)
    parties = sorted({turn.party for turn in opened})
    yield from (Turn(on.of, party, day, WITHDRAWAL) for day in on.ends() for party in parties)


def _consents(on: _On) -> Iterator[Turn]:
    """The consents, definitive signatures among them (VCLT, art. 12)."""
    for event in (*on.book.events(Consent, on.of), *_definitive(on.book, on.of)):
        yield Turn(on.of, event.party, event.on, CONSENT, event.act.verb)


def _definitive(book: Book, of: str | None = None) -> list[Event]:
    events = book.events(Sign, of)
    return [event for event in events if isinstance(event.act, Sign) and event.act.manner == "definitive"]


def _in_force(on: _On) -> list[Turn]:
    """What was notified or published of a party; of the others what is computed."""
    told = on.published(begins=True)
    for act, _event in on.book.acts(NotifyForce, on.of):
        told += [Turn(on.of, party, act.since, CONSENT) for party in act.by]
    return [*told, *_computed(on, {turn.party for turn in told})]


def _computed(on: _On, told: set[str]) -> Iterator[Turn]:
    """The days on which the law begins to bind each other party: by its standing on all days that end a spell."""
    if not any((on.book.events(Clause, on.of), on.book.events(NotifyForce, on.of))):
        return
    endings: dict[str, set[date]] = defaultdict(set)
    for deed in on.withdrawals():
        endings[deed.party].add(deed.on.first)
    for event in on.book.events(SuspendOperation, on.of):
        endings[event.party].add(event.on.first)
    for turn in on.published(begins=False):
        endings[turn.party].add(turn.on.first)
    ends = {day.first for day in on.ends()}
    for party in sorted({one.party for one in chart(on.book, on.of, HORIZON)} - told):
        days = {HORIZON, *(day - timedelta(days=1) for day in endings[party] | ends)}
        found = (standing(on.book, on.of, party, day) for day in days)
        since = {one.since for one in found if one.word in ("party", "contracting State") and one.since}
        yield from (Turn(on.of, party, day, CONSENT) for day in sorted(since))
