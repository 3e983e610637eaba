"""The commands on commitments: rows as CSV, plans from sheets, texts compared."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.league import run

NUMBER = "league/council/2001-05-10/1"


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(run("commitments", "--csv", *arguments).stdout)))


def test_the_register_is_written_as_csv(league):
    (row,) = rows("--as-of", "2002-03-01")
    assert (row["id"], row["party"], row["class"], row["due"]) == (NUMBER, "FI", "statement", "2002-06-30")
    assert (row["timing"], row["performance"]) == ("not due", "no information")
    assert rows("--as-of", "2002-03-01", "--party", "SE") == []


def test_a_cell_that_looks_like_a_formula_stays_text(league):
    (league / "more.acts").write_text('2001-06-01 undertake league/f FI "=cmd()"\n', encoding="utf-8")
    assert run("load", "more.acts").exit_code == 0
    assert [row["words"] for row in rows("--as-of", "2002-03-01") if row["id"] == "league/f"] == ["'=cmd()"]


PLAN = "number,provision,measure,who,when\n1,art. 3,take stock,Finland,Q2 2002\n2,,meet,,ongoing\n"


def test_a_plan_is_entered_once(league):
    (league / "plan.csv").write_text(PLAN, encoding="utf-8")
    first = run("import", "plan", "plan.csv", "--of", "league-waters")
    assert (first.exit_code, first.stdout) == (0, "entered 2 measures of league-waters; 0 were there already\n")
    assert (
        "0 measures of league-waters; 2 were there already"
        in run("import", "plan", "plan.csv", "--of", "league-waters").stdout
    )
    found = {row["id"]: row for row in rows("--as-of", "2002-03-01")}
    assert found["league-waters/1"]["due"] == "2002-04..2002-06"
    assert found["league-waters/1"]["origin"] == "planned"
    assert found["league-waters/2"]["party"] == ""


def test_a_plan_is_written_as_text_and_nothing_entered(league):
    (league / "plan.csv").write_text(PLAN, encoding="utf-8")
    printed = run("import", "plan", "plan.csv", "--of", "league-waters", "--on", "2001-05-11", "--print").stdout
    assert printed.splitlines()[0] == '2001-05-11 plan league-waters/1 FI "take stock" due 2002-04..2002-06'
    assert len(rows("--as-of", "2002-03-01")) == 1


def test_a_wrong_plan_enters_nothing(league):
    (league / "plan.csv").write_text(PLAN + "1,,again,,soon\n", encoding="utf-8")
    result = run("import", "plan", "plan.csv", "--of", "league-waters")
    assert result.exit_code == 1
    assert "plan.csv:4:1: B613" in result.stderr
    assert "plan.csv:4:5: B614" in result.stderr
    assert len(rows("--as-of", "2002-03-01")) == 1
    assert run("import", "plan", "plan.csv", "--of", "nothing").exit_code == 1
    assert run("import", "plan", "plan.csv", "--of", "league-waters", "--on", "2001-99").exit_code == 2


OLD = (
    "Concept of 2007\nArticle 1\nTrade is free.\nArticle 2\nStates meet once a year in the capital.\nArticle 3\nGone.\n"
)
NEW = "Concept of 2020\nArticle 1\nTrade is free.\nArticle 2\nDigital economy comes first.\n"
NEW += "Article 3\nStates meet twice a year in the capital.\n"


def test_two_versions_of_a_text_are_compared_by_article(folder):
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    words = run("compare", "old.txt", "new.txt").stdout
    assert "1: same" in words
    assert "2 → 3: renumbered" in words
    assert "States meet [-once-] {+twice+} a year in the capital" in words
    found = json.loads(run("compare", "old.txt", "new.txt", "--json").stdout)
    assert (found["kept"], found["of"]) == (1, 4)


@pytest.mark.parametrize("names", [("old.txt", "missing.txt"), ("missing.txt", "old.txt")])
def test_a_text_that_is_not_there_is_a_problem(folder, names):
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    assert run("compare", *names).exit_code == 1


def test_a_selection_narrows_the_scoreboard_and_is_named(league):
    text = f'2001-06-01 select sample "what is due in 2002" by league\n  chosen {NUMBER}\n  out-of 9\n'
    (league / "more.acts").write_text(text, encoding="utf-8")
    assert run("load", "more.acts").exit_code == 0
    words = run("scoreboard", "--selection", "sample", "--as-of", "2002-03-01").stdout
    assert "what is due in 2002 · 1 out of 9, chosen by League of Lakes on 1 June 2001" in words
    assert run("scoreboard", "--selection", "simple", "--as-of", "2002-03-01").exit_code == 1
