"""servanda why: a party towards a document, and towards another party under it."""

import json

import pytest
from click.testing import CliRunner

from servanda.cli.main import cli

RECORD = """
2011-10-18 instrument fta "Free trade treaty"
2011-10-18 clause fta entry-into-force
  when 2 deposits
2012-01-01 ratify fta RU UA BY
2015-12-16 suspend-operation fta RU towards UA
  effective 2016-01-01
"""


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_JOURNAL", raising=False)
    (tmp_path / "record.acts").write_text(RECORD, encoding="utf-8")
    assert run("load", "record.acts").exit_code == 0


def run(*arguments):
    return CliRunner().invoke(cli, arguments)


def test_the_word_between_two_and_its_reason(journal):
    words = run("why", "fta", "ru", "--towards", "ua", "--as-of", "2016-01-01")
    assert words.exit_code == 0
    assert "between: suspended between the two" in words.output
    assert "2015-12-16 suspend-operation fta RU towards UA" in words.output


def test_the_same_word_from_both_sides_as_json(journal):
    pages = [
        json.loads(run("why", "fta", *pair, "--as-of", "2016-01-01", "--json").output)
        for pair in (("RU", "--towards", "UA"), ("UA", "--towards", "RU"))
    ]
    assert [page["between"] for page in pages] == ["suspended between the two"] * 2
    assert [side["party"]["code"] for side in pages[1]["sides"]] == ["UA", "RU"]
    assert not pages[0]["in_force"]


def test_between_others_it_stays_in_force(journal):
    assert "between: in force\n" in run("why", "fta", "BY", "--towards", "UA", "--as-of", "2016-01-01").output


def test_the_standing_itself_tells_towards_whom_it_is_suspended(journal):
    page = json.loads(run("why", "fta", "RU", "--as-of", "2016-01-01", "--json").output)
    assert (page["standing"], [party["code"] for party in page["suspended_towards"]]) == ("party", ["UA"])


@pytest.mark.parametrize("question", [("why", "fta", "RU", "--towards", "zz"), ("why", "ftb", "RU", "--towards", "UA")])
def test_what_is_not_known_ends_with_one_line_and_a_hint(journal, question):
    result = run(*question)
    assert result.exit_code == 1
    assert "C101" in result.stderr
