"""The vault: the texts that acts only commit to, each with its salt, in an SQLite file that its owner alone may read.

It lies beside the journal and is no part of it: it is not published, not mirrored and not proved. To erase a text is
to delete its row, which the database overwrites with zeros; the journal does not change by a byte.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from servanda.acts.withheld import SALT, commitment_to
from servanda.journal.journal import Journal
from servanda.journal.store import StoreFailed
from servanda.problems import Problem

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS withheld (commitment TEXT PRIMARY KEY, salt BLOB NOT NULL, text TEXT NOT NULL) STRICT"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a commitment: the salt and the text."""

    salt: bytes
    text: str

    def opens(self, commitment: str) -> bool:
        """Tell whether this is the text that the commitment was made to."""
        return len(self.salt) == SALT and commitment_to(self.text, self.salt) == commitment


class Vault:
    """The withheld texts of one journal; every method raises StoreFailed where the file fails."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def withhold(self, text: str) -> str:
        """Put a text into the vault under a fresh salt, and give the commitment to enter in its place."""
        salt = token_bytes(SALT)
        commitment = commitment_to(text, salt)
        with self._open() as database:
            database.execute("INSERT INTO withheld VALUES (?, ?, ?)", (commitment, salt, text))
        return commitment

    def open(self, commitment: str) -> Opening | None:
        """Give what opens a commitment; None where it was erased, or never was here."""
        if not self.path.exists():
            return None
        with self._open() as database:
            row = database.execute("SELECT salt, text FROM withheld WHERE commitment = ?", (commitment,)).fetchone()
        return Opening(*row) if row else None

    def erase(self, commitment: str) -> bool:
        """Erase salt and text for ever; tells whether they were there."""
        if not self.path.exists():
            return False
        with self._open() as database:
            return database.execute("DELETE FROM withheld WHERE commitment = ?", (commitment,)).rowcount > 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
            database = sqlite3.connect(self.path, timeout=10.0, isolation_level=None)
            try:
                database.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten with zeros
                database.execute("PRAGMA synchronous = FULL")
                database.execute(_SCHEMA)
                yield database
            finally:
                database.close()
        except (sqlite3.Error, OSError) as error:
            message = f"the vault {self.path} did not do it: {error}"
            raise StoreFailed(Problem("J108", message, hint="look at the disk and at the file's rights")) from error


def vault_of(journal: Journal) -> Vault:
    """The vault beside a journal."""
    return Vault(journal.checkpoint_path.with_suffix(".vault"))
