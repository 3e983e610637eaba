"""The checkpoint: the size of the journal and its root hash, in three lines that one can print and pin.

It is kept in a small file beside the database, so that a database which was cut, or replaced by an old copy
of itself, contradicts it. The text is the body of a C2SP checkpoint: origin, size, root in base64. It is not
signed yet.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass
from pathlib import Path

from servanda.problems import Problem

ORIGIN = "servanda/journal"
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The root hash of the journal when it had so many entries."""

    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{ORIGIN}\n{self.size}\n{base64.b64encode(self.root).decode('ascii')}\n"


def parse_checkpoint(text: str) -> Checkpoint | None:
    """Read the three lines of a checkpoint; None where they are not that."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != ORIGIN or lines[3] or not _SIZE.fullmatch(lines[1]):
        return None
    try:
        root = base64.b64decode(lines[2], validate=True)
    except (binascii.Error, ValueError):
        return None
    return Checkpoint(int(lines[1]), root) if len(root) == 32 else None


def read_checkpoint(path: Path) -> tuple[Checkpoint | None, Problem | None]:
    """Read the checkpoint beside a journal: None where there is no file, problem J204 where it is none."""
    try:
        found = parse_checkpoint(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return None, None
    except (OSError, ValueError):
        found = None
    if found:
        return found, None
    hint = "restore the file from a copy; do not delete it before the journal was compared with one"
    return None, Problem("J204", f"{path} is not a checkpoint, so the journal cannot be compared with it", hint=hint)


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Replace the checkpoint beside a journal, whole or not at all; raises OSError.

    Only one writer at a time: the caller holds the journal's lock. The folder is not synchronised: should a
    power cut bring the older checkpoint back, it is still true of the journal.
    """
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(str(checkpoint))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
