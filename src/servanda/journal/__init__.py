"""The journal: the acts in the order of their entry, append-only, with a Merkle tree over them.

    acts ─▶ canonical bytes ─▶ entry (act, by, moment, number) ─▶ leaf ─▶ tree ─▶ checkpoint

`open_journal` opens one, `Journal.append` enters acts, `Journal.entries` reads them as known at a moment,
`verify` reads everything again. Below lie `entries` (the bytes of one entry), `merkle` (RFC 6962),
`checkpoint` (size and root in a file beside), `soundness` (what is asked at every opening), `store` (what a
database must do) and one file per database. No other room imports a database.
"""

from servanda.journal.appending import Appended, Submission, submission
from servanda.journal.entries import Entry
from servanda.journal.findings import Finding, Verification
from servanda.journal.journal import Journal
from servanda.journal.moments import is_moment, read_known_by
from servanda.journal.opening import checkpoint_of, checkpoint_path, database_path, open_journal
from servanda.journal.store import StoreFailed
from servanda.journal.verify import checkers, unopened, verify

__all__ = [
    "Appended",
    "Entry",
    "Finding",
    "Journal",
    "StoreFailed",
    "Submission",
    "Verification",
    "checkers",
    "checkpoint_of",
    "checkpoint_path",
    "database_path",
    "is_moment",
    "open_journal",
    "read_known_by",
    "submission",
    "unopened",
    "verify",
]
