"""The table of coverage, kept beside the code: which instrument covers which topic to which depth, on what evidence.

No reference table tells a depth. Each line here names the row of a reference table from which it is concluded, the
provision where that row tells it, and why; what no row shows has no line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from servanda.acts.market import Cover
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "coverage.acts"


def add_coverage(record: Record) -> None:
    """Add an act for every line of the table."""
    for line in _lines():
        record.add(FILE, _cover(record, line))


def _lines() -> Iterator[Mapping[str, Any]]:
    with Path(__file__).with_name("coverage.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _cover(record: Record, line: Mapping[str, Any]) -> Cover:
    since = line["since"] or record.tables.one("instruments", id=line["of"])["adopted"]
    return Cover(
        on=Day.parse(since),
        of=line["of"],
        topic=line["topic"],
        depth=line["depth"],
        provision=line["provision"],
        note=line["why"],
        source=record.sources.cite(_evidence(record, line["evidence"])),
        confidence=line["confidence"],
    )


def _evidence(record: Record, named: str) -> Row:
    """The row that a line rests on, as `table:id`; an organ is named with its organisation."""
    table, _, name = named.partition(":")
    if table == "organs":
        organisation, organ = name.split("/")
        return record.tables.one(table, organisation=organisation, organ=organ)
    return record.tables.one(table, id=name)
