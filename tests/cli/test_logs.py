"""Logs: lines of JSON for those who look after the servers, without a word about who asked what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from servanda.logs import log
from tests.cli.league import run


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("verify",), 0), (("session", "league/council/1900-01-01"), 1), (("verify", "--no-such-option"), 2)],
)
def test_every_command_tells_how_it_ended(league: Path, arguments: tuple[str, ...], code: int) -> None:
    result = run(*arguments, env={"SERVANDA_LOG": "json"})
    (told,) = lines(result.stderr)
    assert (told["event"], told["command"], told["exit"]) == ("command", arguments[0], code)
    assert result.exit_code == code
    assert told["ms"] >= 0
    assert set(told) == {"event", "command", "exit", "ms"}


def test_a_journal_that_cannot_be_read_is_logged_as_a_failure(league: Path) -> None:
    damaged = bytearray((league / "servanda.db").read_bytes())
    damaged[4096 : 4096 * 6] = bytes(4096 * 5)
    (league / "servanda.db").write_bytes(damaged)
    result = run("follow", "--after", "0", "--count", "1", env={"SERVANDA_LOG": "json"})
    assert (lines(result.stderr)[-1]["exit"], result.exit_code) == (1, 1)


def test_nothing_is_logged_unless_asked_for(league: Path) -> None:
    assert lines(run("verify").stderr) == []


def test_who_takes_no_logs_any_more_ends_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SERVANDA_LOG", "json")
    with (tmp_path / "log").open("w") as file:
        monkeypatch.setattr("sys.stderr", file)
    log("answer", status=200)
