"""Publishing the journal as files, and reading such files again: by a web server, a mirror, or from a memory stick.

`publish` adds only what is new; what is there is never changed, except the checkpoint, which comes last. A copy that
is cut off in the middle is thus an older, whole copy. C2SP tlog-tiles.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint, read_checkpoint, write_whole
from servanda.journal.journal import Journal
from servanda.journal.merkle import Frontier, leaf_hash, root
from servanda.journal.notes import Note, parse_note
from servanda.journal.proofs import range_hash
from servanda.journal.store import Row
from servanda.journal.tiles import (
    LARGEST_BUNDLE,
    WIDTH,
    NoTile,
    grow,
    read_bundle,
    read_resource,
    read_tile,
    tile_nodes,
    tile_path,
    tile_width,
    tiles_of,
    write_bundle,
    write_tile,
)
from servanda.journal.tree import Tree
from servanda.problems import Problem

CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: how many entries were there before and are there now."""

    before: int
    size: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Published files as they were found: the checkpoint, its text with the signatures, and how to prove from them."""

    folder: Path
    text: str
    checkpoint: Checkpoint

    @property
    def tree(self) -> Tree:
        """The tree of the files; using it raises NoTile where one is missing."""
        return Tree(self.checkpoint.size, tile_nodes(self.folder, self.checkpoint.size))


def publish(journal: Journal, folder: Path, note: Note) -> tuple[Published | None, list[Problem]]:
    """Bring the files of a folder up to a signed checkpoint of the journal.

    Problem J306 where the folder holds another history, J307 where its files are damaged, J108 where it cannot be
    written.
    """
    head = parse_checkpoint(note.text)
    assert head
    try:
        known, problem = read_checkpoint(folder / CHECKPOINT)
        if problem:
            return None, [problem]
        before = known.size if known else 0
        rows = islice(journal.store.rows(before - before % WIDTH), max(0, head.size - before + before % WIDTH))
        if known and (problem := _other_history(folder, known, head)):
            return None, [problem]
        _write(folder, before, head, rows)
        if range_hash(tile_nodes(folder, head.size), 0, head.size) != head.root:
            return None, [_other(folder)]
        os.sync()  # the tiles are on the disk before the checkpoint that needs them
        if not _bears(folder, note):
            write_whole(folder / CHECKPOINT, str(note))
    except NoTile as missing:
        return None, [_damaged(missing.path)]
    except OSError as error:
        message = f"{folder} cannot be written: {error.strerror}"
        return None, [Problem("J108", message, hint="look at the disk and at the folder's rights")]
    return Published(before, head.size), []


def read_copy(folder: Path) -> tuple[Copy | None, list[Problem]]:
    """Open published files; problem J307 where there is no checkpoint among them."""
    try:
        text = (folder / CHECKPOINT).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    checkpoint = parse_checkpoint(text)
    return (Copy(folder, text, checkpoint), []) if checkpoint else (None, [_damaged(CHECKPOINT)])


def verify_copy(copy: Copy) -> Iterator[Problem]:
    """Read every file of a copy again: entries against hashes, hashes against the tiles above, all against the root.

    Problem J307 names each file that is missing or damaged, J204 a root that is not that of the checkpoint.
    """
    size, frontier = copy.checkpoint.size, Frontier()
    damaged = False
    for index in range(-(-size // WIDTH)):
        leaves = _leaves(copy.folder, index, tile_width(0, index, size))
        if leaves is None:
            damaged = True
            yield _damaged(f"entries {index * WIDTH + 1} and after")
        else:
            frontier = frontier.extended(leaves)
    above = list(_wrong_above(copy))
    yield from above
    if not damaged and not above and frontier.root() != copy.checkpoint.root:
        message = f"the {size:,} entries published do not have the root of their checkpoint"
        yield Problem("J204", message, hint="take another copy; keep this one as evidence")


def copied_entries(copy: Copy, after: int = 0) -> Iterator[bytes]:
    """Read the bytes of the entries behind a number from a copy; raises NoTile where one is missing."""
    for index in range(after // WIDTH, -(-copy.checkpoint.size // WIDTH)):
        width = tile_width(0, index, copy.checkpoint.size)
        entries = _bundle(copy.folder, index, width)
        skipped = max(0, after - index * WIDTH)
        yield from entries[skipped:width]


def _write(folder: Path, before: int, head: Checkpoint, rows: Iterator[Row]) -> None:
    """Write bundles and level 0 together, so that the entries are read once."""
    start = before - before % WIDTH

    def leaves() -> Iterator[bytes]:
        number = start
        while chunk := list(islice(rows, WIDTH)):
            bundle = write_bundle([row.data for row in chunk])
            write_tile(folder, "entries", number // WIDTH, bundle, len(chunk))
            yield from (row.leaf for row in chunk[max(0, before - number) :])
            number += len(chunk)

    folder.mkdir(parents=True, exist_ok=True)
    grow(folder, before, leaves() if head.size > before else ())


def _bears(folder: Path, note: Note) -> bool:
    """Whether the checkpoint of a folder bears all these signatures already: ML-DSA never signs twice alike."""
    try:
        published = parse_note((folder / CHECKPOINT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    keys = {(one.name, one.key_id) for one in published.signatures} if published else set()
    return (
        published is not None and published.text == note.text and keys >= {(s.name, s.key_id) for s in note.signatures}
    )


def _other_history(folder: Path, known: Checkpoint, head: Checkpoint) -> Problem | None:
    if known.origin != head.origin or known.size > head.size:
        return _other(folder)
    if range_hash(tile_nodes(folder, known.size), 0, known.size) != known.root:
        return _damaged("of the tree")
    return None


def _leaves(folder: Path, index: int, width: int) -> Sequence[bytes] | None:
    """The leaf hashes of a bundle, computed from its entries; None where they are not those of the tile beside it."""
    try:
        leaves = [leaf_hash(entry) for entry in _bundle(folder, index, width)[:width]]
        return leaves if leaves == read_tile(folder, 0, index, width) else None
    except NoTile:
        return None


def _bundle(folder: Path, index: int, width: int) -> list[bytes]:
    entries = read_bundle(read_resource(folder, "entries", index, width, LARGEST_BUNDLE))
    if entries is None or len(entries) < width:
        raise NoTile(f"entries/{index}")
    return entries


def _wrong_above(copy: Copy) -> Iterator[Problem]:
    """The tiles of higher levels that are missing, or whose hashes are not the roots of the tiles below."""
    for level, index, width in tiles_of(copy.checkpoint.size):
        try:
            if level and read_tile(copy.folder, level, index, width) != _roots(copy.folder, level, index, width):
                yield _damaged(tile_path(level, index, width))
        except NoTile as missing:
            yield _damaged(missing.path)


def _roots(folder: Path, level: int, index: int, width: int) -> list[bytes]:
    """The roots of the full tiles below a tile."""
    below = (read_tile(folder, level - 1, WIDTH * index + at, WIDTH) for at in range(width))
    return [root(hashes) for hashes in below]


def _damaged(what: str) -> Problem:
    return Problem(
        "J307", f"of the published files, {what} is missing or damaged", hint="publish anew, or copy it again"
    )


def _other(folder: Path) -> Problem:
    message = f"{folder} holds another history than this journal"
    return Problem("J306", message, hint="keep both as evidence; publish into an empty folder")
