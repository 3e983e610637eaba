"""Proofs over the tree: that an entry is in it, and that a later tree holds an earlier one unchanged.

A proof is made from `Nodes`, whatever holds the hashes of full subtrees, so that none of the entries is read; it is
checked from nothing but the hashes in it. RFC 6962, sections 2.1.1 and 2.1.2; the checks are those of RFC 9162,
sections 2.1.3.2 and 2.1.4.2, which say the same as an algorithm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from servanda.journal.merkle import EMPTY_ROOT, node_hash

# Gives the hash of the full subtree over the leaves from index * 2**level up to (index + 1) * 2**level.
Nodes = Callable[[int, int], bytes]


def range_hash(nodes: Nodes, start: int, end: int) -> bytes:
    """Compute the tree hash of the leaves from start up to end, where no full subtree is cut by start."""
    if start == end:
        return EMPTY_ROOT
    parts = []
    while start < end:
        level = (end - start).bit_length() - 1
        parts.append(nodes(level, start >> level))
        start += 1 << level
    result = parts.pop()
    for part in reversed(parts):
        result = node_hash(part, result)
    return result


def prove_inclusion(nodes: Nodes, index: int, size: int) -> tuple[bytes, ...]:
    """List the hashes by which a leaf leads to the root, lowest first: PATH(index, D[0:size]).

    Raises IndexError where there is no such leaf.
    """
    if not 0 <= index < size:
        raise IndexError(f"the tree of {size} has no leaf {index}")
    proof, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(range_hash(nodes, middle, end))
            end = middle
        else:
            proof.append(range_hash(nodes, start, middle))
            start = middle
    return tuple(reversed(proof))


def prove_consistency(nodes: Nodes, old: int, size: int) -> tuple[bytes, ...]:
    """List the hashes that show the tree of the first `old` leaves within that of `size`: PROOF(old, D[0:size]).

    Empty where the old tree is empty or the same. Raises IndexError where it is the greater one.
    """
    if not 0 <= old <= size:
        raise IndexError(f"a tree of {old} is no part of a tree of {size}")
    if old == 0:
        return ()
    proof, start, end = [], 0, size
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(range_hash(nodes, middle, end))
            end = middle
        else:
            proof.append(range_hash(nodes, start, middle))
            start = middle
    if start:  # an old tree that is a full subtree on the left is known to whoever checks
        proof.append(range_hash(nodes, start, end))
    return tuple(reversed(proof))


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Tell whether a proof shows a leaf hash at an index of the tree of this size and root."""
    if not 0 <= index < size:
        return False
    result, last, rest = leaf, size - 1, list(reversed(proof))
    while last:
        if index ^ 1 <= last:
            if not rest:
                return False
            sibling = rest.pop()
            result = node_hash(sibling, result) if index & 1 else node_hash(result, sibling)
        index, last = index >> 1, last >> 1
    return not rest and result == root


def verify_consistency(old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that the tree of `size` and `root` begins with the tree of `old` and `old_root`."""
    if not 0 <= old <= size:
        return False
    if old == size:
        return not proof and old_root == root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    full = old & (old - 1) == 0
    rest = [old_root, *proof] if full else list(proof)
    return bool(rest) and _climb(old - 1, size - 1, rest, (old_root, root))


def _climb(index: int, last: int, rest: list[bytes], roots: tuple[bytes, bytes]) -> bool:
    """Compute both roots on the way from the old tree's last leaf to the top, and compare them."""
    while index & 1:
        index, last = index >> 1, last >> 1
    before = after = rest[0]
    for sibling in rest[1:]:
        if not last:
            return False
        if index & 1 or index == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            after = node_hash(after, sibling)
        index, last = index >> 1, last >> 1
    return not last and (before, after) == roots


def _split(width: int) -> int:
    """The greatest power of two below a width: where the RFC splits."""
    return 1 << (width - 1).bit_length() - 1
