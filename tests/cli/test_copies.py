"""The commands that look after a journal: verify, backup, restore, mirror, follow, bench."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.league import run


def told(*arguments: str) -> dict:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_thorough_verification_has_the_same_form(league: Path) -> None:
    assert told("verify", "--json", "--thorough") == told("verify", "--json")


def test_a_journal_is_backed_up_lost_and_restored(league: Path) -> None:
    before = told("verify", "--json")
    backed_up = told("backup", "--json", "copy.db")
    assert (backed_up["size"], backed_up["root"]) == (before["size"], before["root"])
    (league / "servanda.db").unlink()
    assert told("restore", "--json", "copy.db")["size"] == before["size"]
    assert told("verify", "--json") == before
    assert "0 new" in run("backup", "copy.db").output


def test_a_copy_that_is_too_short_is_refused_with_exit_code_1(league: Path) -> None:
    run("backup", "copy.db")
    (league / "more.acts").write_text('2024-01-01 organisation more "More"\n', encoding="utf-8")
    assert run("load", "more.acts").exit_code == 0
    result = run("restore", "copy.db")
    assert result.exit_code == 1
    assert "J111" in result.output


def test_a_mirror_is_a_journal_of_its_own(league: Path) -> None:
    before = told("verify", "--json")
    assert told("mirror", "servanda.db", "--to", "mirror.db", "--json")["added"] == before["size"]
    assert told("mirror", "servanda.db", "--to", "mirror.db", "--json")["added"] == 0
    assert run("verify", env={"SERVANDA_JOURNAL": "mirror.db"}).exit_code == 0


def test_followed_entries_are_the_bytes_of_the_journal(league: Path) -> None:
    lines = run("follow", "--after", "0", "--count", "3").stdout.splitlines()
    assert [json.loads(line)["number"] for line in lines] == [1, 2, 3]


def test_who_follows_from_beyond_the_end_is_told_what_is_waited_for(league: Path, monkeypatch) -> None:
    size = told("verify", "--json")["size"]
    monkeypatch.setattr("servanda.cli.follow.follow", lambda *_: iter(()))
    waiting = f"the journal has {size} entries; waiting for entry {size + 3}\n"
    assert run("follow", "--after", str(size + 2)).stderr == waiting
    assert run("follow", "--after", str(size)).stderr == run("follow").stderr == ""


def test_the_journal_is_measured(folder: Path) -> None:
    found = told("bench", "journal", "--entries", "200", "--rounds", "3", "--json")
    assert found["entries"] == 200
    assert {"append_ratio", "verify_ratio", "proof_ms", "follow_ms"} <= set(found)
    assert all(value is None or value >= 0 for value in found.values())
