"""Milestones: the steps on the way of a commitment, each due, reported on and assessed by its own name.

Who has the commitment has its steps; a step of what is released, merged or carried out waits for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from servanda.acts.commitments import Extend, Milestone
from servanda.book import Book, Event
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.axes import Performance, Timing, followed_up, performance, timing
from servanda.status.commitment import Commitment
from servanda.status.commitments import commitments_to
from servanda.status.happened import happened
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone of one party as of a day."""

    id: str
    party: str
    words: str
    made: Day
    due: Day | None
    timing: Timing
    performance: Performance
    reasons: tuple[Reason, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether something is left to do, as far as is known."""
        return self.timing != "closed" and self.performance != "complete"


def milestones(book: Book, one: Commitment, as_of: date) -> tuple[Step, ...]:
    """The steps of a party's commitment that were set by a day."""
    set_by_now = (pair for pair in book.remembered(_by_commitment).get(one.id, ()) if pair[0].on.last <= as_of)
    return tuple(_step(book, act, event, one, as_of) for act, event in set_by_now)


def open_steps(book: Book, as_of: date) -> Iterator[Step]:
    """The steps that wait for their parties: none of a commitment of which nothing is left to do."""
    for name in book.remembered(_by_commitment):
        for one in commitments_to(book, name, as_of):
            if one.is_open and one.party:
                yield from (step for step in milestones(book, one, as_of) if step.is_open)


def _by_commitment(book: Book) -> dict[str, list[tuple[Milestone, Event]]]:
    found: dict[str, list[tuple[Milestone, Event]]] = {}
    for act, event in book.acts(Milestone):
        found.setdefault(act.under, []).append((act, event))
    return found


def _step(book: Book, act: Milestone, event: Event, one: Commitment, as_of: date) -> Step:
    followed = followed_up(book, act.of, one.party, as_of)
    due, extended = _due(book, act, as_of)
    when, closing = timing(followed, due)
    how, known = performance(followed)
    told = Reason(
        say("a milestone of “{commitment}”, set on {day}", commitment=one.words, day=act.on), event.ids, act.on
    )
    made = max(act.on, one.made)
    return Step(act.of, one.party, act.words, made, due, when, how, (told, *extended, *closing, *known))


def _due(book: Book, act: Milestone, as_of: date) -> tuple[Day | None, tuple[Reason, ...]]:
    """The due day as it was last put off."""
    extensions = happened(book).acts(Extend, act.of, as_of)
    if not extensions:
        return act.due, ()
    extend, event = extensions[-1]
    words = say("put off to {due} on {day}", due=extend.due, day=extend.on)
    return extend.due, (Reason(words, event.ids, extend.on),)
