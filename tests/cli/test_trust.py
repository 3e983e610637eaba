"""Trust on the command line: keys, proofs, published files, witnesses by file, and what catches an operator."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from servanda.journal import open_journal
from tests.cli.league import run

ACT = '2026-11-01 organisation other "Another"\n'


def ok(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def failed(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    return result.output


@pytest.fixture
def signed(league: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The league's journal with keys; gives the public ones."""
    keys = ok("key", "new", "example.org/league").split()
    monkeypatch.setenv("SERVANDA_KEY", str(league / "servanda.key"))
    return keys


def load(folder: Path, text: str = ACT) -> None:
    (folder / "more.acts").write_text(text, encoding="utf-8")
    ok("load", "more.acts")


def witness(name: str) -> str:
    """Found a witness in a folder of its name, and give one of its public keys."""
    return ok("witness", "init", name, "--name", f"{name}.example").split()[0]


def cosign(name: str, old: int = 0) -> int:
    """Go to a witness with files and come back; gives the status of its answer."""
    ok("witness", "request", "--old", str(old), "--to", "request.txt")
    run("witness", "cosign", name, "request.txt", "--to", "answer.txt")
    return int(Path("answer.txt").read_text().split("\n")[0])


def test_keys_are_made_once_and_shown_again(league: Path) -> None:
    keys = ok("key", "new", "example.org/league")
    assert ok("key", "show") == keys
    assert json.loads(ok("key", "show", "--json")) == {"name": "example.org/league", "keys": keys.split()}
    assert "J302" in failed("key", "new", "example.org/league")
    assert run("key", "new", "two words").exit_code == 2


def test_a_proof_is_checked_with_nothing_but_the_file_and_the_key(league, signed, monkeypatch, tmp_path) -> None:
    assert "entry-3.tlog-proof" in ok("proof", "3")
    away = tmp_path / "away"
    away.mkdir()
    proof = league / "entry-3.tlog-proof"
    monkeypatch.chdir(away)
    monkeypatch.delenv("SERVANDA_KEY")
    assert "entry 3 of example.org/league" in ok("verify", "--proof", str(proof), "--key", signed[0])
    assert json.loads(ok("verify", "--proof", str(proof), "--key", signed[1], "--json"))["entry"] == 3
    assert "no signature was checked" in ok("verify", "--proof", str(proof))
    proof.write_text(proof.read_text().replace("index 2", "index 1"))
    assert "J305" in failed("verify", "--proof", str(proof), "--key", signed[0])
    found = json.loads(failed("verify", "--proof", str(proof), "--key", signed[0], "--json"))
    assert (found["ok"], [one["code"] for one in found["problems"]]) == (False, ["J305"])
    assert "is not a proof" in failed("verify", "--proof", __file__, "--key", signed[0])


def test_an_act_of_a_later_version_is_shown_as_it_stands(league: Path, signed: list[str]) -> None:
    journal, _problems = open_journal("servanda.db")
    journal.append([{"kind": "not-known-yet", "on": "2026-11-01"}], moment="2100-01-01T00:00:00Z", by="clerk")
    size = journal.size
    journal.close()
    ok("proof", str(size), "--to", "later")
    assert '{"kind":"not-known-yet","on":"2026-11-01"}' in ok("verify", "--proof", "later", "--key", signed[0])


def test_an_entry_is_named_by_its_number_or_its_act(league: Path, signed: list[str]) -> None:
    ok("proof", "2", "--to", "a")
    act = json.loads(ok("verify", "--proof", "a", "--key", signed[0], "--json"))["act"]
    from servanda.acts import act_id, canonical

    ok("proof", act_id(canonical(act)), "--to", "b")
    assert Path("a").read_text().split("\n\n")[0] == Path("b").read_text().split("\n\n")[0]
    assert "J310" in failed("proof", "9999")
    assert "J310" in failed("proof", "f" * 64)


def test_without_keys_nothing_is_proved_or_published(league: Path) -> None:
    assert "J302" in failed("proof", "1")
    assert "J302" in failed("publish", "out")


def test_published_files_are_verified_and_grow(league: Path, signed: list[str]) -> None:
    assert "of them new" in ok("publish", "out")
    assert "whole" in ok("verify", "--tiles", "out", "--key", signed[0], "--key", signed[1])
    load(league)
    assert " 1 of them new" in ok("publish", "out")
    assert json.loads(ok("verify", "--tiles", "out", "--key", signed[0], "--json"))["ok"] is True
    other = ok("key", "new", "example.org/league", "--file", "other.key").split()[0]
    assert "J303" in failed("verify", "--tiles", "out", "--key", other)
    (league / "out/tile/entries").rename(league / "out/tile/gone")
    assert "J307" in failed("verify", "--tiles", "out")


def test_two_clients_that_compare_heads_catch_a_split_view(league, signed, monkeypatch) -> None:
    # The operator signs two journals of one name, and shows one delegation this, the other that.
    ok("publish", "first")
    for name, act in [("second", ACT), ("third", ACT.replace("Another", "Quite another"))]:
        (league / f"{name}.db").write_bytes((league / "servanda.db").read_bytes())
        monkeypatch.setenv("SERVANDA_JOURNAL", str(league / f"{name}.db"))
        load(league, act)
        ok("publish", name)
        ok("verify", "--tiles", name, "--key", signed[0], "--compare", "first/checkpoint")
    assert "J306" in failed("verify", "--tiles", "second", "--key", signed[0], "--compare", "third/checkpoint")
    assert "J203" in failed("verify", "--tiles", "first", "--compare", "third/checkpoint")
    assert "J306" in failed("verify", "--compare", "second/checkpoint")


def test_a_client_that_remembers_catches_what_was_written_anew(league, signed, monkeypatch) -> None:
    ok("publish", "out")
    ok("verify", "--tiles", "out", "--key", signed[0], "--remember", "memory")
    load(league)
    ok("publish", "out")
    ok("verify", "--tiles", "out", "--key", signed[0], "--remember", "memory")
    (league / "league.acts").write_text('2026-11-01 organisation league "Rewritten"\n' + ACT, encoding="utf-8")
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "anew.db"))
    ok("load", "league.acts")
    ok("publish", "anew")
    output = failed("verify", "--tiles", "anew", "--key", signed[0], "--remember", "memory")
    assert "J203" in output or "J306" in output


def test_witnesses_are_asked_by_file_and_a_policy_counts_them(league: Path, signed: list[str]) -> None:
    load(league)
    keys = {name: witness(name) for name in ("w1", "w2", "w3")}
    lines = "".join(f"witness {name} {key}\n" for name, key in keys.items())
    Path("policy").write_text(f"log {signed[0]}\n{lines}group some 2 w1 w2 w3\nquorum some\n", encoding="utf-8")
    for number, name in enumerate(("w1", "w2")):
        ok("witness", "trust", name, *signed)
        assert "J304" in failed("verify", "--policy", "policy")
        assert cosign(name) == 200
        assert "cosignatures" in ok("witness", "take", "request.txt", "answer.txt", "--key", keys[name])
        assert number == 1 or "J304" in failed("verify", "--policy", "policy")
    assert "whole" in ok("verify", "--policy", "policy")
    assert "whole" in ok("verify", "--witness", keys["w1"], "--key", signed[0])
    assert "J304" in failed("verify", "--witness", keys["w3"], "--key", signed[0])
    assert cosign("w3") == 404
    assert "J309" in failed("witness", "take", "request.txt", "answer.txt", "--key", keys["w3"])
    assert "no witness has seen" not in ok("verify", "--policy", "policy")
    ok("proof", "1", "--to", "p")
    load(league, ACT.replace("other", "third"))
    output = ok("verify", "--policy", "policy")
    assert "J304 1 of " in output
    assert "follow the cosigned checkpoint" in output
    assert json.loads(ok("verify", "--proof", "p", "--policy", "policy", "--json"))["witnesses"] == ["w1", "w2"]


def test_a_witness_catches_the_operator_who_writes_the_journal_anew(league, signed, monkeypatch) -> None:
    key = witness("w1")
    ok("witness", "trust", "w1", *signed)
    assert cosign("w1") == 200
    size = int(Path("request.txt").read_text().split("\n")[3])
    text = (league / "league.acts").read_text().replace("League", "Union", 1) + ACT
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "anew.db"))
    load(league, text)
    assert cosign("w1") == 409
    assert cosign("w1", old=size) == 422
    assert "422" in failed("witness", "take", "request.txt", "answer.txt", "--key", key)


def test_an_answer_that_comes_late_still_counts(league: Path, signed: list[str]) -> None:
    key = witness("w1")
    ok("witness", "trust", "w1", *signed)
    assert cosign("w1") == 200
    load(league)
    ok("witness", "take", "request.txt", "answer.txt", "--key", key)
    assert "whole" in ok("verify", "--witness", key, "--key", signed[0])


def test_keys_change_by_an_act_and_old_proofs_still_hold(league, signed, monkeypatch) -> None:
    ok("proof", "1", "--to", "old.tlog-proof")
    output = ok("key", "rotate", "new.key", "--proof", "change")
    fresh = output.strip().split("\n")[-2:]
    assert re.search(r"announced in entry \d+", output)
    monkeypatch.setenv("SERVANDA_KEY", str(league / "new.key"))
    load(league)
    ok("proof", "1", "--to", "new.tlog-proof")
    assert "entry 1" in ok("verify", "--proof", "old.tlog-proof", "--key", signed[0])
    assert "entry 1" in ok("verify", "--proof", "new.tlog-proof", "--key", fresh[0])
    assert "J303" in failed("verify", "--proof", "new.tlog-proof", "--key", signed[0])
    assert "entry 1" in ok("verify", "--proof", "new.tlog-proof", "--key", signed[0], "--rotation", "change")


def test_a_journal_whose_key_cannot_be_read_takes_no_act(league, monkeypatch) -> None:
    monkeypatch.setenv("SERVANDA_KEY", str(league / "nowhere"))
    (league / "more.acts").write_text(ACT, encoding="utf-8")
    assert "J302" in failed("load", "more.acts")


def test_witnesses_are_asked_over_http_until_the_quorum_is_met(league: Path, signed: list[str]) -> None:
    load(league)
    key = witness("w1")
    ok("witness", "trust", "w1", *signed)
    command = [sys.executable, "-m", "servanda", "witness", "serve", "w1", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as server:
        try:
            address = server.stdout.readline().split(" on ")[1].strip()
            absent = witness("w2")
            lines = f"witness w1 {key} {address}\nwitness w2 {absent} http://127.0.0.1:9\n"
            Path("one").write_text(f"log {signed[0]}\n{lines}group any any w1 w2\nquorum any\n", encoding="utf-8")
            Path("both").write_text(f"log {signed[0]}\n{lines}group both all w1 w2\nquorum both\n", encoding="utf-8")
            assert "1 of 2 witnesses: the quorum is met" in ok("witness", "ask", "--policy", "one")
            load(league, ACT.replace("other", "third"))
            assert "w1: cosigned" in ok("witness", "ask", "--policy", "one")
            assert "J304" in failed("witness", "ask", "--policy", "both")
        finally:
            server.terminate()


def test_signatures_go_with_backups_and_come_back(league, signed, monkeypatch) -> None:
    load(league)
    key = witness("w1")
    ok("witness", "trust", "w1", *signed)
    assert cosign("w1") == 200
    ok("witness", "take", "request.txt", "answer.txt", "--key", key)
    ok("backup", "copy.db")
    assert {file.name for file in league.glob("copy.db*")} == {"copy.db", "copy.db.checkpoint", "copy.db.cosigned"}
    monkeypatch.delenv("SERVANDA_KEY")
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "copy.db"))
    assert "whole" in ok("verify", "--witness", key, "--key", signed[0])
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "servanda.db"))
    for name in ("servanda.db", "servanda.db.checkpoint", "servanda.db.cosigned"):
        (league / name).unlink()
    ok("restore", "copy.db")
    assert "whole" in ok("verify", "--witness", key, "--key", signed[0])


def test_cosignatures_of_another_history_do_not_go_with_a_backup(league: Path, signed: list[str]) -> None:
    load(league)
    key = witness("w1")
    ok("witness", "trust", "w1", *signed)
    assert cosign("w1") == 200
    ok("witness", "take", "request.txt", "answer.txt", "--key", key)
    cosigned = league / "servanda.db.cosigned"
    size = cosigned.read_text().split("\n")[1]
    cosigned.write_text(cosigned.read_text().replace(f"\n{size}\n", f"\n{int(size) - 1}\n"), encoding="utf-8")
    ok("backup", "copy.db")
    assert not (league / "copy.db.cosigned").exists()


def test_a_mirror_is_made_from_published_files(league: Path, signed: list[str], monkeypatch) -> None:
    ok("publish", "out")
    before = json.loads(ok("mirror", "out", "--to", "mirror.db", "--json"))
    assert before["added"] == before["size"] > 0
    load(league)
    ok("publish", "out")
    assert " (1 new)" in ok("mirror", "out", "--to", "mirror.db")
    assert " (0 new)" in ok("mirror", "out", "--to", "mirror.db")
    head = json.loads(ok("verify", "--json"))
    monkeypatch.delenv("SERVANDA_KEY")
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "mirror.db"))
    assert json.loads(ok("verify", "--thorough", "--json")) == head
    assert "whole" in ok("verify", "--key", signed[0])


def test_published_files_that_are_damaged_or_of_another_journal_are_not_mirrored(league, signed, monkeypatch) -> None:
    ok("publish", "out")
    ok("mirror", "out", "--to", "mirror.db")
    monkeypatch.setenv("SERVANDA_JOURNAL", str(league / "mirror.db"))
    load(league)
    assert "J111" in failed("mirror", "out")
    (league / "out/tile/entries").rename(league / "out/tile/gone")
    assert "J307" in failed("mirror", "out", "--to", "fresh.db")
    (league / "empty").mkdir()
    assert "J307" in failed("mirror", "empty", "--to", "fresh.db")
