"""Answers kept by day: kept within a bound, and the day not used for longest goes first."""

from __future__ import annotations

from datetime import date

from servanda.status.by_day import ByDay

FIRST, SECOND, THIRD = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)


def asked(kept: ByDay[str], *days: date, rows: int = 2) -> list[date]:
    """The days for which something had to be made."""
    made: list[date] = []

    def make(day: date) -> str:
        made.append(day)
        return "x" * rows

    for day in days:
        kept.answer(day, lambda day=day: make(day))
    return made


def test_an_answer_is_made_once():
    assert asked(ByDay(4), FIRST, FIRST, SECOND, FIRST) == [FIRST, SECOND]


def test_the_day_not_used_for_longest_goes_first():
    kept = ByDay(4)
    assert asked(kept, FIRST, SECOND, FIRST, THIRD) == [FIRST, SECOND, THIRD]
    assert kept.rows == 4
    assert asked(kept, FIRST, THIRD, SECOND) == [SECOND]


def test_what_is_larger_than_the_bound_is_not_kept_and_drives_nothing_out():
    kept = ByDay(4)
    asked(kept, FIRST)
    assert asked(kept, SECOND, SECOND, rows=5) == [SECOND, SECOND]
    assert asked(kept, FIRST) == []
