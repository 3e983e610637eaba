"""The pages of states."""

from __future__ import annotations

from datetime import date

from servanda.pages.states import state_page, states_page
from tests.pages.league import view


def test_states_stand_in_the_alphabet_of_their_names() -> None:
    rows = states_page(view()).states
    assert [row.party.code for row in rows] == ["AT", "BE", "DK", "NO", "CH"]
    assert {row.party.code: row.waiting for row in rows}["CH"] == 1


def test_the_number_that_waits_is_that_of_the_rows() -> None:
    for row in states_page(view()).states:
        page = state_page(view(), row.party.code)
        assert page is not None
        assert len(page.waiting) == row.waiting


def test_a_state_tells_its_memberships_and_a_notice_that_runs() -> None:
    page = state_page(view(), "CH")
    assert page is not None
    (row,) = page.memberships
    assert (row.organisation.id, row.circle, str(row.since), str(row.leaving)) == (
        "league",
        "member",
        "2000-01-01",
        "2022-06-01",
    )
    later = state_page(view(date(2022, 6, 1)), "CH")
    assert later is not None
    assert later.memberships == []


def test_the_sessions_of_a_state_are_the_rows_of_its_numbers() -> None:
    page = state_page(view(), "CH")
    assert page is not None
    assert (page.attended, page.not_attended) == (0, 2)
    assert [(row.session.id, row.presence) for row in page.sessions] == [
        ("league/council/2020-12-18", "did not attend"),
        ("league/council/2019-10-11", "did not attend"),
    ]


def test_a_state_stands_towards_the_documents_it_acted_on_or_was_sent() -> None:
    page, asked = state_page(view(), "AT"), state_page(view(), "CH")
    assert page is not None
    assert asked is not None
    assert {row.document.id: row.standing for row in page.standings} == {
        "river-concept": "signatory",
        "canal-treaty": "contracting State",
        "river-treaty": "party",
    }
    assert {row.document.id: row.standing for row in asked.standings}["river-concept"] == "entitled"


def test_presidencies_and_commitments_are_told() -> None:
    page = state_page(view(), "DK")
    assert page is not None
    assert page.presidencies == ["League of Rivers: 2021"]
    assert [row.rank for row in page.commitments] == ["legal obligation"]


def test_a_code_of_no_state_has_no_page() -> None:
    assert state_page(view(), "XX") is None
    assert state_page(view(), "league") is None
