"""Reading the whole journal again: every entry against its hash, and all of them against the checkpoints.

Nothing that the database says of an entry is believed: number, moment, leaf hash and root come from the stored bytes.
What the leaf hash beside an entry is for: it names the entry that was altered. What was looked at once at the gate (the
canonical form) and what can be made anew (where an act stands) is looked at again by `thorough`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from multiprocessing import get_context

from servanda.journal.checkpoint import Checkpoint, read_checkpoint
from servanda.journal.findings import Finding, Verification
from servanda.journal.journal import Journal
from servanda.journal.merkle import EMPTY_ROOT, Frontier, leaf_hash, root
from servanda.journal.opening import open_store
from servanda.journal.ranges import HEIGHT, RANGE, Checked, check_range
from servanda.journal.store import Head, StoreFailed
from servanda.problems import Problem


def verify(
    journal: Journal,
    *,
    thorough: bool = False,
    faults: bool = True,
    pool: Executor | None = None,
    progress: Callable[[int], None] = lambda _number: None,
) -> Verification:
    """Read every entry again and compare everything with everything; changes nothing.

    Codes: J102 entry too large, J201 altered, J202 number or moment out of order, J203 shorter than a
    checkpoint, J204 root differs from a checkpoint's, J205 the database finds itself damaged, J206 not an
    entry in canonical form, J207 the act is not found where it stands; warning J208 no checkpoint beside.
    J206 and J207 are only looked for everywhere if `thorough`. `faults` is the database's check of itself; the
    processes of a `pool` share the reading of a journal that was opened by its address. `progress` is told up to which
    entry all were looked at, some ten thousand at a time.
    """
    # Before the entries, so that a writer in between can only make the journal longer than its checkpoint.
    beside, problem = read_checkpoint(journal.checkpoint_path)
    findings = [_found(problem)] if problem else []
    parts: list[Checked] = []
    try:
        with journal.store.reading():
            damage = journal.store.faults() if faults else []
            findings += [Finding("J205", None, f"the database says: {fault}") for fault in damage]
            head, size = journal.store.head(), journal.store.size()
            for part in _read(journal, size, (head.size, beside.size if beside else 0), thorough=thorough, pool=pool):
                parts.append(part)
                progress(part.last_number)
            findings += _join(parts)
            tree = Tree(parts, journal)
            findings += _compare(tree, head, beside)
    except StoreFailed as failure:
        findings.append(_found(failure.problem))
        tree = Tree(parts, None)
    if tree.size and not beside and not problem:
        findings.append(Finding("J208", None, "no checkpoint lies beside the journal", "warning"))
    return Verification(tree.size, tree.root.hex(), tuple(findings))


def unopened(problems: Sequence[Problem]) -> Verification:
    """Say in the form of a verification that the journal could not be opened at all."""
    findings = (Finding(problem.code, None, problem.message, problem.severity) for problem in problems)
    return Verification(0, EMPTY_ROOT.hex(), tuple(findings))


@contextmanager
def checkers(count: int) -> Iterator[Executor | None]:
    """Keep so many processes ready to share a verification; none where one is enough.

    They are made by fork, which costs nothing, and so before any journal is opened: SQLite must not be carried over.
    """
    if count < 2:
        yield None
        return
    with ProcessPoolExecutor(count, mp_context=get_context("fork")) as pool:
        list(pool.map(abs, range(count)))
        yield pool


class Tree:
    """The tree over what was read, put together from the parts of its ranges."""

    def __init__(self, parts: Sequence[Checked], journal: Journal | None) -> None:
        self._parts = parts
        self._full = [part.frontier.root() for part in parts if part.frontier.size == RANGE]
        self.size = sum(part.frontier.size for part in parts)
        # Entries that are missing in the middle leave no full ranges: then the tree is made of what there is.
        self._leaves: list[bytes] | None = None
        if journal and len(self._full) < len(parts) - 1:
            self._leaves = [leaf_hash(row.data) for row in journal.store.rows()]
        self.root = self.at(self.size)

    def at(self, size: int) -> bytes:
        """Give the root over the first so many entries read."""
        if self._leaves is not None:
            return root(self._leaves[:size])
        index, rest = size >> HEIGHT, size % RANGE
        above = Frontier().extended(self._full[:index])
        below = self._peaks(index, rest) if rest else Frontier()
        return Frontier(size, (*above.peaks, *below.peaks)).root()

    def _peaks(self, index: int, rest: int) -> Frontier:
        part = self._parts[index]
        return part.frontier if part.frontier.size == rest else part.at.get(rest, Frontier())


def _read(
    journal: Journal, size: int, stops: Sequence[int], *, thorough: bool, pool: Executor | None
) -> Iterator[Checked]:
    indices = range(-(-size // RANGE))
    if pool and len(indices) > 1 and journal.address:
        yield from pool.map(partial(_elsewhere, journal.address, size, tuple(stops), thorough), indices)
        return
    for index in indices:
        yield check_range(journal.store, index, size, stops, thorough=thorough)


def _elsewhere(address: str, size: int, stops: tuple[int, ...], thorough: bool, index: int) -> Checked:  # noqa: FBT001 - pool.map hands over by position
    """Check a range in another process, which opens the database for itself; who asks compares the checkpoints."""
    store, _beside, problem = open_store(address, create=False)
    if store is None:
        raise StoreFailed(problem or Problem("J104", f"there is no journal at {address}"))
    with closing(store):
        return check_range(store, index, size, stops, thorough=thorough)


def _join(parts: Sequence[Checked]) -> Iterator[Finding]:
    """What was found in the ranges, and between them."""
    moment = ""
    for index, part in enumerate(parts):
        if part.first_moment and part.first_moment < moment:
            number = index * RANGE + 1
            yield Finding("J202", number, f"the moment of entry {number} lies before that of the entry before")
        yield from part.findings
        moment = part.last_moment or moment


def _compare(tree: Tree, head: Head, beside: Checkpoint | None) -> Iterator[Finding]:
    """Compare the tree with the checkpoint in the database and the one beside it."""
    if head.size < tree.size:
        yield Finding("J202", head.size + 1, "the last entries are covered by no checkpoint in the database")
    if head.frontier.root() != head.root:
        yield Finding("J204", None, "the checkpoint in the database contradicts itself")
    yield from _compare_one(tree, Checkpoint(head.size, head.root), "in the database")
    if beside and (beside.size, beside.root) != (head.size, head.root):
        yield from _compare_one(tree, beside, "beside it")


def _compare_one(tree: Tree, checkpoint: Checkpoint, place: str) -> Iterator[Finding]:
    size = checkpoint.size
    if size > tree.size:
        message = f"the journal has {tree.size:,} entries, the checkpoint {place} says {size:,}"
        yield Finding("J203", None, message)
    elif tree.at(size) != checkpoint.root:
        yield Finding("J204", None, f"the root of {size:,} entries is not that of the checkpoint {place}")


def _found(problem: Problem) -> Finding:
    return Finding(problem.code, None, problem.message, problem.severity)
