"""A session: who was there, what became of each document, what was proposed and promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.commitments import Undertake
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Absent, Attend, Convene, Decide, Excuse, NoteVerbale, Propose, Say
from servanda.book import Book
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.status.signatures import Signature, signatures
from servanda.words.phrases import say, term

Presence = Literal["present", "did not attend", "did not attend; note received"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One party at a session: present and at which level, or not."""

    party: str
    presence: Presence
    level: str
    detail: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document at a session, and the state of its signatures."""

    document: str
    outcome: str
    on: Day
    signatures: tuple[Signature, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """What the record tells of a session as of a day."""

    id: str
    organ: str
    organisation: str
    on: Day
    convened: Convene
    attendance: tuple[Attendance, ...]
    outcomes: tuple[Outcome, ...]
    presidencies: tuple[Preside, ...]
    proposals: tuple[Propose, ...]
    undertakings: tuple[Undertake, ...]
    sayings: tuple[Say, ...]
    reasons: tuple[Reason, ...]


def session(book: Book, of: str, as_of: date) -> Session | None:
    """The session of a name, or None when none is recorded by the day."""
    found = book.acts(Convene, of, as_of)
    if not found:
        return None
    act, event = found[-1]
    organ = of.rpartition("/")[0]
    return Session(
        of,
        organ,
        organ.partition("/")[0],
        act.day or act.on,
        act,
        attendance(book, of, as_of),
        outcomes(book, of, as_of),
        tuple(preside for preside, _ in book.acts(Preside, None, as_of) if preside.session == of),
        tuple(propose for propose, _ in book.acts(Propose, None, as_of) if _belongs(propose.of, of)),
        tuple(undertake for undertake, _ in book.acts(Undertake, None, as_of) if _belongs(undertake.of, of)),
        tuple(say for say, _ in book.acts(Say, of, as_of)),
        (Reason(say("recorded as convened on {day}", day=act.on), event.ids, act.on),),
    )


def sessions(book: Book, as_of: date) -> tuple[tuple[Convene, Day], ...]:
    """All sessions recorded by a day, the newest first."""
    found = [(act, act.day or act.on) for act, _event in book.acts(Convene, None, as_of)]
    return tuple(sorted(found, key=lambda one: (one[1], one[0].of), reverse=True))


def _belongs(name: str, to: str) -> bool:
    """Tell whether a thing was made in a session: its name stands under the session's."""
    return name == to or name.startswith(to + "/")


def attendance(book: Book, of: str, as_of: date) -> tuple[Attendance, ...]:
    """Everybody of whom a source says that they attended or not, by code."""
    found: dict[str, Attendance] = {}
    for kind in (Absent, Excuse, Attend):
        for event in book.events(kind, of, as_of):
            reason = Reason(
                say("{verb} on {day}", verb=term("attendance", event.act.verb), day=event.on), event.ids, event.on
            )
            found[event.party] = _attendance(book, event.act, event.party, reason, as_of)
    return tuple(found[party] for party in sorted(found))


def _attendance(book: Book, act: object, party: str, reason: Reason, as_of: date) -> Attendance:
    if isinstance(act, Attend):
        return Attendance(party, "present", act.level, act.rank or act.person, (reason,))
    if isinstance(act, Excuse):
        return Attendance(party, "did not attend; note received", "", act.reason, (reason,))
    assert isinstance(act, Absent)
    notes = [event for event in book.events(NoteVerbale, act.of, as_of) if event.party == party]
    if notes:
        told = Reason(say("note received on {day}", day=notes[0].on), notes[0].ids, notes[0].on)
        return Attendance(party, "did not attend; note received", "", "", (reason, told))
    return Attendance(party, "did not attend", "", "", (reason,))


def outcomes(book: Book, of: str, as_of: date) -> tuple[Outcome, ...]:
    """What was decided on each document, in the order of the record."""
    found = [(act, event) for act, event in book.acts(Decide, None, as_of) if act.session == of]
    seen: dict[str, Outcome] = {}
    for act, event in found:
        reason = Reason(say("{outcome} on {day}", outcome=term("outcome", act.outcome), day=act.on), event.ids, act.on)
        known = seen.get(act.of)
        reasons = (*known.reasons, reason) if known else (reason,)
        seen[act.of] = Outcome(act.of, act.outcome, act.on, _signatures(book, act.of, of, as_of), reasons)
    return tuple(seen.values())


def _signatures(book: Book, document: str, of: str, as_of: date) -> tuple[Signature, ...]:
    """The signatures of a document; who was present when it was decided, and is not recorded as signing, is listed."""
    found = {one.party: one for one in signatures(book, document, as_of)}
    decided = {act.outcome for act, _event in book.acts(Decide, document, as_of) if act.session == of}
    if decided & {"adopted", "approved"}:
        for present in _present(book, of, as_of):
            reason = Reason(say("present when it was decided; no source reports a signature"), present.reasons[0].acts)
            on = present.reasons[0].on
            assert on is not None
            found.setdefault(present.party, Signature(document, present.party, "not recorded", on, (reason,)))
    return tuple(found[party] for party in sorted(found))


def _present(book: Book, of: str, as_of: date) -> Iterator[Attendance]:
    for one in attendance(book, of, as_of):
        if one.presence == "present" and one.level in ("head", "deputy"):
            yield one
