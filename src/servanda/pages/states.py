"""The pages of states: the list, and one state with its memberships, what waits for it, and its standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from servanda.acts.declarations import Instrument, Organisation
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Absent, Attend, Excuse
from servanda.book import Book
from servanda.days import Day
from servanda.pages.commitments import CommitmentRow, commitment_row
from servanda.pages.days_in_words import long_period
from servanda.pages.parts import Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.pages.sections import ListPage, in_section
from servanda.status.due import Item, due, waiting
from servanda.status.membership import Membership, memberships
from servanda.status.party import standing
from servanda.status.register import Narrowed, register
from servanda.words.parties import is_state
from servanda.words.phrases import say

PRESENT, ABSENT = "present", "did not attend"


@dataclass(frozen=True, slots=True)
class StateRow:
    """One state in the list."""

    party: Annotated[PartyRef, "The state."]
    waiting: Annotated[int, "How many things wait for it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesPage(ListPage):
    """All states of which the record tells something by the day, by name."""

    states: Annotated[list[StateRow], "The states."]


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A place in an organisation."""

    organisation: Annotated[ThingRef, "The organisation."]
    circle: Annotated[str, "Founding, member, associate, observer, party, participant, candidate.", Listed("circle")]
    since: Annotated[Day, "Since when."]
    leaving: Annotated[Day | None, "When a notice to leave takes effect, where one is running."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One thing that waits for the state; it may lawfully never do it."""

    what: Annotated[str, "To sign, to consent to be bound, to perform.", Listed("waiting")]
    object: Annotated[ThingRef, "Which document or commitment."]
    since: Annotated[Day, "Since when."]
    due: Annotated[Day | None, "By when, where a day is set."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """The state's standing towards one document."""

    document: Annotated[ThingRef, "The document."]
    standing: Annotated[str, "One word of the closed list.", Listed("standing")]
    since: Annotated[Day | None, "Since when."]


@dataclass(frozen=True, slots=True)
class SessionAttended:
    """One session of which a source tells whether the state was there."""

    session: Annotated[ThingRef, "The session."]
    presence: Annotated[str, "Present, or did not attend.", Listed("presence")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePage(Page):
    """One state: memberships, what waits for it, its standing towards documents, attendance, commitments."""

    party: Annotated[PartyRef, "The state."]
    memberships: Annotated[list[MembershipRow], "Its places in organisations."]
    waiting: Annotated[list[WaitingRow], "What waits for it."]
    standings: Annotated[list[StandingRow], "Its standing towards documents."]
    attended: Annotated[int, "Sessions at which it is recorded as present."]
    not_attended: Annotated[int, "Sessions at which it is recorded as not attending."]
    sessions: Annotated[list[SessionAttended], "These sessions, the newest first."]
    presidencies: Annotated[list[str], "The terms in which it presides or presided, by organisation."]
    commitments: Annotated[list[CommitmentRow], "Its commitments."]


def states_page(view: View) -> StatesPage:
    """The list of states."""
    codes = [code for code, day in view.book.remembered(_first_days).items() if day <= view.as_of]
    codes.sort(key=lambda code: view.order(view.names.party(code)))
    found = waiting(view.book, view.as_of)
    frame, shown = in_section(view, say("States"), "/states", "states", codes)
    return StatesPage(**frame, states=[StateRow(view.party(code), found[code].total()) for code in shown])


def _first_days(book: Book) -> dict[str, date]:
    """The first day on which each state may have acted; made once for a book, whatever days it is asked about."""
    found: dict[str, date] = {}
    for one in book.held:
        day = one.act.on.first
        for code in one.act.actors:
            found[code] = min(day, found.get(code, day))
    return {code: day for code, day in sorted(found.items()) if is_state(code)}


def state_page(view: View, code: str) -> StatePage | None:
    """The page of a state, or None for a code that names none."""
    if not is_state(code):
        return None
    book, as_of = view.book, view.as_of
    own = register(book).newest(as_of, Narrowed(party=code))
    attended = _sessions(view, code)
    return StatePage(
        **view.frame(view.names.party(code), f"/states/{code}"),  # type: ignore[arg-type]
        party=view.party(code),
        memberships=_memberships(view, code),
        waiting=[waiting_row(view, item) for item in due(book, as_of, code)],
        standings=_standings(view, code),
        attended=sum(row.presence == PRESENT for row in attended),
        not_attended=sum(row.presence != PRESENT for row in attended),
        sessions=attended,
        presidencies=_presidencies(view, code),
        commitments=[commitment_row(view, one) for one in own],
    )


def _memberships(view: View, code: str) -> list[MembershipRow]:
    organisations = sorted({act.of for act, _event in view.book.acts(Organisation)})
    found = [one for name in organisations for one in memberships(view.book, name, view.as_of) if one.party == code]
    return [_membership(view, one) for one in found]


def _membership(view: View, one: Membership) -> MembershipRow:
    return MembershipRow(view.thing(one.organisation), one.circle, one.since, one.leaving, view.reasons(one.reasons))


def waiting_row(view: View, item: Item) -> WaitingRow:
    """The row of a thing that waits."""
    return WaitingRow(item.what, view.thing(item.object), item.since, item.due, view.reasons(item.reasons))


def _standings(view: View, code: str) -> list[StandingRow]:
    """Its standing towards every document on which it acted or was asked to act, the newest document first."""
    touched = view.book.touched(code)
    acts = [act for act, _event in view.book.acts(Instrument, None, view.as_of) if act.of in touched]
    acts.sort(key=lambda act: (-act.on.first.toordinal(), act.of))
    found = [standing(view.book, act.of, code, view.as_of) for act in acts]
    told = [one for one in found if one.word != "unknown" or any(reason.acts for reason in one.reasons)]
    return [StandingRow(view.thing(one.instrument), one.word, one.since) for one in told]


def _sessions(view: View, code: str) -> list[SessionAttended]:
    """The sessions at which the state is recorded as present or not, the newest first."""
    found: dict[str, tuple[Day, str]] = {}
    for kind, presence in ((Absent, ABSENT), (Excuse, ABSENT), (Attend, PRESENT)):
        for event in view.book.events(kind, None, view.as_of):
            if event.party == code:
                found[event.act.object] = event.on, presence
    newest = sorted(found, key=lambda name: (found[name][0], name), reverse=True)
    return [SessionAttended(view.thing(name), found[name][1]) for name in newest]


def _presidencies(view: View, code: str) -> list[str]:
    acts = [act for act, _event in view.book.acts(Preside, None, view.as_of) if act.by == code]
    return [f"{view.names.thing(act.of)}: {long_period(act.period, view.language)}" for act in acts]
