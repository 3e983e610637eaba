"""The table of restrictions: limits on instruments, published counts, and commitments with a due day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.acts import Act
from servanda.acts.commitments import Undertake
from servanda.acts.declarations import Tally
from servanda.acts.market import Lift, Restrict
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "restrictions.acts"
_TERM = re.compile(r"within (\d+ (?:days|months)) of entry into force")
_CODE = re.compile(r"[A-Z]{2}")
_COUNTED = {
    "all": "obstacles",
    "barrier": "barriers",
    "exemption": "exemptions",
    "restriction": "restrictions",
    "roadmap": "roadmap",
    "removed": "removed",
    "third-country measure": "third-country-measures",
}
# The day of a count where the row tells more than its year (the White Book of 2017 is of one day).
_COUNTED_ON = {
    "eaeu-2017-total": "2017-03-31",
    "eaeu-2017-barriers": "2017-03-31",
    "eaeu-2017-exemptions": "2017-03-31",
    "eaeu-2017-restrictions": "2017-03-31",
    "eaeu-2021-list": "2021-01-01",
    "eaeu-2022h1": "2022-01..2022-06",
    "eaeu-third-2025-07": "2025-07",
    "eaeu-third-2025-10": "2025-10-14",
}
_ENDED = {"kg-border-control", "eaeu-agri-support"}
_ALL = ("all parties", "each party", "all members")
_REGIMES = {"cis-2011-fta": "cisfta-2011", "eaeu-2014-treaty": "eaeu"}


def add_restrictions(record: Record) -> None:
    """Tell every limit, count and commitment."""
    for row in record.tables.rows("restrictions"):
        for act in _acts(record, row):
            record.add(FILE, act, row)


def _acts(record: Record, row: Row) -> Iterator[Act]:
    category, _, what = row["category"].partition(":")
    if category == "count":
        yield _count(record, row, what)
    elif category == "commitment":
        yield _commitment(record, row)
    else:
        yield _restrict(record, row)
        if row["id"] in _ENDED:
            yield Lift(on=Day.parse(row["to"]), of=row["id"], by=_codes(row["state"]), **record.told(row))


def _count(record: Record, row: Row, what: str) -> Tally:
    until = f"By {row['to']}." if row["to"] else ""
    under = f"Under {row['instrument']}." if row["instrument"] else ""
    return Tally(
        on=Day.parse(_COUNTED_ON.get(row["id"], row["year"])),
        of=row["organisation"],
        what=_COUNTED[what],
        number=int(row["count"]),
        scope=f"{row['object']}: {row['measure']}",
        **record.told(row, _joined(row["note"], under, until)),
    )


def _restrict(record: Record, row: Row) -> Restrict:
    return Restrict(
        on=Day.parse(row["from"] or row["year"]),
        of=row["id"],
        form=row["category"].replace(" ", "-"),
        by=_codes(row["state"]),
        against=_codes(row["against"]),
        under=row["instrument"],
        subject=row["object"],
        measure=row["measure"],
        until=Day.parse(row["to"]) if row["to"] else None,
        scope=_scope(row),
        **record.told(row, _joined(_sentence(row["status"]), row["note"])),
    )


def _commitment(record: Record, row: Row) -> Undertake:
    on = row["from"] or record.tables.one("instruments", id=row["instrument"])["official_eif"]
    by, note = _owing(record, row)
    within = _own_term(row)
    return Undertake(
        on=Day.parse(on),
        of=row["id"],
        by=by,
        words=f"{row['object']}: {row['measure']}",
        due=None if within else Day.parse(row["to"]),
        within=within,
        rank="legal-obligation",
        under=row["instrument"],
        **record.told(row, _joined(_sentence(row["status"]), row["note"], note)),
    )


def _own_term(row: Row) -> str:
    """A term that runs for each party from the day on which the instrument enters into force for it."""
    found = _TERM.search(row["measure"]) if row["state"] == "each party" else None
    return found[1] if found else ""


def _owing(record: Record, row: Row) -> tuple[tuple[str, ...], str]:
    """Whom a commitment is said of: all parties owe it while they are bound; others are named as far as is known."""
    if row["state"] in _ALL:
        return (), f"Said of: {row['state']}."
    day = row["from"] or row["to"]
    named = _bound(record, row["instrument"], day)
    return named, f"Said of: {row['state']}. Here: those bound on {day} by the table of memberships."


def _bound(record: Record, instrument: str, day: str) -> tuple[str, ...]:
    """The states that the table of memberships knows as members or parties on a day."""
    regime = _REGIMES[instrument]
    rows = [row for row in record.tables.rows("memberships") if row["organisation"] == regime]
    inside = [row for row in rows if row["status"] in ("member", "party") and row["from"] <= day]
    return tuple(sorted(row["member"] for row in inside if not row["to"] or row["to"] > day))


def _codes(cell: str) -> tuple[str, ...]:
    """The states of a cell; words such as `all parties` are no codes and stand in the scope."""
    return tuple(sorted(part for part in cell.split(";") if _CODE.fullmatch(part)))


def _scope(row: Row) -> str:
    by = "" if _codes(row["state"]) else f"by {row['state']}"
    against = f"against {row['against']}" if row["against"] and not _codes(row["against"]) else ""
    return ", ".join(part for part in (by, against) if part)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
