"""The pages of organs, of a year, and of the matrix."""

from __future__ import annotations

from datetime import date

from servanda.pages.calendar import calendar_page
from servanda.pages.matrix import matrices_page, matrix_page
from servanda.pages.organs import organ_page, organs_page
from servanda.pages.parts import View
from tests.pages.league import book, view


def test_organs_are_listed_with_their_sessions() -> None:
    row = organs_page(view()).organs[0]
    assert (row.organ.id, row.organisation.title, row.sessions) == ("league/council", "League of Rivers", 2)
    assert row.last is not None
    assert row.last.id == "league/council/2020-12-18"
    assert organs_page(view(date(1999, 1, 1))).organs == []


def test_an_organ_tells_its_chair_its_next_session_and_its_members() -> None:
    page = organ_page(view(), "league/council")
    assert page is not None
    assert page.presides is not None
    assert page.presides.code == "DK"
    assert [(str(one.on), one.what, one.place) for one in page.upcoming] == [
        ("2021-10-15", "session proposed", "Copenhagen")
    ]
    assert [(row.party.code, row.circle) for row in page.members] == [
        ("AT", "member"),
        ("BE", "member"),
        ("DK", "member"),
        ("NO", "observer"),
        ("CH", "member"),
    ]
    assert [row.session.id for row in page.sessions] == ["league/council/2020-12-18", "league/council/2019-10-11"]
    assert organ_page(view(), "league/none") is None


def test_a_year_is_four_digits() -> None:
    for wrong in ("", "20", "20x0", "0000", "10000", "-200", "²⁰²⁰"):
        assert calendar_page(view(), wrong) is None
    page = calendar_page(view(), "2021")
    assert page is not None
    assert [row.what for row in page.items] == ["presidency begins", "due", "session proposed"]


def test_the_matrix_has_a_cell_for_every_party_and_document() -> None:
    page = matrix_page(view(), "league")
    assert page is not None
    assert [party.code for party in page.parties] == ["AT", "BE", "DK", "CH"]
    row = page.rows[0]
    assert [cell.party for cell in row.cells] == [party.code for party in page.parties]
    assert {cell.party: cell.sign for cell in row.cells} == {
        "AT": "date",
        "BE": "date",
        "CH": "date",
        "DK": "+",
    }
    assert matrix_page(view(), "club") is None
    assert [(one.organisation.id, one.documents) for one in matrices_page(view()).matrices] == [("league", 1)]


def test_the_columns_stand_in_the_alphabet_of_the_language() -> None:
    page = matrix_page(View(book(), date(2021, 1, 1), "ru"), "league")
    assert page is not None
    assert [party.name for party in page.parties] == ["Австрия", "Бельгия", "Дания", "Швейцария"]
