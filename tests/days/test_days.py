"""Days and periods as sources give them."""

import copy
import pickle
from datetime import date

import pytest

from servanda.days import Day, NotADay, Period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1995-05-01", date(1995, 5, 1), date(1995, 5, 1)),
        ("1995-05", date(1995, 5, 1), date(1995, 5, 31)),
        ("1996-02", date(1996, 2, 1), date(1996, 2, 29)),
        ("1995", date(1995, 1, 1), date(1995, 12, 31)),
        ("1995-05..1995-06", date(1995, 5, 1), date(1995, 6, 30)),
        ("1995-05-30..1995-06", date(1995, 5, 30), date(1995, 6, 30)),
        ("0476-09-04", date(476, 9, 4), date(476, 9, 4)),
        ("0476-09", date(476, 9, 1), date(476, 9, 30)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_day_lies_between_its_ends(text, first, last):
    day = Day.parse(text)
    assert (day.first, day.last) == (first, last)
    assert Day.parse(str(day)) == day
    assert day.is_whole == (first == last)


@pytest.mark.parametrize(
    "text",
    [
        "1995-02-30",
        "1995-13",
        "1995-00-10",
        "0000",
        "95-05-01",
        "1995-5-1",
        "1995-06..1995-05",
        "1995..",
        "yesterday",
        "",
        "1995-05-01 ",
        "1995-05-01T12:00",
        "١٩٩٥",
        "1995-05-01~~",
    ],
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADay):
        Day.parse(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1995-01..1995-12", "1995"),
        ("1995-05-01..1995-05-31", "1995-05"),
        ("1995-05-01..1995-05-01", "1995-05-01"),
        ("1995-01-01..1996-12-31", "1995..1996"),
        ("1995-05-02..1995-06", "1995-05-02..1995-06-30"),
    ],
)
def test_a_day_is_printed_in_its_shortest_form(text, printed):
    assert str(Day.parse(text)) == printed


def test_a_partial_day_has_surely_passed_only_at_its_end():
    month = Day.parse("2012-07")
    assert not month.maybe_by(date(2012, 6, 30))
    assert month.maybe_by(date(2012, 7, 1))
    assert not month.surely_by(date(2012, 7, 30))
    assert month.surely_by(date(2012, 7, 31))


@pytest.mark.parametrize(
    "value", [Day.parse("2012-07~"), Day.parse("2012-08-21"), Period.parse("2014-01-01..2014-03-20")]
)
def test_days_and_periods_can_be_copied_and_kept(value):
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301


def test_a_day_never_changes():
    with pytest.raises(AttributeError):
        Day.parse("2012").first = date(2000, 1, 1)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2021", ["2021-01-01", "2021-12-31"], ["2020-12-31", "2022-01-01"]),
        ("2014-01-01..2014-03-20", ["2014-01-01", "2014-03-20"], ["2014-03-21"]),
        ("2014-01-01..", ["2014-01-01", "2999-01-01"], ["2013-12-31"]),
        ("2006..2007-10-05", ["2006-12-31", "2007-10-05"], ["2006-06-01", "2007-10-06"]),
    ],
)
def test_a_period_surely_holds_within_its_ends(text, inside, outside):
    period = Period.parse(text)
    assert str(period) == text
    assert all(period.surely_holds(date.fromisoformat(day)) for day in inside)
    assert not any(period.surely_holds(date.fromisoformat(day)) for day in outside)


def test_a_period_with_a_partial_beginning_may_hold_before_it_surely_does():
    assert Period.parse("2006..2007-10-05").maybe_holds(date(2006, 6, 1))


@pytest.mark.parametrize("text", ["2014-03..2014-01", "..2014", "2014-02-30..2015", "2014 to 2015", ""])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(NotADay):
        Period.parse(text)
