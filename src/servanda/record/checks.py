"""Checks of a record: small functions that each look for one kind of mistake and return problems.

They run over the acts that are new; what a journal holds already counts as declared.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from servanda.acts import FAMILIES
from servanda.acts.declarations import (
    Clause,
    Depositary,
    Group,
    Instrument,
    Organ,
    Organisation,
    Practice,
    Source,
    Table,
    Topic,
)
from servanda.acts.documents import Amend, Inform, Provision, Replace
from servanda.acts.keeping import Expect
from servanda.acts.sessions import Absent, Attend, Convene, Decide, Excuse
from servanda.book import Book, Held
from servanda.law.clause import read_clause
from servanda.law.consent_rules import read_rule
from servanda.law.decisions import read_decisions
from servanda.law.practice_lines import read_practice
from servanda.law.rotation import read_rotation
from servanda.law.weights import read_table
from servanda.law.withdrawal import read_withdrawal
from servanda.problems import Problem
from servanda.record.expectations import KNOWN, agrees, computed_claim
from servanda.record.monitoring import (
    guidelines_come_first,
    nobody_assesses_itself,
    somebody_owes,
    terms_can_be_read,
    what_is_followed_up_was_made,
)
from servanda.record.referring import REFERENCES
from servanda.words.phrases import say, verbatim

_OF_DOCUMENTS = {
    kind
    for family in FAMILIES
    if family.__name__.rpartition(".")[2] in ("documents", "consent", "depositary")
    for kind in vars(family).values()
    if isinstance(kind, type) and kind.__module__ == family.__name__
} | {Depositary, Decide}
_OF_SESSIONS = {Attend, Absent, Excuse}


@dataclass(frozen=True)
class Checked:
    """What the checks look at: the whole book, and the acts that are new in it."""

    book: Book
    new: tuple[Held, ...]

    @cached_property
    def documents(self) -> frozenset[str]:
        """The names of all declared documents."""
        return frozenset(event.act.object for event in self.book.events(Instrument))

    @cached_property
    def sessions(self) -> frozenset[str]:
        """The names of all sessions recorded as convened."""
        return frozenset(event.act.object for event in self.book.events(Convene))

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The names of all declared organisations and organs."""
        kinds = (Organisation, Organ)
        return frozenset(event.act.object for kind in kinds for event in self.book.events(kind))


def check(book: Book, new: Sequence[Held], *, compare: bool = True) -> list[Problem]:
    """Run all checks; problems come in the order of the places.

    Without `compare` no claim is held to what is computed.
    """
    checked = Checked(book, tuple(new))
    wanted = [one for one in CHECKS if compare or one is not expectations_hold]
    found = [*book.problems, *(problem for one in wanted for problem in one(checked))]
    return sorted(found, key=lambda problem: (problem.place is None, problem.place or None, problem.code))


def sources_are_declared(checked: Checked) -> Iterator[Problem]:
    """A cited source must be declared."""
    for one in checked.new:
        for cite in one.act.source:
            if cite.of not in checked.book.sources:
                yield _undeclared("B102", "source", cite.of, one, checked.book.sources)


def documents_are_declared(checked: Checked) -> Iterator[Problem]:
    """What is signed, ratified or decided on must be a declared document."""
    for one in checked.new:
        if type(one.act) in _OF_DOCUMENTS and one.act.object not in checked.documents:
            yield _undeclared("B103", "document", one.act.object, one, checked.documents)
        other = one.act.other if isinstance(one.act, Amend | Provision | Replace) else ""
        if other and other not in checked.documents:
            yield _undeclared("B103", "document", other, one, checked.documents)


def sessions_are_convened(checked: Checked) -> Iterator[Problem]:
    """Who attends, or is absent, does so at a session that is recorded as convened."""
    for one in checked.new:
        named = one.act.object if type(one.act) in _OF_SESSIONS else getattr(one.act, "session", "")
        if named and named not in checked.sessions:
            yield _undeclared("B104", "session", named, one, checked.sessions)


def organisations_are_declared(checked: Checked) -> Iterator[Problem]:
    """A party written in lower case is an organisation or an organ, and must be declared."""
    for one in checked.new:
        parties = one.act.members if isinstance(one.act, Group) else one.act.actors
        addressed = () if isinstance(one.act, Inform) else getattr(one.act, "to", ())
        for party in (*parties, *((addressed,) if isinstance(addressed, str) else addressed)):
            if party and party[0].islower() and party not in checked.bodies:
                yield _undeclared("B105", "organisation", party, one, checked.bodies)


def declarations_agree(checked: Checked) -> Iterator[Problem]:
    """A thing is declared once; a second declaration must not say something else."""
    first: dict[tuple[type, str], Held] = {}
    for one in checked.book.held:
        if isinstance(one.act, Source | Organisation | Organ | Instrument | Topic | Convene):
            known = first.setdefault((type(one.act), one.act.object), one)
            if known is not one and one in checked.new and not _same_declaration(known, one):
                where = known.place or f"entry {known.number}"
                message = f"{one.act.object} is declared otherwise at {where}"
                yield Problem("B106", message, one.place, "keep one, or give the second thing its own name")


def _same_declaration(known: Held, one: Held) -> bool:
    """Two testimonies of one session's convening agree; other declarations must have the same title."""
    return getattr(known.act, "title", None) == getattr(one.act, "title", None)


def nobody_is_present_and_absent(checked: Checked) -> Iterator[Problem]:
    """No party attends a session and is absent from it, whichever was recorded first."""
    new = {one.id: one for one in checked.new}
    attended = {(event.act.object, event.party): event for event in checked.book.events(Attend)}
    for event in (event for kind in (Absent, Excuse) for event in checked.book.events(kind)):
        other = attended.get((event.act.object, event.party))
        one = next((new[act] for act in (*event.ids, *(other.ids if other else ())) if act in new), None)
        if other and one:
            message = f"{event.party} is recorded both as present at {event.act.object} and as not attending"
            yield Problem("B107", message, one.place, "strike the wrong one, or say which source is preferred")


def clauses_have_meaning(checked: Checked) -> Iterator[Problem]:
    """Every line of a clause must be law that we know, every line of a practice known, and of a table a weight."""
    for one in checked.new:
        if isinstance(one.act, Practice):
            yield from read_practice(one.act, (one.id,), one.lines)[1]
        if isinstance(one.act, Table):
            yield from read_table(one.act, (one.id,), one.lines)[1]
        if isinstance(one.act, Clause):
            if one.act.about == "entry-into-force":
                yield from read_clause(one.act, one.lines)[1]
            elif one.act.about == "presidency":
                yield from read_rotation(one.act, one.lines)[1]
            elif one.act.about in ("accession", "reservations"):
                yield from read_rule(one.act, one.lines)[1]
            elif one.act.about == "withdrawal":
                yield from read_withdrawal(one.act, one.lines)[1]
            elif one.act.about == "decisions":
                yield from read_decisions(one.act, one.lines)[1]


def expectations_hold(checked: Checked) -> Iterator[Problem]:
    """What others say must agree with what is computed, or be written down as a known difference."""
    for one in checked.new:
        if isinstance(one.act, Expect):
            yield from _expectation(checked.book, one, one.act)


def _expectation(book: Book, one: Held, act: Expect) -> Iterator[Problem]:
    computed = computed_claim(book, act)
    claim, said = verbatim(act.claim), verbatim(computed or "")
    differs = say("{of}: expected '{claim}', computed '{computed}'", of=act.of, claim=claim, computed=said)
    if computed is None:
        message = say("'{claim}' is no claim that can be checked", claim=claim)
        yield Problem("B203", message, one.place, f"known: {KNOWN}")
    elif agrees(act.claim, computed):
        if act.known_difference:
            message = say("{of}: the known difference is gone; computed: {computed}", of=act.of, computed=said)
            yield Problem("B202", message, one.place, "take the known-difference line out")
    elif act.known_difference:
        known = verbatim(act.known_difference)
        message = say("{differs}; known: {known}", differs=differs, known=known)
        yield Problem("B204", message, one.place, severity="warning")
    else:
        hint = f"servanda status {act.of} --as-of {act.on.last} shows why; a known cause goes into known-difference"
        yield Problem("B201", differs, one.place, hint)


def _undeclared(code: str, what: str, name: str, one: Held, known: object) -> Problem:
    near = difflib.get_close_matches(name, list(known), 1)  # type: ignore[call-overload]
    hint = f"did you mean {near[0]}?" if near else _HOW[what]
    return Problem(code, f"no {what} '{name}' is declared", one.place, hint)


_HOW = {
    "source": 'declare it: 2020-12-18 source NAME "Title"',
    "document": 'declare it: 2011-10-18 instrument NAME "Title"',
    "session": "record it: 2020-12-18 convene ORGANISATION/ORGAN/2020-12-18",
    "organisation": 'declare it: 1991-12-08 organisation NAME "Name"; a state\'s code is upper case',
}

CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    sources_are_declared,
    documents_are_declared,
    sessions_are_convened,
    organisations_are_declared,
    declarations_agree,
    nobody_is_present_and_absent,
    clauses_have_meaning,
    nobody_assesses_itself,
    guidelines_come_first,
    terms_can_be_read,
    what_is_followed_up_was_made,
    somebody_owes,
    *REFERENCES,
    expectations_hold,
)
