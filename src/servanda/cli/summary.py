"""What a secretary wants to know on the evening of a session, computed from the record alone."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.pages.days_in_words import long_day
from servanda.pages.parts import PartyRef, View
from servanda.pages.sessions import SessionPage, session_page
from servanda.pages.today import open_by_party, proposed_sessions
from servanda.status.commitments import commitments
from servanda.status.due import due
from servanda.status.presidency import presidency


def summary(view: View, session: str) -> str:
    """The summary of a session as of its evening, one line each."""
    page = session_page(view, session)
    assert page is not None
    lines = [
        f"{page.title} ({page.format})",
        *_attendance(page),
        *_documents(page),
        *_signatures(view),
        *_presidency(view, session.partition("/")[0]),
        *_promises(page),
        *_next_session(view),
        *_waiting(view),
    ]
    return "\n".join(lines)


def _names(parties: list[PartyRef]) -> str:
    return ", ".join(party.name for party in parties)


def _attendance(page: SessionPage) -> Iterator[str]:
    present = [row.party for row in page.attendance if row.presence == "present" and row.level != "guest"]
    yield f"Present: {_names(present)} ({len(present)})"
    for row in page.attendance:
        if row.presence != "present":
            detail = f" ({row.detail})" if row.detail else ""
            yield f"Absent: {row.party.name}, {row.presence}{detail}"


def _documents(page: SessionPage) -> Iterator[str]:
    for row in page.outcomes:
        yield f"{row.outcome.capitalize()}: {row.document.title}"


def _signatures(view: View) -> Iterator[str]:
    found = open_by_party(view)
    for row in found:
        count = len(row.documents)
        yield f"Still to sign: {row.party.name} ({count} document{'s' if count > 1 else ''})"
    if not found:
        yield "Still to sign: nobody is recorded as asked to"


def _presidency(view: View, organisation: str) -> Iterator[str]:
    found = presidency(view.book, organisation, view.as_of)
    if found.state:
        yield f"Presidency now: {view.names.party(found.state)}"
    if found.next:
        period = f" in {found.next.period}" if found.next.period else ""
        co_chairs = _names(view.parties(found.next.co_chairs))
        yield f"Next presidency: {view.names.party(found.next.state)}{period}" + (
            f", co-chairs {co_chairs}" if co_chairs else ""
        )


def _promises(page: SessionPage) -> Iterator[str]:
    for row in page.promises:
        until = f" (due {row.day})" if row.day else ""
        yield f"Promised by {_names(row.by)}: {row.words}{until}"


def _next_session(view: View) -> Iterator[str]:
    for row in proposed_sessions(view):
        place = f" in {row.place}" if row.place else ""
        yield f"Next session proposed: {long_day(str(row.day))}{place} (by {_names(row.by)})"


def _waiting(view: View) -> Iterator[str]:
    items = due(view.book, view.as_of)
    consent = [item for item in items if item.what == "consent to be bound"]
    documents = {item.object for item in consent}
    if consent:
        yield f"Also waiting: {len(consent)} consents to be bound, on {len(documents)} documents signed before"
    past = [one for one in commitments(view.book, view.as_of) if one.timing == "past due" and not one.scores]
    if past:
        yield f"Due day passed, no report in the record: {len(past)} commitments"
