"""The hand-over of a presidency: what is unfinished passes on, each with its history and its original due day.

The file passes, not the debt: who owes a thing, and by when, stays as it was. What the outgoing presidency proposed
and nothing in the record takes up is listed beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, TypeVar

from servanda.acts import Act
from servanda.acts.presidency import Prioritise, Programme
from servanda.acts.sessions import Convene, Decide, Propose
from servanda.book import Book
from servanda.days import Day, Period
from servanda.law.reasons import Reason
from servanda.status.calendar import Item, in_term, sessions_of_a_term
from servanda.status.commitment import Commitment
from servanda.status.organisations import organisations_of_document
from servanda.status.presidency import Next, Presidency, presidency
from servanda.status.register import Narrowed, Rows, register
from servanda.status.signatures import Signature, open_signatures
from servanda.words.phrases import say

A = TypeVar("A", bound=Act)


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """A proposal made in the term by the presiding state that no later act of the record takes up."""

    id: str
    by: tuple[str, ...]
    words: str
    on: Day
    topics: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """What one presidency hands to the next, as of a day."""

    organisation: str
    as_of: date
    current: Presidency
    incoming: Next | None
    day: Day | None
    unfinished: Rows
    proposals: tuple[OpenProposal, ...]
    signatures: tuple[Signature, ...]
    reasons: tuple[Reason, ...]


def handover(book: Book, organisation: str, as_of: date) -> Handover:
    """The hand-over of the presidency of an organisation, as it would be on a day."""
    current = presidency(book, organisation, as_of)
    told = Reason(say("what is neither closed nor complete passes on; debtor and due day stay"))
    following = current.next.reasons if current.next else ()
    return Handover(
        organisation,
        as_of,
        current,
        current.next,
        current.period.end if current.period else None,
        register(book).unfinished(as_of, Narrowed(organisation=organisation)),
        tuple(_proposals(book, organisation, current, as_of)),
        tuple(_open_signatures(book, organisation, as_of)),
        (*current.reasons, *following, told),
    )


def _open_signatures(book: Book, organisation: str, as_of: date) -> Iterator[Signature]:
    for one in open_signatures(book, as_of):
        if organisation in organisations_of_document(book, one.document):
            yield one


def _proposals(book: Book, organisation: str, current: Presidency, as_of: date) -> Iterator[OpenProposal]:
    """What the presiding state proposed in its term, with nothing that names it since."""
    if current.period is None:
        return
    taken_up = book.remembered(_taken_up)
    for act, event in book.acts(Propose, None, as_of):
        mine = current.state in act.by and act.of.startswith(f"{organisation}/")
        followed = taken_up.get(act.of, date.max) <= as_of
        if mine and not followed and in_term(current.period, act.on) and not _has_passed(act, as_of):
            told = Reason(
                say("proposed on {day}; no later act of the record takes it up", day=act.on), event.ids, act.on
            )
            yield OpenProposal(act.of, act.by, act.words, act.on, act.topics, (told,))


def _taken_up(book: Book) -> dict[str, date]:
    """For each thing that acts were done under the first day on which one surely was."""
    found: dict[str, date] = {}
    for one in book.held:
        under = getattr(one.act, "under", "")
        if under:
            found[under] = min(found.get(under, date.max), one.act.on.last)
    return found


def _has_passed(act: Propose, as_of: date) -> bool:
    """A proposed day for the next session is past when the day has come."""
    return act.next_session is not None and act.next_session.last <= as_of


# -- the report --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority of a presidency, and the commitments of the term under its topics, by class."""

    words: str
    weight: str
    topics: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PresidencyReport:
    """The report of a presidency, made from the record: interim while the term runs, final when it is over."""

    organisation: str
    as_of: date
    state: str
    period: Period
    kind: Literal["interim", "final"]
    programmes: tuple[Programme, ...]
    priorities: tuple[Priority, ...]
    sessions: tuple[Convene, ...]
    calendar: tuple[Item, ...]
    decisions: tuple[Decide, ...]
    made: Rows
    fell_due: Rows
    unfinished: Rows
    reasons: tuple[Reason, ...]


def presidency_report(
    book: Book, organisation: str, as_of: date, about: Presidency | None = None
) -> PresidencyReport | None:
    """The report on the term that runs on a day (or on another term, as known on that day)."""
    term = about or presidency(book, organisation, as_of)
    if term.period is None:
        return None
    period = term.period
    mine = register(book).newest(as_of, Narrowed(organisation=organisation))
    first, last = period.start.first, period.end.last if period.end else date.max
    made = mine.made_in(first, last)
    sessions = tuple(act for act in _within(book, Convene, as_of, period) if act.of.startswith(f"{organisation}/"))
    held = {act.of for act in sessions}
    over = period.end is not None and period.end.last <= as_of
    return PresidencyReport(
        organisation,
        as_of,
        term.state,
        period,
        "final" if over else "interim",
        tuple(act for act, _ in book.acts(Programme, organisation, as_of) if _is_of(act, term.state, period)),
        tuple(_priorities(book, organisation, term.state, period, made, as_of)),
        sessions,
        sessions_of_a_term(book, organisation, period, as_of),
        tuple(act for act in _within(book, Decide, as_of, period) if act.session in held),
        made,
        mine.due_in(first, last),
        register(book).unfinished(as_of, Narrowed(organisation=organisation)),
        term.reasons,
    )


def _within(book: Book, kind: type[A], as_of: date, period: Period) -> Iterator[A]:
    return (act for act, _event in book.acts(kind, None, as_of) if in_term(period, act.on))


def _is_of(act: Prioritise | Programme, state: str, period: Period) -> bool:
    return act.by == state and (act.period is None or in_term(period, act.period.start))


def _priorities(
    book: Book, organisation: str, state: str, period: Period, made: Iterable[Commitment], as_of: date
) -> Iterator[Priority]:
    """The priorities of the presiding state as they were named, the heaviest first, each with its commitments."""
    found = [one for one in book.acts(Prioritise, organisation, as_of) if _is_of(one[0], state, period)]
    for act, event in sorted(found, key=lambda one: -Fraction(one[0].weight or 0)):
        under = tuple(one for one in made if set(one.topics) & set(act.topics))
        yield Priority(act.words, act.weight, act.topics, under, event.ids)
