"""The table of memberships: who joined, was associated or observes, in which circle, and who left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from servanda.acts import Act
from servanda.acts.keeping import Expect
from servanda.acts.membership import Associate, Join, Leave, Observe
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "memberships.acts"
_CIRCLES = {"participant in statutory bodies": "participant", "participant by protocol": "participant"}
_JOINING = ("founding", "member", "party", "participant")
# The treaty of which who is inside the organisation, or the regime, is a party.
_TREATIES = {("cst-1992", "party"): "cst-1992", ("csto", "member"): "csto-2002-charter"}
# The day of the notice, where the row tells it; else the day on which membership ended.
_NOTICE = {("cis", "GE", "member"): "2008-08-18"}


def add_memberships(record: Record) -> None:
    """Tell every membership, with its end if it has one."""
    for row in record.tables.rows("memberships"):
        for act in _acts(record, row):
            record.add(FILE, act, row)


def member_code(row: Row) -> str:
    """The code of a state, or the name of an organisation that is a member or observer."""
    member: str = row["member"]
    return member.lower() if row["member_type"] == "organisation" else member


def _acts(record: Record, row: Row) -> Iterator[Act]:
    circle = _CIRCLES.get(row["status"], row["status"])
    yield _entry(record, row, circle)
    if row["to"]:
        yield _leave(record, row, circle)
        yield from _ended(record, row)


def _entry(record: Record, row: Row, circle: Any) -> Act:
    fields: dict[str, Any] = {
        "on": Day.parse(row["from"]),
        "of": row["organisation"],
        "by": (member_code(row),),
        "basis": row["basis"],
        **record.told(row, row["note"]),
    }
    if circle == "associate":
        return Associate(**fields)
    kind = Join if circle in _JOINING else Observe
    return kind(**fields, circle=circle)


def _ended(record: Record, row: Row) -> Iterator[Act]:
    """That the treaty ended for a party is told by the row, while no act of leaving the treaty is: a testimony."""
    treaty = _TREATIES.get((row["organisation"], row["status"]), "")
    if treaty:
        claim = f"ended for {row['member']} since {row['to']}"
        yield Expect(on=Day.parse(row["to"]), of=treaty, claim=claim, **record.told(row))


def _leave(record: Record, row: Row, circle: Any) -> Leave:
    notice = _NOTICE.get((row["organisation"], row["member"], circle), row["to"])
    return Leave(
        on=Day.parse(notice),
        of=row["organisation"],
        by=(member_code(row),),
        circle=circle,
        effective=Day.parse(row["to"]),
        **record.told(row),
    )
