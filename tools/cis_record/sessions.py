"""The table of sessions: each convened, attended, missed, and what it decided on the documents of the record."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from servanda.acts import Act
from servanda.acts.documents import Clear
from servanda.acts.sessions import Absent, Attend, Convene, Decide, Reschedule
from servanda.days import Day
from tools.cis_record.evening import SESSION
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "sessions.acts"
EXPERTS = "cis/expert-group/2019-10-30"
_LOWER = re.compile(r"([A-Z]{2})(?:\((.*)\))?")
_MOVED = re.compile("Postponed|Moved|A month later")
_LEVELS: dict[str, Any] = {"observer": "observer", "invited": "guest"}
# When it was told that a session is moved, where that is known; else on the day of the session, as with the call.
_MOVED_ON = {SESSION: "2020-10-12", "cis/chs/2002-10-07": "2002-03"}
# When a session that is only planned was called.
_CALLED_ON = {"cis/chs/2026-10-09": "2025-10-10"}


def add_sessions(record: Record) -> None:
    """Convene every session and tell who came and what was decided."""
    for row in record.tables.rows("sessions"):
        for act in _acts(record, row):
            record.add(FILE, act, row)


def session_name(row: Row) -> str:
    """The name of a session: organ and day."""
    return f"{row['organisation']}/{row['organ']}/{row['date']}"


def _acts(record: Record, row: Row) -> Iterator[Act]:
    yield _convene(record, row)
    yield from _moved(record, row)
    yield from _attendance(record, row)
    yield from _decisions(record, row)


def _convene(record: Record, row: Row) -> Convene:
    name, day = session_name(row), Day.parse(row["date"])
    called = Day.parse(_CALLED_ON.get(name, row["date"]))
    return Convene(
        on=called,
        of=name,
        day=day if called != day else None,
        format=row["format"].replace(" ", "-"),
        character=row["kind"],
        chair=row["chair_state"],
        place="" if row["place"] == "(videoconference)" else row["place"],
        country=row["country"],
        **record.told(row, _note(row)),
    )


def _note(row: Row) -> str:
    """What was told of the attendance, of decisions on no document of this record, and of the next session."""
    rest = "; ".join(part for part in row.several("decisions") if not _is_id(part))
    announced = row["next_session_announced"]
    parts = (
        row["attendance_note"],
        f"Decided: {rest}." if rest else "",
        f"Next session announced: {announced}." if announced and session_name(row) != SESSION else "",
    )
    return " ".join(part for part in parts if part)


def _is_id(words: str) -> bool:
    return bool(re.fullmatch(r"[a-z]+-\d{4}(-[a-z0-9-]+)?", words))


def _moved(record: Record, row: Row) -> Iterator[Act]:
    name, earlier = session_name(row), row["planned_date"]
    if earlier and earlier != row["date"]:
        told_on = Day.parse(_MOVED_ON.get(name, row["date"]))
        why = next((words for words in re.split(r"(?<=[.;]) ", row["attendance_note"]) if _MOVED.match(words)), "")
        yield Reschedule(on=told_on, of=name, earlier=Day.parse(earlier), **record.told(row, why))


def _attendance(record: Record, row: Row) -> Iterator[Act]:
    """Who came, at which level, and who did not; the evening's absent state is told by its note."""
    on, of, told = Day.parse(row["date"]), session_name(row), record.told(row)
    heads = row.several("attended_head")
    if heads:
        yield Attend(on=on, of=of, by=tuple(sorted(heads)), **told)
    for lower in row.several("attended_lower"):
        state, rank = _parted(lower)
        level = _LEVELS.get(rank, "deputy")
        yield Attend(on=on, of=of, by=(state,), level=level, rank="" if rank in _LEVELS else rank, **told)
    absent = row.several("absent")
    if absent and of != SESSION:
        yield Absent(on=on, of=of, by=tuple(sorted(absent)), **told)


def _parted(lower: str) -> tuple[str, str]:
    found = _LOWER.fullmatch(lower)
    if not found:
        raise ValueError(f"'{lower}' is no state with a level")
    return found[1], found[2] or ""


def _decisions(record: Record, row: Row) -> Iterator[Act]:
    """One act for each document of the record that the session disposed of."""
    on, session = Day.parse(row["date"]), session_name(row)
    if session == EXPERTS:
        yield from _cleared(record, row)
    for words in row.several("decisions"):
        for document in _documents(record, session, words):
            yield Decide(on=on, of=document, outcome="adopted", session=session, **record.told(row))


def _cleared(record: Record, row: Row) -> Iterator[Act]:
    """The experts agreed the draft of the concept and of its plan, on the second of their two days."""
    by = tuple(sorted(_parted(lower)[0] for lower in row.several("attended_lower")))
    for document in ("cis-2020-concept", "cis-2020-plan"):
        yield Clear(on=Day.parse("2019-10-31"), of=document, by=by, session=EXPERTS, **record.told(row))


def _documents(record: Record, session: str, words: str) -> list[str]:
    """The documents that a part of the decisions names, by their id or by words of their title."""
    approved = ("cis-2020-concept", "cis-2020-plan")  # told, with the states, by the table of acts
    known = {row["id"] for row in record.tables.rows("instruments")}
    named = [word for word in words.split() if word in known and word not in approved]
    return named + [document for of, part, document in _by_words() if (of, part) == (session, words)]


@cache
def _by_words() -> list[tuple[str, str, str]]:
    path = Path(__file__).with_name("decisions.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["session"], row["words"], row["instrument"]) for row in csv.DictReader(file)]
