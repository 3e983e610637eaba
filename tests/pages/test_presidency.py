"""The pages of presidencies."""

from __future__ import annotations

from datetime import date

from servanda.pages.presidency import presidencies_page, presidency_page
from tests.pages.league import HOSTILE, view


def test_every_organisation_with_a_presidency_is_listed() -> None:
    (row,) = presidencies_page(view(date(2020, 12, 31))).presiding
    assert (row.organisation.id, row.state and row.state.code, row.next and row.next.code) == ("league", "BE", "DK")
    assert row.next_why == "decided on 18 December 2020 at Council of the League, 18 December 2020"
    assert presidencies_page(view(date(2018, 1, 1))).presiding == []


def test_a_presidency_tells_who_is_before_and_next_and_why() -> None:
    page = presidency_page(view(date(2020, 12, 31)), "league")
    assert page is not None
    assert (page.state and page.state.code, page.previous and page.previous.code) == ("BE", "AT")
    assert [ref.code for ref in page.co_chairs] == ["AT", "DK"]
    assert [ref.code for ref in page.next_co_chairs] == ["AT", "BE"]
    assert (str(page.start), str(page.end)) == ("2020-01-01", "2020-12-31")
    assert page.reasons[0].words == "Belgium presides in 2020"


def test_terms_are_listed_from_the_newest() -> None:
    page = presidency_page(view(), "league")
    assert page is not None
    assert [row.state.code for row in page.terms] == ["DK", "BE", "AT"]
    assert (page.terms[2].person, page.terms[2].note) == ("A. Chair", f"First term {HOSTILE}")


def test_a_vacancy_is_told_as_one() -> None:
    page = presidency_page(view(date(2022, 5, 1)), "league")
    assert page is not None
    assert (page.state, page.previous and page.previous.code) == (None, "DK")
    assert page.reasons[0].words == "no presidency is recorded for this day"


def test_only_an_organisation_of_the_record_has_a_page() -> None:
    assert presidency_page(view(), "nobody") is None
    assert presidency_page(view(), "club") is not None
