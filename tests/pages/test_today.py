"""The first page."""

from __future__ import annotations

from datetime import date

from servanda.pages.today import proposed_sessions, today_page
from tests.pages.league import view


def test_open_signatures_stand_by_party_with_their_documents() -> None:
    (row,) = today_page(view()).open_signatures
    assert (row.party.code, [one.id for one in row.documents], str(row.since)) == (
        "CH",
        ["river-concept"],
        "2020-12-18",
    )


def test_what_waits_is_counted_by_kind() -> None:
    counts = {one.what: one.number for one in today_page(view()).waiting}
    assert counts["sign"] == 1
    assert counts["perform"] == 3
    assert today_page(view(date(1999, 1, 1))).waiting == []


def test_sessions_are_proposed_for_later_days_only() -> None:
    (row,) = proposed_sessions(view())
    assert ([ref.code for ref in row.by], str(row.day), row.place) == (["DK"], "2021-10-15", "Copenhagen")
    assert proposed_sessions(view(date(2021, 10, 15))) == []


def test_the_latest_acts_are_of_the_day_or_before() -> None:
    latest = today_page(view(date(2019, 12, 31))).latest
    assert latest[0].head == "2019-12-01 preside league BE in 2020"
    assert not [act for act in latest if act.head.split()[1] in ("source", "organisation", "clause")]
