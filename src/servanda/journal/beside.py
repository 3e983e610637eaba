"""What lies beside a journal and goes with its copies: its checkpoint with the signatures, and the cosigned one.

Signatures cannot be made again by whoever copies. So the texts are taken along as they stand, as far as they are true
of the copy; the tiles are not, as they are made anew from the entries, and the vault is copied on purpose only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from servanda.journal import merkle
from servanda.journal.checkpoint import ORIGIN, Checkpoint, parse_checkpoint, write_whole
from servanda.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Beside:
    """The text of a checkpoint, and that of the newest cosigned one; the latter is empty where there is none."""

    checkpoint: str
    cosigned: str

    def write(self, path: Path) -> None:
        """Write both; the checkpoint last, so that nothing is promised before all is there. Raises OSError."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.cosigned:
            write_whole(cosigned_beside(path), self.cosigned)
        write_whole(path, self.checkpoint)


def cosigned_beside(checkpoint: Path) -> Path:
    """Name the file of the newest cosigned checkpoint, by that of the checkpoint of the same journal."""
    return checkpoint.with_suffix(".cosigned")


def true_of(copy: Journal, checkpoints: Sequence[Path]) -> Beside:
    """Choose from what lies beside some journals what is true of a copy.

    Its checkpoint is one of theirs where one covers just its entries, else a new one without signatures, in the name
    that theirs had.
    """
    head = Checkpoint(copy.size, copy.root())
    texts = _read(checkpoints)
    same = [text for text, one in texts if (one.size, one.root) == (head.size, head.root)]
    name = next((one.origin for _text, one in texts if one.origin != ORIGIN), ORIGIN)
    cosigned = [(one.size, text) for text, one in _read(map(cosigned_beside, checkpoints)) if _covers(copy, one)]
    # Of several that cover the same entries the longest text has the most signatures.
    checkpoint = max(same, key=len, default=str(replace(head, origin=name)))
    return Beside(checkpoint, max(cosigned, default=(0, ""))[1])


def _read(paths: Sequence[Path] | map[Path]) -> list[tuple[str, Checkpoint]]:
    found = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if checkpoint := parse_checkpoint(text):
            found.append((text, checkpoint))
    return found


def _covers(copy: Journal, checkpoint: Checkpoint) -> bool:
    """Tell whether the first entries of a copy are those of a checkpoint."""
    return checkpoint.size <= copy.size and merkle.root(copy.leaves(checkpoint.size)) == checkpoint.root
