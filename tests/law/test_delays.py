"""Every delay by its table: the day met, the delay as written, the day it ends."""

from __future__ import annotations

import pytest

from servanda.days import Day
from servanda.law.delay_lines import Later, parse_delay, parse_delays
from servanda.law.delays import carry

CASES = """
same day                                           2020-03-01  2020-03-01
+30 days                                           2020-03-01  2020-03-31
+30 clear-days                                     2020-03-01  2020-04-01
+30 clear-days                                     2019-04-29  2019-05-30
+30 clear-days                                     1986-09-26  1986-10-27
+1 months back                                     2020-01-31  2020-02-29
+1 months forward                                  2020-01-31  2020-03-01
+1 months either                                   2020-01-31  2020-02-29..2020-03-01
+1 months either                                   2020-01-30  2020-02-29..2020-03-01
+1 months either                                   2020-01-29  2020-02-29
+1 months                                          2020-01-31  2020-02-29..2020-03-01
+1 months                                          2020-01-15  2020-02-15
+30 days-after                                     2020-01-15  2020-02-14..2020-02-15
first of month after +30 days-after                2020-01-31  2020-04-01
first of month after +30 days-after                2020-01-30  2020-03-01..2020-04-01
+3 months back                                     1994-08-31  1994-11-30
+1 years back                                      2020-02-29  2021-02-28
+2 years back                                      1973-12-13  1975-12-13
first of next month                                2020-03-01  2020-04-01
first of month after +3 months back                2020-03-10  2020-07-01
first of month after +3 months back                2020-04-01  2020-08-01
first of month after +3 months back                2019-11-30  2020-03-01
first of month after +1 years back                 1998-12-08  2000-01-01
first of month after +60 days                      2002-04-11  2002-07-01
first of month +6                                  1998-09-16  1999-03-01
first of month +3                                  1983-09-29  1983-12-01
objection-window 12 months                         2022-08-29  2023-08-29
fixed 2001-01-01 else +90 days                     2000-12-31  2001-01-01
fixed 2001-01-01 else +90 days                     2001-01-01  2001-01-01
fixed 2001-01-01 else +90 days                     2001-11-27  2002-02-25
fixed 2009-01-01 else first of next month          2009-11-13  2009-12-01
fixed 1945-05-01 else decision                     1945-04-01  1945-05-01
fixed 1945-05-01 else decision                     1945-06-01  None
later-of +30 days or first of next month           2020-01-15  2020-02-14
later-of +30 days or first of next month           2020-02-01  2020-03-02
later-of +1 months or first of next month          2020-01-31  2020-02-29..2020-03-01
later-of first of month after +1 months or +50 days  2001-01-31  2001-03-22..2001-04-01
later-of +1 months back or +30 days-after          2001-03-01  2001-04-01
fixed 1945-05-01 else decision                     1945        None
fixed 2001-03-10 else first of month after +1 months  2001-01-31  2001-03-10
fixed 2001-01-10 else first of month after +1 months  2001-01-31  2001-03-01..2001-04-01
+30 days                                           9999-11-15..9999-12-20  9999-12-15..9999-12-31
+30 days-after                                     2020-01     2020-01-31..2020-03-02
+30 days                                           2020        2020-01-31..2021-01-30
+1 months back                                     2020-01     2020-02
first of month +2                                  2020-01     2020-03-01
fixed 2020-06-01 else +30 days                     2020        2020-06-01..2021-01-30
+9999 years back                                   2020-01-01  None
first of month +1                                  9999-11-30  9999-12-01
first of month +1                                  9999-12-01  None
+30 days                                           9999-12-01  None
+29 days                                           9999-12-01  9999-12-30
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_a_delay_ends_on_the_day_of_the_table(case):
    *words, met, expected = case.split()
    delay = parse_delay(words)
    assert delay is not None
    assert str(delay) == " ".join(words)
    assert str(carry((delay,), Day.parse(met))) == expected


WRONG = [
    "+30",
    "30 days",
    "+30 months sideways",
    "+30 weeks",
    "+99999 days",
    "first of month +0",
    "+² days",
    "first of month",
    "first of month after",
    "first of month after next month",
    "fixed 2001 else +90 days",
    "fixed 2001-02-30 else +90 days",
    "fixed 2001-01-01 else",
    "fixed 2001-01-01 else soon",
    "later-of +30 days",
    "later-of +30 days or",
    "objection-window 12 weeks",
    "same",
    "",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_delay_is_none(text):
    assert parse_delay(text.split()) is None


def test_delays_add_up():
    delays = parse_delays(["+60", "days", "then", "first", "of", "next", "month"])
    assert delays is not None
    assert str(carry(delays, Day.parse("2002-04-11"))) == "2002-07-01"


def test_a_later_party_has_its_own_line():
    later = Later.parse(["+60", "days", "then", "first", "of", "next", "month", "from", "own-deposit"])
    assert later is not None
    assert str(later) == "+60 days then first of next month from own-deposit"
    assert str(later.after(Day.parse("2002-04-11"))) == "2002-07-01"


def test_after_a_delay_that_only_a_decision_ends_comes_nothing():
    delays = parse_delays(["fixed", "2009-01-01", "else", "decision", "then", "+1", "days"])
    assert delays is not None
    assert carry(delays, Day.parse("2010-01-01")) is None
