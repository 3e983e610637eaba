"""The receipt of an entry: all that is needed to show for ever, and without us, that it is in the journal.

C2SP tlog-proof (https://c2sp.org/tlog-proof), in a file that ends in `.tlog-proof`: the entry itself as extra data,
its index, the hashes that lead from it to the root, and a checkpoint with its signatures.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.journal.checkpoint import parse_checkpoint
from servanda.journal.entries import Entry, read_entry
from servanda.journal.merkle import leaf_hash
from servanda.journal.notes import LONGEST, Note, decode_base64, parse_note
from servanda.journal.policy import Policy, Trusted, check_note
from servanda.journal.proofs import verify_inclusion
from servanda.problems import Problem

HEADER = "c2sp.org/tlog-proof@v1"
DEEPEST = 63
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,15})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Receipt:
    """A proof that an entry stands at an index (from 0) of the tree of a signed checkpoint."""

    index: int
    path: tuple[bytes, ...]
    note: Note
    entry: bytes = b""

    def __str__(self) -> str:
        extra = [f"extra {_encode(self.entry)}"] if self.entry else []
        lines = [HEADER, *extra, f"index {self.index}", *map(_encode, self.path), ""]
        return "".join(f"{line}\n" for line in lines) + str(self.note)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a receipt shows: the entry, and the checkpoint with the witnesses of the policy that saw it."""

    entry: Entry
    trusted: Trusted


def parse_receipt(text: str) -> Receipt | None:
    """Read a receipt; None where the text is none. Nothing is verified yet."""
    above, gap, below = text.partition("\n\n")
    note = parse_note(below) if gap and len(text) <= 2 * LONGEST else None
    lines = above.split("\n")
    if not note or lines.pop(0) != HEADER or not lines:
        return None
    extra = decode_base64(lines.pop(0).removeprefix("extra ")) if lines[0].startswith("extra ") else b""
    index = _INDEX.fullmatch(lines.pop(0)) if lines else None
    path = hashes_of(lines)
    if extra is None or not index or path is None:
        return None
    return Receipt(int(index[1]), path, note, extra)


def check_receipt(receipt: Receipt, policy: Policy, data: bytes | None = None) -> tuple[Shown | None, list[Problem]]:
    """Check a receipt by a policy, for the entry in it or for the bytes of one.

    Problems J303 and J304 as `check_note` gives them, J305 where the hashes do not lead to the root, J206 where the
    bytes are no entry.
    """
    trusted, problems = check_note(receipt.note, policy)
    if not trusted:
        return None, problems
    entry_data = receipt.entry if data is None else data
    head = trusted.checkpoint
    if not verify_inclusion(leaf_hash(entry_data), receipt.index, head.size, receipt.path, head.root):
        message = f"the hashes do not lead from the entry to the root of the {head.size:,} entries"
        return None, [Problem("J305", message, hint="the entry, the proof or the checkpoint is not the one it was")]
    entry, problem = read_entry(entry_data)
    if not entry or entry.number != receipt.index + 1:
        why = problem or Problem("J206", f"the entry says of itself that it is another than {receipt.index + 1}")
        return None, [why]
    return Shown(entry, trusted), []


def covers(note: Note, number: int) -> bool:
    """Tell whether the checkpoint of a note covers an entry."""
    checkpoint = parse_checkpoint(note.text)
    return bool(checkpoint and number <= checkpoint.size)


def hashes_of(lines: Sequence[str]) -> tuple[bytes, ...] | None:
    """Read the hashes of a proof, one in a line; None where a line is none, or there are more than a tree needs."""
    found = [decode_base64(line) for line in lines]
    hashes = tuple(raw for raw in found if raw and len(raw) == 32)
    return hashes if len(hashes) == len(found) <= DEEPEST else None


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
