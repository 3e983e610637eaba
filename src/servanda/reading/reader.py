"""Reads a communiqué: understands the text once, then asks the rules of each kind of item in turn."""

from __future__ import annotations

import hashlib
import re

from servanda.reading.absences import find_absent
from servanda.reading.commitments import find_commitments
from servanda.reading.context import Context, understand
from servanda.reading.decisions import find_decisions
from servanda.reading.documents import find_documents
from servanda.reading.loading import LANGUAGES, unsupported
from servanda.reading.next_sessions import find_next_session
from servanda.reading.participants import find_participants
from servanda.reading.persons import find_persons
from servanda.reading.proposals import find_proposals
from servanda.reading.quotations import find_quotes
from servanda.reading.records import Decision, NextSession, Reading
from servanda.reading.russian import read_russian
from servanda.reading.sentences import normalise
from servanda.reading.sessions import find_session
from servanda.reading.transmissions import find_transmissions


def read_text(text: str, *, language: str | None = None) -> Reading:
    r"""What a text reports, each item with the passage it rests on; the places are those of the text with \\n."""
    text = normalise(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if language not in {None, *LANGUAGES}:
        return Reading(language=str(language), text_sha256=digest, problems=(unsupported(str(language)),), text=text)
    if not text.strip():
        return Reading(text_sha256=digest, text=text)
    if (language or _by_letters(text)) == "ru":
        return read_russian(text, digest)
    return _read(understand(text), digest)


_CYRILLIC = re.compile("[\u0400-\u04ff]")


def _by_letters(text: str) -> str:
    """The language by the letters of a text's beginning."""
    return "ru" if 2 * len(_CYRILLIC.findall(text, 0, 10_000)) > len(text[:10_000]) else "en"


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
        text_sha256=digest,
        text=context.text,
    )


def _taken(decisions: tuple[Decision, ...], next_session: NextSession | None) -> list[tuple[int, int]]:
    """The passages that tell of a decision, and so of no commitment."""
    told = [item for item in decisions if item.type not in {"other", "award"}]
    items = [*told, *([next_session] if next_session else [])]
    return [(item.start, item.end) for item in items]
