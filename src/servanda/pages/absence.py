"""The file of an absent state: its note, and what became of each document that it could not sign at the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.consent import Receive
from servanda.acts.documents import Clear, Sign, Transmit
from servanda.acts.sessions import NoteVerbale
from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.session import Outcome, session
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class SentRow:
    """One document of the session, on its way to the state and back."""

    document: Annotated[ThingRef, "The document."]
    outcome: Annotated[str, "What the session did with it.", Listed("outcome")]
    prepared: Annotated[bool, "Whether experts of the state are recorded as having taken part in preparing it."]
    transmitted: Annotated[Day | None, "The day it was sent to the state for signature, where recorded."]
    received: Annotated[Day | None, "The day the depositary received the state's instrument or signature page."]
    signed: Annotated[Day | None, "The day the state signed, where recorded."]
    words: Annotated[str, "The same in words; a state may lawfully never sign."]
    acts: Annotated[list[ActRef], "The acts that tell it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsencePage(Page):
    """One state that did not attend a session: the note, and the documents that went to it."""

    session: Annotated[ThingRef, "The session."]
    on: Annotated[Day, "The day of the session."]
    party: Annotated[PartyRef, "The state."]
    presence: Annotated[str, "What is recorded of its absence.", Listed("presence")]
    reason: Annotated[str, "The reason as the note gives it."]
    sender: Annotated[str, "Who sent the note, where recorded."]
    addressee: Annotated[str, "To whom, where recorded."]
    documents: Annotated[list[SentRow], "The documents of the session."]
    reasons: Annotated[list[ReasonLine], "Where the absence is recorded."]


def absence_page(view: View, of: str, code: str) -> AbsencePage | None:
    """The file of a state that did not attend a session, or None where no absence of it is recorded by the day."""
    found = session(view.book, of, view.as_of)
    away = [one for one in found.attendance if one.party == code and one.presence != "present"] if found else []
    if found is None or not away:
        return None
    notes = [act for act, event in view.book.acts(NoteVerbale, of, view.as_of) if code in act.by]
    title = say("File of {party}: {session}", party=code, session=of)
    return AbsencePage(
        **view.frame(title, f"/sessions/{of}/absent/{code}"),  # type: ignore[arg-type]
        session=view.thing(of),
        on=found.on,
        party=view.party(code),
        presence=away[0].presence,
        reason=away[0].detail,
        sender=notes[-1].sender if notes else "",
        addressee=notes[-1].addressee if notes else "",
        documents=[_document(view, outcome, code) for outcome in found.outcomes],
        reasons=view.reasons(away[0].reasons),
    )


def _document(view: View, outcome: Outcome, code: str) -> SentRow:
    book, of, as_of = view.book, outcome.document, view.as_of
    sent = [event for act, event in book.acts(Transmit, of, as_of) if code in act.to and act.purpose == "signature"]
    cleared = [event for event in book.events(Clear, of, as_of) if event.party == code]
    received = [event for event in book.events(Receive, of, as_of) if event.party == code]
    signed = [event for event in book.events(Sign, of, as_of) if event.party == code]
    days = {"transmitted": sent, "received": received, "signed": signed}
    return SentRow(
        view.thing(of),
        plain(outcome.outcome),
        prepared=bool(cleared),
        words=_words(view, signed[-1].on if signed else None, sent[-1].on if sent else None),
        acts=view.acts(tuple(name for one in (cleared, sent, received, signed) for event in one for name in event.ids)),
        **{name: events[-1].on if events else None for name, events in days.items()},
    )


def _words(view: View, signed: Day | None, sent: Day | None) -> str:
    if signed:
        words = say("signed on {day}", day=signed)
    elif sent:
        words = say("sent for signature on {sent}; signature not recorded as of {day}", sent=sent, day=view.as_of)
    else:
        words = say("not recorded as sent for signature; signature not recorded as of {day}", day=view.as_of)
    return view.tell(words)
