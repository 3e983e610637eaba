"""Each question of the command line, asked of a small record."""

from __future__ import annotations

import json

import pytest

from tests.cli.league import LEAGUE, run

QUESTIONS = [
    ["status", "league-waters"],
    ["why", "league-waters", "FI"],
    ["whatif", "league-waters", "2003-03-01 ratify CH"],
    ["party", "FI"],
    ["session", "league/council/2001-05-10"],
    ["presidency", "league"],
    ["due"],
    ["commitments"],
    ["commitments", "league/council/2001-05-10/1"],
    ["scoreboard"],
    ["handover", "league"],
    ["handover", "league", "--report"],
    ["levels", "league"],
    ["barriers"],
    ["funnel", "league"],
]


def ask(*arguments):
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_question_is_answered_in_words_and_as_json(league, question):
    words = run(*question, "--as-of", "2002-03-01")
    assert words.exit_code == 0, words.output
    assert "2002-03-01" in words.output
    assert isinstance(ask(*question, "--as-of", "2002-03-01"), dict)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_question_takes_what_was_known(league, question):
    assert run(*question, "--as-of", "2002-03-01", "--known-by", "99").exit_code == 0
    nothing = run(*question, "--as-of", "2002-03-01", "--known-by", "2000-01-01")
    assert nothing.exit_code == 0
    assert "held nothing" in nothing.output


@pytest.mark.parametrize(
    "question",
    [
        ["status", "league-water"],
        ["why", "league-water", "FI"],
        ["whatif", "league-water", "2003-03-01 ratify CH"],
        ["session", "league/council/2001-05-11"],
        ["presidency", "leage"],
        ["commitments", "league/council/2001-05-10/2"],
        ["handover", "leage"],
        ["levels", "leage"],
        ["funnel", "leage"],
    ],
    ids=lambda question: question[0],
)
def test_a_name_that_the_record_does_not_know_is_a_problem(league, question):
    result = run(*question)
    assert result.exit_code == 1
    assert "C101" in result.stderr
    assert "did you mean" in result.stderr


def test_status_gives_the_day_and_every_step_to_it(league):
    answer = ask("status", "league-waters", "--as-of", "2002-02-14")
    assert answer["state"] == "in force"
    assert answer["computed"] == "2002-02-14"
    assert ask("status", "league-waters", "--as-of", "2002-02-13")["state"] == "not in force"
    assert "+30 days: 14 February 2002" in run("status", "league-waters", "--as-of", "2002-02-14").output


def test_whatif_enters_nothing(league):
    before = run("verify").output
    assert "2003-03-31" in run("whatif", "league-waters", "2003-03-01 ratify CH").output
    assert run("verify").output == before


def test_whatif_takes_several_acts(league):
    answer = ask("whatif", "league-waters", "2003-03-01 ratify CH", "2003-04-01 ratify NO")
    assert answer["acts"] == ["2003-03-01 ratify league-waters CH", "2003-04-01 ratify league-waters NO"]
    assert {row["party"]["code"] for row in answer["changes"]} == {"CH", "NO"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_question_is_answered_in_russian(league, question):
    result = run(*question, "--as-of", "2002-03-01", "--language", "ru")
    assert result.exit_code == 0, result.output
    assert "состоянию на 2002-03-01" in result.output
    english = ask(*question, "--as-of", "2002-03-01")
    assert ask(*question, "--as-of", "2002-03-01", "--language", "ru").keys() == english.keys()


def test_another_language_is_misuse(league):
    assert run("status", "league-waters", "--language", "xx").exit_code == 2


def test_presidency_has_its_stable_form(league):
    answer = ask("presidency", "league", "--as-of", "2001-12-31")
    assert set(answer) >= {"state", "co_chairs", "from", "to", "next", "reasons"}
    assert (answer["state"], answer["from"], answer["to"]) == ("CH", "2001-01-01", "2001-12-31")
    assert answer["next"]["state"] == "FI"
    assert answer["next"]["why"].startswith("decided on 2001-12-01")
    assert answer["co_chairs"] == ["FI"]


def test_a_vacant_presidency_is_an_answer(league):
    answer = ask("presidency", "league", "--as-of", "2000-06-01")
    assert (answer["state"], answer["from"], answer["to"], answer["co_chairs"]) == (None, None, None, [])


def test_due_has_its_stable_form(league):
    items = ask("due", "--as-of", "2002-07-01")["items"]
    assert all(set(item) >= {"party", "what", "object", "since", "due", "reasons"} for item in items)
    told = [(item["party"], item["what"], item["object"], item["due"]) for item in items]
    assert told == [
        ("CH", "consent to be bound", "league-waters", None),
        ("FI", "perform", "league/council/2001-05-10/1", "2002-06-30"),
        ("NO", "sign", "league-waters", None),
    ]
    assert all(item["reasons"] for item in items)


def test_due_can_be_asked_for_one_party(league):
    assert {item["party"] for item in ask("due", "NO", "--as-of", "2002-03-01")["items"]} == {"NO"}
    assert {item["party"] for item in ask("due", "no", "--as-of", "2002-03-01")["items"]} == {"NO"}


def test_verify_has_its_stable_form(league):
    answer = ask("verify")
    assert set(answer) >= {"ok", "size", "root", "problems"}
    assert (answer["ok"], answer["problems"]) == (True, [])
    assert answer["size"] == LEAGUE.count("\n1999-") + LEAGUE.count("\n200") + 1
    assert len(answer["root"]) == 64


def test_what_was_known_before_a_correction_can_still_be_asked(league):
    size = ask("verify")["size"]
    (league / "slip.acts").write_text(
        '2026-01-01 strike-entry "2002-01-15 ratify league-waters SE"\n', encoding="utf-8"
    )
    assert run("load", "slip.acts").exit_code == 0
    now = ask("status", "league-waters", "--as-of", "2002-03-01")
    then = ask("status", "league-waters", "--as-of", "2002-03-01", "--known-by", size)
    assert (now["state"], then["state"]) == ("not in force", "in force")


def test_init_makes_an_empty_journal_and_keeps_one_that_is_there(folder):
    assert run("init").output == "servanda.db: 0 entries\n"
    (folder / "league.acts").write_text(LEAGUE, encoding="utf-8")
    run("load", "league.acts")
    assert run("init").output != "servanda.db: 0 entries\n"


def test_the_journal_can_lie_elsewhere(folder, monkeypatch):
    monkeypatch.setenv("SERVANDA_JOURNAL", f"sqlite:///{folder}/elsewhere.db")
    assert run("init").exit_code == 0
    assert (folder / "elsewhere.db").exists()
    assert not (folder / "servanda.db").exists()


def test_check_runs_the_expectations(folder):
    (folder / "league.acts").write_text(LEAGUE, encoding="utf-8")
    result = run("check", "league.acts")
    assert result.exit_code == 0
    assert "1 expectations: 0 problems" in result.output
    assert list(folder.iterdir()) == [folder / "league.acts"]


def test_fmt_writes_canonical_text_once(folder):
    path = folder / "untidy.acts"
    path.write_text('; kept\n2001-05-10   sign  league-waters SE CH ; both\n    note   "a"   "b"\n', encoding="utf-8")
    assert run("fmt", "--check", "untidy.acts").exit_code == 1
    assert run("fmt", "untidy.acts").exit_code == 0
    assert path.read_text(encoding="utf-8") == '; kept\n; both\n2001-05-10 sign league-waters CH SE\n  note "ab"\n'
    assert run("fmt", "--check", "untidy.acts").exit_code == 0


def test_fmt_leaves_what_it_cannot_read(folder):
    path = folder / "wrong.acts"
    wrong = '2001-05-10 sgin   league-waters CH ; why\n  ; inside\n  note   "x"\n'
    path.write_text(wrong, encoding="utf-8")
    result = run("fmt", "wrong.acts")
    assert "T201" in result.stderr
    assert path.read_text(encoding="utf-8") == wrong
