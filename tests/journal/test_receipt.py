"""Receipts: an entry is shown for ever by one file, and by nothing that was altered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from servanda.journal.keys import make_keys
from servanda.journal.policy import Policy
from servanda.journal.receipt import Receipt, check_receipt, parse_receipt
from servanda.journal.witnessed import keep_cosignatures, newest_note, receipt_of
from tests.journal.helpers import MOMENT, found, make_act, must_open

KEYS = make_keys("example.org/treaties", "log")
POLICY = Policy(tuple(key.public for key in KEYS))


def receipt(path: Path, number: int) -> Receipt:
    with must_open(path) as journal:
        journal.signers = KEYS
        entry = list(journal.entries())[number - 1]
        made, problem = receipt_of(journal, entry)
    assert problem is None
    assert made is not None
    return made


@pytest.mark.parametrize("size", [1, 2, 7, 300])
def test_every_entry_has_a_receipt_that_reads_back_and_holds(tmp_path: Path, size: int) -> None:
    path = found(tmp_path / "servanda.db", size)
    for number in {1, size // 2 or 1, size}:
        made = receipt(path, number)
        assert parse_receipt(str(made)) == made
        shown, problems = check_receipt(made, POLICY)
        assert problems == []
        assert shown is not None
        assert shown.entry.number == number
        assert shown.trusted.checkpoint.size == size


def test_a_receipt_is_written_as_the_specification_says(path: Path) -> None:
    lines = str(receipt(path, 3)).split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1].startswith("extra ")
    assert lines[2] == "index 2"
    assert lines[3 + 4 :][:3] == ["", "example.org/treaties", "10"]


def test_a_receipt_stays_valid_whatever_is_entered_later(path: Path) -> None:
    made = receipt(path, 3)
    with must_open(path) as journal:
        journal.append([make_act(number) for number in range(100, 200)], moment=MOMENT, by="clerk")
    assert check_receipt(made, POLICY)[0] is not None
    again = receipt(path, 3)
    assert again.entry == made.entry
    assert again.path != made.path


def test_nothing_in_a_receipt_can_be_altered(path: Path) -> None:
    made = receipt(path, 3)
    false = [
        replace(made, index=4),
        replace(made, path=made.path[:-1]),
        replace(made, path=(bytes(32), *made.path[1:])),
        replace(made, entry=made.entry.replace(b"UA", b"RU")),
        replace(made, note=replace(made.note, text=made.note.text.replace("\n10\n", "\n11\n"))),
    ]
    assert [check_receipt(one, POLICY)[1][0].code for one in false] == ["J305", "J305", "J305", "J305", "J303"]


def test_a_receipt_shows_the_bytes_it_is_asked_about_and_no_others(path: Path) -> None:
    made = receipt(path, 3)
    bare = parse_receipt(str(replace(made, entry=b"")))
    assert bare is not None
    assert check_receipt(bare, POLICY, made.entry)[0] is not None
    assert check_receipt(bare, POLICY, receipt(path, 4).entry)[1][0].code == "J305"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tlog-proof@v1", "tlog-proof@v2"),
        ("index 2", "index 02"),
        ("index 2", "index -2"),
        ("index 2\n", ""),
        ("extra ", "extra *"),
        ("\n\nexample", "\nexample"),
        ("— example", "example"),
    ],
)
def test_what_is_no_receipt_is_not_read(path: Path, old: str, new: str) -> None:
    text = str(receipt(path, 3))
    assert old in text
    assert parse_receipt(text.replace(old, new)) is None


def test_a_receipt_rests_on_the_newest_cosigned_checkpoint_that_covers_the_entry(path: Path) -> None:
    witness = make_keys("witness.example", "witness")
    with must_open(path) as journal:
        journal.signers = KEYS
        note, _problem = newest_note(journal)
        assert note is not None
        keep_cosignatures(journal, note, [key.sign(note.text, 1) for key in witness])
        journal.append([make_act(99)], moment=MOMENT, by="clerk")
        *_others, tenth, eleventh = journal.entries()
        old, new = receipt_of(journal, tenth)[0], receipt_of(journal, eleventh)[0]
    assert old is not None
    assert new is not None
    assert [len(one.note.signatures) for one in (old, new)] == [4, 2]
    assert "\n10\n" in old.note.text
    assert "\n11\n" in new.note.text


def test_without_keys_there_is_no_receipt(path: Path) -> None:
    with must_open(path) as journal:
        made, problem = receipt_of(journal, next(journal.entries()))
    assert made is None
    assert problem is not None
    assert problem.code == "J302"


def test_of_an_entry_that_was_altered_no_receipt_is_written(path: Path) -> None:
    with must_open(path) as journal:
        journal.signers = KEYS
        entry = next(journal.entries())
        made, problem = receipt_of(journal, replace(entry, data=entry.data.replace(b"UA", b"RU")))
    assert made is None
    assert problem is not None
    assert problem.code == "J201"
