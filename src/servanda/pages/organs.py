"""The pages of organs: the list by organisation, and one organ with its members, its chair and its next session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Organ
from servanda.days import Day
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ThingRef, View
from servanda.pages.sessions import SessionRow, sessions_page
from servanda.status.calendar import Item, upcoming
from servanda.status.membership import memberships
from servanda.status.presidency import presidency
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class OrganRow:
    """One organ in the list."""

    organ: Annotated[ThingRef, "The organ."]
    organisation: Annotated[ThingRef, "The organisation it belongs to."]
    composition: Annotated[str, "Who sits in it, in the words of the record."]
    since: Annotated[Day, "The day it was founded or first recorded."]
    sessions: Annotated[int, "How many of its sessions are recorded by the day."]
    last: Annotated[ThingRef | None, "The last of them."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgansPage(Page):
    """All organs recorded by the day, by organisation and title."""

    organs: Annotated[list[OrganRow], "The organs."]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A party in the organisation of an organ."""

    party: Annotated[PartyRef, "The party."]
    circle: Annotated[str, "Founding, member, associate, observer, party, participant, candidate.", Listed("circle")]
    since: Annotated[Day, "Since when."]


@dataclass(frozen=True, slots=True)
class UpcomingRow:
    """A session called or proposed for a later day."""

    on: Annotated[Day, "For which day."]
    what: Annotated[str, "Session called, or session proposed.", Listed("event")]
    by: Annotated[list[PartyRef], "Who proposed it."]
    place: Annotated[str, "Where."]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganPage(Page):
    """One organ: its rules as recorded, the members of its organisation, its chair, its sessions."""

    id: Annotated[str, "The name of the organ in the record."]
    organisation: Annotated[ThingRef, "The organisation it belongs to."]
    since: Annotated[Day, "The day it was founded or first recorded."]
    composition: Annotated[str, "Who sits in it."]
    meets: Annotated[str, "How often it meets."]
    chair: Annotated[str, "Who is in the chair by its rules."]
    decides: Annotated[str, "How it decides."]
    quorum: Annotated[str, "Its quorum."]
    basis: Annotated[str, "The act it rests on."]
    note: Annotated[str, "What the record notes."]
    presides: Annotated[PartyRef | None, "Who presides over the organisation on the day."]
    upcoming: Annotated[list[UpcomingRow], "Sessions called or proposed for later days, by day."]
    members: Annotated[list[MemberRow], "The parties in the organisation on the day, by name."]
    sessions: Annotated[list[SessionRow], "The sessions of the organ, the newest first."]
    recorded: Annotated[list[ActRef], "Where the organ is recorded."]


def organs_page(view: View) -> OrgansPage:
    """The list of organs."""
    held: dict[str, list[str]] = {}
    for row in sessions_page(view).sessions:
        held.setdefault(row.session.id.rpartition("/")[0], []).append(row.session.id)
    rows = [_row(view, act, held.get(act.of, [])) for act, _event in view.book.acts(Organ, None, view.as_of)]
    rows.sort(key=lambda row: (view.order(row.organisation.title), view.order(row.organ.title)))
    return OrgansPage(**view.frame(say("Organs"), "/organs"), organs=rows)  # type: ignore[arg-type]


def _row(view: View, act: Organ, held: list[str]) -> OrganRow:
    organisation = view.thing(act.of.partition("/")[0])
    last = view.thing(held[0]) if held else None
    return OrganRow(view.thing(act.of), organisation, act.composition, act.on, len(held), last)


def organ_page(view: View, of: str) -> OrganPage | None:
    """The page of an organ, or None when none of this name is recorded by the day."""
    found = view.book.acts(Organ, of, view.as_of)
    if not found:
        return None
    act, event = found[-1]
    organisation = of.partition("/")[0]
    presiding = presidency(view.book, organisation, view.as_of).state
    return OrganPage(
        **view.frame(view.names.thing(of), f"/organs/{of}"),  # type: ignore[arg-type]
        id=of,
        organisation=view.thing(organisation),
        since=act.on,
        composition=act.composition,
        meets=act.meets,
        chair=act.chair,
        decides=act.decides,
        quorum=act.quorum,
        basis=act.basis,
        note=act.note,
        presides=view.party(presiding) if presiding else None,
        upcoming=[_upcoming(view, item) for item in upcoming(view.book, of, view.as_of)],
        members=member_rows(view, organisation),
        sessions=[row for row in sessions_page(view).sessions if row.session.id.rpartition("/")[0] == of],
        recorded=view.acts(event.ids),
    )


def _upcoming(view: View, item: Item) -> UpcomingRow:
    return UpcomingRow(item.on, item.what, view.parties(item.parties), item.place)


def member_rows(view: View, organisation: str) -> list[MemberRow]:
    """The parties in an organisation, by name."""
    found = memberships(view.book, organisation, view.as_of)
    rows = [MemberRow(view.party(one.party), one.circle, one.since) for one in found]
    return sorted(rows, key=lambda row: view.order(row.party.name))
