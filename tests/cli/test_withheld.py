"""What is confidential can be erased, and nothing else changes: no byte of the journal, no proof, no page."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.league import run

SECRET = "surgery of the head of delegation"
SESSION = f"""\
2001-09-01 convene league/council/2001-09-01
2001-09-01 excuse league/council/2001-09-01 NO "confidential: {SECRET}"
  person "confidential: Somebody"
"""


def ok(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def journal_files(folder: Path) -> dict[str, bytes]:
    # The main file alone: what the write-ahead log holds moves into it at the last closing.
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.name.startswith("servanda.db")
    }


@pytest.fixture
def withheld(league: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A note with a reason that is withheld, in a signed journal; gives the public key."""
    key = ok("key", "new", "example.org/league").split()[0]
    monkeypatch.setenv("SERVANDA_KEY", str(league / "servanda.key"))
    (league / "note.acts").write_text(SESSION.replace('\n  person "confidential: Somebody"', ""), encoding="utf-8")
    ok("withhold", "note.acts", "--to", "withheld.acts")
    ok("load", "withheld.acts")
    return key


def entry_of(league: Path) -> str:
    return str(json.loads(ok("verify", "--json"))["size"])


def test_a_marked_text_is_not_entered_in_clear(league: Path) -> None:
    (league / "note.acts").write_text(SESSION.replace('\n  person "confidential: Somebody"', ""), encoding="utf-8")
    found = run("load", "note.acts")
    assert found.exit_code == 1
    assert "B701" in found.output


def test_the_text_is_in_the_vault_and_nowhere_else(league: Path, withheld: str) -> None:
    (league / "note.acts").unlink()
    holders = [name for name, data in journal_files(league).items() if SECRET.encode() in data]
    assert holders == ["servanda.db.vault"]
    assert (league / "servanda.db.vault").stat().st_mode & 0o777 == 0o600
    assert SECRET not in (league / "withheld.acts").read_text()


def test_every_page_says_that_it_is_withheld(league: Path, withheld: str) -> None:
    for page in (("session", "league/council/2001-09-01"), ("session", "league/council/2001-09-01", "--json")):
        text = ok(*page, "--as-of", "2002-01-01")
        assert "[withheld]" in text
        assert SECRET not in text
        assert "sha256" not in text


def test_who_has_the_vault_can_read_the_text_and_convince_others(league: Path, withheld: str) -> None:
    entry = entry_of(league)
    assert ok("reveal", entry) == f"reason: {SECRET}\n"
    row = json.loads(ok("reveal", entry, "--json"))[0]
    digest = sha256(bytes.fromhex(row["salt"]) + row["text"].encode()).hexdigest()
    assert row["commitment"] == f"withheld:sha256:{digest}"
    assert row["commitment"] in (league / "withheld.acts").read_text()


def test_after_the_erasure_every_proof_is_valid_and_every_page_the_same(league: Path, withheld: str) -> None:
    entry = entry_of(league)
    ok("proof", entry, "--to", "before")
    page = ok("session", "league/council/2001-09-01", "--as-of", "2002-01-01")
    journal = (league / "servanda.db").read_bytes()
    ok("erase", entry, "--yes")
    assert (league / "servanda.db").read_bytes() == journal
    assert SECRET.encode() not in b"".join(journal_files(league).values())
    assert "whole" in ok("verify", "--key", withheld)
    ok("proof", entry, "--to", "after")
    for proof in ("before", "after"):
        ok("verify", "--proof", proof, "--key", withheld)
    assert ok("session", "league/council/2001-09-01", "--as-of", "2002-01-01") == page


def test_what_was_erased_cannot_be_revealed(league: Path, withheld: str) -> None:
    entry = entry_of(league)
    ok("erase", entry, "--yes")
    for command in (("reveal", entry), ("erase", entry, "--yes"), ("reveal", "1")):
        found = run(*command)
        assert found.exit_code == 1
        assert "J312" in found.output


def test_nothing_is_erased_without_a_yes(league: Path, withheld: str) -> None:
    assert run("erase", entry_of(league), text="n\n").exit_code == 1
    assert ok("reveal", entry_of(league)) == f"reason: {SECRET}\n"


def test_the_same_text_is_committed_differently_each_time(league: Path, withheld: str) -> None:
    ok("withhold", "note.acts", "--to", "again.acts")
    assert (league / "again.acts").read_text() != (league / "withheld.acts").read_text()


def test_a_withheld_act_is_entered_once_and_can_be_struck_by_its_head(league: Path, withheld: str) -> None:
    assert "entered 0 acts" in ok("load", "withheld.acts")
    strike = r'2001-10-01 strike-entry "2001-09-01 excuse league/council/2001-09-01 NO \"[withheld]\""' + "\n"
    (league / "strike.acts").write_text(strike, encoding="utf-8")
    ok("load", "strike.acts")
    assert "[withheld]" not in ok("session", "league/council/2001-09-01", "--as-of", "2002-01-01")


def test_the_image_holds_no_withheld_text_and_erasing_deletes_it(league: Path, withheld: str) -> None:
    assert withheld
    before = ok("session", "league/council/2001-09-01", "--json")
    ok("image")
    image = league / "servanda.db.image"
    data = image.read_bytes()
    assert b"[withheld]" in data
    assert SECRET.encode() not in data
    assert b"withheld:sha256:" not in data
    assert ok("session", "league/council/2001-09-01", "--json") == before
    ok("erase", entry_of(league), "--yes")
    assert not image.exists()
