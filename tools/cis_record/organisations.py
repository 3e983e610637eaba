"""The table of organisations: an organisation each."""

from __future__ import annotations

from servanda.acts.declarations import Organisation
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "organisations.acts"


def add_organisations(record: Record) -> None:
    """Declare every organisation and treaty regime."""
    for row in record.tables.rows("organisations"):
        record.add(FILE, _organisation(record, row), row)


def _organisation(record: Record, row: Row) -> Organisation:
    in_force = row["treaty_in_force"]
    note = f"Treaty in force {in_force}. {row['note']}" if in_force else row["note"]
    return Organisation(
        on=Day.parse(row["founded"]),
        of=row["id"],
        title=row["name_en"],
        title_ru=row["name_ru"],
        short=row["short"],
        character=row["kind"],
        seat=row["seat"],
        languages=row["working_languages"],
        level=row["integration_level"],
        founded_by=row.several("founding_instrument"),
        until=Day.parse(row["dissolved"]) if row["dissolved"] else None,
        **record.told(row, note.strip()),
    )


def add_wto(record: Record, row: Row) -> None:
    """Declare the World Trade Organization, which one row names as addressee."""
    act = Organisation(
        on=Day.parse("1995-01-01"),
        of="wto",
        title="World Trade Organization",
        title_ru="Всемирная торговая организация",
        short="WTO",
        confidence="known",
    )
    record.add(FILE, act, row)
