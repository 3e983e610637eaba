"""The image beside a journal: it gives the very book of the journal, or is passed over; verify believes none."""

from __future__ import annotations

import gc
import json
import os
from pathlib import Path

import msgspec
import pytest

from servanda.acts import to_json
from servanda.book import Book
from servanda.data import shipped
from servanda.journal import Journal, open_journal
from servanda.record import book_of, image, load, open_book
from servanda.record.image import Image, differences, image_of, keep_image, quick_book, write_image
from tests.cli.league import run

MOMENT = "2026-01-01T00:00:00Z"
LATER = {"kind": "instrument", "of": "later-one", "on": "2021-01-01", "title": "Later"}


@pytest.fixture(scope="module")
def acts():
    return [to_json(one.act) for one in load([shipped("records")]).acts]


@pytest.fixture
def journal(tmp_path, acts):
    found, problems = open_journal(str(tmp_path / "j.db"), create=True)
    assert found is not None, problems
    with found:
        assert not found.append(acts, moment=MOMENT, by="clerk").problems
        assert write_image(found, book_of(found))
        yield found


@pytest.fixture
def read(monkeypatch):
    """How many entries were read from the journal."""
    numbers: list[int] = []
    held_of = image.held_of
    monkeypatch.setattr(image, "held_of", lambda entry: numbers.append(entry.number) or held_of(entry))
    return numbers


def change(journal: Journal, **values: object) -> None:
    path = image_of(journal)
    found = msgspec.msgpack.decode(path.read_bytes(), type=Image)
    path.write_bytes(msgspec.msgpack.encode(msgspec.structs.replace(found, **values)))


def tamper(journal: Journal, old: bytes, new: bytes) -> None:
    """Change the body as somebody would who knows how the hash in the header is made."""
    body = msgspec.msgpack.decode(image_of(journal).read_bytes(), type=Image).body
    assert old in body
    assert len(old) == len(new)
    altered = body.replace(old, new)
    change(journal, body=altered, hash=image.sha256(altered).digest())


def test_the_image_gives_the_book_of_the_whole_record_without_reading_an_entry(journal, read):
    assert quick_book(journal) == book_of(journal)
    assert len(quick_book(journal).entered) > 1000
    assert not read


def test_the_portal_and_questions_begin_from_the_image(journal, read):
    book, _ = open_book(journal.address)
    assert book == book_of(journal)
    assert not read


def test_a_book_is_made_without_the_search_for_garbage_which_then_goes_on(journal, monkeypatch):
    seen: list[bool] = []
    build = Book.build
    monkeypatch.setattr(Book, "build", staticmethod(lambda held: seen.append(gc.isenabled()) or build(held)))
    quick_book(journal)
    book_of(journal)
    assert seen == [False, False]
    assert gc.isenabled()


def test_what_was_entered_since_is_read_from_the_journal(journal, read):
    size = journal.size
    assert not journal.append([LATER], moment=MOMENT, by="clerk").problems
    assert quick_book(journal) == book_of(journal)
    assert read == [size + 1]


def test_an_image_of_another_journal_is_passed_over(journal, acts, tmp_path, read):
    other, _ = open_journal(str(tmp_path / "other.db"), create=True)
    with other:
        other.append(acts, moment=MOMENT, by="somebody else")
        image_of(other).write_bytes(image_of(journal).read_bytes())
        assert quick_book(other) == book_of(other)
        assert len(read) == other.size
        assert [one.code for one in differences(other)] == ["J210"]


def test_an_image_of_more_entries_than_the_journal_has_is_passed_over(journal, acts, tmp_path, read):
    short, _ = open_journal(str(tmp_path / "short.db"), create=True)
    with short:
        short.append(acts[:10], moment=MOMENT, by="clerk")
        image_of(short).write_bytes(image_of(journal).read_bytes())
        assert len(quick_book(short).entered) == 10
        assert read == list(range(1, 11))


@pytest.mark.parametrize(
    "values",
    [{"edition": "0.0"}, {"format": "servanda image 0"}, {"root": bytes(32)}, {"body": b"\x90"}, {"hash": bytes(32)}],
)
def test_an_image_with_another_header_or_body_is_passed_over(journal, read, values):
    change(journal, **values)
    assert quick_book(journal) == book_of(journal)
    assert len(read) == journal.size


def test_every_damaged_byte_and_every_cut_is_passed_over(journal):
    path, plain = image_of(journal), book_of(journal)
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at])
        assert quick_book(journal) == plain
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert quick_book(journal) == plain


@pytest.mark.parametrize("body", [b"", b"\xc1", b"\x91\x90", b"\x91\x95\x81\xa4kind\xa4evil\xa0\x01\xa0\xa0", b"\x90"])
def test_a_body_that_holds_no_acts_is_passed_over_though_its_hash_is_right(journal, read, body):
    change(journal, body=body, hash=image.sha256(body).digest())
    assert quick_book(journal) == book_of(journal)
    assert len(read) == journal.size
    assert [one.code for one in differences(journal)] == ["J210"]


def test_a_file_that_others_may_write_is_passed_over(journal, read):
    image_of(journal).chmod(0o620)
    quick_book(journal)
    assert len(read) == journal.size


def test_only_the_account_may_read_the_file_and_no_other_is_left(journal):
    assert image_of(journal).stat().st_mode & 0o777 == 0o600
    left = {path.name for path in image_of(journal).parent.iterdir()}
    assert left <= {"j.db", "j.db-wal", "j.db-shm", "j.db.checkpoint", "j.db.image"}


def test_verify_finds_the_image_true(journal):
    assert list(differences(journal)) == []
    journal.append([LATER], moment=MOMENT, by="clerk")
    assert list(differences(journal)) == []


def test_an_image_that_was_tampered_with_is_found_by_verify(journal, monkeypatch):
    before = book_of(journal)
    tamper(journal, b"\xa5clerk", b"\xa5crook")
    assert {one.by for one in quick_book(journal).entered} == {"crook"}, "the trial itself: the image was used"
    monkeypatch.setenv("SERVANDA_JOURNAL", journal.address)
    found = run("verify", "--json")
    told = json.loads(found.stdout)
    assert found.exit_code == 1
    assert [(one["code"], one["entry"]) for one in told["problems"]] == [("J210", 1)]
    assert book_of(journal) == before


def test_what_is_entered_is_checked_against_the_journal_itself(journal, monkeypatch):
    tamper(journal, b"\xa5clerk", b"\xa5crook")
    seen: list[Book] = []
    monkeypatch.setattr("servanda.record.entering.check_acts", lambda _acts, book, **_: seen.append(book) or [])
    from servanda.record import enter

    enter(journal, [], moment=MOMENT, by="clerk")
    assert {one.by for one in seen[0].entered} == {"clerk"}


def test_the_portal_keeps_an_image_of_a_large_journal_only(journal, monkeypatch):
    path, book = image_of(journal), book_of(journal)
    path.unlink()
    keep_image(journal, book)
    assert not path.exists()
    monkeypatch.setattr(image, "MANY", book.head)
    keep_image(journal, book)
    assert quick_book(journal) == book
    written = path.stat().st_mtime_ns, path.stat().st_ino
    keep_image(journal, book)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == written


def test_a_folder_that_cannot_be_written_is_no_trouble(journal, monkeypatch):
    def refuse(*_arguments: object, **_names: object) -> None:
        raise PermissionError

    book = book_of(journal)
    image_of(journal).unlink()
    monkeypatch.setattr(image, "MANY", 1)
    monkeypatch.setattr(image, "mkstemp", refuse)
    keep_image(journal, book)
    assert quick_book(journal) == book


def test_a_write_that_fails_leaves_the_old_image_and_nothing_else(journal, monkeypatch):
    before, names = image_of(journal).read_bytes(), sorted(image_of(journal).parent.iterdir())

    def fail(_handle: int) -> None:
        raise OSError(28, "no space left on the device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        write_image(journal, book_of(journal))
    assert image_of(journal).read_bytes() == before
    assert sorted(image_of(journal).parent.iterdir()) == names


def test_no_image_is_made_of_a_book_that_the_journal_has_outgrown(journal):
    book = book_of(journal)
    journal.append([LATER], moment=MOMENT, by="clerk")
    assert not write_image(journal, book)


def test_the_command_writes_and_removes_it(journal, monkeypatch):
    monkeypatch.setenv("SERVANDA_JOURNAL", journal.address)
    path = image_of(journal)
    path.unlink()
    assert json.loads(run("image", "--json").stdout) == {"file": str(path), "size": journal.size}
    assert quick_book(journal) == book_of(journal)
    assert run("image", "--remove").stdout == f"{path}: removed\n"
    assert not Path(path).exists()
