"""The monthly statement comes out again bit for bit, whatever was entered later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from servanda.acts import canonical
from tests.cli.league import run

DAY = ("--as-of", "2002-03-01")


def ok(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def load(folder: Path, text: str) -> None:
    (folder / "more.acts").write_text(text, encoding="utf-8")
    ok("load", "more.acts")


@pytest.fixture
def keys(league: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made = ok("key", "new", "example.org/league").split()
    monkeypatch.setenv("SERVANDA_KEY", str(league / "servanda.key"))
    load(league, '2001-01-01 organisation other "Another"\n')
    return made


def test_a_statement_says_the_status_of_everything(league: Path) -> None:
    found = json.loads(ok("statement", *DAY))
    waters = next(one for one in found["instruments"] if one["id"] == "league-waters")
    assert (waters["state"], waters["since"]) == ("in force", "2002-02-14")
    assert [one["standing"] for one in waters["parties"] if one["party"] in ("FI", "SE")] == ["party", "party"]
    lakes = next(one for one in found["organisations"] if one["id"] == "league")
    assert [one["party"] for one in lakes["members"]] == ["CH", "FI", "NO", "SE"]
    assert lakes["presides"] == "FI"
    assert [one["party"] for one in found["commitments"]] == ["FI"]


def test_a_statement_is_canonical_and_names_the_head_it_rests_on(league: Path) -> None:
    text = ok("statement", *DAY)
    value = json.loads(text)
    assert canonical(value).decode() + "\n" == text
    verified = json.loads(ok("verify", "--json"))
    assert (value["journal"]["size"], value["journal"]["root"]) == (verified["size"], verified["root"])


def test_a_statement_comes_out_again_after_later_entries_bit_for_bit(league: Path, keys: list[str]) -> None:
    first = ok("statement", *DAY)
    size = json.loads(first)["journal"]["size"]
    ok("statement", *DAY, "--sign")
    # A ratification of before the day, entered later, and a strike: both would change the answer.
    load(league, '2001-08-01 ratify league-waters CH\n2002-03-05 strike-entry "2001-09-03 ratify league-waters FI"\n')
    assert ok("statement", *DAY, "--known-by", str(size)) == first
    assert json.loads(ok("statement", *DAY))["instruments"] != json.loads(first)["instruments"]
    Path("stated").write_text(first, encoding="utf-8")
    assert "bit for bit" in ok("statement", "--check", "stated")


def test_a_signed_statement_is_checked_with_the_key(league: Path, keys: list[str]) -> None:
    Path("stated").write_text(ok("statement", *DAY, "--sign"), encoding="utf-8")
    load(league, "2001-08-01 ratify league-waters CH\n")
    assert "bit for bit" in ok("statement", "--check", "stated", "--key", keys[0])
    other = ok("key", "new", "example.org/league", "--file", "other.key").split()[0]
    assert "J303" in run("statement", "--check", "stated", "--key", other).output


@pytest.mark.parametrize(
    ("old", "new"), [('"in force"', '"ended"'), ("2002-03-01", "2002-01-01"), ('"size":', '"size":9')]
)
def test_a_statement_that_was_altered_is_told(league: Path, keys: list[str], old: str, new: str) -> None:
    text = ok("statement", *DAY, "--sign")
    assert old in text
    Path("stated").write_text(text.replace(old, new, 1), encoding="utf-8")
    found = run("statement", "--check", "stated", "--key", keys[0])
    assert found.exit_code == 1
    assert "J311" in found.output
    assert "J303" in found.output


def test_what_is_no_statement_is_told(league: Path) -> None:
    Path("stated").write_text("hello\n")
    assert "J311" in run("statement", "--check", "stated").output
    assert run("statement", "--sign").exit_code == 2
