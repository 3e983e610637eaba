"""The pages of documents."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.pages.documents import document_page, documents_page
from tests.pages.league import HOSTILE, view


def test_documents_are_listed_from_the_newest_with_their_state() -> None:
    rows = {row.document.id: row for row in documents_page(view()).documents}
    assert next(iter(rows)) == "river-concept"
    assert {name: row.state for name, row in rows.items()} == {
        "river-concept": "unknown",
        "spring-paper": "unknown",
        "rough-paper": "unknown",
        "canal-treaty": "not in force",
        "river-treaty": "in force",
        "old-treaty": "ended",
    }
    assert str(rows["river-treaty"].since) == "2010-08-01"


def test_the_notified_and_the_computed_date_stand_side_by_side() -> None:
    page = document_page(view(), "river-treaty")
    assert page is not None
    assert (str(page.notified), str(page.computed)) == ("2010-08-01", "2010-07-31")
    assert page.difference.startswith("notified 1 August 2010")
    assert page.note == f"Kept in one copy {HOSTILE}"
    assert page.clause[0] == 'cite "art. 9"'
    assert [act.head for act in page.reasons[0].acts] == ["2010-07-02 notify-force river-treaty since 2010-08-01"]


def test_what_is_missing_is_said_in_words() -> None:
    page = document_page(view(), "canal-treaty")
    assert page is not None
    assert (page.state, page.notified, page.computed) == ("not in force", None, None)
    assert page.missing == ["2 more ratifications"]


def test_the_chart_stands_in_the_alphabet_of_names() -> None:
    page = document_page(view(), "river-treaty")
    assert page is not None
    found = [(row.party.code, row.standing, str(row.since), row.reserved) for row in page.chart]
    assert found == [
        ("AT", "party", "2010-08-01", False),
        ("BE", "party", "2010-08-01", True),
        ("DK", "signatory", "2010-05-01", False),
        ("CH", "party", "2010-10-01..2010-10-30", False),
    ]
    assert {row.state for row in page.signatures} == {"signed"}


def test_a_document_that_ended_says_when() -> None:
    page = document_page(view(), "old-treaty")
    assert page is not None
    assert (page.state, str(page.ended)) == ("ended", "2015-01-01")


@pytest.mark.parametrize(("of", "day"), [("river-treaty", date(2010, 4, 30)), ("nothing", date(2021, 1, 1))])
def test_a_document_not_recorded_by_the_day_has_no_page(of: str, day: date) -> None:
    assert document_page(view(day), of) is None
