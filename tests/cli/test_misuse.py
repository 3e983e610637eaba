"""What is asked wrongly is answered by a line with a hint and an exit code, never by a traceback."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from tests.cli.league import run

SERVANDA = (sys.executable, "-m", "servanda")
ODD = b"\xff\xfe".decode("utf-8", "surrogateescape")


def test_a_command_that_is_misspelt_is_answered_with_those_that_are_near():
    result = run("stauts")
    assert result.exit_code == 2
    assert "Did you mean status?" in result.stderr


def test_a_name_of_a_later_day_is_not_offered_as_if_it_were_another(league):
    result = run("status", "league-waters", "--as-of", "1990-01-01")
    assert result.exit_code == 1
    assert "later day" in result.stderr
    assert "did you mean" not in result.stderr


def test_a_state_that_is_asked_for_by_its_name_is_answered_with_its_code(league):
    result = run("party", "Armenia")
    assert result.exit_code == 1
    assert "did you mean AM?" in result.stderr


@pytest.mark.parametrize("known_by", ["9" * 6000, "-1", "٣", "soon"], ids=["huge", "negative", "Arabic", "word"])
def test_what_is_no_number_of_an_entry_is_misuse(league, known_by):
    result = run("due", "--known-by", known_by)
    assert result.exit_code == 2
    assert "neither the number of an entry nor a moment" in result.stderr


@pytest.mark.parametrize(
    "question",
    [
        ["barriers", "leage"],
        ["commitments", "--topic", "watr"],
        ["whatif", "league-waters", "2003-03-01 ratify nobody CH"],
    ],
    ids=lambda question: question[0],
)
def test_an_unknown_name_in_an_option_or_an_act_is_a_problem_too(league, question):
    result = run(*question)
    assert result.exit_code == 1
    assert "C101" in result.stderr


def test_an_organisation_that_is_named_twice_is_shown_once(league):
    assert run("levels", "league", "league").output == run("levels", "league").output


def test_measures_of_a_plan_that_no_act_declares_are_not_entered(league):
    (league / "plan.csv").write_text("number,measure,who\n1,take stock,CH\n", encoding="utf-8")
    result = run("import", "plan", "plan.csv", "--of", "league-watres", "--on", "2002-01-01")
    assert result.exit_code == 1
    assert "did you mean league-waters" in result.stderr
    assert run("import", "plan", "plan.csv", "--of", "league-waters", "--on", "2002-01-01").exit_code == 0


@pytest.mark.parametrize("command", [["check"], ["load"], ["fmt"], ["accept"], ["restore"], ["backup"]], ids=str)
def test_a_path_that_the_system_refuses_is_a_problem(league, command):
    result = run(*command, "x" * 5000)
    assert result.exit_code in {1, 2}
    assert isinstance(result.exception, SystemExit)
    assert "too long" in result.stderr
    assert len(result.stderr) < 1000


def test_a_file_that_cannot_be_written_is_a_problem(league):
    result = run("export", "json", "/documents", "--to", "no-such-folder/page.json")
    assert result.exit_code == 1
    assert "C103 no-such-folder/page.json: No such file or directory" in result.stderr


def test_a_file_to_withhold_from_that_is_not_utf_8_is_a_problem(league):
    (league / "odd.acts").write_bytes(b'2003-01-01 sign league-waters NO "caf\xe9"\n')
    result = run("withhold", "odd.acts")
    assert result.exit_code == 1
    assert "odd.acts:1:38: T101" in result.stderr


@pytest.mark.parametrize(
    "option", [["read", "--limit", "0"], ["check", "--limit", "-5"], ["search", "--after", "9" * 30]]
)
def test_a_number_without_sense_is_misuse(league, option):
    assert run(*option, "league.acts").exit_code == 2


@pytest.mark.slow
def test_an_argument_that_is_not_utf_8_is_misuse(league):
    result = subprocess.run([*SERVANDA, "search", ODD], capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr == "error: '\\udcff\\udcfe' is not UTF-8; hint: write names and paths in UTF-8\n"


@pytest.mark.slow
def test_a_terminal_of_another_encoding_is_written_to_all_the_same(league, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    asked = [*SERVANDA, "due", "--language", "ru", "--as-of", date(2002, 3, 1).isoformat()]
    result = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr


def test_a_party_has_no_treaty_relation_with_itself(league):
    result = run("why", "league-waters", "SE", "--towards", "se")
    assert (result.exit_code, "SE has no treaty relation with itself" in result.stderr) == (2, True)


@pytest.mark.parametrize("asked", [["league/council"], ["SE", "--towards", "league/council"]])
def test_an_organ_is_no_party_to_a_treaty(league, asked):
    result = run("why", "league-waters", *asked)
    assert result.exit_code == 1
    assert "C101 the record knows no state or organisation 'league/council'" in result.stderr
    assert "it is an organ of league" in result.stderr


def test_a_document_or_a_session_is_no_party(league):
    for name in ("league-waters", "league/council/2001-05-10"):
        result = run("due", name)
        assert (result.exit_code, f"no party '{name}'" in result.stderr) == (1, True)
    assert run("due", "league").exit_code == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("league", "servanda presidency league"),
        ("league/council", "servanda funnel league/council"),
        ("QQ", "serve"),
    ],
)
def test_who_is_no_state_is_answered_with_what_to_ask(league, name, hint):
    result = run("party", name)
    assert (result.exit_code, hint in result.stderr) == (1, True)


def test_a_search_of_no_kind_or_of_no_organisation_is_told(league):
    kind = run("search", "waters", "--kind", "zzz")
    assert (kind.exit_code, "is not one of" in kind.stderr, "commitment" in kind.stderr) == (2, True, True)
    body = run("search", "waters", "--organisation", "leage")
    assert (body.exit_code, "did you mean league?" in body.stderr) == (1, True)


def test_one_face_is_asked_for_at_a_time(league):
    assert run("commitments", "--csv", "--json").exit_code == 2
    assert run("commitments", "league/council/2001-05-10/1", "--csv").exit_code == 2


def test_a_commitment_that_is_a_state_is_answered_with_its_option(league):
    assert "servanda commitments --party FI" in run("commitments", "fi").stderr
    assert "servanda commitments --party FI" in run("commitments", "Finland").stderr


def test_a_hand_over_without_a_presidency_says_where_the_terms_are(league):
    result = run("handover", "league", "--as-of", "1999-06-01")
    assert (result.exit_code, "servanda presidency league tells which terms" in result.stderr) == (1, True)


def test_a_name_that_was_not_known_then_is_told_so(league):
    result = run("status", "league-waters", "--known-by", "1")
    assert (result.exit_code, "ask without --known-by" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ([], "as known today (entry 18)."),
        (["--known-by", "12"], "as known by entry 12."),
        (["--known-by", "2100-01-01"], "as known by 2100-01-01 (entry 18)."),
        (["--known-by", "12", "--language", "ru"], "как известно к записи 12."),
    ],
)
def test_what_was_known_when_is_said_in_words(league, known, told):
    assert told in run("party", "SE", "--as-of", "2003-01-01", *known).stdout.splitlines()[1]


def test_the_journal_of_the_demo_is_offered_where_it_lies(folder):
    assert "servanda init" in run("due").stderr
    (folder / "servanda-demo.db").touch()
    assert "SERVANDA_JOURNAL=servanda-demo.db" in run("due").stderr


def test_what_steers_a_terminal_is_spelled_out(folder):
    (folder / "odd.acts").write_text("2003-01-01 sign \x1b[31mred\u202e\x9b SE\n", encoding="utf-8")
    told = run("check", "odd.acts").stderr
    assert "\\x1b[31mred\\u202e\\x9b" in told
    assert not any(character in told for character in "\x1b\u202e\x9b")


def test_a_long_file_shows_how_far_it_is_read_and_a_short_one_does_not(folder):
    acts = "".join(f'2003-01-01 undertake p/{number} SE "do {number}"\n' for number in range(3_001))
    (folder / "long.acts").write_text(acts, encoding="utf-8")
    (folder / "short.acts").write_text('2003-01-01 undertake q SE "do"\n', encoding="utf-8")
    for command in ("check", "load"):
        told = run(command, "long.acts", "short.acts").stderr
        assert (told.count("reading long.acts"), "reading short.acts" in told) == (1, False)
