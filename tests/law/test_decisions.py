"""Rules of decision: adopted, blocked, open with what is missing, and written back."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from servanda.acts.declarations import Clause
from servanda.book import Book, Held
from servanda.days import Day
from servanda.law.decisions import Opened, Quorum, Vote, parse_rule, read_decisions
from servanda.law.weights import Weights
from servanda.record import load
from servanda.status.decision import decision
from tests.records_in_text import book_of

RULES = [
    "consensus",
    "consensus-minus-one",
    "unanimity",
    "majority 2/3 of present",
    "majority more-than 1/2 of members",
    "majority more-than 1/2 of voting",
    "weighted 55/100 of shares",
    "weighted more-than 1/2 of shares",
    "double 55/100 of members and more-than 65/100 of shares",
    "silence",
    "not-found",
]
QUORUMS = ["7", "all", "2/3 of members", "more-than 1/2 of members", "not-fixed"]
SHARES = Weights("shares", {"A": Fraction(1, 2), "B": Fraction(1, 4), "C": Fraction(1, 8), "D": Fraction(1, 8)})


def vote(positions="", present="A B C D", leaving="", silence=None, as_of="2020-06-01", tables=(SHARES,)):
    """`A+ B- C~ D0`: for, against, abstains, no interest."""
    stances = {"+": "for", "-": "against", "~": "abstains", "0": "no-interest"}
    return Vote(
        {one[0]: stances[one[1]] for one in positions.split()},
        frozenset("ABCD"),
        date.fromisoformat(as_of),
        None if present is None else frozenset(present.split()),
        frozenset(leaving.split()),
        tables={table.name: table for table in tables},
        silence=silence,
    )


def clause(*lines):
    return Clause(on=Day.parse("2000-01-01"), of="x/organ", about="decisions", lines=lines)


def rule_of(*lines):
    rule, problems = read_decisions(clause(*lines))
    assert problems == []
    return rule


@pytest.mark.parametrize("text", RULES)
def test_a_rule_prints_back_to_itself(text):
    assert str(parse_rule(text.split())) == text


@pytest.mark.parametrize("text", QUORUMS)
def test_a_quorum_prints_back_to_itself(text):
    assert str(Quorum.parse(text.split())) == text


def test_a_whole_clause_is_written_back():
    lines = (
        'cite "art. 18"',
        "rule majority 2/3 of members",
        "on sensitive rule consensus",
        "on exit rule consensus-minus-one",
        "no-interest is-no-obstacle",
        "quorum not-fixed",
    )
    assert rule_of(*lines).lines() == lines


@pytest.mark.parametrize(
    "line",
    [
        "rule",
        "rule consensus of all",
        "rule majority 3/2 of members",
        "rule majority 0 of members",
        "rule majority more-than 1 of members",
        "rule majority 1/0 of members",
        "rule majority 2/3 of planets",
        "rule weighted 2/3 shares",
        "rule double 1/2 of members",
        "rule double and",
        "on rule consensus",
        "on exit rule luck",
        "quorum",
        "quorum 0",
        "quorum ²",
        "quorum 3/2 of members",
        "no-interest",
        "cite",
    ],
)
def test_a_line_without_a_meaning_is_a_problem(line):
    assert [problem.code for problem in read_decisions(clause(line))[1]] == ["L101"]


def test_a_rule_stated_twice_is_a_problem():
    rule, problems = read_decisions(clause("rule consensus", "rule unanimity"))
    assert (str(rule.rule), [problem.code for problem in problems]) == ("consensus", ["L101"])


@pytest.mark.parametrize(
    ("rule", "positions", "adopted", "missing"),
    [
        ("consensus", "A+", True, ""),
        ("consensus", "A+ B~", True, ""),
        ("consensus", "A+ B-", False, ""),
        ("consensus", "A+ B0", None, "B"),
        ("unanimity", "A+ B+ C+ D+", True, ""),
        ("unanimity", "A+ B-", False, ""),
        ("unanimity", "A+ B+ C~", None, "C D"),
        ("majority 2/3 of members", "A+ B+ C+", True, ""),
        ("majority 2/3 of members", "A+ B- C-", False, ""),
        ("majority 2/3 of members", "A+ B+ C-", None, "D"),
        ("majority more-than 1/2 of members", "A+ B+ C- D-", False, ""),
        ("majority 1/2 of members", "A+ B+ C- D-", True, ""),
        ("majority more-than 1/2 of voting", "A+ B~ C~ D~", True, ""),
        ("majority more-than 1/2 of voting", "A+ B- C~ D~", False, ""),
        ("majority more-than 1/2 of voting", "A~ B~ C~ D~", False, ""),
        ("majority more-than 1/2 of voting", "A+ B-", None, "C D"),
        ("weighted 2/3 of shares", "A+ B+ C-", True, ""),
        ("weighted 2/3 of shares", "A- B+", False, ""),
        ("weighted 2/3 of shares", "A+ C- D~", None, "B"),
        ("weighted 2/3 of nothing", "A+ B+ C+ D+", None, "nothing"),
        ("double 1/2 of members and 2/3 of shares", "A+ B+ C- D-", True, ""),
        ("double 3/4 of members and 2/3 of shares", "A+ B+ C- D-", False, ""),
        ("double 3/4 of members and 2/3 of shares", "A+ B+ C-", None, "D"),
        ("not-found", "A+ B+ C+ D+", None, "the rule of decision"),
    ],
)
def test_a_rule_decides_or_says_what_is_missing(rule, positions, adopted, missing):
    found = parse_rule(rule.split()).decide(vote(positions))
    assert (found.adopted, " ".join(found.missing)) == (adopted, missing)
    assert found.words


def test_silence_at_consensus_is_said_to_be_no_objection():
    assert "C, D said nothing, and silence is no objection" in parse_rule(["consensus"]).decide(vote("A+ B+")).words


def test_a_declared_lack_of_interest_is_no_obstacle_where_the_rule_says_so_and_does_not_bind():
    rule = rule_of('cite "Charter, art. 23"', "rule consensus", "no-interest is-no-obstacle")
    found = rule.decide(vote("A+ B+ C0"))
    assert (found.adopted, found.not_bound) == (True, ("C",))
    assert {reason.authority for reason in found.reasons} == {"Charter, art. 23"}
    assert rule.decide(vote("A- C0")).adopted is False


def test_consensus_minus_one_does_not_count_the_state_that_gave_notice():
    rule = parse_rule(["consensus-minus-one"])
    assert rule.decide(vote("D-", leaving="D")).adopted is True
    assert rule.decide(vote("C-", leaving="D")).adopted is False
    assert rule.decide(vote("D-")).missing == ("a notice of withdrawal",)
    assert rule.decide(vote("D-", leaving="C D")).adopted is None


def test_a_majority_of_those_present_leaves_the_others_out():
    rule = parse_rule(["majority", "2/3", "of", "present"])
    assert rule.decide(vote("A+ B+ C-", present="A B C")).adopted is True
    assert rule.decide(vote("A+ B+ C-", present=None)).missing == ("the attendance",)
    assert rule.decide(vote("A+", present="")).adopted is False


def test_a_table_without_a_member_gives_no_answer():
    short = Weights("shares", {"A": Fraction(1)})
    found = parse_rule(["weighted", "1/2", "of", "shares"]).decide(vote("A+ B+ C+ D+", tables=(short,)))
    assert (found.adopted, found.missing) == (None, ("B", "C", "D"))


def opened(*broken, deadline="2020-05-15", passed=False):
    day = Day.parse
    return Opened(day("2020-05-01"), deadline and day(deadline), tuple((who, day(on)) for who, on in broken), passed)


@pytest.mark.parametrize(
    ("silence", "as_of", "adopted"),
    [
        (None, "2020-06-01", None),
        (opened(), "2020-05-15", None),
        (opened(), "2020-05-16", True),
        (opened(passed=True), "2020-05-15", True),
        (opened(deadline=None), "2020-06-01", None),
        (opened(("A", "2020-05-15")), "2020-05-15", False),
        (opened(("A", "2020-05-16")), "2020-05-16", True),
        (opened(("A", "2020-05")), "2020-06-01", None),
        (opened(("A", "2020-05-10"), deadline=None), "2020-06-01", False),
    ],
)
def test_silence_passes_unless_it_is_broken_in_time(silence, as_of, adopted):
    found = parse_rule(["silence"]).decide(vote(silence=silence, as_of=as_of))
    assert found.adopted is adopted
    assert bool(found.missing) is (adopted is None)


@pytest.mark.parametrize(
    ("quorum", "present", "adopted"),
    [
        ("3", "A B C", True),
        ("3", "A B", False),
        ("all", "A B C", False),
        ("2/3 of members", "A B C", True),
        ("more-than 1/2 of members", "A B", False),
        ("1/2 of members", None, None),
        ("not-fixed", None, True),
    ],
)
def test_without_a_quorum_nothing_is_decided(quorum, present, adopted):
    assert rule_of("rule consensus", f"quorum {quorum}").decide(vote("A+", present=present)).adopted is adopted


def test_a_quorum_that_is_not_fixed_is_said():
    reasons = rule_of("rule consensus", "quorum not-fixed").decide(vote("A+")).reasons
    assert "no quorum is known to be fixed" in [reason.words for reason in reasons]


def test_an_organ_without_members_decides_nothing():
    empty = Vote({}, frozenset(), date(2020, 1, 1))
    assert rule_of("rule consensus").decide(empty).missing == ("the members",)


# ------------------------------------------------------------------------------------------ in a record
LEAGUE = """
2000-01-01 organisation l "League"
2000-01-01 organ l/council "Council"
2000-01-01 join l AM BY KZ
2000-01-01 clause l/council decisions
  rule unanimity
2010-01-01 clause l/council decisions
  rule consensus
  no-interest is-no-obstacle
  on silence rule silence
2009-05-05 convene l/council/2009-05-05
2011-05-05 convene l/council/2011-05-05
"""


def asked(text, document, session, as_of="2020-01-01"):
    return decision(book_of(LEAGUE + text), document, session, date.fromisoformat(as_of))


def test_the_version_of_the_day_of_the_session_decides():
    old = asked("2009-05-05 position x BY for at l/council/2009-05-05", "x", "l/council/2009-05-05")
    new = asked("2011-05-05 position x BY for at l/council/2011-05-05", "x", "l/council/2011-05-05")
    assert (str(old.rule.rule), old.by_rule.adopted) == ("unanimity", None)
    assert (str(new.rule.rule), new.by_rule.adopted) == ("consensus", True)
    assert new.reasons[0].acts


def test_what_is_recorded_against_the_rule_is_a_difference():
    text = """
2011-05-05 position x AM against at l/council/2011-05-05
2011-05-05 decide x adopted at l/council/2011-05-05
2011-05-05 position y AM no-interest at l/council/2011-05-05
2011-05-05 decide y adopted at l/council/2011-05-05
2011-05-05 decide z postponed at l/council/2011-05-05
"""
    against = asked(text, "x", "l/council/2011-05-05")
    assert (against.recorded, against.difference) == (
        "adopted",
        "recorded as adopted, not adopted by the rule: AM objected",
    )
    free = asked(text, "y", "l/council/2011-05-05")
    assert (free.difference, free.not_bound, free.positions[0].stance) == ("", ("AM",), "no-interest")
    assert "nothing recorded stands in its way" in asked(text, "z", "l/council/2011-05-05").difference


def test_a_silence_procedure_is_decided_between_sessions():
    text = """
2012-05-01 silence x opened until 2012-05-15
2012-06-01 silence y opened until 2012-06-15
2012-06-10 silence y broken
  by KZ
"""
    assert asked(text, "x", "l/council", "2012-05-15").by_rule.adopted is None
    assert asked(text, "x", "l/council", "2012-05-16").by_rule.adopted is True
    assert asked(text, "y", "l/council").by_rule.words == "KZ broke the silence on 2012-06-10"


def test_what_is_not_recorded_is_said():
    assert asked("", "x", "l/council/2030-01-01") is None
    assert asked("", "x", "l/council/2011-05-05").by_rule.missing == ("a decision",)
    lawless = asked(
        "1999-01-01 convene l/council/1999-01-01\n1999-01-01 decide x adopted at l/council/1999-01-01",
        "x",
        "l/council/1999-01-01",
    )
    assert (lawless.rule, lawless.by_rule.missing) == (None, ("the rule of decision",))


def test_the_shipped_record_of_2020_12_18_agrees_with_the_charter():
    loaded = load([Path(__file__).parents[2] / "records/cis"])
    book = Book.build(Held.of(one.act) for one in loaded.acts)
    found = decision(book, "cis-2020-concept", "cis/chs/2020-12-18", date(2020, 12, 18))
    assert (str(found.rule.rule), found.rule.disinterest, found.rule.cite) == (
        "consensus",
        True,
        "Common rules of procedure of four councils, Chisinau, 9 October 2009, and Charter of the CIS, art. 23",
    )
    assert (found.recorded, found.by_rule.adopted, found.difference, found.not_bound) == ("approved", True, "", ())
    assert [stand.party for stand in found.positions] == ["AZ", "BY", "KG", "KZ", "MD", "RU", "TJ", "TM", "UZ"]
    assert "AM" in found.by_rule.words
