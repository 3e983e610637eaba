"""The whole record: table by table, in the order in which one needs another."""

from __future__ import annotations

from pathlib import Path

from tools.cis_record.consents import add_consents
from tools.cis_record.coverage import add_coverage
from tools.cis_record.instruments import add_instruments
from tools.cis_record.memberships import add_memberships
from tools.cis_record.organisations import add_organisations
from tools.cis_record.organs import add_organs
from tools.cis_record.presidencies import add_presidencies
from tools.cis_record.record import Record
from tools.cis_record.restrictions import add_restrictions
from tools.cis_record.sessions import add_sessions
from tools.cis_record.sources import Sources
from tools.cis_record.tables import Tables
from tools.cis_record.topics import add_topics
from tools.cis_record.versions import add_versions

_STEPS = (
    add_organisations,
    add_organs,
    add_topics,
    add_sessions,
    add_consents,
    add_instruments,  # after the acts that adopt them: what no session adopted is adopted by its own row
    add_memberships,
    add_presidencies,
    add_restrictions,
    add_coverage,
    add_versions,
)


def build(folder: Path) -> Record:
    """Make the record of the tables in a folder."""
    tables = Tables(folder)
    record = Record(tables, Sources(tables))
    for source in record.sources.declarations():
        record.add("sources.acts", source)
    for add in _STEPS:
        add(record)
    return record
