"""Everything that can be done to a journal behind its back, and how it is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from servanda.journal import StoreFailed, Verification, checkpoint_path, open_journal, unopened, verify
from servanda.journal.checkpoint import Checkpoint, write_checkpoint
from servanda.journal.merkle import leaf_hash, root
from servanda.journal.store import Head
from tests.journal.helpers import MOMENT, found, make_act, must_open, replace_data, tamper

ALTER_THE_THIRD = """
UPDATE entry SET data = CAST(replace(CAST(data AS TEXT), 'UA', 'UZ') AS BLOB) WHERE number = 3
"""


def verified(path: Path) -> Verification:
    with must_open(path) as journal:
        return verify(journal)


def named(path: Path) -> set[tuple[str, int | None]]:
    return {(finding.code, finding.entry) for finding in verified(path).problems}


def opened(path: Path) -> tuple[list[str], bool]:
    """The codes at opening, and whether an append is refused."""
    journal, problems = open_journal(str(path))
    assert journal is not None
    with journal:
        appended = journal.append([make_act(99)], moment=MOMENT, by="clerk")
    return [problem.code for problem in problems], not appended.numbers


def test_a_sound_journal_has_the_stable_json_form(path: Path) -> None:
    with must_open(path) as journal:
        assert verify(journal).as_json() == {
            "ok": True,
            "size": 10,
            "root": journal.root().hex(),
            "problems": [],
        }


def test_an_empty_journal_is_sound(tmp_path: Path) -> None:
    with must_open(tmp_path / "j.db", create=True) as journal:
        assert verify(journal).ok


def test_a_journal_that_does_not_open_has_the_same_form(tmp_path: Path) -> None:
    answer = unopened(open_journal(str(tmp_path / "j.db"))[1]).as_json()
    assert (answer["ok"], answer["size"], answer["problems"][0]["code"]) == (False, 0, "J104")


def test_an_altered_entry_is_named(path: Path) -> None:
    tamper(path, ALTER_THE_THIRD)
    assert named(path) == {("J201", 3), ("J204", None)}
    answer = verified(path).as_json()
    assert answer["ok"] is False
    assert answer["problems"][0]["entry"] == 3


def test_an_altered_entry_is_not_read(path: Path) -> None:
    tamper(path, ALTER_THE_THIRD)
    with must_open(path) as journal:
        assert len(list(journal.entries(2))) == 2
        with pytest.raises(StoreFailed) as caught:
            list(journal.entries())
    assert caught.value.problem.code == "J201"


def test_an_entry_altered_with_its_hash_contradicts_its_id_and_the_root(path: Path) -> None:
    with must_open(path) as journal:
        data = list(journal.entries())[2].data.replace(b"UA", b"UZ")
    replace_data(path, 3, data, leaf_hash(data))
    assert named(path) == {("J207", 3), ("J204", None)}


def test_a_history_written_anew_contradicts_the_checkpoint_beside(path: Path, tmp_path: Path) -> None:
    with must_open(tmp_path / "other.db", create=True) as journal:
        forged = [make_act(number) | ({"by": ["UZ"]} if number == 3 else {}) for number in range(1, 11)]
        journal.append(forged, moment=MOMENT, by="clerk")
    shutil.copy(tmp_path / "other.db", path)
    assert opened(path) == (["J204"], True)
    assert named(path) == {("J204", None)}


def test_a_journal_put_in_the_place_of_another_opens_read_only(path: Path, tmp_path: Path) -> None:
    with must_open(tmp_path / "other.db", create=True) as journal:
        journal.append([make_act(number) for number in range(20, 40)], moment=MOMENT, by="clerk")
    shutil.copy(tmp_path / "other.db", path)
    assert opened(path) == (["J204"], True)


def test_a_missing_entry_is_named(path: Path) -> None:
    tamper(path, "DELETE FROM entry WHERE number IN (1, 5)")
    assert {("J202", 1), ("J202", 5)} <= named(path)


def test_an_entry_that_says_another_number_is_named(path: Path) -> None:
    with must_open(path) as journal:
        data = list(journal.entries())[1].data.replace(b'"number":2', b'"number":7')
    replace_data(path, 2, data, leaf_hash(data))
    assert ("J202", 2) in named(path)


def test_an_entry_whose_moment_goes_backwards_is_named(path: Path) -> None:
    with must_open(path) as journal:
        data = list(journal.entries())[4].data.replace(b"2026-11-23T", b"2026-11-22T")
    replace_data(path, 5, data, leaf_hash(data))
    assert ("J202", 5) in named(path)


def test_an_entry_that_is_not_canonical_is_named(path: Path) -> None:
    data = b'{"act": {}}'
    replace_data(path, 5, data, leaf_hash(data))
    assert ("J206", 5) in named(path)


def test_an_act_under_another_name_is_named(path: Path) -> None:
    tamper(path, "UPDATE entry SET act_id = 'another' WHERE number = 5")
    assert named(path) == {("J207", 5)}


def test_entries_whose_end_was_deleted_open_read_only(path: Path) -> None:
    tamper(path, "DELETE FROM entry WHERE number > 8")
    assert opened(path) == (["J203"], True)
    assert {finding.code for finding in verified(path).problems} == {"J203"}
    with must_open(path) as journal:
        assert journal.size == 8
        assert journal.root() == root(leaf_hash(entry.data) for entry in journal.entries())


def test_an_end_deleted_with_its_head_contradicts_the_checkpoint_beside(path: Path, tmp_path: Path) -> None:
    shutil.copy(found(tmp_path / "short.db", 8), path)
    assert opened(path) == (["J203"], True)
    assert named(path) == {("J203", None)}


def test_an_old_copy_put_back_while_the_journal_is_open_is_noticed_at_the_next_append(path: Path) -> None:
    with must_open(path) as journal:
        write_checkpoint(checkpoint_path(path), Checkpoint(11, bytes(32)))
        appended = journal.append([make_act(11)], moment=MOMENT, by="clerk")
        assert [problem.code for problem in appended.problems] == ["J203"]
        assert journal.read_only


def test_entries_added_behind_the_back_open_read_only(path: Path) -> None:
    tamper(path, "INSERT INTO entry VALUES (11, 'x', x'00', x'00')")
    assert opened(path) == (["J202"], True)
    assert ("J202", 11) in named(path)


def test_a_checkpoint_that_is_none_opens_read_only(path: Path) -> None:
    checkpoint_path(path).write_text("10\n", encoding="ascii")
    assert opened(path) == (["J204"], True)
    assert named(path) == {("J204", None)}


def test_an_older_checkpoint_is_compared_with_the_beginning(path: Path) -> None:
    with must_open(path) as journal:
        leaves = [leaf_hash(entry.data) for entry in journal.entries()]
    write_checkpoint(checkpoint_path(path), Checkpoint(7, root(leaves[:7])))
    assert opened(path) == ([], False)
    write_checkpoint(checkpoint_path(path), Checkpoint(7, root(leaves[:6])))
    assert opened(path) == (["J204"], True)


def test_a_head_that_contradicts_itself_opens_read_only(path: Path) -> None:
    tamper(path, "UPDATE head SET peaks = zeroblob(64)")
    assert opened(path) == (["J204"], True)
    assert ("J204", None) in named(path)


def test_a_missing_checkpoint_is_only_a_warning(path: Path) -> None:
    checkpoint_path(path).unlink()
    assert named(path) == {("J208", None)}
    assert verified(path).ok


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
        name = next(row.act_id for row in journal.store.rows()).encode()
    data = path.read_bytes()
    # The name of the act stands in the row and once more in the index, which no hash covers.
    places = [at for at in range(len(data)) if data.startswith(name, at)]
    for at in places:
        path.write_bytes(data[:at] + b"z" + data[at + 1 :])
        assert named(path) & {("J205", None), ("J207", 1)}
    assert len(places) == 2
    assert ("J205", None) in named(path)


def test_an_append_during_the_reading_does_not_disturb_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with must_open(path) as journal, must_open(path) as other:

        def slow_head() -> Head:
            found = head_now()
            other.append([make_act(11)], moment=MOMENT, by="other")
            return found

        head_now = journal.store.head
        monkeypatch.setattr(journal.store, "head", slow_head)
        answer = verify(journal)
    assert (answer.problems, answer.size) == ((), 10)


def test_a_table_made_anew_with_other_types_does_not_stop_the_reading(path: Path) -> None:
    tamper(
        path,
        "ALTER TABLE entry RENAME TO old",
        "CREATE TABLE entry (number INTEGER PRIMARY KEY, act_id, leaf, data)",
        "INSERT INTO entry SELECT * FROM old",
        "UPDATE entry SET leaf = 'text', data = NULL WHERE number = 4",
        "UPDATE entry SET act_id = CAST(x'ff' AS TEXT) WHERE number = 6",
    )
    assert {("J201", 4), ("J207", 6)} <= named(path)
