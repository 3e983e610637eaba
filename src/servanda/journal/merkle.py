"""The Merkle tree over the entries: one hash that stands for all of them, and proofs that one is among them.

Hashes are those of RFC 6962, section 2.1, with SHA-256. Everything here takes leaf hashes; indices count from
0. Where a level has an odd number of nodes the last one moves up as it is, which gives the tree of the RFC.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


# To copy a hash that was begun costs a third less than to begin one, and these are most of what a journal costs.
_LEAF = sha256(b"\x00")
_NODE = sha256(b"\x01")


def leaf_hash(data: bytes) -> bytes:
    """Hash the bytes of an entry: SHA-256 of a zero byte and the bytes. RFC 6962, section 2.1."""
    result = _LEAF.copy()
    result.update(data)
    return result.digest()


def leaf_hashes(lines: Iterable[bytes]) -> list[bytes]:
    """Hash the bytes of many entries, as `leaf_hash` does of one."""
    leaves, copy = [], _LEAF.copy
    for data in lines:
        leaf = copy()
        leaf.update(data)
        leaves.append(leaf.digest())
    return leaves


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring nodes: SHA-256 of a one byte and both hashes. RFC 6962, section 2.1."""
    result = _NODE.copy()
    result.update(left + right)
    return result.digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree so that it can grow.

    Its size, and as `peaks` the roots of its full subtrees, the largest first.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def extended(self, leaves: Iterable[bytes]) -> Frontier:
        """Give the frontier of the tree with these leaf hashes added on the right; level by level."""
        level, left, old, new = list(leaves), self.size, list(self.peaks), list[bytes]()
        size = left + len(level)
        while level or left:
            if left & 1:
                level.insert(0, old.pop())
            if len(level) & 1:
                new.append(level.pop())
            level, left = parents(level), left >> 1
        return Frontier(size, tuple(reversed(new)))

    def shared(self, size: int) -> Frontier:
        """Give its first full subtrees, as far as they are also those of the smaller tree of a size."""
        below = (self.size ^ size).bit_length()  # above these bits both sizes are the same
        common = size >> below << below
        return Frontier(common, self.peaks[: common.bit_count()])

    def root(self) -> bytes:
        """Compute the root hash of the tree, from the smallest subtree to the largest."""
        if not self.peaks:
            return EMPTY_ROOT
        *others, result = self.peaks
        for peak in reversed(others):
            result = node_hash(peak, result)
        return result


def root(leaves: Iterable[bytes]) -> bytes:
    """Compute the root hash over all leaf hashes. RFC 6962, section 2.1."""
    level = list(leaves)
    while len(level) > 1:
        level = parents(level)
    return level[0] if level else EMPTY_ROOT


def parents(level: Sequence[bytes]) -> list[bytes]:
    """Hash the nodes of a level by pairs; a last one without a neighbour moves up as it is."""
    # Written out, as a call a node would cost a fifth more.
    hashes, copy, nodes = [], _NODE.copy, iter(level)
    for left, right in zip(nodes, nodes, strict=False):
        node = copy()
        node.update(left)
        node.update(right)
        hashes.append(node.digest())
    return [*hashes, level[-1]] if len(level) % 2 else hashes
