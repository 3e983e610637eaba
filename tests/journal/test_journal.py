"""Opening, appending and reading a journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from servanda.acts.canonical import NotCanonical
from servanda.journal import Journal, checkpoint_path, open_journal, verify
from servanda.journal.checkpoint import read_checkpoint
from servanda.journal.merkle import leaf_hash, root
from servanda.journal.sqlite import _found
from servanda.journal.store import Head
from tests.journal.helpers import MOMENT, make_act, must_open


def codes(problems: object) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def test_a_new_journal_holds_nothing(tmp_path: Path) -> None:
    with must_open(tmp_path / "j.db", create=True) as journal:
        assert (journal.size, journal.last_moment, list(journal.entries())) == (0, None, [])
        assert journal.root() == root([])
        assert not journal.read_only


def test_a_missing_journal_is_not_begun_by_accident(tmp_path: Path) -> None:
    journal, problems = open_journal(str(tmp_path / "j.db"))
    assert journal is None
    assert codes(problems) == ["J104"]
    assert "servanda init" in problems[0].hint
    assert list(tmp_path.iterdir()) == []


def test_an_address_names_a_path_as_it_does_elsewhere(path: Path) -> None:
    journal, problems = open_journal(f"sqlite:///{path}")
    assert journal is not None
    assert problems == []
    journal.close()


@pytest.mark.parametrize("address", ["postgresql://server/db", "mysql://x", "sqlite://", "sqlite:///"])
def test_other_addresses_are_not_known_yet(address: str) -> None:
    journal, problems = open_journal(address)
    assert journal is None
    assert codes(problems) == ["J105"]


@pytest.mark.parametrize("content", [b"", b"Council of Heads of State\n" * 100])
def test_a_file_that_is_no_database_is_no_journal(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "j.db").write_bytes(content)
    journal, problems = open_journal(str(tmp_path / "j.db"))
    assert journal is None
    assert codes(problems) == ["J103"]


@pytest.mark.parametrize("statement", ["CREATE TABLE t (a)", "PRAGMA user_version = 7"])
def test_the_database_of_another_program_is_not_touched(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / "j.db")) as database:
        database.execute("CREATE TABLE first (a)")
        database.execute(statement)
    before = (tmp_path / "j.db").read_bytes()
    journal, problems = open_journal(str(tmp_path / "j.db"), create=True)
    assert journal is None
    assert codes(problems) == ["J103"]
    assert (tmp_path / "j.db").read_bytes() == before


def test_a_journal_of_a_later_version_is_not_read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 2")
    assert codes(open_journal(str(path))[1]) == ["J103"]


@pytest.mark.parametrize("place", ["", "no/such/folder/j.db"])
def test_a_place_that_holds_no_file_is_a_problem(tmp_path: Path, place: str) -> None:
    journal, problems = open_journal(str(tmp_path / place), create=True)
    assert journal is None
    assert codes(problems) == ["J108"]


def test_acts_are_entered_with_number_moment_and_person(tmp_path: Path) -> None:
    with must_open(tmp_path / "j.db", create=True) as journal:
        assert journal.append([make_act(1), make_act(2)], moment=MOMENT, by="clerk").numbers == (1, 2)
        entries = list(journal.entries())
        assert [(entry.number, entry.moment, entry.by) for entry in entries] == [
            (1, MOMENT, "clerk"),
            (2, MOMENT, "clerk"),
        ]
        assert [entry.act for entry in entries] == [make_act(1), make_act(2)]
        assert journal.last_moment == MOMENT


def test_the_root_is_that_of_the_stored_bytes(journal: Journal) -> None:
    assert journal.root() == root(leaf_hash(entry.data) for entry in journal.entries())


def test_an_act_that_is_there_already_is_counted_and_not_entered_again(journal: Journal) -> None:
    again = journal.append([make_act(3), make_act(11), make_act(11)], moment="2027-01-01T00:00:00Z", by="other")
    assert (again.numbers, again.already, again.problems) == ((11,), 2, ())
    assert journal.size == 11


def test_nothing_new_needs_no_later_moment(journal: Journal) -> None:
    again = journal.append([make_act(3)], moment="2020-01-01T00:00:00Z", by="clerk")
    assert (again.numbers, again.already, again.problems) == ((), 1, ())


def test_a_moment_before_the_last_one_enters_nothing(journal: Journal) -> None:
    appended = journal.append([make_act(11)], moment="2026-11-23T17:04:59Z", by="clerk")
    assert codes(appended.problems) == ["J106"]
    assert appended.numbers == ()
    assert journal.size == 10
    assert not journal.read_only


def test_one_act_too_large_and_none_of_the_batch_is_entered(journal: Journal) -> None:
    large = make_act(12) | {"note": "x" * 65536}
    appended = journal.append([make_act(11), large, large | {"on": "2020"}], moment=MOMENT, by="clerk")
    assert codes(appended.problems) == ["J102", "J102"]
    assert journal.size == 10


def test_an_act_with_a_float_is_an_error_of_the_program(journal: Journal) -> None:
    with pytest.raises(NotCanonical):
        journal.append([make_act(11), {"share": 0.55}], moment=MOMENT, by="clerk")
    assert journal.size == 10


@pytest.mark.parametrize(("moment", "by"), [("yesterday", "clerk"), (MOMENT, "")])
def test_an_entry_without_person_or_moment_is_an_error_of_the_program(journal: Journal, moment: str, by: str) -> None:
    with pytest.raises(ValueError, match="an entry is by somebody"):
        journal.append([make_act(11)], moment=moment, by=by)


def test_an_error_in_the_middle_of_an_append_leaves_the_journal_as_it_was(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Head, "size", property(lambda _: 1 / 0))
        with pytest.raises(ZeroDivisionError):
            journal.append([make_act(11)], moment=MOMENT, by="clerk")
    assert journal.append([make_act(11)], moment=MOMENT, by="clerk").numbers == (11,)


def test_a_journal_is_founded_once_by_two_programs(tmp_path: Path) -> None:
    with (
        closing(sqlite3.connect(tmp_path / "j.db", isolation_level=None)) as one,
        closing(sqlite3.connect(tmp_path / "j.db", isolation_level=None)) as other,
    ):
        _found(one)
        _found(other)
    assert open_journal_codes(tmp_path / "j.db") == []


def test_what_was_known_is_asked_by_moment(journal: Journal) -> None:
    journal.append([make_act(11)], moment="2026-12-01T00:00:00Z", by="clerk")
    assert len(list(journal.entries("2026-11-22"))) == 0
    assert len(list(journal.entries("2026-11-23"))) == 10
    assert len(list(journal.entries("2026-11-30T23:59:59Z"))) == 10
    assert len(list(journal.entries("2026-12-01"))) == 11


@pytest.mark.parametrize("known_by", ["soon", "7", ""])
def test_a_moment_that_is_none_is_an_error_of_the_program(journal: Journal, known_by: str) -> None:
    with pytest.raises(ValueError, match="not a moment"):
        journal.entries(known_by)


def test_reading_does_not_stand_in_the_way_of_appending(journal: Journal, path: Path) -> None:
    reading = journal.entries()
    next(reading)
    with must_open(path) as other:
        other.append([make_act(11)], moment=MOMENT, by="other")
    assert journal.append([make_act(12)], moment=MOMENT, by="clerk").numbers == (12,)
    assert len(list(reading)) == 9
    assert len(list(journal.entries())) == 12


def test_the_checkpoint_beside_follows_every_append(journal: Journal, path: Path) -> None:
    journal.append([make_act(11)], moment=MOMENT, by="clerk")
    checkpoint, _ = read_checkpoint(checkpoint_path(path))
    assert checkpoint is not None
    assert (checkpoint.size, checkpoint.root) == (11, journal.root())


def test_a_missing_checkpoint_is_a_warning_and_is_written_anew(path: Path) -> None:
    checkpoint_path(path).unlink()
    journal, problems = open_journal(str(path))
    assert journal is not None
    assert [(problem.code, problem.severity) for problem in problems] == [("J208", "warning")]
    assert not journal.read_only
    journal.append([make_act(11)], moment=MOMENT, by="clerk")
    journal.close()
    assert open_journal_codes(path) == []


def test_an_entry_stays_when_its_checkpoint_cannot_be_written(journal: Journal, path: Path) -> None:
    checkpoint_path(path).with_name("servanda.db.checkpoint.new").mkdir()
    appended = journal.append([make_act(11)], moment=MOMENT, by="clerk")
    assert appended.numbers == (11,)
    assert [(problem.code, problem.severity) for problem in appended.problems] == [("J208", "warning")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET data = x'00' WHERE number = 3",
        "DELETE FROM entry WHERE number = 10",
        "INSERT INTO entry VALUES (12, 'x', x'00', x'00')",
        "INSERT OR REPLACE INTO entry VALUES (3, 'x', x'00', x'00')",
        "INSERT OR REPLACE INTO entry SELECT 11, act_id, leaf, data FROM entry WHERE number = 3",
        "UPDATE head SET size = 9",
        "DELETE FROM head",
    ],
)
def test_the_database_itself_refuses_to_forget(path: Path, statement: str) -> None:
    with (
        closing(sqlite3.connect(path)) as database,
        pytest.raises(sqlite3.IntegrityError, match=r"next number|never"),
    ):
        database.execute(statement)


def test_every_commit_waits_for_the_disk(journal: Journal) -> None:
    ask = journal.store._database.execute  # type: ignore[attr-defined]
    assert ask("PRAGMA journal_mode").fetchone() == ("wal",)
    assert ask("PRAGMA synchronous").fetchone() == (2,)


def test_a_journal_without_rights_to_write_says_so(journal: Journal) -> None:
    journal.store._database.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]
    assert codes(journal.append([make_act(11)], moment=MOMENT, by="clerk").problems) == ["J108"]
    assert journal.read_only


def test_a_full_disk_enters_nothing_and_ends_the_writing(journal: Journal, path: Path) -> None:
    journal.store._database.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]
    appended = journal.append([make_act(number) for number in range(11, 500)], moment=MOMENT, by="clerk")
    assert codes(appended.problems) == ["J108"]
    assert journal.read_only
    with must_open(path) as other:
        assert other.size == 10
        assert verify(other).problems == ()


def test_a_writer_that_does_not_end_is_waited_for_and_then_told(journal: Journal, path: Path) -> None:
    with must_open(path) as other, other.store.writing():
        journal.store._database.execute("PRAGMA busy_timeout = 20")  # type: ignore[attr-defined]
        assert codes(journal.append([make_act(11)], moment=MOMENT, by="clerk").problems) == ["J109"]
    assert journal.append([make_act(11)], moment=MOMENT, by="clerk").numbers == (11,)


def open_journal_codes(path: Path) -> list[str]:
    journal, problems = open_journal(str(path))
    assert journal is not None
    journal.close()
    return codes(problems)
