"""The table of presidencies: who presides, in which period, decided when; co-chairs only where they were read."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.acts import Act
from servanda.acts.presidency import Decline, Preside, Relinquish
from servanda.days import Day, Period
from tools.cis_record.record import Record
from tools.cis_record.sessions import session_name
from tools.cis_record.tables import Row

FILE = "presidencies.acts"
NOBODY = "no state presided over all organs yet; the row holds only a note"
_UNKNOWN_DAY = "The day of the decision is not known."
# A state that laid its presidency down had been decided upon for the whole year.
_WHOLE_TERM = {("cis", "2014-03-20"): "2014"}


def add_presidencies(record: Record) -> None:
    """Tell every presidency."""
    for row in record.tables.rows("presidencies"):
        if not row["chair_state"]:
            record.leave_out(row, NOBODY)
        for act in _acts(record, row) if row["chair_state"] else ():
            record.add(FILE, act, row)


def _acts(record: Record, row: Row) -> Iterator[Act]:
    organisation, end = row["organisation"], row["to"]
    if (organisation, row["year"]) == ("cis", "2017"):
        on = Day.parse(row["decided_on"])
        yield Decline(on=on, of=organisation, by="MD", period=Period.parse("2017"), **record.told(row, row["note"]))
    yield _preside(record, row)
    if (organisation, end) in _WHOLE_TERM:
        yield Relinquish(on=Day.parse(end), of=organisation, by=row["chair_state"], **record.told(row, row["note"]))


def _preside(record: Record, row: Row) -> Preside:
    session = _session(record, row)
    return Preside(
        on=Day.parse(row["decided_on"] or row["from"]),
        of=row["organisation"],
        by=row["chair_state"],
        period=_period(row),
        co_chairs=tuple(sorted(row.several("co_chairs"))) if row["co_chairs_basis"] == "read" else (),
        person=row["chair_person"],
        session=session,
        **record.told(row, _note(row, session)),
    )


def _period(row: Row) -> Period:
    whole = _WHOLE_TERM.get((row["organisation"], row["to"]))
    return Period.parse(whole or str(Period(Day.parse(row["from"]), Day.parse(row["to"]))))


def _session(record: Record, row: Row) -> str:
    """The session at which it was decided, if the table of sessions has it."""
    wanted = (row["organisation"], row["decided_on"])
    found = [one for one in record.tables.rows("sessions") if (one["organisation"], one["date"]) == wanted]
    return session_name(found[0]) if found else ""


def _note(row: Row, session: str) -> str:
    place = row["decided_at"] if row["decided_at"] and not session else ""
    parts = (row["note"], f"Decided at: {place}." if place else "", "" if row["decided_on"] else _UNKNOWN_DAY)
    return " ".join(part for part in parts if part)
