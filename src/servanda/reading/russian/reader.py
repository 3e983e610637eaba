"""Reads a communiqué in Russian: understands the text once, then asks the rules of each kind of item in turn."""

from __future__ import annotations

from servanda.reading.records import Decision, NextSession, Reading
from servanda.reading.russian.absences import find_absent
from servanda.reading.russian.commitments import find_commitments
from servanda.reading.russian.context import Context, understand
from servanda.reading.russian.decisions import find_decisions
from servanda.reading.russian.documents import find_documents
from servanda.reading.russian.next_sessions import find_next_session
from servanda.reading.russian.participants import find_participants
from servanda.reading.russian.persons import find_persons
from servanda.reading.russian.proposals import find_proposals
from servanda.reading.russian.quotations import find_quotes
from servanda.reading.russian.sessions import find_session
from servanda.reading.russian.transmissions import find_transmissions


def read_russian(text: str, digest: str = "") -> Reading:
    """What a Russian text reports, each item with the passage it rests on."""
    return _read(understand(text), digest)


def _read(context: Context, digest: str) -> Reading:
    absent = find_absent(context)
    documents = find_documents(context)
    next_session = find_next_session(context)
    decisions = find_decisions(context, documents, next_session)
    return Reading(
        session=find_session(context, decisions),
        participants=find_participants(context, absent),
        absent=absent,
        persons=find_persons(context),
        documents=documents,
        decisions=decisions,
        next_session=next_session,
        commitments=find_commitments(context, _taken(decisions, next_session)),
        proposals=find_proposals(context),
        quotes=find_quotes(context),
        transmissions=find_transmissions(context, absent),
        language="ru",
        text_sha256=digest,
        text=context.text,
    )


def _taken(decisions: tuple[Decision, ...], next_session: NextSession | None) -> list[tuple[int, int]]:
    """The passages that tell of a decision, and so of no commitment."""
    told = [item for item in decisions if item.type not in {"other", "award"}]
    return [(item.start, item.end) for item in [*told, *([next_session] if next_session else [])]]
