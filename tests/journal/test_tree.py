"""The tree at hand: the tiles beside the journal follow it, and are never believed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from servanda.journal import Journal
from servanda.journal.merkle import root
from servanda.journal.proofs import verify_consistency, verify_inclusion
from servanda.journal.tree import tiles_path, tree_of
from tests.journal.helpers import MOMENT, make_act


def append(journal: Journal, first: int, count: int) -> None:
    acts = [make_act(number) for number in range(first, first + count)]
    assert journal.append(acts, moment=MOMENT, by="clerk").problems == ()


def leaves(journal: Journal) -> list[bytes]:
    return [row.leaf for row in journal.store.rows()]


def test_the_tree_follows_the_journal(journal: Journal) -> None:
    for first, count in [(100, 1), (200, 300), (600, 1)]:
        before = tree_of(journal)
        append(journal, first, count)
        tree, hashes = tree_of(journal), leaves(journal)
        assert tree.size == journal.size
        assert tree.root() == root(hashes) == journal.root()
        assert tree.root(7) == root(hashes[:7])
        assert verify_inclusion(hashes[4], 4, tree.size, tree.inclusion(5), tree.root())
        proof = tree.consistency(before.size)
        assert verify_consistency(before.size, before.root(), tree.size, tree.root(), proof)


def test_tiles_that_are_not_of_this_journal_are_made_anew(journal: Journal) -> None:
    append(journal, 100, 300)
    tree_of(journal)
    tile = tiles_path(journal) / "tile/0/000"
    tile.write_bytes(bytes(8192))
    (tiles_path(journal) / "tile/1/000.p/1").write_bytes(bytes(32))
    assert tree_of(journal).root() == journal.root()
    assert tile.read_bytes() != bytes(8192)


@pytest.mark.parametrize("missing", ["", "tile", "checkpoint", "tile/0"])
def test_missing_tiles_are_made_anew(journal: Journal, missing: str) -> None:
    append(journal, 100, 300)
    tree_of(journal)
    gone = tiles_path(journal) / missing
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    assert tree_of(journal).inclusion(1) == tree_of(journal).inclusion(1)
    assert tree_of(journal).root() == journal.root()


def test_where_no_folder_can_be_made_the_tree_is_held_in_memory(journal: Journal) -> None:
    tiles_path(journal).write_text("in the way")
    tree = tree_of(journal)
    assert tree.root() == journal.root()
    assert tiles_path(journal).read_text() == "in the way"


def test_an_empty_journal_has_an_empty_tree(tmp_path: Path) -> None:
    from tests.journal.helpers import must_open

    with must_open(tmp_path / "e.db", create=True) as journal:
        assert tree_of(journal).root() == journal.root()
