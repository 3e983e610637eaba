"""Publishing: the checkpoint beside the journal follows the entries, at once or within a second.

The entries and the head of the database are on the disk when an append is acknowledged; the file beside is for a
database that was cut or replaced later. So it may be older than the journal, never newer.
"""

from __future__ import annotations

import time
from pathlib import Path

from servanda.journal.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from servanda.journal.notes import Signer
from servanda.journal.store import Store, StoreFailed
from servanda.problems import Problem

EVERY = 1.0  # seconds between two checkpoints of a program that appends all the time


class Publisher:
    """Writes the checkpoint beside one journal."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.signers: tuple[Signer, ...] = ()
        self._is_due = False
        self._published = float("-inf")
        self._stamp: object = None
        self._beside: tuple[Checkpoint | None, Problem | None] = (None, None)

    def note(self, store: Store) -> tuple[Problem, ...]:
        """Take notice of new entries; publishes their head unless that was done less than a second ago."""
        self._is_due = True
        return self.publish(store) if time.monotonic() - self._published >= EVERY else ()

    def publish(self, store: Store) -> tuple[Problem, ...]:
        """Write the checkpoint if entries were added since it was written last; warning J208 if that fails."""
        if not self._is_due:
            return ()
        # After the commit, so that it is never ahead of it; as the only writer, so that it never goes back.
        try:
            with store.writing():
                head = store.head()
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_checkpoint(self._path, Checkpoint(head.size, head.root), self.signers)
        except (OSError, StoreFailed) as error:
            return (_not_published(self._path, error),)
        self._is_due, self._published = False, time.monotonic()
        return ()

    def published(self) -> tuple[Checkpoint | None, Problem | None]:
        """Read the checkpoint, unless its file is the one that was read before."""
        stamp = _stamp(self._path)
        if stamp is None or stamp != self._stamp:
            self._beside, self._stamp = read_checkpoint(self._path), stamp
        return self._beside


def _stamp(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _not_published(path: Path, error: Exception) -> Problem:
    message = f"the acts are entered, but the checkpoint {path} could not be written: {error}"
    return Problem("J208", message, hint="look at the disk and at the folder's rights", severity="warning")
