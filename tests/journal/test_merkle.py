"""The tree of RFC 6962 against its well-known vectors and against the definition of the RFC."""

from __future__ import annotations

import hashlib

import pytest

from servanda.journal.merkle import EMPTY_ROOT, Frontier, leaf_hash, node_hash, root

# The eight leaves and their roots, as the test data of the certificate transparency log has them.
LEAVES = [
    leaf_hash(bytes.fromhex(text))
    for text in [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert root([]) == Frontier().root() == EMPTY_ROOT == hashlib.sha256(b"").digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_the_known_vectors_come_out(size: int) -> None:
    assert root(LEAVES[:size]).hex() == ROOTS[size - 1]
    assert Frontier().extended(LEAVES[:size]).root().hex() == ROOTS[size - 1]


@pytest.mark.parametrize("size", range(1, 70))
def test_the_tree_is_that_of_the_definition(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    assert root(leaves) == by_definition(leaves)


def test_a_frontier_keeps_one_hash_for_every_full_subtree() -> None:
    assert len(Frontier().extended(LEAVES[:7]).peaks) == 3
    assert len(Frontier().extended(LEAVES).peaks) == 1


def test_two_frontiers_share_the_subtrees_that_both_have() -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(40)]
    for size in range(41):
        frontier = Frontier().extended(leaves[:size])
        for smaller in range(size + 1):
            shared = frontier.shared(smaller)
            assert shared == Frontier().extended(leaves[: shared.size])
            assert shared.extended(leaves[shared.size : smaller]) == Frontier().extended(leaves[:smaller])


def test_near_sizes_share_all_but_a_few_leaves() -> None:
    frontier = Frontier().extended([bytes(32)] * 1000)
    assert frontier.shared(999).size == 992
    assert frontier.shared(1000) == frontier
    assert frontier.shared(0) == Frontier()


def by_definition(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word by word: split at the greatest power of two below the size."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(by_definition(leaves[:split]), by_definition(leaves[split:]))
