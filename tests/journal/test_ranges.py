"""A verification in ranges: put together, and shared by processes, they find what one look over all finds."""

from __future__ import annotations

from importlib import import_module

import pytest

from servanda.journal import Verification, checkers, verify
from servanda.journal.checkpoint import Checkpoint, write_checkpoint
from servanda.journal.merkle import leaf_hash, root
from tests.journal.grounds import Ground

COUNT = 37  # four whole ranges and a rest


@pytest.fixture(autouse=True)
def _small_ranges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranges of eight entries, which are looked at and put into the tree a few at a time."""
    for name in ("ranges", "verify"):
        module = import_module(f"servanda.journal.{name}")  # as `verify` is also the name of a function there
        monkeypatch.setattr(module, "HEIGHT", 3)
        monkeypatch.setattr(module, "RANGE", 8)
    monkeypatch.setattr("servanda.journal.ranges._TOGETHER", 700)
    monkeypatch.setattr("servanda.journal.ranges._GROWN", 3)


@pytest.fixture
def ground(bare_ground: Ground) -> Ground:
    """Where a journal of many acts lies, in bundles of one, three and the rest."""
    return bare_ground.begun(COUNT)


def verified(ground: Ground) -> Verification:
    """What one process finds, which must be what two find together."""
    with checkers(2) as pool, ground.open() as journal:
        alone, shared = verify(journal), verify(journal, pool=pool)
    assert alone == shared
    return alone


def named(ground: Ground) -> set[tuple[str, int | None]]:
    return {(finding.code, finding.entry) for finding in verified(ground).problems}


def test_ranges_are_joined_to_the_tree_over_all(ground: Ground) -> None:
    found = verified(ground)
    with ground.open() as journal:
        assert (found.size, found.root, found.problems) == (COUNT, journal.root().hex(), ())


def test_a_checkpoint_of_any_size_is_compared(ground: Ground) -> None:
    with ground.open() as journal:
        leaves = journal.leaves()
        for size in range(1, COUNT + 1):
            write_checkpoint(ground.checkpoint, Checkpoint(size, root(leaves[:size])))
            assert verify(journal).problems == ()
            write_checkpoint(ground.checkpoint, Checkpoint(size, root(leaves[: size - 1])))
            assert [one.code for one in verify(journal).problems] == ["J204"]


@pytest.mark.parametrize("number", [1, 8, 9, 16, 20, 33, COUNT])
def test_an_altered_entry_is_named_in_whatever_range_it_stands(ground: Ground, number: int) -> None:
    ground.replace(number, ground.data(number).replace(b"UA", b"UZ"))
    assert named(ground) == {("J201", number), ("J204", None)}


@pytest.mark.parametrize("number", [2, 8, 9, 25, COUNT])
def test_a_moment_that_goes_back_is_named_also_where_a_range_begins(ground: Ground, number: int) -> None:
    data = ground.data(number).replace(b"2026-11-23T", b"2026-11-22T")
    ground.replace(number, data, leaf_hash(data))
    assert named(ground) == {("J202", number), ("J204", None)}


@pytest.mark.parametrize("missing", [[8], [9], [8, 9], list(range(9, 17)), list(range(5, 30))])
def test_what_is_missing_is_named_from_its_first_number_on(ground: Ground, missing: list[int]) -> None:
    ground.remove(*missing)
    assert ("J202", missing[0]) in named(ground)
    assert {code for code, _number in named(ground)} <= {"J202", "J203", "J204"}


def test_entries_of_many_moments_are_whole(bare_ground: Ground) -> None:
    moments = [f"2026-11-23T17:05:{second:02}Z" for second in range(COUNT)]
    with bare_ground.open(create=True) as journal:
        for number, moment in enumerate(moments):
            journal.append([{"kind": "note", "number": number}], moment=moment, by="clerk")
    assert verified(bare_ground).problems == ()


def test_how_far_it_is_is_told(ground: Ground) -> None:
    told: list[int] = []
    with ground.open() as journal:
        verify(journal, progress=told.append)
    assert told == [8, 16, 24, 32, COUNT]
