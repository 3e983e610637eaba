"""The Merkle tree over the entries: one hash that stands for all of them; `proofs` shows what is in it.

Hashes are those of RFC 6962, section 2.1, with SHA-256. Everything here takes leaf hashes. Where a level has an odd
number of nodes the last one moves up as it is, which gives the tree of the RFC.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """Hash the bytes of an entry: SHA-256 of a zero byte and the bytes. RFC 6962, section 2.1."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two neighbouring nodes: SHA-256 of a one byte and both hashes. RFC 6962, section 2.1."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """What must be kept of a tree so that it can grow.

    Its size, and as `peaks` the roots of its full subtrees, the largest first.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def extended(self, leaves: Iterable[bytes]) -> Frontier:
        """Give the frontier of the tree with these leaf hashes added on the right."""
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            size += 1
            peaks.append(leaf)
            # As many pairs of subtrees fill up as the new size has zeros at its binary end.
            for _ in range((size & -size).bit_length() - 1):
                right = peaks.pop()
                peaks[-1] = node_hash(peaks[-1], right)
        return Frontier(size, tuple(peaks))

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
    pairs = zip(level[::2], level[1::2], strict=False)
    hashes = [node_hash(left, right) for left, right in pairs]
    return [*hashes, level[-1]] if len(level) % 2 else hashes
