"""What is true of a journal in an SQLite file only."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from servanda.acts.canonical import act_id, canonical
from servanda.journal import Journal, checkpoint_path, open_journal, verify
from servanda.journal.founding import found_journal
from servanda.journal.names import TAIL
from tests.journal.grounds import MOMENT, SqliteGround, make_act
from tests.journal.helpers import found, must_open


@pytest.fixture
def new_ground(tmp_path):
    return lambda name: SqliteGround(tmp_path / f"{name}.db")


def codes(problems: object) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


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
        database.execute("PRAGMA user_version = 3")
    assert codes(open_journal(str(path))[1]) == ["J103"]


@pytest.mark.parametrize("place", ["", "no/such/folder/j.db"])
def test_a_place_that_holds_no_file_is_a_problem(tmp_path: Path, place: str) -> None:
    journal, problems = open_journal(str(tmp_path / place), create=True)
    assert journal is None
    assert codes(problems) == ["J108"]


def test_a_journal_is_founded_once_by_two_programs(tmp_path: Path) -> None:
    with (
        closing(sqlite3.connect(tmp_path / "j.db", isolation_level=None)) as one,
        closing(sqlite3.connect(tmp_path / "j.db", isolation_level=None)) as other,
    ):
        found_journal(one)
        found_journal(other)
    assert SqliteGround(tmp_path / "j.db").codes() == []


def test_an_entry_stays_when_its_checkpoint_cannot_be_written(journal: Journal, path: Path) -> None:
    checkpoint_path(path).with_name("servanda.db.checkpoint.new").mkdir()
    appended = journal.append([make_act(11)], moment=MOMENT, by="clerk")
    assert appended.numbers == (11,)
    assert [(problem.code, problem.severity) for problem in appended.problems] == [("J208", "warning")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bundle SET lines = x'00' WHERE first = 2",
        "DELETE FROM bundle WHERE first = 5",
        "INSERT INTO bundle VALUES (12, x'00', x'00')",
        "INSERT OR REPLACE INTO bundle VALUES (2, x'00', x'00')",
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


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_never_sound(tmp_path: Path, kept: float) -> None:
    path = found(tmp_path / "servanda.db", 300)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    journal, problems = open_journal(str(path))
    if journal is None:
        assert [problem.code for problem in problems] == ["J103"]
        return
    with journal:
        assert not verify(journal).ok


def test_damage_outside_of_the_entries_is_found_by_the_database(path: Path) -> None:
    with must_open(path) as journal:
        assert journal.append([make_act(number) for number in range(11, 11 + TAIL)], moment=MOMENT, by="clerk").numbers
    data = path.read_bytes()
    with closing(sqlite3.connect(path)) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'act'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    # The table of acts is covered by no hash: it can be made anew.
    at = (root - 1) * size + 4
    path.write_bytes(data[:at] + b"\xff" + data[at + 1 :])
    with must_open(path) as journal:
        assert {(finding.code, finding.entry) for finding in verify(journal).problems} == {("J205", None)}


def test_a_table_made_anew_with_other_types_does_not_stop_the_reading(path: Path) -> None:
    ground = SqliteGround(path)
    ground.tamper("ALTER TABLE bundle RENAME TO old")
    ground.tamper("CREATE TABLE bundle (first INTEGER PRIMARY KEY, leaves, lines)")
    ground.tamper("INSERT INTO bundle SELECT * FROM old")
    ground.tamper("UPDATE bundle SET lines = NULL WHERE first = 1")
    with must_open(path) as journal:
        assert ("J201", 1) in {(finding.code, finding.entry) for finding in verify(journal).problems}


def test_an_act_under_another_name_is_named_by_a_thorough_look(path: Path) -> None:
    with must_open(path) as journal:
        assert journal.append([make_act(number) for number in range(11, 11 + TAIL)], moment=MOMENT, by="clerk").numbers
    ground = SqliteGround(path)
    ground.tamper("UPDATE act SET key = key + 1 WHERE number = 5")
    ground.tamper("UPDATE act SET number = 8 WHERE number = 7")
    with must_open(path) as journal:
        found = verify(journal, thorough=True)
    assert {(finding.code, finding.entry) for finding in found.problems} == {("J207", 5), ("J207", 7)}


def test_ids_that_begin_alike_are_told_apart(path: Path) -> None:
    with must_open(path) as journal:
        assert journal.append([make_act(number) for number in range(11, 11 + TAIL)], moment=MOMENT, by="clerk").numbers
        new = act_id(canonical(make_act(0)))
        key = int.from_bytes(bytes.fromhex(new)[:8], "big", signed=True)
        SqliteGround(path).tamper("INSERT INTO act VALUES (?, 5)", key)
        assert journal.append([make_act(0)], moment=MOMENT, by="clerk").numbers == (11 + TAIL,)


def test_the_entries_are_also_shown_one_by_one(path: Path) -> None:
    with must_open(path) as journal:
        rows = [tuple(row) for row in journal.store.rows()]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT number, leaf, data FROM entry ORDER BY number").fetchall() == rows


def as_another_account(work: Callable[[], bool]) -> bool:
    """Do some work in a process without the rights of root, who may write everywhere."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os._exit(0 if work() else 1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("log_left", [False, True])
def test_a_journal_in_a_folder_without_rights_to_write_is_shown_as_it_lies(log_left: bool) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = found(Path(folder) / "servanda.db", 10)
        if log_left:
            path.with_name("servanda.db-wal").write_bytes(b"x" * 100)
        for file in Path(folder).iterdir():
            file.chmod(0o444)
        Path(folder).chmod(0o555)

        def shows() -> bool:
            journal, problems = open_journal(str(path))
            assert journal is not None
            appended = journal.append([make_act(11)], moment=MOMENT, by="clerk")
            told = "are not shown" in problems[0].message
            return (
                [(one.code, one.severity) for one in problems] == [("J209", "warning")]
                and told is log_left
                and journal.size == 10
                and verify(journal).ok
                and codes(appended.problems) == ["J209", "J108"]
            )

        assert as_another_account(shows)
        Path(folder).chmod(0o755)
