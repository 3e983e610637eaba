"""Clauses: what their lines mean, how they are written back, and what is no law."""

import pytest

from servanda.acts.declarations import Clause
from servanda.days import Day, Period
from servanda.law.clause import read_clause
from servanda.law.conditions import parse_condition
from servanda.law.delay_lines import Later, parse_delay
from servanda.law.rotation import Rotation, next_in_turn, passed_over, read_rotation, term_after

CONDITIONS = [
    "3 deposits",
    "55 deposits among unfccc-parties",
    "2 notifications",
    "all signatories",
    "all of cis-founders",
    "parties UZ",
    "parties GB SUHH US",
    "signature",
    "publication",
    "each",
    "+12 months from 1993-01-22",
]


def clause(*lines, about="entry-into-force"):
    return Clause(on=Day.parse("2000-01-01"), of="x", about=about, lines=lines)


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_prints_back_to_itself(text):
    assert str(parse_condition(text.split())) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "deposits 3",
        "0 deposits",
        "² deposits",
        "3 deposits of x",
        "all",
        "all of",
        "parties",
        "parties UZB",
        "signature by BY",
        "+12 months from 1993-02-30",
        "+² months from 1993-01-22",
        "12 months from 1993-01-22",
    ],
)
def test_other_words_are_no_condition(text):
    assert parse_condition(text.split()) is None


@pytest.mark.parametrize("text", ["+30 days", "+1 months back", "+6 months forward", "first of next month"])
def test_a_delay_prints_back_to_itself(text):
    assert str(parse_delay(text.split())) == text


@pytest.mark.parametrize("text", ["30 days", "+30", "+1 months up", "+² days", "+99999 days", "next month"])
def test_other_words_are_no_delay(text):
    assert parse_delay(text.split()) is None


def test_the_rule_for_later_parties_prints_back_to_itself():
    assert str(Later.parse(["+30", "days", "from", "own-deposit"])) == "+30 days from own-deposit"
    assert Later.parse(["+30", "days", "from", "nowhere"]) is None


def test_a_whole_clause_is_written_back():
    lines = (
        'cite "art. 7"',
        'quote "on the thirtieth day"',
        "counting ratify accede",
        "when 3 deposits",
        "any-of",
        "  when all of founders",
        "  when +12 months from 1993-01-22",
        "then +30 days",
        "then first of next month",
        "later +30 days from own-deposit",
        "not-before 2000-01-01",
        "not-before in-force parent",
        "effect-from 2001-01-01",
        "scope depositors",
    )
    read, problems = read_clause(clause(*lines))
    assert problems == []
    assert read.lines() == lines


@pytest.mark.parametrize(
    "line",
    [
        "when",
        "when nothing",
        "then",
        "then later",
        "later",
        "counting",
        "counting signature",
        "not-before",
        "not-before never",
        "effect-from",
        "scope everybody",
        "cite",
        "because",
    ],
)
def test_a_line_without_a_meaning_is_a_problem(line):
    assert [problem.code for problem in read_clause(clause("when each", line))[1]] == ["L101"]


def test_a_line_with_lines_under_it_takes_none_but_any_of():
    assert [problem.code for problem in read_clause(clause("when each", "  when each"))[1]] == ["L104"]


def test_a_clause_without_a_condition_is_a_problem():
    assert [problem.code for problem in read_clause(clause("then +30 days"))[1]] == ["L102"]
    assert [problem.code for problem in read_clause(clause())[1]] == ["L102"]


def test_the_rotation_follows_the_alphabet_of_its_language():
    russian = Rotation(Day.parse("2008"), language="ru")
    english = Rotation(Day.parse("2008"), language="en")
    everybody = frozenset(["AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UZ"])
    # Азербайджан, Армения, Беларусь, Казахстан, Кыргызстан ...
    assert [next_in_turn(russian, code, everybody) for code in ("AZ", "AM", "BY")] == ["AM", "BY", "KZ"]
    assert next_in_turn(english, "AM", everybody) == "AZ"
    assert next_in_turn(russian, "UZ", everybody) == "AZ"


def test_who_is_not_willing_is_passed_over_and_named():
    rule = Rotation(Day.parse("2008"), language="ru")
    assert next_in_turn(rule, "AZ", frozenset(["BY", "RU"])) == "BY"
    assert passed_over(rule, "AZ", "BY", frozenset(["AM", "UZ"])) == ["AM"]
    assert next_in_turn(rule, "AZ", frozenset()) is None
    assert next_in_turn(rule, "AZ", frozenset(["AZ"])) == "AZ"


def test_a_line_of_a_rotation_without_a_meaning_is_a_problem():
    rule, problems = read_rotation(clause("rotate alphabet ru", "rotate by merit", about="presidency"))
    assert rule.language == "ru"
    assert [problem.code for problem in problems] == ["L101"]


@pytest.mark.parametrize(
    ("line", "last", "following"),
    [
        ("term calendar-year", "2021", "2022"),
        ("term calendar-year", "2020-07-01..2021-12-31", "2022"),
        ("term calendar-year", "2014-01-01..2014-03-20", None),
        ("term calendar-year", "2014-01-01..", None),
        ("term calendar-year", "9999", None),
        ("co-chairs previous next", "2021", None),
    ],
)
def test_a_term_follows_only_one_that_ended_with_its_year(line, last, following):
    rule, problems = read_rotation(clause("rotate alphabet ru", line, about="presidency"))
    assert not problems
    assert term_after(rule, Period.parse(last)) == (Period.parse(following) if following else None)


def test_a_term_of_another_kind_is_not_understood_in_silence():
    _rule, problems = read_rotation(clause("term half-a-year", about="presidency"))
    assert [one.code for one in problems] == ["L101"]
