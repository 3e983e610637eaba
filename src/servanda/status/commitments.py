"""Commitments: who promised what, of which class, by when, and what is known of its performance.

Timing, performance and standing are three axes and are never folded into one. A class is never added to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.commitments import Assess, Challenge, Comment, Extend, Plan, Release, Report, Undertake
from servanda.book import Book, Event
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.words.phrases import say, term

Timing = Literal["no due day", "not due", "due", "past due", "closed"]
Performance = Literal["no information", "not-started", "limited", "substantial", "complete"]
Stand = Literal["not reported", "self-reported", "assessed", "commented", "contested"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment of one party as of a day, on its three axes, with the acts behind each."""

    id: str
    party: str
    words: str
    rank: str
    strength: str
    made: Day
    due: Day | None
    timing: Timing
    performance: Performance
    standing: Stand
    under: str
    reasons: tuple[Reason, ...]


def commitments(book: Book, as_of: date) -> tuple[Commitment, ...]:
    """All commitments undertaken by a day, the newest first, then by name and party."""
    events = [*book.events(Undertake, None, as_of), *book.events(Plan, None, as_of)]
    found = [commitment(book, event, as_of) for event in events]
    return tuple(sorted(found, key=lambda one: (-one.made.first.toordinal(), one.id, one.party)))


def commitment(book: Book, event: Event, as_of: date) -> Commitment:
    """The state of one commitment as of a day."""
    act = event.act
    assert isinstance(act, Undertake | Plan)
    told = Reason(say("undertaken on {day}", day=act.on), event.ids, act.on)
    due, extended = _due(book, act, as_of)
    timing, closing = _timing(book, act, event.party, due, as_of)
    performance, standing, known = _performance(book, act.of, event.party, as_of)
    return Commitment(
        act.of,
        event.party,
        act.words,
        act.rank if isinstance(act, Undertake) else "decision",
        act.strength if isinstance(act, Undertake) else "planned",
        act.on,
        due,
        timing,
        performance,
        standing,
        act.under,
        (told, *extended, *closing, *known),
    )


def _due(book: Book, act: Undertake | Plan, as_of: date) -> tuple[Day | None, tuple[Reason, ...]]:
    extensions = book.acts(Extend, act.of, as_of)
    if not extensions:
        return act.due, ()
    extend, event = extensions[-1]
    return extend.due, (Reason(say("put off to {due} on {day}", due=extend.due, day=extend.on), event.ids, extend.on),)


def _timing(
    book: Book, act: Undertake | Plan, party: str, due: Day | None, as_of: date
) -> tuple[Timing, tuple[Reason, ...]]:
    for release, event in book.acts(Release, act.of, as_of):
        if not release.by or party in release.by:
            return "closed", (Reason(say("released on {day}", day=release.on), event.ids, release.on),)
    if due is None:
        return "no due day", ()
    if due.last < as_of:
        return "past due", (Reason(say("due {day}", day=due), (), due),)
    return ("due" if due.first <= as_of else "not due"), ()


def _performance(book: Book, of: str, party: str, as_of: date) -> tuple[Performance, Stand, tuple[Reason, ...]]:
    """The newest assessment, else the newest self-report; and whether it is commented or contested."""
    reports = [(act, event) for act, event in book.acts(Report, of, as_of) if party in act.by]
    assessments = [(act, event) for act, event in book.acts(Assess, of, as_of) if act.party == party]
    if not reports and not assessments:
        return "no information", "not reported", ()
    act, event = (assessments or reports)[-1]
    grade = term("performance", act.grade)
    words = say("self-reported as {grade} on {day}", grade=grade, day=act.on)
    if assessments:
        words = say("assessed as {grade} on {day}", grade=grade, day=act.on)
    reasons = [Reason(words, event.ids, act.on)]
    standing: Stand = "assessed" if assessments else "self-reported"
    for kind, word in ((Comment, "commented"), (Challenge, "contested")):
        for reply in book.events(kind, of, as_of):
            standing = word  # type: ignore[assignment]
            told = say("commented on {day}", day=reply.on)
            told = say("contested on {day}", day=reply.on) if kind is Challenge else told
            reasons.append(Reason(told, reply.ids, reply.on))
    return act.grade, standing, tuple(reasons)
