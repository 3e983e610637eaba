"""Clauses are read line by line: every bad line is reported with its place, and good ones are printed back."""

from __future__ import annotations

import pytest

from servanda.acts.declarations import Clause
from servanda.days import Day
from servanda.law.clause import read_clause
from servanda.problems import Place

EVERY_LINE = """
cite "art. 21"
quote "on the thirtieth day"
counting ratify accept sign
split signature complete
organisations as 27
package 2 of ccw-p1 ccw-p2
after-leaving ulis ulf
requires TJ consent union-1995
waiver "art. 28(2)"
when 3 deposits
when 30 deposits counting ratify accept
when 55 deposits among parties-to unfccc
when 5 deposits with fleet at-least 1000000 excluding-organisations
when 7 deposits among list-a with 5 among list-b as-of 1995-01-01 with 2 among signatories
when share 55/100 of ghg among annex-i
when share more-than 40/100 of rates
when sum 750000000 of contributions
when ratio 3/100 of recycling over tonnage
when 2/3 of au-members
when more-than 1/2 of signatories
when 3/4 of basel-parties as-of 1995-09-22 or-now
when 38 deposits from 2023-10-11 until 2024-01-01
when +12 months from 1993-01-22
when act denounce ulis by BE NL
when act sign y by all of g
when act adopt decision-11
when in-force unclos
when agreement 80 notifications
when agreement 10 notifications of "art. 41"
when no-clause
when no-clause among g
when all signatories
when all of g as-of 2000-01-01
when parties GB SUHH US
when 3 of parties CA FR GB
when signature
when publication
when each
when presumed "50 per \\"cent\\" of the tonnage"
any-of from 2001-01-01
  when all signatories until 2018-02-04
  all-of from 2018-02-04
    when 6 deposits
    when share 85/100 of gdp
  smaller-of
    when 6 deposits
    when 1/2 of signatories
lapses 1978-06-30 unless met
then later-of +30 days or first of next month
then fixed 2009-12-01 else first of month after +3 months back
later +60 days then first of next month from own-deposit
not-before +24 months back from opening
not-before in-force x-parent
not-before 1995-01-01
effect-from 2022-01-01
until 2024-05-31
provision "art. 41" when 10 deposits then +3 months back not-before 1976-03-23
provision "Annex II" then +36 months back
scope depositors
""".strip("\n").splitlines()


def test_every_line_is_read_and_printed_back(reading):
    clause, problems = reading("\n".join(EVERY_LINE))
    assert problems == []
    assert list(clause.lines()) == EVERY_LINE
    assert reading("\n".join(clause.lines())) == (clause, [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("when 3", "L101"),
        ("when 3 apples", "L101"),
        ("when 3 deposits among", "L101"),
        ("when 3 deposits counting sing", "L101"),
        ("when 3 deposits with fleet", "L101"),
        ("when 3 deposits with 2", "L101"),
        ("when 3 deposits with 2 among", "L101"),
        ("when 3 deposits among g with", "L101"),
        ("when 0 deposits", "L103"),
        ("when 3/2 of g", "L103"),
        ("when 1/0 of g", "L103"),
        ("when share 101/100 of ghg", "L103"),
        ("when share 1/2 of", "L101"),
        ("when act denounce ulis by", "L101"),
        ("when parties", "L101"),
        ("when presumed", "L101"),
        ("when 3 deposits until 2024", "L101"),
        ("when +12 months from 2024", "L101"),
        ("someday", "L101"),
        ("then soon", "L101"),
        ("counting nothing", "L101"),
        ("organisations as 1", "L101"),
        ("package 3 of a b", "L101"),
        ("lapses 1978-06-30", "L101"),
        ("not-before later", "L101"),
        ('provision "art. 41"', "L101"),
        ("any-of", "L104"),
        ("smaller-of", "L104"),
        ("any-of sometimes", "L101"),
    ],
)
def test_a_bad_line_is_reported_with_its_place(line, code):
    act = Clause(on=Day.parse("2000-01-01"), of="x", about="entry-into-force", lines=("when 3 deposits", line))
    places = (Place("x.acts", 2, 3), Place("x.acts", 3, 3))
    clause, problems = read_clause(act, places)
    assert [(problem.code, problem.place) for problem in problems] == [(code, places[1])]
    assert list(clause.lines()) == ["when 3 deposits"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("when 3 deposits\nthen soon\nwhen 3 apples\nlater then", ["L101", "L101", "L101"]),
        ('when each\ncite "a"\ncite "b"', ["L105"]),
        ('cite "a"', ["L102"]),
        ("when each\n  when each", ["L104"]),
        ("when each\nthen same day\n  then same day", ["L104"]),
        ("any-of\n  when each\n  when 3 apples", ["L101"]),
        ("any-of\n  when each", ["L104"]),
        ("smaller-of\n  when each\n  when 3 deposits", ["L104"]),
        ("any-of\n  when each\n  all-of\n    when each\n    any-of\n      when each\n      when each", ["L104"]),
    ],
)
def test_all_bad_lines_are_reported(reading, text, codes):
    assert [problem.code for problem in reading(text)[1]] == codes
