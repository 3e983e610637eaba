"""Comparing heads: whether what somebody else was shown, or what I saw last time, is the beginning of what I see now.

An operator can sign two histories, but cannot keep two readers from comparing three lines of text.
"""

from __future__ import annotations

from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint, write_whole
from servanda.journal.proofs import verify_consistency
from servanda.journal.tree import Tree
from servanda.problems import Problem


def compare(tree: Tree, head: Checkpoint, other: Checkpoint) -> Problem | None:
    """Compare a tree and its head with another head of the same journal, which may be the older or the newer one.

    Problem J203 where the other is longer, so that nothing can be said before the rest is here; J306 where the two
    are not one history.
    """
    if other.origin != head.origin:
        message = f"the checkpoint is of '{other.origin}', this is '{head.origin}': another journal"
        return Problem("J306", message, hint="ask for the checkpoint of the same journal")
    if other.size > tree.size:
        message = f"the checkpoint speaks of {other.size:,} entries, here are {tree.size:,}: the end is missing here"
        return Problem("J203", message, hint="fetch what is missing and compare again")
    proof = tree.consistency(other.size, head.size)
    if verify_consistency(other.size, other.root, head.size, head.root, proof):
        return None
    message = f"two histories: the first {other.size:,} entries here are not those of the checkpoint"
    return Problem("J306", message, hint="keep both: signed, they prove that the operator showed different journals")


def remember(path: Path, tree: Tree, head: Checkpoint, text: str) -> Problem | None:
    """Compare with the head remembered in a file, then remember this one; J203 and J306 as in `compare`.

    What was remembered stays where the two do not agree. Problem J204 where the file holds no checkpoint.
    """
    try:
        last = parse_checkpoint(path.read_text(encoding="utf-8"))
        if not last:
            return Problem("J204", f"{path} is not a checkpoint", hint="it was the memory of this reader: restore it")
        if problem := compare(tree, head, last):
            return problem
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as error:
        return Problem("J204", f"{path} cannot be read: {error}", hint="look at the file's rights")
    write_whole(path, text)
    return None
