"""Tiles: the files of tlog-tiles, grown step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.journal.merkle import leaf_hash, root
from servanda.journal.proofs import range_hash
from servanda.journal.tiles import (
    NoTile,
    grow,
    leaf_nodes,
    read_bundle,
    read_tile,
    tile_nodes,
    tile_path,
    tile_width,
    tiles_of,
    write_bundle,
)

LEAVES = [leaf_hash(number.to_bytes(4, "big")) for number in range(70_000)]


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_the_example_of_the_specification_names_its_file() -> None:
    assert tile_path(0, 1_234_067) == "tile/0/x001/x234/067"
    assert tile_path(1, 0, 5) == "tile/1/000.p/5"
    assert tile_path("entries", 999) == "tile/entries/999"
    assert tile_path("entries", 1000, 255) == "tile/entries/x001/000.p/255"


def test_the_example_of_the_specification_has_its_tiles() -> None:
    found = list(tiles_of(70_000))
    assert sum(level == 0 and width == 256 for level, _index, width in found) == 273
    assert [one for one in found if one[2] < 256] == [(0, 273, 112), (1, 1, 17), (2, 0, 1)]
    assert sum(level == 1 and width == 256 for level, _index, width in found) == 1
    assert list(tiles_of(256)) == [(0, 0, 256), (1, 0, 1)]
    assert list(tiles_of(0)) == []


def test_the_tiles_between_two_sizes_are_those_that_the_greater_has_more() -> None:
    for before in range(0, 1200, 37):
        for size in range(before, 1200, 53):
            assert set(tiles_of(size, before)) == set(tiles_of(size)) - set(tiles_of(before))


def test_a_tree_of_the_size_of_the_example_grows_into_its_files(tmp_path: Path) -> None:
    assert grow(tmp_path, 0, LEAVES) == 70_000
    assert files(tmp_path) == {tile_path(*tile) for tile in tiles_of(70_000)}
    nodes = tile_nodes(tmp_path, 70_000)
    assert range_hash(nodes, 0, 70_000) == root(LEAVES)
    assert range_hash(nodes, 0, 66_000) == root(LEAVES[:66_000])


@pytest.mark.parametrize("steps", [(1, 1, 254, 1), (255, 2), (256, 256), (600, 1, 1), (3, 700)])
def test_however_it_grows_the_tree_is_the_same(tmp_path: Path, steps: tuple[int, ...]) -> None:
    size = 0
    for step in steps:
        grow(tmp_path, size, LEAVES[size : size + step])
        size += step
        nodes, other = tile_nodes(tmp_path, size), leaf_nodes(LEAVES[:size])
        assert range_hash(nodes, 0, size) == root(LEAVES[:size])
        for level in range(size.bit_length()):
            for index in range(size >> level):
                assert nodes(level, index) == other(level, index)


def test_a_partial_tile_goes_when_it_is_full(tmp_path: Path) -> None:
    grow(tmp_path, 0, LEAVES[:200])
    assert "tile/0/000.p/200" in files(tmp_path)
    grow(tmp_path, 200, LEAVES[200:256])
    assert files(tmp_path) == {"tile/0/000", "tile/1/000.p/1"}
    assert read_tile(tmp_path, 0, 0, 200) == LEAVES[:200]


@pytest.mark.parametrize("data", [b"", b"x" * 31, b"x" * 65, b"x" * (257 * 32)])
def test_a_tile_of_another_size_is_none(tmp_path: Path, data: bytes) -> None:
    grow(tmp_path, 0, LEAVES[:2])
    (tmp_path / "tile/0/000.p/2").write_bytes(data)
    with pytest.raises(NoTile, match=r"tile/0/000\.p/2"):
        read_tile(tmp_path, 0, 0, 2)


def test_a_tile_is_as_wide_as_the_tree_lets_it_be() -> None:
    assert [tile_width(0, 273, 70_000), tile_width(1, 1, 70_000), tile_width(2, 0, 70_000)] == [112, 17, 1]
    assert [tile_width(0, 0, 70_000), tile_width(0, 274, 70_000)] == [256, 0]


def test_a_bundle_holds_each_entry_behind_its_length() -> None:
    entries = [b"", b"one", b"x" * 65_535]
    data = write_bundle(entries)
    assert data.startswith(b"\x00\x00\x00\x03one\xff\xffx")
    assert read_bundle(data) == entries
    assert read_bundle(data[:-1]) is None
    assert read_bundle(b"\x00") is None
    with pytest.raises(OverflowError):
        write_bundle([b"x" * 65_536])
