"""Names and days as a reader sees them."""

from __future__ import annotations

import pytest

from servanda.days import Period
from servanda.pages.naming import Names, long_day, long_period, plain
from tests.pages.league import book


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2020-12-18", "18 December 2020"),
        ("2020-12", "December 2020"),
        ("2020", "2020"),
        ("2020-12-18~", "≈ 18 December 2020"),
        ("2020-05..2020-06", "May 2020 – June 2020"),
        ("2020-13-01", "2020-13-01"),
        ("no day", "no day"),
    ],
)
def test_a_day_says_no_more_than_it_knows(written: str, words: str) -> None:
    assert long_day(written) == words


def test_a_day_speaks_the_language_of_the_page() -> None:
    assert long_day("2020-12-18", "ru") == "18 декабря 2020"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2021", "2021"),
        ("2014-01-01..2014-03-20", "1 January 2014 – 20 March 2014"),
        ("2014-01-01..", "1 January 2014 –"),
    ],
)
def test_a_period_is_told_by_its_ends(written: str, words: str) -> None:
    assert long_period(Period.parse(written)) == words


def test_the_record_s_own_name_goes_before_the_short_name() -> None:
    names = Names(book())
    assert names.party("AT") == "Austria on the Danube"
    assert names.party("BE") == "Belgium"
    assert names.parties(("DK", "AT", "league")) == ["Austria on the Danube", "Denmark", "League of Rivers"]


def test_a_thing_is_called_by_its_title() -> None:
    names = Names(book(), "ru")
    assert names.thing("river-treaty") == "Договор о реках"
    assert names.thing("nothing-known") == "nothing-known"
    assert Names(book()).thing("league/council/2020-12-18") == "Council of the League, 18 December 2020"


@pytest.mark.parametrize(
    ("words", "spelt"),
    [
        ("signed on 2011-10-18", "signed on 18 October 2011"),
        ("BE presides in 2020: decided", "Belgium presides in 2020: decided"),
        ("next by the DE alphabet (not: DK, NO)", "next by the DE alphabet (not: Denmark, Norway)"),
        ("decided at league/council/2020-12-18", "decided at Council of the League, 18 December 2020"),
        ("no clause of canal-treaty, self-reported", "no clause of Treaty on canals, self-reported"),
        (
            "notified 2010-08..2010-09, computed 2010-08-01",
            "notified August 2010 – September 2010, computed 1 August 2010",
        ),
        ("UN 75, art. 3-4, 1/2", "UN 75, art. 3-4, 1/2"),
    ],
)
def test_a_reason_is_spelt_out(words: str, spelt: str) -> None:
    assert Names(book()).spell(words) == spelt


def test_a_word_of_a_list_is_plain() -> None:
    assert [plain(word) for word in ("took-note", "in-person", "present")] == ["took note", "in person", "present"]
