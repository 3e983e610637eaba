"""Reads a communiqué in Russian: understands the text once, then asks the rules of each kind of item in turn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol, TypeVar

from servanda.reading.records import Decision, NextSession, Reading
from servanda.reading.russian.absences import find_absent
from servanda.reading.russian.commitments import find_commitments
from servanda.reading.russian.context import understand
from servanda.reading.russian.decisions import find_decisions
from servanda.reading.russian.documents import find_documents
from servanda.reading.russian.next_sessions import find_next_session
from servanda.reading.russian.participants import find_participants
from servanda.reading.russian.persons import find_persons
from servanda.reading.russian.proposals import find_proposals
from servanda.reading.russian.quotations import find_quotes
from servanda.reading.russian.sessions import find_session
from servanda.reading.russian.transmissions import find_transmissions

T = TypeVar("T")


class Step(Protocol):
    """Takes one step of the reading, and may tell somebody of it."""

    def __call__(self, what: str, find: Callable[[], T], /) -> T: ...


def read_russian(
    text: str, digest: str = "", step: Step = lambda _, find: find(), published: dt.date | None = None
) -> Reading:
    """What a Russian text reports, each item with the passage it rests on."""
    context = step("the text", lambda: understand(text, published))
    absent = step("absences", lambda: find_absent(context))
    documents = step("documents", lambda: find_documents(context))
    next_session = step("the next session", lambda: find_next_session(context))
    decisions = step("decisions", lambda: find_decisions(context, documents, next_session))
    return Reading(
        session=step("the session", lambda: find_session(context, decisions)),
        participants=step("participants", lambda: find_participants(context, absent)),
        absent=absent,
        persons=step("persons", lambda: find_persons(context)),
        documents=documents,
        decisions=decisions,
        next_session=next_session,
        commitments=step("commitments", lambda: find_commitments(context, _taken(decisions, next_session))),
        proposals=step("proposals", lambda: find_proposals(context)),
        quotes=step("quotations", lambda: find_quotes(context)),
        transmissions=step("transmissions", lambda: find_transmissions(context, absent)),
        language="ru",
        text_sha256=digest,
        text=context.text,
    )


def _taken(decisions: tuple[Decision, ...], next_session: NextSession | None) -> list[tuple[int, int]]:
    """The passages that tell of a decision, and so of no commitment."""
    told = [item for item in decisions if item.type not in {"other", "award"} or item.rule == "year or capital of"]
    return [(item.start, item.end) for item in [*told, *([next_session] if next_session else [])]]
