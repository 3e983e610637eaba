"""Checks of what acts refer to: a name that nothing has is a slip, and what rests on it would be told of nothing.

A commitment owed under a document that is spelled otherwise is owed by nobody; a report by a party that does not have
the commitment changes nothing. Neither is seen on any page, so it is told at the gate.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from servanda.acts import Act
from servanda.acts.commitments import Merge, Milestone, Plan, Release, RequireReport, Supersede, Undertake
from servanda.acts.declarations import Organ, Organisation, Tally, Topic
from servanda.acts.market import Cover, Lift, Restrict, RoadMap, Target
from servanda.acts.monitoring import Assess, Comment, Report, Select
from servanda.acts.presidency import Decline, Preside, Prioritise, Programme, Relinquish
from servanda.book import Book, Held
from servanda.problems import Problem

_UNDER = (Undertake, Plan, RequireReport, Restrict)
_OF_BODIES = (Preside, Decline, Relinquish, Prioritise, Programme, Target, Tally)
_OF_LIMITS = (Lift, RoadMap)
_MADE = (Undertake, Plan, Milestone, RequireReport)


class Checked(Protocol):
    """What a check looks at: the whole book, the acts that are new in it, and what is declared."""

    @property
    def book(self) -> Book:
        """The book with the new acts in it."""

    @property
    def new(self) -> tuple[Held, ...]:
        """The new acts."""

    @property
    def documents(self) -> frozenset[str]:
        """The names of all declared documents."""


def documents_above_are_declared(checked: Checked) -> Iterator[Problem]:
    """The document that a commitment, a duty to report or a limit stands under is declared."""
    for one in checked.new:
        under = one.act.under if isinstance(one.act, _UNDER) else ""
        named = one.act.document if isinstance(one.act, Programme) else under
        if named and named not in checked.documents:
            hint = _near(named, checked.documents, 'declare it: 2011-10-18 instrument NAME "Title"')
            yield Problem("B103", f"no document '{named}' is declared", one.place, hint)


def bodies_are_declared(checked: Checked) -> Iterator[Problem]:
    """Who presides does so over an organisation that is declared; so are targets and counts of one."""
    known = _names(checked.book, (Organisation, Organ))
    for one in checked.new:
        if isinstance(one.act, _OF_BODIES) and one.act.object not in known:
            hint = _near(one.act.object, known, 'declare it: 1991-12-08 organisation NAME "Name"')
            yield Problem("B105", f"no organisation '{one.act.object}' is declared", one.place, hint)


def topics_are_declared(checked: Checked) -> Iterator[Problem]:
    """A topic is declared: a misspelt one would stand on pages as a topic of its own."""
    known = _names(checked.book, (Topic,))
    for one in checked.new:
        named = (one.act.topic,) if isinstance(one.act, Cover) else getattr(one.act, "topics", ())
        for topic in named:
            if topic not in known:
                hint = _near(topic, known, 'declare it: 2020-12-18 topic NAME "Title"')
                yield Problem("B108", f"no topic '{topic}' is declared", one.place, hint)


def others_are_declared(checked: Checked) -> Iterator[Problem]:
    """What a milestone leads to, what is merged into or superseded by, and what is chosen, is a commitment."""
    known = _names(checked.book, _MADE)
    for one in checked.new:
        for name in _others(one.act):
            if name not in known:
                hint = _near(name, known, 'record it: 2020-12-18 undertake NAME BY "the words"')
                yield Problem("B605", f"no commitment '{name}' is declared", one.place, hint)
        if isinstance(one.act, Milestone) and not one.act.under:
            hint = "say of which commitment it is a step: under COMMITMENT"
            yield Problem("B606", f"nobody owes {one.act.of}", one.place, hint)
        if isinstance(one.act, Merge | Supersede) and one.act.other == one.act.of:
            yield Problem("B609", f"{one.act.of} cannot take its own place", one.place, "name the other commitment")


def _others(act: Act) -> tuple[str, ...]:
    if isinstance(act, Merge | Supersede):
        return (act.other,)
    if isinstance(act, Milestone):
        return (act.under,) if act.under else ()
    return act.chosen if isinstance(act, Select) else ()


def who_is_followed_has_it(checked: Checked) -> Iterator[Problem]:
    """Who reports, comments, is assessed or released has it; what is owed under a document hangs on the day."""
    having = _parties(checked.book)
    for one in checked.new:
        if isinstance(one.act, Report | Comment | Release | Assess):
            whose = (one.act.party,) if isinstance(one.act, Assess) else one.act.by
            known = having.get(one.act.object)
            for party in whose if known else ():
                if known and party not in known:
                    hint = f"it is a commitment of {', '.join(sorted(known))}"
                    yield Problem("B607", f"{party} does not have {one.act.object}", one.place, hint)


def _parties(book: Book) -> dict[str, set[str]]:
    """Who is named as having each commitment; nobody where it is owed under a document, or no state answers for it."""
    found: dict[str, set[str]] = defaultdict(set)
    owed = set()
    for kind in (Undertake, Plan, RequireReport):
        for event in book.events(kind):
            if event.party:
                found[event.act.object].add(event.party)
            else:
                owed.add(event.act.object)
    for act, _event in book.acts(Milestone):
        found[act.of] |= found.get(act.under, set())
        owed |= {act.of} if act.under in owed else set()
    return {name: parties for name, parties in found.items() if name not in owed}


def limits_are_registered(checked: Checked) -> Iterator[Problem]:
    """What is lifted, or has a road map, is a limit that is registered."""
    known = _names(checked.book, (Restrict,))
    for one in checked.new:
        if isinstance(one.act, _OF_LIMITS) and one.act.object not in known:
            hint = _near(one.act.object, known, "register it: 2017-01-01 restrict NAME barrier by BY")
            yield Problem("B608", f"no limit '{one.act.object}' is registered", one.place, hint)


def _names(book: Book, kinds: Iterable[type[Act]]) -> frozenset[str]:
    return frozenset(event.act.object for kind in kinds for event in book.events(kind))


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"did you mean {near[0]}?" if near else otherwise


REFERENCES = (
    documents_above_are_declared,
    bodies_are_declared,
    topics_are_declared,
    others_are_declared,
    who_is_followed_has_it,
    limits_are_registered,
)
