"""Tables of weights are read line by line, exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest

from servanda.acts.declarations import Table
from servanda.days import Day
from servanda.law.weights import fraction_of, read_table
from servanda.problems import Place


def table(*lines: str) -> Table:
    return Table(on=Day.parse("2015-12-12"), of="ghg", title="Emissions", lines=lines)


def test_weights_are_exact_fractions():
    weights, problems = read_table(table("weight CN 2009/10000", "weight eu 1210/10000"))
    assert problems == []
    assert weights.sum(["CN", "eu", "US"]) == Fraction(3219, 10000)
    assert weights.absent(["CN", "US"]) == ("US",)
    assert weights.whole() == 1


def test_amounts_have_a_total():
    weights, problems = read_table(table("total 400", "weight CN 300"))
    assert problems == []
    assert (weights.whole(), weights.whole(frozenset(["CN"]))) == (400, 300)


@pytest.mark.parametrize(
    "line", ["weight CN", "weight CN 1/0", "weight CN -1", "weight CN 0.5", "share CN 1", "total 0", "weight CN 3/2"]
)
def test_a_bad_line_is_a_problem_with_its_place(line):
    place = Place("x.acts", 2, 3)
    problems = read_table(table(line), (), [place])[1]
    assert [(problem.code, problem.place) for problem in problems] == [("L106", place)]


def test_a_party_has_one_weight():
    assert [problem.code for problem in read_table(table("weight CN 1/4", "weight CN 1/5"))[1]] == ["L106"]


@pytest.mark.parametrize("text", ["", "1/", "/2", "1/0", "½", "1.5", "1" * 19, "٣"])
def test_what_is_no_fraction_is_none(text):
    assert fraction_of(text) is None


def test_a_share_of_those_who_weigh_nothing_cannot_be_met(entry):
    acts = (
        '2019-01-01 table ghg "Emissions"\n  weight AM 1/2\n1990-01-01 group light BY KZ\n2020-01-10 ratify x AM BY\n'
    )
    found = entry("when share 1/2 of ghg among light", acts)
    assert (found.trigger, found.missing) == (None, ("cannot be met: ghg is empty",))


@pytest.mark.parametrize(("known", "missing"), [("above", "below"), ("below", "above")])
def test_a_ratio_names_the_table_that_is_missing(entry, known, missing):
    acts = f'2019-01-01 table {known} "Known"\n  total 10\n  weight AM 1\n2020-01-10 ratify x AM\n'
    found = entry("when ratio 3/100 of above over below", acts)
    assert (found.trigger, found.missing) == (None, (f"the record holds no table {missing}",))
