"""The arithmetic of delays, one row of cases.csv for every argument ever had."""

import csv
from pathlib import Path

import pytest

from servanda.days import Day, first_of_next_month, plus_days, plus_months

CASES = list(csv.DictReader(Path(__file__).with_name("cases.csv").read_text(encoding="utf-8").splitlines()))


def later(day, step, rounding):
    match step.split():
        case [number, "days"]:
            return plus_days(day, int(number))
        case [number, "months"]:
            return plus_months(day, int(number), rounding)
        case _:
            return first_of_next_month(day)


@pytest.mark.parametrize("rounding", ["back", "forward"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['day']} {case['step']}")
def test_a_delay_ends_on_the_day_of_the_table(case, rounding):
    assert str(later(Day.parse(case["day"]), case["step"], rounding)) == case[rounding]


def test_months_are_not_added_without_a_rounding():
    with pytest.raises(TypeError):
        plus_months(Day.parse("2012-01-31"), 1)
