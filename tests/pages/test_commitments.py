"""The register of commitments."""

from __future__ import annotations

from datetime import date

from servanda.pages.commitments import commitments_page
from tests.pages.league import view


def test_commitments_are_counted_by_class_and_with_coverage() -> None:
    counts = [(one.rank, one.commitments, one.with_information) for one in commitments_page(view()).classes]
    assert counts == [("legal obligation", 2, 0), ("statement", 1, 0)]


def test_the_three_axes_are_kept_apart() -> None:
    rows = {(row.id[-1], row.party.code): row for row in commitments_page(view(date(2021, 7, 1))).commitments}
    found = {key: (row.timing, row.performance, row.standing) for key, row in rows.items()}
    assert found == {
        ("1", "BE"): ("past due", "not started", "contested"),
        ("1", "DK"): ("past due", "limited", "contested"),
        ("2", "AT"): ("no due day", "no information", "not reported"),
    }


def test_parties_of_one_commitment_stand_by_name() -> None:
    rows = commitments_page(view()).commitments
    assert [(row.id[-1], row.party.code) for row in rows] == [("1", "BE"), ("1", "DK"), ("2", "AT")]
    assert [row.strength for row in rows] == ["pledged", "pledged", ""]


def test_nothing_is_promised_before_it_was_said() -> None:
    assert commitments_page(view(date(2020, 12, 17))).commitments == []
