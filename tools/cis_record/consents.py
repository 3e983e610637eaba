"""The table of acts: signatures, deposits, notifications and all else that states did to instruments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from servanda.acts import Act
from servanda.acts.consent import Consent
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Sign
from servanda.acts.keeping import Expect, Prefer
from servanda.days import Day
from servanda.text import print_head
from tools.cis_record.deeds import DEEDS, Deed
from tools.cis_record.instruments import is_own_site
from tools.cis_record.kinds import INSTEAD, KINDS
from tools.cis_record.organisations import add_wto
from tools.cis_record.record import Record
from tools.cis_record.sources import READ
from tools.cis_record.tables import Row

FILE = "consents.acts"
_MEANS = {
    "accession": "accede",
    "exchange-of-ratifications": "ratify",
    "notification": "complete",
    "ratification": "ratify",
    "ratification-deposit": "ratify",
}
_SWAPPED = ("cis-1991-agreement", "UZ", "ratification")
_PRINTED = "1992-04-01"
_NO_CLAIM = ("no-signature", "proposal-of-next-session")
_ACTS_OWN_DAY = ("joining-a-decision", "suspension-of-membership", "suspension-towards-a-party", "withdrawal-notice")


def add_consents(record: Record) -> None:
    """Tell every act, instrument by instrument and day by day, and then what the rows say of entry into force."""
    for instrument in record.tables.rows("instruments"):
        rows = [row for row in record.tables.rows("acts") if row["instrument"] == instrument["id"]]
        for row in sorted(rows, key=lambda row: row["date"]):
            _add_acts(record, row)
        for row in sorted(rows, key=lambda row: (row["effect_date"], row["state"])):
            for claim in _claims(record, row):
                record.add(FILE, claim, row)


def _add_acts(record: Record, row: Row) -> None:
    if row["act"] == "participation-suspended-in-fact":
        record.leave_out(row, KINDS[row["act"]].why)
    for act in _acts(record, row):
        record.add(FILE, act, row)
    if row["act"] == "notice-to-WTO":
        add_wto(record, row)


def _acts(record: Record, row: Row) -> Iterator[Act]:
    """The acts of a row, without what it says of entry into force."""
    kind = INSTEAD.get((row["instrument"], row["state"], row["act"]), row["act"])
    deed = Deed(record, row, _told(record, row))
    if (row["instrument"], row["state"], row["act"]) == _SWAPPED:
        yield from _swapped(deed)
    elif kind in _MEANS and not _is_at_home(record, row, kind):
        yield deed.act(Consent, means=_MEANS[kind])
    elif kind == "signature":
        yield deed.act(Sign)
    elif kind in DEEDS:
        yield from DEEDS[kind](deed)


def _told(record: Record, row: Row) -> dict[str, Any]:
    """Source, confidence and note; a signature that was only inferred says so."""
    told = record.told(row, row["note"])
    return told | {"confidence": "inferred"} if "is inferred" in row["note"] else told


def _is_at_home(record: Record, row: Row, kind: str) -> bool:
    """Tell whether a ratification is only a step within the state: the clause counts something else."""
    event = record.tables.one("instruments", id=row["instrument"])["eif_event"]
    return kind == "ratification" and event != "ratification"


def _swapped(deed: Deed) -> Iterator[Act]:
    """The page prints the day with day and month swapped: both testimonies, and the one that is preferred."""
    right = deed.act(Consent, means="ratify", note="", confidence="known")
    printed = deed.act(Consent, means="ratify", note="", on=Day.parse(_PRINTED))
    yield from (right, printed)
    yield Prefer(on=READ, chosen=print_head(right), other=print_head(printed), reason=deed["note"])


def _claims(record: Record, row: Row) -> Iterator[Act]:
    """What the row says of entry into force for its state: the depositary's word, or a claim to check."""
    if not row["effect_date"] or row["act"] in (*_NO_CLAIM, *_ACTS_OWN_DAY):
        return
    since = Day.parse(row["effect_date"])
    told = record.told(row)
    if row["act"] == "in-force-for" and is_own_site(row):
        yield NotifyForce(on=since, of=row["instrument"], since=since, by=(row["state"],), **told)
        return
    if row["confidence"] == "computed-back":
        told["confidence"] = "read" if "effect date is read" in row["note"] else "known"
    claim = f"in force for {row['state']} since {since}"
    yield Expect(on=since, of=row["instrument"], claim=claim, **told)
