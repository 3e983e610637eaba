"""The calendar of a year, and the sessions to come of an organ."""

from __future__ import annotations

from datetime import date

from servanda.status.calendar import calendar, upcoming
from tests.pages.league import book


def items(year: int, as_of: str, within: str = "") -> list[tuple[str, str, str]]:
    found = calendar(book(), year, date.fromisoformat(as_of), within)
    return [(str(one.on), one.what, one.object) for one in found]


def test_a_year_holds_what_is_known_by_the_day() -> None:
    assert items(2020, "2021-01-01") == [
        ("2020-01-01", "presidency begins", "league"),
        ("2020-12-18", "session", "league/council/2020-12-18"),
    ]
    assert items(2020, "2020-06-01") == [("2020-01-01", "presidency begins", "league")]


def test_the_year_to_come_holds_what_is_proposed_and_due() -> None:
    assert items(2021, "2020-12-31") == [
        ("2021-01-01", "presidency begins", "league"),
        ("2021-06-30", "due", "league/council/2020-12-18/1"),
        ("2021-10-15", "session proposed", "league/council"),
    ]


def test_an_entry_into_force_stands_on_the_day_that_was_notified() -> None:
    assert items(2010, "2021-01-01") == [("2010-08-01", "in force", "river-treaty")]


def test_it_can_be_of_one_organ_only() -> None:
    assert items(2021, "2020-12-31", "league/council")[-1] == ("2021-10-15", "session proposed", "league/council")
    assert items(2010, "2021-01-01", "league/council") == []


def test_the_sessions_to_come_of_an_organ_are_those_after_the_day() -> None:
    assert [str(one.on) for one in upcoming(book(), "league/council", date(2021, 1, 1))] == ["2021-10-15"]
    assert upcoming(book(), "league/council", date(2021, 10, 15)) == ()
    assert upcoming(book(), "club", date(2021, 1, 1)) == ()
