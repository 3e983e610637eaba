"""The pages of sessions: the list, and one session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.commitments import Undertake
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Absent, Attend, Convene, Excuse, Propose, Say
from servanda.days import Day
from servanda.pages.days_in_words import long_period
from servanda.pages.naming import plain
from servanda.pages.parts import Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.pages.sections import ListPage, in_section
from servanda.status.session import Attendance, Outcome, Session, session, sessions
from servanda.status.signatures import Signature
from servanda.words.phrases import counted, joined, say


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in the list."""

    session: Annotated[ThingRef, "The session."]
    on: Annotated[Day, "The day it was held, or is called for."]
    format: Annotated[str, "In person, by videoconference, hybrid, or unknown.", Listed("session format")]
    place: Annotated[str, "The place."]
    chair: Annotated[PartyRef | None, "The state in the chair, where recorded."]
    present: Annotated[int | None, "How many are recorded as present; nothing where no source tells who attended."]
    absent: Annotated[int | None, "How many are recorded as not attending; nothing where no source tells."]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsPage(ListPage):
    """All sessions recorded by the day, the newest first."""

    sessions: Annotated[list[SessionRow], "The sessions."]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One party at the session."""

    party: Annotated[PartyRef, "The party."]
    presence: Annotated[str, "Present; did not attend; did not attend, note received.", Listed("presence")]
    level: Annotated[str, "Head, deputy, observer, guest, or unknown.", Listed("level")]
    detail: Annotated[str, "The rank or the person, or the reason given in the note."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One party's signature of a document."""

    party: Annotated[PartyRef, "The party."]
    state: Annotated[str, "Signed, open (sent for signature), or not recorded.", Listed("signature")]
    on: Annotated[Day, "The day of signature, of sending, or of the decision."]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What became of one document."""

    document: Annotated[ThingRef, "The document."]
    outcome: Annotated[str, "Adopted, approved, took note, postponed, sent back, signed.", Listed("outcome")]
    signed: Annotated[list[PartyRef], "Who is recorded as signing."]
    open: Annotated[list[PartyRef], "To whom it was sent for signature, with none recorded since."]
    not_recorded: Annotated[list[PartyRef], "Who took part in the decision, with no signature reported."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something said, proposed or promised."""

    id: Annotated[str, "Its name in the record, where it has one."]
    by: Annotated[list[PartyRef], "Who."]
    person: Annotated[str, "The person, where named."]
    words: Annotated[str, "The words."]
    day: Annotated[Day | None, "The day it is due or proposed for, where told."]
    place: Annotated[str, "The place proposed, where told."]


@dataclass(frozen=True, slots=True)
class PresidencyDecision:
    """A presidency decided at the session."""

    organisation: Annotated[ThingRef, "The organisation."]
    state: Annotated[PartyRef, "The presiding state."]
    period: Annotated[str, "The term."]
    co_chairs: Annotated[list[PartyRef], "The co-chairs, where named."]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage(Page):
    """One session: who was there, what was decided, proposed and promised, and what is still open."""

    id: Annotated[str, "The name of the session in the record."]
    organ: Annotated[ThingRef, "The organ."]
    on: Annotated[Day, "The day."]
    format: Annotated[str, "In person, by videoconference, hybrid, or unknown.", Listed("session format")]
    character: Annotated[str, "Regular, extraordinary, informal, jubilee and so on.", Listed("session character")]
    place: Annotated[str, "The place."]
    chair: Annotated[PartyRef | None, "The state in the chair."]
    note: Annotated[str, "What the record notes."]
    lede: Annotated[str, "The session in two sentences."]
    attendance: Annotated[list[AttendanceRow], "Everybody of whom a source tells, by name."]
    outcomes: Annotated[list[OutcomeRow], "What became of the documents."]
    presidencies: Annotated[list[PresidencyDecision], "Presidencies decided."]
    proposals: Annotated[list[Sentence], "What was proposed."]
    promises: Annotated[list[Sentence], "What was promised."]
    sayings: Annotated[list[Sentence], "Exact words."]
    reasons: Annotated[list[ReasonLine], "Where the session is recorded."]


def sessions_page(view: View) -> SessionsPage:
    """The list of sessions."""
    found = sessions(view.book, view.as_of)
    frame, shown = in_section(view, say("Sessions"), "/sessions", "sessions", found)
    return SessionsPage(**frame, sessions=[_row(view, act, on) for act, on in shown])


def _row(view: View, act: Convene, on: Day) -> SessionRow:
    present = _who(view, act.of, Attend)
    absent = (_who(view, act.of, Absent) | _who(view, act.of, Excuse)) - present
    chair = view.party(act.chair) if act.chair else None
    told = bool(present | absent)
    numbers = (len(present), len(absent)) if told else (None, None)
    title = ThingRef(act.of, view.names.session(act.of))
    return SessionRow(title, on, plain(act.format), act.place, chair, *numbers)


def _who(view: View, of: str, kind: type[Attend | Absent | Excuse]) -> set[str]:
    events = view.book.events(kind, of, view.as_of)
    return {event.party for event in events if getattr(event.act, "level", "") not in ("guest", "observer")}


def session_page(view: View, of: str) -> SessionPage | None:
    """The page of a session, or None when none is recorded by the day."""
    found = session(view.book, of, view.as_of)
    if found is None:
        return None
    act = found.convened
    frame = view.frame(view.names.session(of), f"/sessions/{of}")
    return SessionPage(
        **frame,  # type: ignore[arg-type]
        id=of,
        organ=view.thing(found.organ),
        on=found.on,
        format=plain(act.format),
        character=act.character,
        place=act.place,
        chair=view.party(act.chair) if act.chair else None,
        note=view.note(act.note),
        lede=_lede(view, found),
        attendance=_attendance(view, found.attendance),
        outcomes=[_outcome(view, one) for one in found.outcomes],
        presidencies=[_presidency(view, one) for one in found.presidencies],
        proposals=[_sentence(view, one) for one in found.proposals],
        promises=[_sentence(view, one) for one in found.undertakings],
        sayings=[_sentence(view, one) for one in found.sayings],
        reasons=view.reasons(found.reasons),
    )


def _lede(view: View, found: Session) -> str:
    """The session in two sentences, of what the record tells and nothing else."""
    there = [one for one in found.attendance if one.presence == "present" and one.level not in ("guest", "observer")]
    away = view.names.parties(tuple(one.party for one in found.attendance if one.presence != "present"))
    present = say("The record does not tell who attended.")
    if there:
        present = counted("{number} is recorded as present.", "{number} are recorded as present.", len(there))
    absent = say("Did not attend: {names}.", names=joined(", ", away)) if away else ""
    return view.tell(joined(" ", (_held(found), present, absent)))


def _held(found: Session) -> str:
    """How the session was held, and by whom it was chaired."""
    how = {"videoconference": say("By videoconference"), "in-person": say("In person")}
    held, chair = how.get(found.convened.format, say("Held")), found.convened.chair
    return say("{held}, chaired by {chair}.", held=held, chair=chair) if chair else say("{held}.", held=held)


def _attendance(view: View, found: tuple[Attendance, ...]) -> list[AttendanceRow]:
    rows = [
        AttendanceRow(view.party(one.party), one.presence, one.level, one.detail, view.reasons(one.reasons))
        for one in found
    ]
    return sorted(rows, key=lambda row: view.order(row.party.name))


def _outcome(view: View, one: Outcome) -> OutcomeRow:
    by_state = {
        state: view.parties(tuple(found.party for found in one.signatures if found.state == state))
        for state in ("signed", "open", "not recorded")
    }
    return OutcomeRow(
        view.thing(one.document),
        plain(one.outcome),
        by_state["signed"],
        by_state["open"],
        by_state["not recorded"],
        view.reasons(one.reasons),
    )


def signature_rows(view: View, found: tuple[Signature, ...]) -> list[SignatureRow]:
    """The signatures of a document, by name."""
    rows = [SignatureRow(view.party(one.party), one.state, one.on) for one in found]
    return sorted(rows, key=lambda row: view.order(row.party.name))


def _presidency(view: View, act: Preside) -> PresidencyDecision:
    period = long_period(act.period, view.language)
    return PresidencyDecision(view.thing(act.of), view.party(act.by), period, view.parties(act.co_chairs))


def _sentence(view: View, act: Propose | Undertake | Say) -> Sentence:
    day = act.next_session if isinstance(act, Propose) else act.due if isinstance(act, Undertake) else None
    place = act.place if isinstance(act, Propose) else ""
    name = "" if isinstance(act, Say) else act.of
    return Sentence(name, view.parties(act.actors), act.person, act.words, day, place)
