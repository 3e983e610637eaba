"""An edited party or document must stand in the passage, or the act says that it is known from elsewhere."""

from __future__ import annotations

import pytest

from servanda.book import Book
from servanda.problems import Problem
from servanda.reading import read_text
from servanda.reading.proposing import check_standing, propose, write_proposals
from servanda.reading.proposing.matching import slug
from servanda.text import read
from tests.cli.evenings import communique


@pytest.fixture(scope="module")
def proposals():
    reading = read_text(communique())
    return write_proposals(propose(reading, Book.build(()), reading.text), "communique.txt")


def problems(text) -> list[Problem]:
    parsed = read(text, "proposals")
    assert parsed.problems == ()
    return list(check_standing(parsed.acts, Book.build(())))


def edited(text, old, new):
    assert text.count(old) >= 1
    return text.replace(old, new, 1)


def test_what_the_reader_proposes_stands(proposals):
    assert problems(proposals) == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (" AZ BY KG KZ MD RU TJ TM UZ", " AZ BY KG KZ MD NO RU TJ TM UZ", "'NO'"),
        ("preside cis BY", "preside cis SE", "'SE'"),
        ("co-chairs KZ UZ", "co-chairs KZ NO", "'NO'"),
        ("chair UZ", "chair NO", "'NO'"),
        ("concept to AM for", "concept to NO for", "'NO'"),
        ('"Revised Concept for its development"', '"Treaty on outer space"', "'cis-2020-concept'"),
    ],
)
def test_an_edit_that_leaves_the_passage_is_a_problem(old, new, named, proposals):
    found = problems(edited(proposals, old, new))
    assert found
    assert {problem.code for problem in found} == {"B404"}
    assert all(named in problem.message for problem in found)
    assert found[0].place.line > 1


def test_a_person_may_say_that_it_is_known(proposals):
    text = edited(proposals, "preside cis BY in 2021\n", "preside cis SE in 2021\n  confidence known\n")
    assert problems(text) == []


def test_an_edit_within_the_passage_stands(proposals):
    assert problems(edited(proposals, " AZ BY KG KZ MD RU TJ TM UZ", " AZ BY KG KZ MD RU TJ TM")) == []


def test_words_said_stand_as_they_are():
    reading = read_text(
        communique()
        + "\n“We agree on all of this and will sign it soon,” said Sadyr Japarov, President of Kyrgyzstan.\n"
    )
    text = write_proposals(propose(reading, Book.build(()), reading.text), "communique.txt")
    assert problems(text) == []
    (problem,) = problems(edited(text, 'KG "We agree on all', 'KG "We disagree on all'))
    assert problem.message == "the words said do not stand in the passage quoted"


def test_who_is_told_by_a_pronoun_is_quoted_where_it_is_named(proposals):
    text = communique().replace("Belarus will send a report", "It will send a report")
    reading = read_text(text)
    written = write_proposals(propose(reading, Book.build(()), reading.text), "communique.txt")
    undertake = written[written.index(" undertake ") :].split("\n\n")[0]
    assert undertake.count("source read-") == 2
    assert problems(written) == []


def test_the_reasons_of_matches_stand_at_the_head(proposals):
    assert "; - Armenia: AM, because 'Armenia' is a name of AM" in proposals


def test_a_new_organ_is_proposed_as_new_with_its_reason(proposals):
    before = proposals[: proposals.index(" organ cis/")]
    assert before.rstrip().splitlines()[-1].startswith("2020-12-18")
    assert "; not known to the record: proposed as new" in before


@pytest.mark.parametrize(("title", "name"), [("Совет глав государств", "sovet-glav-gosudarstv"), ("Élan", "elan")])
def test_a_name_is_made_of_any_title(title, name):
    assert slug(title) == name
