"""Proofs against known vectors, against the definition of the RFC, and against another implementation."""

from __future__ import annotations

import pytest
from pymerkle import InmemoryTree
from pymerkle import verify_consistency as judge_consistency
from pymerkle import verify_inclusion as judge_inclusion
from pymerkle.proof import InvalidProof

from servanda.journal.merkle import leaf_hash, root
from servanda.journal.proofs import (
    prove_consistency,
    prove_inclusion,
    range_hash,
    verify_consistency,
    verify_inclusion,
)
from servanda.journal.tiles import leaf_nodes
from tests.journal.test_merkle import LEAVES, by_definition

# The test data of the certificate transparency log (google/certificate-transparency, merkle_tree_test), where the
# paths are those of the eight leaves in test_merkle; leaves count from 0 here.
A = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
B = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
CD = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
EFGH = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
AB = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
ABCD = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
E = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
EF = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
GH = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"


@pytest.mark.parametrize(
    ("index", "size", "path"),
    [(0, 1, []), (0, 8, [B, CD, EFGH]), (5, 8, [E, GH, ABCD]), (2, 3, [AB]), (1, 5, [A, CD, E])],
)
def test_the_known_paths_come_out(index: int, size: int, path: list[str]) -> None:
    proof = prove_inclusion(leaf_nodes(LEAVES), index, size)
    assert [part.hex() for part in proof] == path
    assert verify_inclusion(LEAVES[index], index, size, proof, root(LEAVES[:size]))


@pytest.mark.parametrize(
    ("old", "size", "path"), [(1, 1, []), (1, 8, [B, CD, EFGH]), (6, 8, [EF, GH, ABCD]), (2, 5, [CD, E])]
)
def test_the_known_proofs_of_consistency_come_out(old: int, size: int, path: list[str]) -> None:
    proof = prove_consistency(leaf_nodes(LEAVES), old, size)
    assert [part.hex() for part in proof] == path
    assert verify_consistency(old, root(LEAVES[:old]), size, root(LEAVES[:size]), proof)


@pytest.mark.parametrize("size", range(1, 34))
def test_every_leaf_has_a_proof_that_fits_only_there(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    top = root(leaves)
    for index, leaf in enumerate(leaves):
        proof = prove_inclusion(leaf_nodes(leaves), index, size)
        assert list(proof) == path_by_definition(index, leaves)
        fits = [at for at in range(-1, size + 1) if verify_inclusion(leaf, at, size, proof, top)]
        assert fits == [index]


@pytest.mark.parametrize("size", range(1, 34))
def test_every_older_tree_has_a_proof_that_fits_only_it(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    top = root(leaves)
    for old in range(1, size + 1):
        proof = prove_consistency(leaf_nodes(leaves), old, size)
        assert list(proof) == consistency_by_definition(old, leaves, whole=True)
        fits = [at for at in range(size + 2) if verify_consistency(at, root(leaves[:old]), size, top, proof)]
        assert fits == [old]


def test_a_proof_with_a_hash_too_many_or_too_few_shows_nothing() -> None:
    proof = prove_inclusion(leaf_nodes(LEAVES), 5, 8)
    assert not verify_inclusion(LEAVES[5], 5, 8, proof[:-1], root(LEAVES))
    assert not verify_inclusion(LEAVES[5], 5, 8, (*proof, LEAVES[0]), root(LEAVES))
    path = prove_consistency(leaf_nodes(LEAVES), 6, 8)
    assert not verify_consistency(6, root(LEAVES[:6]), 8, root(LEAVES), path[:-1])
    assert not verify_consistency(6, root(LEAVES[:6]), 8, root(LEAVES), (*path, LEAVES[0]))


def test_each_hash_of_a_proof_counts() -> None:
    proof = list(prove_consistency(leaf_nodes(LEAVES), 3, 7))
    for at in range(len(proof)):
        changed = [*proof[:at], leaf_hash(b"another"), *proof[at + 1 :]]
        assert not verify_consistency(3, root(LEAVES[:3]), 7, root(LEAVES[:7]), changed)


def test_two_trees_of_one_size_are_one_only_with_one_root() -> None:
    assert verify_consistency(8, root(LEAVES), 8, root(LEAVES), ())
    assert not verify_consistency(8, root(LEAVES), 8, root(LEAVES[::-1]), ())


def test_every_tree_continues_the_empty_one_and_no_other_root_stands_for_it() -> None:
    assert verify_consistency(0, root([]), 8, root(LEAVES), ())
    assert not verify_consistency(0, LEAVES[0], 8, root(LEAVES), ())
    assert not verify_consistency(0, root([]), 8, root(LEAVES), (LEAVES[0],))


def test_what_is_not_there_has_no_proof() -> None:
    nodes = leaf_nodes(LEAVES)
    with pytest.raises(IndexError):
        prove_inclusion(nodes, 8, 8)
    with pytest.raises(IndexError):
        prove_consistency(nodes, 9, 8)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 100, 255, 256, 257])
def test_another_implementation_accepts_what_is_proved(size: int) -> None:
    tree = InmemoryTree(algorithm="sha256")
    entries = [f"entry {number}".encode() for number in range(size)]
    for entry in entries:
        tree.append_entry(entry)
    leaves = [leaf_hash(entry) for entry in entries]
    assert range_hash(leaf_nodes(leaves), 0, size) == tree.get_root()
    for index in {0, size // 2, size - 1}:
        theirs = tree.prove_inclusion(index + 1, size)
        judge_inclusion(leaves[index], tree.get_root(size), theirs)
        ours = prove_inclusion(leaf_nodes(leaves), index, size)
        assert {bytes(part) for part in theirs.path} - {leaves[index]} == set(ours)
        with pytest.raises(InvalidProof):
            judge_inclusion(leaf_hash(b"another"), tree.get_root(size), theirs)
    for old in {1, size // 2 or 1, size}:
        judge_consistency(tree.get_root(old), tree.get_root(size), tree.prove_consistency(old, size))
        ours = prove_consistency(leaf_nodes(leaves), old, size)
        assert verify_consistency(old, tree.get_root(old), size, tree.get_root(size), ours)


def path_by_definition(index: int, leaves: list[bytes]) -> list[bytes]:
    """RFC 6962, section 2.1.1, word by word."""
    if len(leaves) == 1:
        return []
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if index < split:
        return [*path_by_definition(index, leaves[:split]), by_definition(leaves[split:])]
    return [*path_by_definition(index - split, leaves[split:]), by_definition(leaves[:split])]


def consistency_by_definition(old: int, leaves: list[bytes], *, whole: bool) -> list[bytes]:
    """RFC 6962, section 2.1.2, word by word: SUBPROOF, where `whole` is its third value."""
    if old == len(leaves):
        return [] if whole else [by_definition(leaves)]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if old <= split:
        return [*consistency_by_definition(old, leaves[:split], whole=whole), by_definition(leaves[split:])]
    return [*consistency_by_definition(old - split, leaves[split:], whole=False), by_definition(leaves[:split])]
