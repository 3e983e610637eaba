"""What always holds of the arithmetic of delays and of periods."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from servanda.days import Day, first_of_next_month, plus_days, plus_months
from tests.laws.strategies import days, periods

usual = st.dates(date(1800, 1, 1), date(2200, 12, 31))
months = st.integers(0, 600)


def month_of(day):
    return day.year * 12 + day.month


@given(usual, months)
def test_months_rounded_back_never_leave_the_right_month(day, number):
    later = plus_months(Day.of(day), number, "back").first
    assert month_of(later) == month_of(day) + number
    assert later.day <= day.day


@given(usual, months)
def test_months_rounded_forward_keep_the_day_or_are_the_first_of_the_next_month(day, number):
    later = plus_months(Day.of(day), number, "forward").first
    kept = (month_of(later), later.day) == (month_of(day) + number, day.day)
    assert kept or (month_of(later), later.day) == (month_of(day) + number + 1, 1)


@given(usual, months)
def test_the_two_roundings_differ_by_one_day_at_most(day, number):
    back, forward = (plus_months(Day.of(day), number, rounding).first for rounding in ("back", "forward"))
    assert timedelta(0) <= forward - back <= timedelta(days=1)


@given(usual)
def test_the_first_of_the_next_month_is_a_first_and_lies_behind(day):
    first = first_of_next_month(Day.of(day)).first
    assert (month_of(first), first.day) == (month_of(day) + 1, 1)


@given(usual, st.integers(0, 2000))
def test_days_are_counted_one_by_one(day, number):
    assert plus_days(Day.of(day), number).first - day == timedelta(days=number)


@given(days, st.integers(0, 9999))
def test_a_delay_keeps_the_order_of_both_ends_and_never_raises(day, number):
    later = [plus_days(day, number), first_of_next_month(day)]
    later += [plus_months(day, number, rounding) for rounding in ("back", "forward")]
    assert all(day.first <= one.first <= one.last for one in later)
    assert {one.approximate for one in later} == {day.approximate}


@given(days, usual)
def test_what_is_sure_is_possible(day, as_of):
    assert day.maybe_by(as_of) or not day.surely_by(as_of)


@given(periods, usual)
def test_a_period_that_surely_holds_may_hold(period, as_of):
    assert period.maybe_holds(as_of) or not period.surely_holds(as_of)
