"""Copies: taken while others write, refused where they lack something, put back, and kept up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from servanda.journal import StoreFailed, open_journal, verify
from servanda.journal.beside import Beside, cosigned_beside
from servanda.journal.checkpoint import Checkpoint, sign_checkpoint
from servanda.journal.copying import backup, mirror, restore
from servanda.journal.keys import make_keys
from tests.journal.grounds import MOMENT, Ground, SqliteGround, make_act


def codes(problems: object) -> list[str]:
    return [problem.code for problem in problems]  # type: ignore[attr-defined]


def grow(ground: Ground, *numbers: int) -> None:
    with ground.open() as journal:
        assert journal.append([make_act(number) for number in numbers], moment=MOMENT, by="clerk").problems == ()


def is_whole(ground: Ground, size: int) -> bool:
    with ground.open() as journal:
        return journal.problems == () and verify(journal, thorough=True).problems == () and journal.size == size


def test_a_backup_is_a_whole_journal_with_its_checkpoint(ground: Ground, tmp_path: Path) -> None:
    copy = SqliteGround(tmp_path / "copies.db")
    with ground.open() as journal:
        done = backup(journal, copy.path)
        assert (done.size, done.added, done.problems) == (10, 10, ())
        assert done.root == journal.root().hex()
    assert is_whole(copy, 10)
    assert not copy.path.with_name("copies.db-wal").exists()
    assert {file.name for file in tmp_path.glob("copies*")} == {"copies.db", "copies.db.checkpoint"}


def test_a_later_backup_replaces_the_earlier_one(ground: Ground, tmp_path: Path) -> None:
    copy = SqliteGround(tmp_path / "copies.db")
    with ground.open() as journal:
        backup(journal, copy.path)
        journal.append([make_act(11)], moment=MOMENT, by="clerk")
        assert backup(journal, copy.path).added == 1
    assert is_whole(copy, 11)


@pytest.mark.parametrize("content", [b"minutes of a session", b""])
def test_a_backup_writes_over_nothing_else(ground: Ground, tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "minutes.txt"
    place.write_bytes(content)
    with ground.open() as journal:
        assert codes(backup(journal, place).problems) == ["J111"]
    assert place.read_bytes() == content
    assert list(tmp_path.glob("minutes.txt?*")) == []


def test_a_backup_of_another_journal_is_not_replaced(ground: Ground, tmp_path: Path) -> None:
    copy = SqliteGround(tmp_path / "copies.db")
    with copy.open(create=True) as journal:
        journal.append([make_act(99)], moment=MOMENT, by="clerk")
    with ground.open() as journal:
        assert codes(backup(journal, copy.path).problems) == ["J111"]
    assert is_whole(copy, 1)


def test_a_damaged_journal_is_not_taken_for_a_backup(ground: Ground, tmp_path: Path) -> None:
    ground.replace(3, ground.data(3).replace(b"UA", b"UZ"))
    with ground.open() as journal:
        try:
            problems = backup(journal, tmp_path / "copies.db").problems
        except StoreFailed as failure:
            problems = (failure.problem,)
    assert "J201" in codes(problems)
    assert not (tmp_path / "copies.db").exists()


def test_a_restored_copy_takes_the_place_and_the_damaged_one_is_kept(tmp_path: Path) -> None:
    ground, copy = SqliteGround(tmp_path / "servanda.db"), tmp_path / "copies.db"
    ground.begun(10)
    with ground.open() as journal:
        backup(journal, copy)
    ground.path.write_bytes(b"x" * 10_000)
    done = restore(str(copy), ground.address)
    assert (done.size, done.problems) == (10, ())
    assert is_whole(ground, 10)
    assert (tmp_path / "servanda.db.replaced-1").read_bytes() == b"x" * 10_000


def test_a_copy_that_lacks_entries_is_not_restored(ground: Ground, tmp_path: Path) -> None:
    with ground.open() as journal:
        backup(journal, tmp_path / "copies.db")
    grow(ground, 11)
    assert codes(restore(str(tmp_path / "copies.db"), ground.address).problems) == ["J111"]
    assert is_whole(ground, 11)


def test_a_copy_that_lacks_entries_is_not_restored_where_the_checkpoint_was_lost(
    ground: Ground, tmp_path: Path
) -> None:
    with ground.open() as journal:
        backup(journal, tmp_path / "copies.db")
    grow(ground, 11)
    ground.checkpoint.unlink()
    assert codes(restore(str(tmp_path / "copies.db"), ground.address).problems) == ["J111"]
    with ground.open() as journal:
        assert journal.size == 11


def test_a_copy_of_another_journal_is_not_restored(ground: Ground, tmp_path: Path) -> None:
    other = SqliteGround(tmp_path / "other.db")
    with other.open(create=True) as journal:
        journal.append([make_act(number) for number in range(50, 70)], moment=MOMENT, by="clerk")
    assert codes(restore(other.address, ground.address).problems) == ["J111"]
    assert is_whole(ground, 10)


def test_a_damaged_copy_is_not_restored(ground: Ground, tmp_path: Path) -> None:
    copy = SqliteGround(tmp_path / "copies.db")
    with ground.open() as journal:
        backup(journal, copy.path)
    copy.replace(3, copy.data(3).replace(b"UA", b"UZ"))
    assert "J201" in codes(restore(copy.address, ground.address).problems)
    assert is_whole(ground, 10)


def test_a_lost_journal_is_restored_where_nothing_is(ground: Ground, new_ground: Callable[[str], Ground]) -> None:
    new = new_ground("new")
    assert restore(ground.address, new.address).problems == ()
    assert is_whole(new, 10)


@pytest.mark.parametrize("count", [10, 0])
def test_what_is_restored_has_the_signatures_and_cosignatures_of_the_copy(
    bare_ground: Ground, new_ground: Callable[[str], Ground], count: int
) -> None:
    copy, new = new_ground("copy"), bare_ground
    with copy.open(create=True) as journal:
        journal.append([make_act(number) for number in range(count)], moment=MOMENT, by="clerk")
        signed = str(sign_checkpoint(Checkpoint(count, journal.root()), make_keys("example.org/treaties", "log")))
    Beside(signed, signed).write(copy.checkpoint)
    assert restore(copy.address, new.address).problems == ()
    assert is_whole(new, count)
    assert new.checkpoint.read_text(encoding="utf-8") == signed
    assert cosigned_beside(new.checkpoint).read_text(encoding="utf-8") == signed


def test_a_mirror_takes_over_what_it_lacks(ground: Ground, new_ground: Callable[[str], Ground]) -> None:
    copy = new_ground("mirror")
    for more in ((11, 12), (13,), ()):
        if more:
            grow(ground, *more)
        with ground.open() as source, copy.open(create=True) as target:
            done = mirror(source, target)
            assert (done.size, done.root, done.problems) == (source.size, source.root().hex(), ())
            assert [row.data for row in target.store.rows()] == [row.data for row in source.store.rows()]
    assert is_whole(copy, 13)


def test_a_mirror_crosses_from_one_store_to_the_other(ground: Ground, tmp_path: Path) -> None:
    copy = SqliteGround(tmp_path / "mirror.db")
    with ground.open() as source, copy.open(create=True) as target:
        assert mirror(source, target).added == 10
    assert is_whole(copy, 10)


def test_a_mirror_refuses_a_source_that_is_shorter_or_differs(
    ground: Ground, new_ground: Callable[[str], Ground]
) -> None:
    longer, other = new_ground("longer").begun(10), new_ground("other")
    grow(longer, 11)
    with other.open(create=True) as journal:
        journal.append([make_act(number) for number in range(40, 60)], moment=MOMENT, by="clerk")
    for theirs, ours in ((ground, longer), (other, ground)):
        with theirs.open() as source, ours.open() as target:
            assert codes(mirror(source, target).problems) == ["J111"]
    assert is_whole(ground, 10)
    assert is_whole(longer, 11)


def test_a_mirror_stops_at_an_altered_entry_and_is_true_up_to_it(
    ground: Ground, new_ground: Callable[[str], Ground]
) -> None:
    copy = new_ground("mirror")
    ground.replace(7, ground.data(7).replace(b"UA", b"UZ"))
    with ground.open() as source, copy.open(create=True) as target, pytest.raises(StoreFailed) as caught:
        mirror(source, target)
    assert caught.value.problem.code == "J201"
    journal, problems = open_journal(copy.address)
    assert journal is not None
    with journal:
        assert problems == []
        assert verify(journal).ok
