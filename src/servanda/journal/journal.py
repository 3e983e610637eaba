"""The journal: acts in the order in which they were entered, added to and never changed.

A user's trouble comes back as problems, beside the result; only a database that fails while it is being read
raises StoreFailed, as half a journal must not look like a whole one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from servanda.acts.canonical import act_id, canonical
from servanda.journal import merkle
from servanda.journal.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from servanda.journal.entries import Entry, entry_bytes, parse_entry, size_problem
from servanda.journal.moments import is_known, is_moment, read_known_by
from servanda.journal.notes import Signer
from servanda.journal.soundness import contradictions, shortenings
from servanda.journal.sqlite import open_sqlite
from servanda.journal.store import Head, Row, Store, StoreFailed
from servanda.problems import Problem, is_grave


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did: the numbers of the new entries, and how many acts were there already.

    With a problem that is more than a warning nothing was appended.
    """

    numbers: tuple[int, ...] = ()
    already: int = 0
    problems: tuple[Problem, ...] = ()


class Journal:
    """An open journal; it belongs to one thread, and other processes may append meanwhile."""

    def __init__(self, store: Store, checkpoint_path: Path, problems: Sequence[Problem] = ()) -> None:
        self.store = store
        self.checkpoint_path = checkpoint_path
        self.problems = tuple(problems)
        self.signers: tuple[Signer, ...] = ()  # the keys that sign the checkpoints, where there are any

    @property
    def read_only(self) -> bool:
        """Whether nothing may be appended: the journal contradicts a checkpoint, or its disk failed."""
        return is_grave(self.problems)

    @property
    def size(self) -> int:
        """The number of entries, which is the number of the last one."""
        last = self.store.last()
        return last.number if last else 0

    @property
    def last_moment(self) -> str | None:
        """The moment of the last entry, if there is any."""
        last = self.store.last()
        return _entry(last).moment if last else None

    def root(self) -> bytes:
        """Give the root hash over all entries. RFC 6962, section 2.1."""
        with self.store.reading():
            head = self.store.head()
            if head.size == self.size:
                return head.root
            return merkle.root(row.leaf for row in self.store.rows())

    def entries(self, known_by: int | str | None = None) -> Iterator[Entry]:
        """Read the entries in order: all that there are now, the first so many, or those known by a moment.

        A moment may be a whole day or minute, as in `read_known_by`; raises ValueError where it is none, and
        StoreFailed where an entry cannot be read.
        """
        if isinstance(known_by, str) and read_known_by(known_by)[0] != known_by:
            raise ValueError(f"'{known_by}' is not a moment")
        return self._entries(known_by, self.size)

    def append(self, acts: Sequence[Mapping[str, Any]], *, moment: str, by: str) -> Appended:
        """Enter acts, all of them or none; an act that is in the journal already is only counted.

        `moment` is the moment of entry, `by` who entered them. Gives problem J102 for an act too large, J106
        for a moment before the last entry's, J108 where the database could not write, J109 where another
        writer did not end, and those of the opening where the journal is read-only. Raises NotCanonical for
        an act without a canonical form, and ValueError for a moment not in form or an empty `by`.
        """
        if not by or not is_moment(moment):
            raise ValueError(f"an entry is by somebody, at a moment as 2026-11-23T17:05:00Z; not '{by}', '{moment}'")
        batch = [canonical(dict(act)) for act in acts]
        if self.read_only:
            return Appended(problems=self.problems)
        try:
            with self.store.writing():
                answer = self._enter(batch, moment, by)
            return self._publish(answer) if answer.numbers else answer
        except StoreFailed as failure:
            return self._stop(failure.problem)

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _entries(self, known_by: int | str | None, size: int) -> Iterator[Entry]:
        limit = min(known_by, size) if isinstance(known_by, int) else size
        for row in self.store.rows() if limit > 0 else ():
            if row.number > limit:
                return
            entry = _entry(row)
            if isinstance(known_by, str) and not is_known(entry.moment, known_by):
                return
            yield entry

    def _enter(self, batch: Sequence[bytes], moment: str, by: str) -> Appended:
        """Enter the acts while being the only writer."""
        head, last = self.store.head(), self.store.last()
        self.problems += tuple(shortenings(head, last, self._checkpoint()))
        if self.read_only:
            return Appended(problems=self.problems)
        named = {act_id(act): act for act in batch}
        known = self.store.known(list(named))
        fresh = {name: act for name, act in named.items() if name not in known}
        rows = [_row(act, name, number, moment, by) for number, (name, act) in enumerate(fresh.items(), head.size + 1)]
        problems = tuple(_refusals(rows, last, moment))
        if problems:
            return Appended(problems=problems)
        frontier = head.frontier.extended(row.leaf for row in rows)
        if rows:
            self.store.append(rows, Head(frontier, frontier.root()))
        return Appended(tuple(row.number for row in rows), len(batch) - len(rows))

    def _publish(self, answer: Appended) -> Appended:
        # After the commit, so that it is never ahead of it; under the lock, so that it never goes back.
        try:
            with self.store.writing():
                head = self.store.head()
                write_checkpoint(self.checkpoint_path, Checkpoint(head.size, head.root), self.signers)
        except (OSError, StoreFailed) as error:
            return Appended(answer.numbers, answer.already, (_not_published(self.checkpoint_path, error),))
        return answer

    def _checkpoint(self) -> Checkpoint | None:
        checkpoint, problem = read_checkpoint(self.checkpoint_path)
        self.problems += (problem,) if problem else ()
        return checkpoint

    def _stop(self, problem: Problem) -> Appended:
        # After a failed write nobody knows what the disk holds: the journal must be opened again.
        if problem.code != "J109":
            self.problems += (problem,)
        return Appended(problems=(problem,))


def open_journal(address: str, *, create: bool = False) -> tuple[Journal | None, list[Problem]]:
    """Open the journal at an address: a path, `sqlite:///relative/path` or `sqlite:////absolute/path`.

    Gives no journal with J103, J104, J105, J108 or J109; a journal that is read-only with J202, J203, J204 or
    J205, where it contradicts a checkpoint; and warning J208 where no checkpoint lies beside it.
    """
    path, problem = _path(address)
    if not path:
        return None, [problem] if problem else []
    store, problem = open_sqlite(path, create=create)
    if not store:
        return None, [problem] if problem else []
    beside = checkpoint_path(path)
    problems = _examine(store, beside)
    return Journal(store, beside, problems), problems


def checkpoint_path(database: Path) -> Path:
    """Name the file beside a database that holds its checkpoint."""
    return database.with_name(database.name + ".checkpoint")


def _path(address: str) -> tuple[Path | None, Problem | None]:
    scheme, separator, rest = address.partition("://")
    if not separator:
        return Path(address), None
    if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/"):
        return Path(rest[1:]), None
    hint = "give a path, or an address such as sqlite:///servanda.db"
    return None, Problem("J105", f"a journal cannot be kept at '{scheme}://…' in this version", hint=hint)


def _examine(store: Store, beside: Path) -> list[Problem]:
    # The checkpoint is read first, so that a writer in between can only make the journal longer than it.
    checkpoint, problem = read_checkpoint(beside)
    problems = [problem] if problem else []
    try:
        with store.reading():
            head, last = store.head(), store.last()
            problems += shortenings(head, last, checkpoint)
            if not problems:
                problems += contradictions(store, head, checkpoint)
    except StoreFailed as failure:
        return [*problems, failure.problem]
    if head.size and not checkpoint and not problems:
        problems.append(_unaccompanied(beside))
    return problems


def _entry(row: Row) -> Entry:
    if merkle.leaf_hash(row.data) != row.leaf:
        raise StoreFailed(Problem("J201", f"entry {row.number} was altered", hint="run 'servanda verify'"))
    entry, problem = parse_entry(row.data)
    if problem or not entry:
        raise StoreFailed(problem or Problem("J206", f"entry {row.number} cannot be read"))
    return entry


def _row(act: bytes, name: str, number: int, moment: str, by: str) -> Row:
    data = entry_bytes(act, by=by, moment=moment, number=number)
    return Row(number, name, merkle.leaf_hash(data), data)


def _refusals(rows: Sequence[Row], last: Row | None, moment: str) -> Iterator[Problem]:
    if rows and last and moment < (before := _entry(last).moment):
        message = f"the moment {moment} lies before {before}, that of entry {last.number}"
        yield Problem("J106", message, hint="set the clock of this machine right")
    for row in rows:
        problem = size_problem(row.data, f"an act of the batch ({row.data[:60].decode('utf-8', 'replace')}…)")
        if problem:
            yield problem


def _not_published(path: Path, error: Exception) -> Problem:
    message = f"the acts are entered, but the checkpoint {path} could not be written: {error}"
    return Problem("J208", message, hint="look at the disk and at the folder's rights", severity="warning")


def _unaccompanied(path: Path) -> Problem:
    message = f"no checkpoint lies beside the journal ({path}), so a cut journal would not be noticed"
    return Problem("J208", message, hint="restore it from a copy; the next append writes it anew", severity="warning")
