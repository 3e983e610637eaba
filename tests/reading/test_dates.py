"""Dates in a text."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.reading.dates import find_dates, only_date

DAY = dt.date(2020, 12, 18)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on 15 October 2021", "2021-10-15"),
        ("October 15, 2021", "2021-10-15"),
        ("2021-10-15", "2021-10-15"),
        ("the 5th of May 2021", "2021-05-05"),
        ("14-15 March 2024", "2024-03-14"),
        ("on 16 October", "2020-10-16"),
        ("in October 2017", "2017-10"),
        ("by June", "2020-06"),
        ("in 2023", "2023"),
        ("next year", "2021"),
        ("by the end of the year", "2020"),
        ("yesterday", "2020-12-17"),
        ("on Friday", "2020-12-18"),
    ],
)
def test_a_date_is_read_in_many_forms(words, value):
    assert [date.value for date in find_dates(words, DAY)] == [value]


@pytest.mark.parametrize("words", ["31 February 2020", "2016-2020", "in 300 days", "$2021", "may 5 times"])
def test_what_is_no_date_is_left_alone(words):
    assert find_dates(words, DAY) == []


def test_without_a_day_of_the_text_no_relative_date_is_guessed():
    assert find_dates("today, next year, on 5 May and in October") == []


def test_a_dateline_is_little_but_a_date():
    assert only_date("MINSK, 18 December 2020") == DAY
    assert (
        only_date("On 18 December 2020 the heads of state met again in the city where the union was founded.") is None
    )
