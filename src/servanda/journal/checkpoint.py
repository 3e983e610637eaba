"""The checkpoint: the size of the journal and its root hash, in three lines that one can print and pin.

It is kept in a small file beside the database, so that a database which was cut, or replaced by an old copy
of itself, contradicts it. The text is a C2SP checkpoint (https://c2sp.org/tlog-checkpoint): origin, size, root in
base64; signatures stand under it where the journal has keys. One without signatures is read as well.
"""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from servanda.journal.notes import Note, Signer, decode_base64, parse_note
from servanda.problems import Problem

# The origin of a journal that has no keys, and so no name that anybody else could rely on.
ORIGIN = "servanda/journal"
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The root hash of the journal when it had so many entries; `origin` names the journal."""

    size: int
    root: bytes
    origin: str = ORIGIN
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [self.origin, str(self.size), base64.b64encode(self.root).decode("ascii"), *self.extensions]
        return "".join(f"{line}\n" for line in lines)


def parse_checkpoint(text: str) -> Checkpoint | None:
    """Read a checkpoint, with or without signatures, which are not looked at; None where the text is none."""
    note = parse_note(text)
    lines = (note.text if note else text).split("\n")
    if lines.pop() or len(lines) < 3 or not all(lines) or not _SIZE.fullmatch(lines[1]):
        return None
    root = decode_base64(lines[2])
    if not root or len(root) != 32:
        return None
    return Checkpoint(int(lines[1]), root, lines[0], tuple(lines[3:]))


def read_checkpoint(path: Path) -> tuple[Checkpoint | None, Problem | None]:
    """Read the checkpoint beside a journal: None where there is no file, problem J204 where it is none."""
    try:
        found = parse_checkpoint(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, None
    except (OSError, ValueError):
        found = None
    if found:
        return found, None
    hint = "restore the file from a copy; do not delete it before the journal was compared with one"
    return None, Problem("J204", f"{path} is not a checkpoint, so the journal cannot be compared with it", hint=hint)


def write_checkpoint(path: Path, checkpoint: Checkpoint, signers: Sequence[Signer] = ()) -> None:
    """Replace the checkpoint beside a journal, whole or not at all, signed where there are keys; raises OSError.

    Only one writer at a time: the caller holds the journal's lock. The folder is not synchronised: should a
    power cut bring the older checkpoint back, it is still true of the journal. A journal that once had a name
    keeps it, also where this writer has no keys.
    """
    if not signers:
        before, _problem = read_checkpoint(path)
        write_whole(path, str(replace(checkpoint, origin=before.origin) if before else checkpoint))
    else:
        write_whole(path, str(sign_checkpoint(checkpoint, signers)))


def sign_checkpoint(checkpoint: Checkpoint, signers: Sequence[Signer]) -> Note:
    """Sign a checkpoint in the name of the keys; theirs is the origin."""
    text = str(replace(checkpoint, origin=signers[0].name))
    return Note(text, tuple(signer.sign(text) for signer in signers))


def write_whole(path: Path, text: str) -> None:
    """Replace a small file, whole or not at all, and on the disk before it takes the old one's place."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
