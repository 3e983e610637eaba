"""The shipped treaties can be made again, read back as they were printed, and give the published dates."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from servanda.acts.declarations import Clause, Table
from servanda.book import Book, Held
from servanda.days import Day
from servanda.law.clause import read_clause
from servanda.law.weights import read_table
from servanda.record import check_acts, load
from servanda.status.force import force
from servanda.status.party import standing
from servanda.text import format_text, read
from tools.law_files.build import build
from tools.law_files.clauses import clause_of
from tools.law_files.page import page
from tools.law_files.paris import party_of, read_rows
from tools.law_files.tables import read_cases, table

ROOT = Path(__file__).parents[2]
LAW = ROOT / "law"
OWN = (LAW / "instruments", LAW / "council-of-europe", LAW / "organisations.acts")
FILES = sorted(file for path in OWN for file in ([path] if path.is_file() else path.glob("*.acts")))
DIFFERENCES = {"ballast-water", "hong-kong", "wto-tfa"}
WANTED = {
    "ballast-water",
    "coe-157",
    "ctbt",
    "hong-kong",
    "ilo-29",
    "kyoto",
    "paris-agreement",
    "rome-statute",
    "unclos",
    "vclt-1969",
    "wto-tfa",
}


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.build(Held.of(one.act, one.place, one.lines) for one in load(OWN).acts)


def test_at_least_sixty_treaties_are_shipped_and_those_that_were_asked_for():
    shipped = {path.stem for path in (LAW / "instruments").glob("*.acts")}
    assert len(shipped) >= 60
    assert shipped >= WANTED
    assert shipped == {row["id"] for row in table("instruments")}


def test_making_the_files_again_gives_the_same_bytes(reference):
    for name, text in build(reference).items():
        assert (LAW / "instruments" / name).read_bytes() == text.encode(), name


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_file_is_canonical_and_its_clauses_print_back_as_they_stand(path):
    text = path.read_text(encoding="utf-8")
    assert format_text(text, path.name) == text
    for one in read(text, path.name).acts:
        if isinstance(one.act, Clause) and one.act.about == "entry-into-force":
            clause, problems = read_clause(one.act)
            assert not problems
            assert clause.lines() == one.act.lines


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_file_passes_its_checks_alone_with_the_law_that_it_uses(path):
    loaded = load([path])
    problems = [*loaded.problems, *check_acts(loaded.acts)]
    assert [str(problem) for problem in problems if problem.code != "B204"] == []


def test_only_what_has_a_cause_differs_from_the_published_date():
    loaded = load(OWN)
    problems = [*loaded.problems, *check_acts(loaded.acts)]
    assert {problem.code for problem in problems} <= {"B204"}
    assert {Path(problem.place.file).stem for problem in problems} == DIFFERENCES


def test_every_act_has_a_declared_source_or_is_told_as_known():
    for one in load(OWN).acts:
        assert one.act.source or one.act.verb in ("source", "organisation", "organ", "clause"), one.place


def test_every_clause_of_a_case_reads_back_as_the_same_law(reference):
    cases = read_cases(reference)
    for name in (row["id"] for row in table("instruments")):
        if name in cases and name not in ("hong-kong", "kyoto"):
            clause = clause_of(cases[name])
            act = Clause(on=Day.parse("2000-01-01"), of=name, about="entry-into-force", lines=clause.lines())
            assert read_clause(act) == (clause, []), name


def test_paris_enters_into_force_by_the_acts_of_2016(book):
    found = force(book, "paris-agreement", date(2016, 11, 4), testimony=False)
    assert (found.state, str(found.computed)) == ("in force", "2016-11-04")
    assert any("58.82 % of 55.00 %" in reason.words for reason in found.reasons)


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (date(2016, 9, 3), "contracting State"),
        (date(2016, 11, 4), "party"),
        (date(2020, 11, 3), "withdrawal running"),
        (date(2020, 11, 4), "former party"),
        (date(2021, 1, 20), "contracting State"),
        (date(2021, 2, 19), "party"),
    ],
)
def test_the_united_states_come_and_go_and_come(book, day, word):
    assert standing(book, "paris-agreement", "US", day).word == word


def test_paris_is_in_force_for_each_party_since_the_day_of_the_published_table(reference, book):
    for row in read_rows(reference):
        if row["Ratification"]:
            found = standing(book, "paris-agreement", party_of(row), date(2023, 3, 1))
            assert str(found.since) == row["Date-Of-Effect"], row["Name"]


def test_the_shares_of_paris_are_those_of_the_published_table(reference, book):
    act = book.declared(Table, "ghg-emissions-2015")
    weights, problems = read_table(act)
    assert not problems
    rows = {party_of(row): row for row in read_rows(reference) if row["Percentage"]}
    assert weights.weights.keys() == rows.keys() - {"eu"}
    assert all(share == Fraction(rows[party]["Percentage"]) / 100 for party, share in weights.weights.items())
    assert Fraction(99, 100) < sum(weights.weights.values()) <= 1


def test_the_emissions_of_kyoto_add_up_to_their_published_total(book):
    weights, _problems = read_table(book.declared(Table, "co2-emissions-1990"))
    assert sum(weights.weights.values()) == weights.total == 13_728_306


def test_the_test_ban_treaty_tells_who_is_missing(book):
    found = force(book, "ctbt", date(2026, 11, 1))
    assert found.state == "not in force"
    assert found.missing == ("consent of CN, EG, IL, IN, IR, KP, PK, RU, US",)
    assert force(book, "ctbt", date(2020, 1, 1)).missing == ("consent of CN, EG, IL, IN, IR, KP, PK, US",)


def test_an_instrument_withdrawn_before_the_trigger_does_not_count(book):
    found = force(book, "fish-stocks", date(2001, 12, 11))
    assert str(found.computed) == "2001-12-11"
    assert "IT" not in found.reasons[0].words
    assert "LU" not in found.reasons[0].words


def test_the_reference_page_is_up_to_date():
    assert (ROOT / "docs" / "reference" / "law.md").read_text(encoding="utf-8") == page(LAW)
