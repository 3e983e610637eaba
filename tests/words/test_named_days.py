"""The days that a text names."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.words.named_days import named_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("still only applies it, as told in 2023.", [date(2023, 12, 31)]),
        ("Ratified 28 March 2008.", [date(2008, 3, 28)]),
        ("law adopted 22 Dec 2015", [date(2015, 12, 22)]),
        ("source says ratified January 2014", [date(2014, 1, 31)]),
        ("Ended with 1999-04-20.", [date(1999, 4, 20)]),
        ("since 2012-02", [date(2012, 2, 29)]),
        ("Decree 1041/2010 of the president", [date(2010, 12, 31)]),
        ("ратифицирован 1 мая 1995 г., в силе с июня 1996 года", [date(1995, 5, 1), date(1996, 6, 30)]),
        ("in the year of the treaty 1994, then of 1998", [date(1994, 12, 31), date(1998, 12, 31)]),
        ("decision 1999, decree 2000, Mark 2001", [date(1999, 12, 31), date(2000, 12, 31), date(2001, 12, 31)]),
        ("31 February 2001", [date(2001, 2, 28)]),
        ("2001-13-40", [date(2001, 12, 31)]),
        ("Resolution 583 of the government; 1,000,000 tons; 20200 roubles", []),
        ("", []),
    ],
)
def test_each_is_read_to_its_last_day(text: str, days: list[date]) -> None:
    assert list(named_days(text)) == days
