"""What an instrument says on reservations and accessions, read from its clauses."""

import pytest

from servanda.acts.declarations import Clause
from servanda.days import Day
from servanda.law.consent_rules import TACIT, read_rule
from servanda.record.checks import clauses_have_meaning
from tests.records_in_text import acts_of


def clause(about, *lines):
    return Clause(on=Day.parse("1980-10-25"), of="x", about=about, lines=lines)


def test_an_accession_that_needs_acceptance_and_its_delay():
    found, problems = read_rule(clause("accession", 'cite "art. 38"', "needs acceptance", "then first of month +3"))
    assert (found.cite, found.manner, problems) == ("art. 38", "acceptance", [])
    assert str(found.effect(Day.parse("1991-01-20"))) == "1991-04-01"


def test_an_accession_open_to_objection():
    found, problems = read_rule(clause("accession", "open to-objection +6 months back", "then +60 days"))
    assert (found.manner, problems) == ("objection", [])
    assert str(found.window.after(Day.parse("2007-07-15"))) == "2008-01-15"


def test_without_a_line_silence_is_acceptance_after_twelve_months():
    assert read_rule(clause("reservations"))[0].accepted_after == TACIT


@pytest.mark.parametrize(
    ("about", "line"),
    [
        ("reservations", "authorized"),
        ("reservations", "needs acceptance"),
        ("reservations", "accepted-after soon"),
        ("accession", "authorised"),
        ("accession", "open to-objection"),
        ("accession", "then"),
    ],
)
def test_a_line_that_says_nothing_known_is_a_problem(about, line):
    found, problems = read_rule(clause(about, line))
    assert [problem.code for problem in problems] == ["L101"]
    assert found == read_rule(clause(about))[0]


def test_the_check_of_a_record_looks_at_these_clauses_too():
    acts = acts_of('1980-10-25 instrument x "X"\n1980-10-25 clause x accession\n  needs consent\n')

    class Checked:
        new = acts

    assert [problem.place.line for problem in clauses_have_meaning(Checked())] == [3]
