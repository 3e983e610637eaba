"""Reading the whole journal again: every entry against its hash, and all of them against the checkpoints.

Nothing that the database says of an entry is believed: number, act id, leaf hash and root are computed from
the stored bytes. What the leaf hash beside an entry is for: it names the entry that was altered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from servanda.acts.canonical import act_id
from servanda.journal.checkpoint import Checkpoint, read_checkpoint
from servanda.journal.entries import Entry, act_bytes, read_entry, size_problem
from servanda.journal.journal import Journal
from servanda.journal.merkle import EMPTY_ROOT, leaf_hash, root
from servanda.journal.store import Head, Row, Store, StoreFailed
from servanda.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verification found; `entry` is its number, None where it concerns the whole journal."""

    code: str
    entry: int | None
    message: str
    severity: Severity = "problem"


@dataclass(frozen=True, slots=True)
class Verification:
    """What verification found; `size` and `root` (hexadecimal) are those of the entries really read."""

    size: int
    root: str
    problems: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing graver than a warning was found."""
        return all(finding.severity == "warning" for finding in self.problems)

    def as_json(self) -> dict[str, Any]:
        """Give the stable JSON form (design, section 9)."""
        return {
            "ok": self.ok,
            "size": self.size,
            "root": self.root,
            "problems": [
                {
                    "code": found.code,
                    "entry": found.entry,
                    "message": found.message,
                    "severity": found.severity,
                }
                for found in self.problems
            ],
        }


def verify(journal: Journal) -> Verification:
    """Read every entry again and compare everything with everything; changes nothing.

    Codes: J102 entry too large, J201 altered, J202 number or moment out of order, J203 shorter than a
    checkpoint, J204 root differs from a checkpoint's, J205 the database finds itself damaged, J206 not an
    entry in canonical form, J207 act id differs; warning J208 no checkpoint beside.
    """
    # Before the entries, so that a writer in between can only make the journal longer than its checkpoint.
    beside, problem = read_checkpoint(journal.checkpoint_path)
    reading = _Reading(journal.store)
    findings = [*_found(problem), *reading.findings(beside)]
    if reading.leaves and not beside and not problem:
        findings.append(Finding("J208", None, "no checkpoint lies beside the journal", "warning"))
    return Verification(len(reading.leaves), root(reading.leaves).hex(), tuple(findings))


def unopened(problems: Sequence[Problem]) -> Verification:
    """Say in the form of a verification that the journal could not be opened at all."""
    findings = (Finding(problem.code, None, problem.message, problem.severity) for problem in problems)
    return Verification(0, EMPTY_ROOT.hex(), tuple(findings))


class _Reading:
    """One pass through the entries, which remembers the leaf hashes computed and what came last."""

    __slots__ = ("leaves", "moment", "number", "store")

    def __init__(self, store: Store) -> None:
        self.store = store
        self.leaves: list[bytes] = []
        self.number = 0
        self.moment = ""

    def findings(self, beside: Checkpoint | None) -> Iterator[Finding]:
        try:
            with self.store.reading():
                yield from (Finding("J205", None, f"the database says: {fault}") for fault in self.store.faults())
                head = self.store.head()
                for row in self.store.rows():
                    yield from self.check(row)
                yield from self.compare(head, beside)
        except StoreFailed as failure:
            yield from _found(failure.problem, entry=None)

    def check(self, row: Row) -> Iterator[Finding]:
        """Check one row for itself and against the one before."""
        leaf = leaf_hash(row.data)
        self.leaves.append(leaf)
        yield from self.sequence(row.number)
        entry, problem = read_entry(row.data)
        if leaf != row.leaf:
            yield Finding("J201", row.number, f"entry {row.number} was altered: its bytes do not have its hash")
        elif entry:
            yield from _check_entry(entry, row, self.moment)
            self.moment = entry.moment
        else:
            yield from _found(problem, entry=row.number)

    def sequence(self, number: int) -> Iterator[Finding]:
        if number != self.number + 1:
            message = f"after entry {self.number} comes entry {number}: what lay between is missing"
            yield Finding("J202", self.number + 1, message)
        self.number = number

    def compare(self, head: Head, beside: Checkpoint | None) -> Iterator[Finding]:
        """Compare the leaves with the checkpoint in the database and the one beside it."""
        if head.size < len(self.leaves):
            yield Finding("J202", head.size + 1, "the last entries are covered by no checkpoint in the database")
        if head.frontier.root() != head.root:
            yield Finding("J204", None, "the checkpoint in the database contradicts itself")
        yield from self.compare_one(Checkpoint(head.size, head.root), "in the database")
        if beside and (beside.size, beside.root) != (head.size, head.root):
            yield from self.compare_one(beside, "beside it")

    def compare_one(self, checkpoint: Checkpoint, place: str) -> Iterator[Finding]:
        size = checkpoint.size
        if size > len(self.leaves):
            message = f"the journal has {len(self.leaves):,} entries, the checkpoint {place} says {size:,}"
            yield Finding("J203", None, message)
        elif root(self.leaves[:size]) != checkpoint.root:
            yield Finding("J204", None, f"the root of {size:,} entries is not that of the checkpoint {place}")


def _check_entry(entry: Entry, row: Row, moment_before: str) -> Iterator[Finding]:
    if entry.number != row.number:
        yield Finding("J202", row.number, f"entry {row.number} says of itself that it is entry {entry.number}")
    if entry.moment < moment_before:
        yield Finding("J202", row.number, f"the moment of entry {row.number} lies before that of the entry before")
    if act_id(act_bytes(row.data)) != row.act_id:
        yield Finding("J207", row.number, f"entry {row.number} holds another act than its act id names")
    yield from _found(size_problem(row.data, f"entry {row.number}"), entry=row.number)


def _found(problem: Problem | None, entry: int | None = None) -> Iterator[Finding]:
    if problem:
        yield Finding(problem.code, entry, problem.message, problem.severity)
