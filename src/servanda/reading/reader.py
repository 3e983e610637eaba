"""Reads a communiqué: understands the text once, then asks the rules of each kind of item in turn."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from servanda.problems import Problem
from servanda.reading.absences import find_absent
from servanda.reading.commitments import find_commitments
from servanda.reading.context import understand
from servanda.reading.dates import full_date
from servanda.reading.decisions import find_decisions
from servanda.reading.documents import find_documents
from servanda.reading.loading import LANGUAGES, unsupported
from servanda.reading.next_sessions import find_next_session
from servanda.reading.participants import find_participants
from servanda.reading.persons import find_persons
from servanda.reading.proposals import find_proposals
from servanda.reading.quotations import find_quotes
from servanda.reading.records import Decision, NextSession, Reading, Session
from servanda.reading.russian import read_russian
from servanda.reading.sentences import apart, normalise
from servanda.reading.sessions import find_session
from servanda.reading.silence import in_another_language, silence
from servanda.reading.texts import Detected, Taken, detect
from servanda.reading.transmissions import find_transmissions

Progress = Callable[[str, int, int], None]
"""Hears of every step: what was read, how many steps are done, and of how many."""

T = TypeVar("T")
_STEPS = 11
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def read_taken(taken: Taken, *, language: str | None = None, progress: Progress | None = None) -> Reading:
    """What the text of a file reports, with the file that it was taken from."""
    published = full_date(taken.origin.date[:10]) if taken.origin.format == "html" else None
    reading = read_text(taken.text, language=language, progress=progress, published=published)
    return msgspec.structs.replace(reading, origin=taken.origin)


def read_text(
    text: str,
    *,
    language: str | None = None,
    progress: Progress | None = None,
    published: dt.date | None = None,
) -> Reading:
    r"""What a text reports, each item with the passage it rests on; the places are those of the text with \\n.

    `published` is the day on which it came out, on which `today` and `on Friday` lean where the text has no dateline.
    """
    text = normalise(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    found = Detected(language, language) if language else detect(text)
    chosen = found.code if found.is_known else _by_letters(text)
    if chosen not in LANGUAGES:
        return Reading(language=chosen, text_sha256=digest, problems=(unsupported(chosen),), text=text)
    problems = in_another_language(found)
    if not text.strip():
        problems = [Problem("R102", "the communiqué is empty", None, "give the text of a communiqué")]
        return Reading(language=chosen, text_sha256=digest, problems=tuple(problems), text=text)
    reading = _RULES[chosen](text, _Steps(progress), published)
    reading = msgspec.structs.replace(reading, session=_told(reading.session), language=chosen, text_sha256=digest)
    return msgspec.structs.replace(reading, problems=(*problems, *silence(reading)))


def _by_letters(text: str) -> str:
    """The language to try where none was recognised."""
    return "ru" if 2 * len(_CYRILLIC.findall(text, 0, 10_000)) > len(text[:10_000]) else "en"


class _Steps:
    """Takes step after step, and lets somebody hear of each."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.done = 0

    def __call__(self, what: str, find: Callable[[], T]) -> T:
        found = find()
        self.done += 1
        if self.progress:
            self.progress(what, self.done, _STEPS)
        return found


def _read(text: str, step: _Steps, published: dt.date | None) -> Reading:
    """Every kind of item in turn; what a rule needs of another's items is found before it."""
    context = step("the text", lambda: understand(text, published))
    absent = step("absences", lambda: find_absent(context))
    documents = step("documents", lambda: find_documents(context))
    next_session = step("the next session", lambda: find_next_session(context))
    decisions = step("decisions", lambda: find_decisions(context, documents, next_session))
    return Reading(
        absent=absent,
        documents=documents,
        decisions=decisions,
        next_session=next_session,
        session=step("the session", lambda: find_session(context, decisions)),
        participants=step("participants", lambda: find_participants(context, absent)),
        persons=step("persons", lambda: find_persons(context)),
        commitments=step("commitments", lambda: find_commitments(context, _taken(decisions, next_session))),
        proposals=step("proposals", lambda: find_proposals(context)),
        quotes=step("quotations", lambda: find_quotes(context)),
        transmissions=step("transmissions", lambda: find_transmissions(context, absent)),
        text=context.text,
    )


_RULES: dict[str, Callable[[str, _Steps, dt.date | None], Reading]] = {
    "en": _read,
    "ru": lambda text, step, published: read_russian(text, step=step, published=published),
}


def _told(session: Session | None) -> Session | None:
    """The session, if the text tells anything of one."""
    if session is None or not any((session.organ, session.date, session.format, session.place, session.chair)):
        return None
    return session


def _taken(decisions: tuple[Decision, ...], next_session: NextSession | None) -> list[tuple[int, int]]:
    """The passages that tell of a decision, and so of no commitment, apart and in order."""
    told = [item for item in decisions if item.type not in {"other", "award"}]
    return apart((item.start, item.end) for item in [*told, *([next_session] if next_session else [])])
