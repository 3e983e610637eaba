"""What a witness is asked: the size it saw last, a proof from there, and the checkpoint to cosign, in plain text."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

from servanda.journal.checkpoint import Checkpoint, parse_checkpoint
from servanda.journal.notes import Note, parse_note
from servanda.journal.receipt import hashes_of

LONGEST = 64 * 1024
_OLD = re.compile(r"old (0|[1-9][0-9]{0,15})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Request:
    """The body of an `add-checkpoint` request."""

    old: int
    proof: tuple[bytes, ...]
    note: Note
    checkpoint: Checkpoint

    def __str__(self) -> str:
        hashes = [base64.b64encode(one).decode("ascii") for one in self.proof]
        return "".join(f"{line}\n" for line in [f"old {self.old}", *hashes, ""]) + str(self.note)


def parse_request(data: bytes) -> Request | None:
    """Read the body of a request; None where it is none."""
    try:
        above, gap, below = data.decode("utf-8").partition("\n\n")
    except UnicodeDecodeError:
        return None
    first, *lines = above.split("\n")
    old, proof = _OLD.fullmatch(first), hashes_of(lines)
    note = parse_note(below) if gap and len(data) <= LONGEST else None
    checkpoint = parse_checkpoint(note.text) if note else None
    if not old or proof is None or not note or not checkpoint:
        return None
    return Request(int(old[1]), proof, note, checkpoint)
