"""A notice of withdrawal takes effect by the clause, and the answer tells how, and what stays owed."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.acts.declarations import Clause
from servanda.book import Book, Held
from servanda.days import Day
from servanda.law.withdrawal import read_withdrawal
from servanda.status.party import standing
from servanda.text import read

RECORD = """\
2000-01-01 clause example entry-into-force
  when 1 deposits
2000-01-01 clause example withdrawal
  cite "art. 9"
  then +6 months back
  notice-after +1 years back from entry-into-force
  remains "its contributions"
2000-02-01 ratify example AM BY KZ
2000-06-01 denounce example AM
2001-02-01 denounce example BY
2001-02-01 denounce example KZ
  effective 2001-12-01
"""


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.build(Held.of(one.act) for one in read(RECORD).acts)


def words(book: Book, party: str, day: str) -> list[str]:
    return [reason.words for reason in standing(book, "example", party, date.fromisoformat(day)).reasons]


def test_the_clause_its_period_and_what_stays_owed_are_told(book):
    told = words(book, "BY", "2001-08-01")
    assert told[:3] == [
        "notice of withdrawal on 2001-02-01, effective 2001-08-01",
        "notice of withdrawal on 2001-02-01; +6 months back by the clause: 2001-08-01",
        "stays owed: its contributions",
    ]


def test_a_later_day_of_the_notice_holds_and_is_told(book):
    told = words(book, "KZ", "2001-08-01")
    assert "the notice itself says 2001-12-01; 2001-12-01, the later, holds" in told


def test_a_notice_that_came_too_early_is_told_beside_the_standing(book):
    found = standing(book, "example", "AM", date(2002, 1, 1))
    assert found.word == "party"
    early = "notice may be given from 2001-02-01 on: this one came before, and has no effect"
    assert [reason.authority for reason in found.reasons if reason.words == early] == ["art. 9"]


def test_a_clause_prints_back_and_a_wrong_line_is_a_problem():
    lines = (
        'cite "art. 9"',
        'quote "twelve months"',
        "then +12 months back",
        "then first of next month",
        "notice-after +3 years back from entry-into-force",
        'remains "its contributions"',
        'remains "disputes"',
    )
    act = Clause(on=Day.parse("2000-01-01"), of="x", about="withdrawal", lines=lines)
    clause, problems = read_withdrawal(act)
    assert (clause.lines(), problems) == (lines, [])
    wrong = Clause(on=act.on, of="x", about="withdrawal", lines=("then when it suits",))
    assert [problem.code for problem in read_withdrawal(wrong)[1]] == ["L101"]
