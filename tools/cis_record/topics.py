"""The table of topics: the areas of cooperation that the founding document names, with its source."""

from __future__ import annotations

from servanda.acts.declarations import Topic
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "topics.acts"
_NAMED_ON = Day.parse("2020-12-18")
# Headings of the table of instruments that are not among the areas of the founding document.
_HEADINGS = {
    "founding": ("Founding instruments", "Учредительные документы"),
    "institutions": ("Organs and procedure", "Органы и процедура"),
    "legal": ("Legal assistance", "Правовая помощь"),
}


def add_topics(record: Record) -> None:
    """Declare every topic; the words that name it stay in the founding document, which is cited."""
    for row in record.tables.rows("topics"):
        act = Topic(
            on=_NAMED_ON,
            of=row["id"],
            title=row["name_en"],
            title_ru=row["name_ru"],
            sphere=row["sphere"],
            **record.told(row),
        )
        record.add(FILE, act, row)
    for row in record.tables.rows("instruments"):
        _add_headings(record, row)


def _add_headings(record: Record, row: Row) -> None:
    for name in row.several("topics"):
        if name in _HEADINGS:
            title, title_ru = _HEADINGS[name]
            note = "A heading of this record, not an area that the founding document names."
            act = Topic(on=_NAMED_ON, of=name, title=title, title_ru=title_ru, sphere="institutional", note=note)
            record.add(FILE, act, row)
