"""The table of instruments: the instrument, its depositary and clause, its adoption, its end, what others say."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.acts import Act
from servanda.acts.declarations import Depositary, Group, Instrument
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Publish, Replace, Terminate
from servanda.acts.keeping import Expect
from servanda.acts.sessions import Decide
from servanda.days import Day
from tools.cis_record.clauses import clause_of, has_clause, provisional_clause_of
from tools.cis_record.organs import add_commission
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "instruments.acts"
_DEPOSITARIES = {
    "CIS Executive Committee": "cis/excom",
    "Eurasian Economic Commission": "eaeu/eec",
    "Integration Committee": "eurasec/ic",
}
_OWN_SITES = ("//cis.minsk.by/", "//www.cis.minsk.by/", "//e-cis.info/", "//eec.eaeunion.org/")
# What took the place of what, where the table says so; the day is that of the end, or of the successor's force.
_REPLACED = {
    "cis-1996-rules": "cis-2002-rules",
    "cis-2002-rules": "cis-2009-rules",
    "cis-2007-concept": "cis-2020-concept",
}
_REPLACED_AMONG_PARTIES = {
    "cis-2002-chisinau-convention": "cis-1993-minsk-convention",
    "cis-2011-fta": "cis-1994-fta",
}
_FOUNDERS = ("AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UA", "UZ")


def add_instruments(record: Record) -> None:
    """Declare every instrument, with all that its row tells."""
    for row in record.tables.rows("instruments"):
        for act in _acts(record, row):
            record.add(FILE, act, row)
        if row["depositary"] == "Eurasian Economic Commission":
            add_commission(record, row)


def is_own_site(row: Row) -> bool:
    """Tell whether the row was read on a site of the depositary or the organisation itself."""
    return row["confidence"] == "checked" and any(site in row["source"] for site in _OWN_SITES)


def _acts(record: Record, row: Row) -> Iterator[Act]:
    yield _instrument(record, row)
    if row["depositary"]:
        by = _DEPOSITARIES.get(row["depositary"], row["depositary"])
        yield Depositary(on=Day.parse(row["adopted"]), of=row["id"], by=by, **record.told(row))
    yield from _law(record, row)
    yield from _adoption(record, row)
    yield from _force(record, row)
    yield from _end(record, row)


def _instrument(record: Record, row: Row) -> Instrument:
    words = "" if has_clause(row) else f"Entry into force: {row['eif_in_words']}"
    return Instrument(
        on=Day.parse(row["adopted"]),
        of=row["id"],
        title=row["title_en"],
        title_ru=row["title_ru"],
        character=row["kind"],
        within=row["organisation"],
        place=row["place"].strip("()"),
        topics=row.several("topics"),
        reservations=row["reservations"],
        withdrawal=row["withdrawal_notice"],
        **record.told(row, words),
    )


def _law(record: Record, row: Row) -> Iterator[Act]:
    if row["id"] == "cis-1993-charter":
        note = "The founding states by the Agreement and the Protocol of December 1991."
        on = Day.parse(row["adopted"])
        yield Group(on=on, of="cis-founders", members=_FOUNDERS, **(record.told(row, note) | {"confidence": "known"}))
    if has_clause(row):
        yield clause_of(record, row)
    if row["provisional_from"]:
        yield provisional_clause_of(record, row)


def _adoption(record: Record, row: Row) -> Iterator[Act]:
    """What is in force from being adopted or published is adopted, or published, by this row."""
    on = Day.parse(row["adopted"])
    if row["id"] == "cis-2021-presidency-concept":
        yield Publish(on=on, of=row["id"], by=("BY",), **record.told(row))
    if row["eif_event"] == "signature" and not _is_decided(record, row):
        session = _session_of(record, row)
        yield Decide(on=on, of=row["id"], outcome="adopted", session=session, **record.told(row))


def _is_decided(record: Record, row: Row) -> bool:
    """Tell whether a session is already recorded as having adopted the instrument."""
    return any(isinstance(made.act, Decide) and made.act.of == row["id"] for made in record.made)


def _session_of(record: Record, row: Row) -> str:
    """The session of the instrument's organisation on the day of its adoption, if the table of sessions has one."""
    for session in record.tables.rows("sessions"):
        if session["organisation"] == row["organisation"] and session["date"] == row["adopted"]:
            return f"{session['organisation']}/{session['organ']}/{session['date']}"
    return ""


def _force(record: Record, row: Row) -> Iterator[Act]:
    """The date of entry into force as published: the depositary's own word, and a claim to check."""
    if not row["official_eif"]:
        return
    since = Day.parse(row["official_eif"])
    if is_own_site(row):
        yield NotifyForce(on=since, of=row["id"], since=since, **record.told(row))
    yield Expect(on=since, of=row["id"], claim=f"in force since {since}", **record.told(row))


def _end(record: Record, row: Row) -> Iterator[Act]:
    older = _REPLACED_AMONG_PARTIES.get(row["id"])
    if older:
        since = Day.parse(row["official_eif"])
        yield Replace(on=since, of=older, other=row["id"], scope="among-parties", **record.told(row))
    if row["ended"] and row["id"] in _REPLACED:
        on = Day.parse(row["ended"])
        yield Replace(on=on, of=row["id"], other=_REPLACED[row["id"]], **record.told(row))
    elif row["ended"]:
        yield Terminate(on=Day.parse(row["ended"]), of=row["id"], **record.told(row))
