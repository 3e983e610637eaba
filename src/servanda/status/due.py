"""All that waits for a party: to sign, to consent, to perform, to report.

Whether a due day has passed is told on the pages of monitoring; here each thing only has its day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from servanda.acts.declarations import Instrument
from servanda.acts.documents import Sign
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.matter import Matter
from servanda.status.milestones import open_steps
from servanda.status.party import standings
from servanda.status.register import Narrowed, register
from servanda.status.reporting import reports_due
from servanda.status.signatures import open_signatures


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: for whom, what, on which object, since when, due when, and why."""

    party: str
    what: str
    object: str
    since: Day
    due: Day | None
    reasons: tuple[Reason, ...]


def due(book: Book, as_of: date, party: str = "") -> tuple[Item, ...]:
    """All that waits as of a day, for everybody or for one party, by party."""
    found = [*_to_sign(book, as_of), *_to_consent(book, as_of, party), *_to_perform(book, as_of, party)]
    found += [*_to_reach(book, as_of), *_to_report(book, as_of)]
    chosen = [item for item in found if not party or item.party == party]
    return tuple(sorted(chosen, key=lambda item: (item.party, KINDS.index(item.what), item.since, item.object)))


KINDS = ("sign", "consent to be bound", "perform", "report")
"""What can wait, in the order in which it is told."""


def _to_sign(book: Book, as_of: date) -> Iterator[Item]:
    for signature in open_signatures(book, as_of):
        yield Item(signature.party, "sign", signature.document, signature.on, None, signature.reasons)


def _to_consent(book: Book, as_of: date, only: str) -> Iterator[Item]:
    """Signatories whose consent is not recorded, where the clause asks for it; they may lawfully never give it.

    An instrument whose published entry into force the record cannot show is passed over: its acts are known to be
    incomplete, so that a missing consent tells nothing.
    """
    for act, _event in book.acts(Instrument, None, as_of):
        clause = book.clause(act.of, as_of)
        if clause is None or "signature" in map(str, clause[0].when):
            continue
        signatories = {event.party for event in book.events(Sign, act.of, as_of)}
        asked = sorted(party for party in signatories if not only or party == only)
        matter = Matter(book, act.of, as_of, testimony=True)
        found = matter.force if asked else None
        if found is None or found.state == "ended" or (found.published and found.published != found.computed):
            continue
        for one in standings(matter, asked):
            if one.word in ("signatory", "signatory ad referendum") and one.signed:
                yield Item(one.party, "consent to be bound", act.of, one.signed, None, one.reasons)


def waiting(book: Book, as_of: date) -> dict[str, Counter[str]]:
    """How many things of each kind wait for each party, as of a day."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    few = (*_to_sign(book, as_of), *_to_consent(book, as_of, ""), *_to_reach(book, as_of), *_to_report(book, as_of))
    for item in few:
        found[item.party][item.what] += 1
    for party, number in register(book).unfinished(as_of).by_party().items():
        if party:
            found[party]["perform"] += number
    return found


def _to_perform(book: Book, as_of: date, only: str) -> Iterator[Item]:
    """Commitments of which something is left to do."""
    for one in register(book).unfinished(as_of, Narrowed(party=only)):
        if one.party:
            yield Item(one.party, "perform", one.id, one.made, one.due, one.reasons)


def _to_reach(book: Book, as_of: date) -> Iterator[Item]:
    """The milestones of what waits."""
    for step in open_steps(book, as_of):
        yield Item(step.party, "perform", step.id, step.made, step.due, step.reasons)


def _to_report(book: Book, as_of: date) -> Iterator[Item]:
    for one in reports_due(book, as_of):
        if one.received is None:
            yield Item(one.party, "report", one.id, one.since, one.due, one.reasons)
