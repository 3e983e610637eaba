"""Every wrong input ends with a clear problem: place, code, hint, the right exit code, and nothing half written."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from servanda.record import LIMIT
from tests.cli.league import LEAGUE, run
from tests.journal.grounds import SqliteGround


def size(folder):
    """The number of entries, as the database itself counts them."""
    with closing(sqlite3.connect(folder / "servanda.db")) as database:
        return database.execute("SELECT count(*) FROM entry").fetchone()[0]


DECLARED = '2003-01-01 instrument league-air "Agreement on air"\n'
WRONG = [
    (
        "a file that is not UTF-8",
        DECLARED.encode() + b'2003-01-01 sign league-air SE\n  note "Malm\xf6"\n',
        "T101",
        ":3:13",
    ),
    ("an unknown verb", DECLARED.encode() + b"2003-01-01 ratfy league-air SE\n", "T201", ":2:12"),
    ("a bad date", DECLARED.encode() + b"2003-02-30 ratify league-air SE\n", "T103", ":2:1"),
    ("an unknown state", DECLARED.encode() + b"2003-01-01 ratify league-air QX\n", "T208", ":2:30"),
    ("an undeclared document", DECLARED.encode() + b"2003-01-01 ratify league-airs SE\n", "B103", ":2:1"),
    ("an undeclared source", DECLARED.encode() + b"2003-01-01 sign league-air SE\n  source nowhere\n", "B102", ":2:1"),
    ("an expectation that is not met", b"2002-02-14 expect league-waters not in force\n", "B201", ":1:1"),
]


@pytest.mark.parametrize(("data", "code", "place"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_a_wrong_record_is_refused_as_a_whole(league, data, code, place):
    before = size(league)
    (league / "more.acts").write_bytes(data)
    result = run("load", "more.acts")
    assert result.exit_code == 1
    assert f"more.acts{place}: {code} " in result.stderr
    assert "hint: " in result.stderr
    assert size(league) == before


def test_a_good_file_beside_a_wrong_one_is_not_entered_either(league):
    before = size(league)
    (league / "records").mkdir()
    (league / "records" / "good.acts").write_text(DECLARED, encoding="utf-8")
    (league / "records" / "wrong.acts").write_text("2003-01-01 sign\n", encoding="utf-8")
    result = run("load", "records")
    assert result.exit_code == 1
    assert "T202" in result.stderr
    assert size(league) == before


def test_all_problems_of_all_files_are_reported_at_once(folder):
    (folder / "one.acts").write_text("2003-02-30 sign a-treaty BY\nnonsense\n", encoding="utf-8")
    (folder / "two.acts").write_text("2003-01-01 sgin a-treaty BY\n", encoding="utf-8")
    result = run("check", ".")
    assert [line.split()[1] for line in result.stderr.splitlines() if not line.startswith(" ")] == [
        "T103",
        "T102",
        "T201",
    ]
    assert result.exit_code == 1


def test_a_refused_record_makes_no_journal(folder):
    (folder / "wrong.acts").write_text("2003-01-01 ratify unheard-of SE\n", encoding="utf-8")
    assert run("load", "wrong.acts").exit_code == 1
    assert not (folder / "servanda.db").exists()


def test_the_same_act_twice_is_a_warning_with_both_places(league):
    (league / "twice.acts").write_text(DECLARED + "2003-01-01 sign league-air SE\n" * 2, encoding="utf-8")
    before = size(league)
    result = run("load", "twice.acts")
    assert result.exit_code == 0
    assert "warning: twice.acts:3:1: B101 the same act stands at twice.acts:2:1" in result.stderr
    assert size(league) == before + 2


def test_acts_that_are_there_already_are_counted_and_not_entered_again(league):
    before = size(league)
    result = run("load", "league.acts")
    assert result.exit_code == 0
    assert f"entered 0 acts; {before} were there already; {before} in all" in result.output
    assert size(league) == before


def test_a_missing_file_is_a_problem(folder):
    result = run("load", "nothing.acts")
    assert result.exit_code == 1
    assert "B110" in result.stderr


def test_a_file_over_the_limit_is_refused_and_the_limit_can_be_raised(folder):
    path = folder / "large.acts"
    path.write_text(DECLARED + f"; {'x' * 998}\n" * (LIMIT // 1000), encoding="utf-8")
    refused = run("check", "large.acts")
    assert refused.exit_code == 1
    assert "B111" in refused.stderr
    assert "--limit" in refused.stderr
    assert run("check", "--limit", 2 * LIMIT, "large.acts").exit_code == 0


def test_a_communique_over_the_limit_is_refused_and_the_limit_can_be_raised(folder):
    (folder / "large.txt").write_text("The Council met in Minsk on 18 December 2020.\n", encoding="utf-8")
    refused = run("read", "--limit", 20, "large.txt")
    assert refused.exit_code == 1
    assert "R103" in refused.stderr
    assert "--limit" in refused.stderr
    assert run("read", "--limit", 2000, "large.txt").exit_code == 0


def test_an_empty_communique_is_a_problem(folder):
    result = run("read", "-", text="")
    assert result.exit_code == 1
    assert "R102" in result.stderr


def test_proposals_that_quote_nothing_are_not_accepted(league):
    before = size(league)
    (league / "proposals.acts").write_text(DECLARED, encoding="utf-8")
    result = run("accept", "proposals.acts")
    assert result.exit_code == 1
    assert "B401" in result.stderr
    assert size(league) == before


def test_a_cut_journal_is_noticed_and_takes_nothing_more(league):
    ground = SqliteGround(league / "servanda.db")
    ground.rewrite(lambda rows: rows[:5])
    verified = run("verify")
    assert verified.exit_code == 1
    assert "J203" in verified.stderr
    assert "NOT WHOLE" in verified.output
    (league / "more.acts").write_text(DECLARED, encoding="utf-8")
    loaded = run("load", "more.acts")
    assert loaded.exit_code == 1
    assert "J203" in loaded.stderr
    assert size(league) == 5


@pytest.mark.parametrize(
    "arguments",
    [
        ["status"],
        ["status", "league-waters", "--as-of", "2002-02-30"],
        ["status", "league-waters", "--as-of", "2002"],
        ["status", "league-waters", "--known-by", "yesterday"],
        ["status", "league-waters", "--known-by", "²"],
        ["whatif", "league-waters", "2003-03-01 ratfy CH"],
        ["whatif", "league-waters", "whenever"],
        ["check"],
        ["accept", "nothing.acts"],
        ["serve", "--port", "70000"],
    ],
)
def test_misuse_ends_with_exit_code_two(league, arguments):
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output


def test_a_question_without_a_journal_is_a_problem(folder):
    result = run("status", "league-waters")
    assert result.exit_code == 1
    assert "J104" in result.stderr
    assert "servanda init" in result.stderr


def test_a_file_that_is_no_journal_is_a_problem(folder):
    (folder / "servanda.db").write_text(LEAGUE, encoding="utf-8")
    result = run("due")
    assert result.exit_code == 1
    assert "J103" in result.stderr


def test_a_record_cannot_reach_out_of_the_shipped_law(folder):
    (folder / "secret.acts").write_text(DECLARED, encoding="utf-8")
    (folder / "record.acts").write_text(f"uses {folder}\n", encoding="utf-8")
    result = run("check", "record.acts")
    assert "B112" in result.stderr
    assert "0 acts in 1 files" in result.output
