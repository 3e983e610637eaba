"""Whether a journal agrees with its checkpoints: what is asked at every opening and before every append.

This finds a journal that was cut or put back, in the time of a few reads; `verify` looks at every entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from servanda.journal.checkpoint import Checkpoint
from servanda.journal.store import Head, Store
from servanda.problems import Problem

_HINT = "it opens read-only; run 'servanda verify', then restore the newest copy"


def shortenings(head: Head, size: int, checkpoint: Checkpoint | None) -> Iterator[Problem]:
    """Find where the entries are fewer than a checkpoint says (J203), or more than the head covers (J202)."""
    expected = max(head.size, checkpoint.size if checkpoint else 0)
    if size < expected:
        message = f"the journal has {size:,} entries, its checkpoint {expected:,}: the end is missing"
        yield Problem("J203", message, hint=_HINT)
    elif head.size < size:
        message = f"no checkpoint covers entry {head.size + 1} and those behind it: Servanda did not enter them"
        yield Problem("J202", message, hint=_HINT)


def contradictions(store: Store, head: Head, checkpoint: Checkpoint | None) -> Iterator[Problem]:
    """Find where the root hash differs from that of a checkpoint (J204).

    Where the checkpoint is older than the head, reads the leaf hashes behind the last full subtree that both share.
    """
    if head.frontier.root() != head.root:
        yield Problem("J204", "the head of the database contradicts itself", hint=_HINT)
    if checkpoint and checkpoint.root != _root_at(store, head, checkpoint.size):
        message = f"the first {checkpoint.size:,} entries are not those of the checkpoint beside the journal"
        yield Problem("J204", message, hint=_HINT)


def _root_at(store: Store, head: Head, size: int) -> bytes:
    if size == head.size:
        return head.root
    shared = head.frontier.shared(size)
    leaves = (row.leaf for row in islice(store.rows(shared.size), size - shared.size))
    return shared.extended(leaves).root()
