"""The proof of an entry, downloaded from the page of the journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.journal import open_journal
from servanda.journal.checkpoint import Checkpoint, write_checkpoint
from servanda.journal.keys import make_keys
from servanda.journal.policy import Policy
from servanda.journal.receipt import check_receipt, parse_receipt
from tests.pages.league import journal
from tests.web.portal import Portal

KEYS = make_keys("example.org/league", "log")


@pytest.fixture
def signed(tmp_path: Path) -> Portal:
    """The portal over a journal whose checkpoint is signed."""
    path = journal(tmp_path / "signed.db")
    opened, _problems = open_journal(str(path))
    assert opened is not None
    with opened:
        write_checkpoint(opened.checkpoint_path, Checkpoint(opened.size, opened.root()), KEYS)
    return Portal(path)


def test_the_journal_leads_to_the_proof_of_each_entry(signed: Portal) -> None:
    rows = signed.get("/journal.json?as-of=2021-01-01").json()["entries"]
    assert rows
    page = signed.get("/journal?as-of=2021-01-01").text
    for row in rows:
        assert f'href="{row["proof"]}"' in page
    answer = signed.get(rows[0]["proof"])
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="entry-{rows[0]["number"]}.tlog-proof"'
    receipt = parse_receipt(answer.text)
    assert receipt is not None
    shown, problems = check_receipt(receipt, Policy(tuple(key.public for key in KEYS)))
    assert problems == []
    assert shown is not None
    assert shown.entry.number == rows[0]["number"]


def test_an_entry_that_is_not_there_has_no_proof(signed: Portal) -> None:
    answer = signed.get("/journal/99999.tlog-proof")
    assert answer.status == 404
    assert "holds no entry" in answer.text


def test_where_nobody_signs_no_proof_is_offered(portal: Portal) -> None:
    assert {row["proof"] for row in portal.get("/journal.json?as-of=2021-01-01").json()["entries"]} == {""}
    answer = portal.get("/journal/1.tlog-proof")
    assert answer.status == 404
    assert "no key signs" in answer.text
