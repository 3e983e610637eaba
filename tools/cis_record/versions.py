"""What the founding document tells of the provisions of two versions of the concept: which stay, change, are new."""

from __future__ import annotations

from servanda.acts.documents import Provision
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.sources import FOUNDING

FILE = "versions.acts"
_OLD, _NEW = "cis-2007-concept", "cis-2020-concept"
# Provision, its fate, of and in which document, and the words of the source that say so.
_TOLD = (
    ("key provisions", "stays", _OLD, _NEW, "its key provisions are still relevant today"),
    ("some provisions", "changed", _OLD, _NEW, "Some provisions of the document needed to be brought into line"),
    ("the main task of the CIS", "new", _NEW, "", "the main task of the CIS is to become more efficient"),
)


def add_versions(record: Record) -> None:
    """Add an act for each sentence; which articles are meant, it does not say."""
    row = record.tables.one("topics", source=FOUNDING)
    for words, fate, of, other, passage in _TOLD:
        act = Provision(
            on=Day.parse("2020-12-18"),
            of=of,
            words=words,
            fate=fate,  # type: ignore[arg-type]
            other=other,
            source=record.sources.cite(row, passage),
            confidence="inferred",
        )
        record.add(FILE, act)
