"""The journal's tree at hand: its tiles in a folder beside the database, brought up to date when a proof is asked for.

The folder is no truth of its own. It may be deleted at any moment, it is compared with the root of the database, and
where it differs, or cannot be written, it is made anew or held in memory.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, read_checkpoint, write_whole
from servanda.journal.journal import Journal
from servanda.journal.proofs import Nodes, prove_consistency, prove_inclusion, range_hash
from servanda.journal.tiles import NoTile, grow, leaf_nodes, tile_nodes


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree of the first so many entries; entries count from 1, as everywhere but in the tree itself."""

    size: int
    nodes: Nodes

    def root(self, size: int | None = None) -> bytes:
        """Compute the root over the first so many entries, all of them when left out."""
        return range_hash(self.nodes, 0, self.size if size is None else size)

    def inclusion(self, number: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that an entry is among the first so many; raises IndexError where it is not."""
        return prove_inclusion(self.nodes, number - 1, self.size if size is None else size)

    def consistency(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """Prove that the first `old` entries are those of the greater tree; raises IndexError where it is smaller."""
        return prove_consistency(self.nodes, old, self.size if size is None else size)


def tiles_path(journal: Journal) -> Path:
    """Name the folder beside a journal that holds its tiles."""
    return journal.checkpoint_path.with_suffix(".tiles")


def tree_of(journal: Journal) -> Tree:
    """Give the tree over all entries that the journal has now; raises StoreFailed as reading the journal does."""
    head = Checkpoint(journal.size, journal.root())
    folder = tiles_path(journal)
    for attempt in (_brought_up, _made_anew):
        try:
            attempt(journal, folder, head)
            tree = Tree(head.size, tile_nodes(folder, head.size))
            if tree.root() == head.root:
                return tree
        except (OSError, NoTile):
            continue
    return Tree(head.size, leaf_nodes([row.leaf for row in islice(journal.store.rows(), head.size)]))


def _brought_up(journal: Journal, folder: Path, head: Checkpoint) -> None:
    """Add the tiles of what was entered since; the checkpoint in the folder says how far they go."""
    known, _problem = read_checkpoint(folder / "checkpoint")
    before = known.size if known else 0
    if before < head.size:
        rows = islice(journal.store.rows(before), head.size - before)
        grow(folder, before, (row.leaf for row in rows))
        write_whole(folder / "checkpoint", str(head))


def _made_anew(journal: Journal, folder: Path, head: Checkpoint) -> None:
    shutil.rmtree(folder / "tile", ignore_errors=True)
    (folder / "checkpoint").unlink(missing_ok=True)
    _brought_up(journal, folder, head)
