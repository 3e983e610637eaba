"""The first page: what is open as of the day, the last sessions, who presides, what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from servanda.acts.sessions import Propose
from servanda.days import Day
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ThingRef, View
from servanda.pages.presidency import Presiding, presiding
from servanda.pages.sessions import SessionRow, sessions_page
from servanda.status.due import waiting
from servanda.status.signatures import open_signatures
from servanda.words.phrases import say

SHOWN = 12


@dataclass(frozen=True, slots=True)
class OpenSignature:
    """A party to which documents were sent for signature, with none recorded since."""

    party: Annotated[PartyRef, "The party."]
    documents: Annotated[list[ThingRef], "The documents."]
    since: Annotated[Day, "Since when the first of them is open."]


@dataclass(frozen=True, slots=True)
class ProposedSession:
    """A session that is proposed for a day after this one."""

    by: Annotated[list[PartyRef], "Who proposed it."]
    day: Annotated[Day, "For which day."]
    place: Annotated[str, "Where."]


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """How many things of a kind wait."""

    what: Annotated[str, "To sign, to consent to be bound, to perform.", Listed("waiting")]
    number: Annotated[int, "How many."]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage(Page):
    """What is open as of the day."""

    open_signatures: Annotated[list[OpenSignature], "Who is asked to sign."]
    waiting: Annotated[list[WaitingCount], "What waits, by kind."]
    presiding: Annotated[list[Presiding], "Who presides."]
    proposed: Annotated[list[ProposedSession], "Sessions proposed for later days."]
    sessions: Annotated[list[SessionRow], "The last sessions."]
    latest: Annotated[list[ActRef], "The latest acts by their day."]


def today_page(view: View) -> TodayPage:
    """The first page as of a day."""
    kinds = sum(waiting(view.book, view.as_of).values(), Counter())
    return TodayPage(
        **view.frame(say("Today"), "/"),  # type: ignore[arg-type]
        open_signatures=open_by_party(view),
        waiting=[WaitingCount(what, number) for what, number in sorted(kinds.items())],
        presiding=presiding(view),
        proposed=proposed_sessions(view),
        sessions=sessions_page(view).sessions[:SHOWN],
        latest=_latest(view),
    )


def open_by_party(view: View) -> list[OpenSignature]:
    """The open signatures of each party, by name."""
    found: dict[str, list[tuple[str, Day]]] = {}
    for one in open_signatures(view.book, view.as_of):
        found.setdefault(one.party, []).append((one.document, one.on))
    rows = [
        OpenSignature(view.party(code), [view.thing(name) for name, _ in open_], min(day for _, day in open_))
        for code, open_ in found.items()
    ]
    return sorted(rows, key=lambda row: view.order(row.party.name))


def proposed_sessions(view: View) -> list[ProposedSession]:
    """The sessions proposed for days after this one, by day."""
    acts = [act for act, _event in view.book.acts(Propose, None, view.as_of)]
    later = [act for act in acts if act.next_session and act.next_session.last > view.as_of]
    rows = [ProposedSession(view.parties(act.by), act.next_session, act.place) for act in later if act.next_session]
    return sorted(rows, key=lambda row: row.day)


def _latest(view: View) -> list[ActRef]:
    """The latest acts, declarations of sources and topics left out."""
    quiet = ("source", "topic", "expect", "organisation", "organ", "clause", "depositary", "group")
    newest = reversed(view.book.by_day)
    acts = (one for one in newest if one.act.on.surely_by(view.as_of) and one.act.verb not in quiet)
    return [view.act(one) for one in islice(acts, SHOWN)]
