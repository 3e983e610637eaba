"""The tree as files: tiles of 256 hashes, and bundles of 256 entries, which any web server or memory stick can serve.

C2SP tlog-tiles (https://c2sp.org/tlog-tiles). A full tile never changes. From tiles every proof is made without
reading an entry: one for each eight levels of the tree, so three for a million entries.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from servanda.journal.merkle import parents
from servanda.journal.proofs import Nodes

WIDTH = 256
HEIGHT = 8
HASH = 32
LARGEST_BUNDLE = WIDTH * (2 + 0xFFFF)
_REMEMBERED = 128  # expanded tiles, 17 kB each

Level = int | Literal["entries"]


class NoTile(Exception):
    """A tile that the tree needs is missing, or has not the size that it must have; `path` names it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"the tile {path} is missing or damaged")
        self.path = path


def tile_path(level: Level, index: int, width: int = WIDTH) -> str:
    """Name the file of a tile: tile/0/x001/x234/067, and .p/5 behind it where only so many hashes are there."""
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.append(f"x{index % 1000:03}")
    return f"tile/{level}/{'/'.join(reversed(groups))}{'' if width == WIDTH else f'.p/{width}'}"


def tile_width(level: int, index: int, size: int) -> int:
    """How many hashes a tile has in the tree of a size; 0 where it is not there."""
    return min(WIDTH, max(0, (size >> HEIGHT * level) - WIDTH * index))


def tiles_of(size: int, before: int = 0) -> Iterator[tuple[int, int, int]]:
    """List level, index and width of every tile of a tree that a tree of the size before has not in this width."""
    level = 0
    while size >> HEIGHT * level:
        first = (before >> HEIGHT * level) // WIDTH
        last = (size - (1 << HEIGHT * level) >> HEIGHT * level) // WIDTH
        for index in range(first, last + 1):
            width = tile_width(level, index, size)
            if width != tile_width(level, index, before):
                yield level, index, width
        level += 1


def grow(folder: Path, before: int, leaves: Iterable[bytes], level: int = 0) -> int:
    """Write the tiles that more hashes fill, from the level upwards; gives how many hashes the level has then.

    A partial tile goes when it has become full, as the specification allows. Raises OSError, and NoTile where the
    tile to continue is missing.
    """
    count = before >> HEIGHT * level
    index, pending = divmod(count, WIDTH)
    hashes = read_tile(folder, level, index, pending) if pending else []
    roots, fresh = [], False
    for leaf in leaves:
        hashes.append(leaf)
        count, fresh = count + 1, True
        if len(hashes) == WIDTH:
            write_tile(folder, level, index, b"".join(hashes))
            roots.append(expand(tuple(hashes))[HEIGHT][0])
            index, hashes, fresh = index + 1, [], False
    if fresh:
        write_tile(folder, level, index, b"".join(hashes), len(hashes))
    if roots:
        grow(folder, before, roots, level + 1)
    return count


def write_tile(folder: Path, level: Level, index: int, data: bytes, width: int = WIDTH) -> None:
    """Write a tile whole or not at all; a full one takes the place of the partial ones before it."""
    path = folder / tile_path(level, index, width)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.new")  # others may write the same tile
    fresh.write_bytes(data)
    fresh.replace(path)
    partial = folder / f"{tile_path(level, index)}.p"
    if width == WIDTH and partial.is_dir():
        for old in partial.iterdir():
            old.unlink(missing_ok=True)
        partial.rmdir()


def read_tile(folder: Path, level: int, index: int, width: int) -> list[bytes]:
    """Read the first hashes of a tile, from the partial tile of this width or from a fuller one; raises NoTile."""
    data = read_resource(folder, level, index, width, limit=WIDTH * HASH)
    if len(data) < width * HASH or len(data) % HASH:
        raise NoTile(tile_path(level, index, width))
    return [data[at : at + HASH] for at in range(0, width * HASH, HASH)]


def read_resource(folder: Path, level: Level, index: int, width: int, limit: int) -> bytes:
    """Read a tile's or a bundle's bytes, the full one where the partial one has gone; raises NoTile."""
    for wanted in dict.fromkeys((width, WIDTH)):
        try:
            with (folder / tile_path(level, index, wanted)).open("rb") as file:
                data = file.read(limit + 1)
        except OSError:
            continue
        if len(data) <= limit:
            return data
    raise NoTile(tile_path(level, index, width))


def expand(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """Compute all levels within a tile, of full subtrees only, its own hashes first."""
    levels = [list(hashes)]
    for _ in range(HEIGHT):
        below = levels[-1]
        levels.append(parents(below[: len(below) & ~1]))
    return levels


def tile_nodes(folder: Path, size: int) -> Nodes:
    """Give the nodes of the tree of a size from its tiles in a folder; reading them raises NoTile."""

    @lru_cache(maxsize=_REMEMBERED)
    def levels(level: int, index: int) -> list[list[bytes]]:
        return expand(read_tile(folder, level, index, tile_width(level, index, size)))

    def node(level: int, index: int) -> bytes:
        tile, height = divmod(level, HEIGHT)
        at = index << height  # of the subtree's first hash in its tile level
        return levels(tile, at // WIDTH)[height][(at % WIDTH) >> height]

    return node


def leaf_nodes(leaves: Sequence[bytes]) -> Nodes:
    """Give the nodes of a tree whose leaf hashes are all at hand."""
    levels = [list(leaves)]
    while len(levels[-1]) > 1:
        below = levels[-1]
        levels.append(parents(below[: len(below) & ~1]))
    return lambda level, index: levels[level][index]


def write_bundle(entries: Sequence[bytes]) -> bytes:
    """Write entries one behind the other, each behind its length in two bytes."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def read_bundle(data: bytes) -> list[bytes] | None:
    """Read the entries of a bundle; None where a length does not fit."""
    entries, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or at + 2 > len(data):
            return None
        entries.append(data[at + 2 : end])
        at = end
    return entries
