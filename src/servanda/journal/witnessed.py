"""The newest checkpoint that witnesses cosigned, kept beside the journal, and the receipts that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from servanda.journal.beside import cosigned_beside
from servanda.journal.checkpoint import Checkpoint, parse_checkpoint, sign_checkpoint, write_whole
from servanda.journal.entries import Entry
from servanda.journal.journal import Journal
from servanda.journal.merkle import leaf_hash
from servanda.journal.notes import Note, Signature, Signer, parse_note
from servanda.journal.proofs import verify_inclusion
from servanda.journal.receipt import Receipt
from servanda.journal.tree import Tree, tree_of
from servanda.problems import Problem


def cosigned_path(journal: Journal) -> Path:
    """Name the file beside a journal that holds its newest cosigned checkpoint."""
    return cosigned_beside(journal.checkpoint_path)


def read_signed(path: Path) -> Note | None:
    """Read a signed checkpoint from a file; None where there is none."""
    try:
        note = parse_note(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return note if note and parse_checkpoint(note.text) else None


def newest_note(journal: Journal) -> tuple[Note | None, Problem | None]:
    """Give a signed checkpoint of the journal as it is now: newly signed, or the one beside it if that is signed.

    Where it has cosignatures already they stand under it. Problem J302 where there are neither keys nor signatures.
    """
    if journal.signers:
        note: Note | None = sign_checkpoint(Checkpoint(journal.size, journal.root()), journal.signers)
    else:
        note = read_signed(journal.checkpoint_path)
    if not note:
        hint = "make keys with 'servanda key new NAME', and name their file in SERVANDA_KEY"
        return None, Problem("J302", "no key signs the checkpoints of this journal", hint=hint)
    cosigned = read_signed(cosigned_path(journal))
    same = cosigned and cosigned.text == note.text
    return (cosigned.with_signatures(note.signatures) if cosigned and same else note), None


def keep_cosignatures(journal: Journal, note: Note, signatures: Iterable[Signature]) -> Note:
    """Keep cosignatures under the checkpoint they are of, unless a later one is cosigned already; raises OSError."""
    signatures = tuple(signatures)
    if not signatures:
        return note
    path = cosigned_path(journal)
    before = read_signed(path)
    if before and before.text == note.text:
        note = before.with_signatures(note.signatures)
    note = note.with_signatures(signatures)
    if not before or _size(before) <= _size(note):
        write_whole(path, str(note))
    return note


def receipt_of(journal: Journal, entry: Entry) -> tuple[Receipt | None, Problem | None]:
    """Write the receipt of an entry, under the newest cosigned checkpoint that covers it, else the newest signed one.

    Problem J302 as `newest_note` gives it, J201 where the tree does not hold these bytes.
    """
    tree = tree_of(journal)
    note = read_signed(cosigned_path(journal))
    if not note or not entry.number <= _size(note) <= tree.size:
        note, problem = newest_note(journal)
        if not note:
            return None, problem
    return receipt_under(note, tree, entry)


def receipt_under(note: Note, tree: Tree, entry: Entry) -> tuple[Receipt | None, Problem | None]:
    """Write the receipt of an entry under a signed checkpoint."""
    head = parse_checkpoint(note.text)
    if not head or not entry.number <= head.size <= tree.size:
        message = f"no signed checkpoint covers entry {entry.number} yet"
        return None, Problem("J302", message, hint="run the command again with SERVANDA_KEY set")
    path = tree.inclusion(entry.number, head.size)
    if not verify_inclusion(leaf_hash(entry.data), entry.number - 1, head.size, path, head.root):
        message = f"entry {entry.number} is not what the tree of the journal says it was"
        return None, Problem("J201", message, hint="run 'servanda verify'")
    return Receipt(entry.number - 1, path, note, entry.data), None


def sign_now(journal: Journal, more: Sequence[Signer]) -> Note:
    """Sign the journal as it is now with its keys and with others of the same name: when one takes over."""
    return sign_checkpoint(Checkpoint(journal.size, journal.root()), (*journal.signers, *more))


def _size(note: Note) -> int:
    checkpoint = parse_checkpoint(note.text)
    return checkpoint.size if checkpoint else 0
