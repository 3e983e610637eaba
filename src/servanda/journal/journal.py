"""The journal: acts in the order in which they were entered, added to and never changed.

A user's trouble comes back as problems, beside the result; only a database that fails while it is being read
raises StoreFailed, as half a journal must not look like a whole one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from servanda.journal import merkle
from servanda.journal.appending import Appended, Last, Submission, last_of, moment_after, placed, submission
from servanda.journal.entries import Entry, verified_entry
from servanda.journal.moments import is_known, read_known_by
from servanda.journal.notes import Signer
from servanda.journal.publishing import Publisher
from servanda.journal.soundness import shortenings
from servanda.journal.store import Batch, Store, StoreFailed
from servanda.problems import Problem, is_grave


class Journal:
    """An open journal; it belongs to one thread, and other processes may append meanwhile."""

    def __init__(
        self, store: Store, checkpoint_path: Path, problems: Sequence[Problem] = (), address: str = ""
    ) -> None:
        self.store = store
        self.address = address
        self.checkpoint_path = checkpoint_path
        self.problems = tuple(problems)
        self._publisher = Publisher(checkpoint_path)
        self._last: Last | None = None

    @property
    def signers(self) -> tuple[Signer, ...]:
        """The keys that sign the checkpoints, where there are any."""
        return self._publisher.signers

    @signers.setter
    def signers(self, signers: tuple[Signer, ...]) -> None:
        self._publisher.signers = signers

    @property
    def read_only(self) -> bool:
        """Whether nothing may be appended: it contradicts a checkpoint, its disk failed, or it is shown as it lies."""
        return is_grave(self.problems) or self.store.still is not None

    @property
    def size(self) -> int:
        """The number of entries, which is the number of the last one."""
        return self.store.size()

    @property
    def last_moment(self) -> str | None:
        """The moment of the last entry, if there is any."""
        last = self.store.last()
        return verified_entry(last).moment if last else None

    def root(self) -> bytes:
        """Give the root hash over all entries. RFC 6962, section 2.1."""
        with self.store.reading():
            head = self.store.head()
            if head.size == self.size:
                return head.root
            return merkle.root(self.leaves())

    def leaves(self, size: int | None = None) -> list[bytes]:
        """Give the leaf hashes of all entries, or of the first so many, as they were stored."""
        found: list[bytes] = []
        for bundle in self.store.bundles():
            if size is not None and len(found) >= size:
                break
            found += bundle.hashes()
        return found[:size]

    def entries(self, known_by: int | str | None = None, after: int = 0) -> Iterator[Entry]:
        """Read the entries in order: all that there are now, the first so many, or those known by a moment.

        A moment may be a whole day or minute, as in `read_known_by`; raises ValueError where it is none, and
        StoreFailed where an entry cannot be read. `after` leaves out the first so many.
        """
        if isinstance(known_by, str) and read_known_by(known_by)[0] != known_by:
            raise ValueError(f"'{known_by}' is not a moment")
        return self._entries(known_by, after, self.size)

    def append(self, acts: Sequence[Mapping[str, Any]], *, moment: str, by: str) -> Appended:
        """Enter acts, all of them or none; an act that is in the journal already is only counted.

        `moment` is the moment of entry, `by` who entered them. Gives problem J102 for an act too large, J106
        for a moment before the last entry's, J108 where the database could not write, J109 where another
        writer did not end, J110 for a misleading name, and those of the opening where the journal is read-only.
        Raises NotCanonical for an act without a canonical form, and ValueError for a moment not in form or an empty
        `by`.
        """
        return self.commit(submission(acts, moment=moment, by=by))

    def commit(self, one: Submission) -> Appended:
        """Enter what passed the gate, in one transaction; answers as `append`."""
        if self.read_only:
            return Appended(problems=self._refusal())
        try:
            with self.store.writing():
                answer = self._enter(one)
            warnings = self._publisher.note(self.store) if answer.numbers else ()
        except StoreFailed as failure:
            return self._stop(failure.problem)
        return answer.warned(warnings)

    def take_over(self, batch: Batch) -> None:
        """Add entries of another journal as they stand there; the caller has checked their hashes.

        Raises StoreFailed.
        """
        with self.store.writing():
            head = self.store.head()
            if batch.after != head.size:
                raise StoreFailed(Problem("J109", "another program has added entries meanwhile", hint="try again"))
            self.store.append(batch, head.grown(batch.leaves))
        self._publisher.note(self.store)

    def publish(self) -> tuple[Problem, ...]:
        """Write the checkpoint beside the journal now, if entries were added since; gives warning J208 if it fails."""
        return self._publisher.publish(self.store)

    def close(self) -> None:
        """Publish what is due and close the database."""
        self._publisher.publish(self.store)
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _entries(self, known_by: int | str | None, after: int, size: int) -> Iterator[Entry]:
        limit = min(known_by, size) if isinstance(known_by, int) else size
        for row in self.store.rows(after) if limit > after else ():
            if row.number > limit:
                return
            entry = verified_entry(row)
            if isinstance(known_by, str) and not is_known(entry.moment, known_by):
                return
            yield entry

    def _enter(self, one: Submission) -> Appended:
        """Give the acts their numbers while being the only writer."""
        head, size = self.store.head(), self.store.size()
        beside, problem = self._publisher.published()
        self.problems += (problem,) if problem else ()
        self.problems += tuple(shortenings(head, size, beside))
        if self.read_only:
            return Appended(problems=self.problems)
        self._last = last_of(self.store, self._last)
        answer, batch = placed(one, size, self._last, self.store.numbers(one.ids))
        if batch:
            self.store.append(batch, head.grown(batch.leaves))
            self._last = Last(batch.numbers[-1], moment_after(one.moment, self._last))
        return answer

    def _refusal(self) -> tuple[Problem, ...]:
        still = self.store.still
        grave = Problem("J108", f"nothing can be entered: {still.message}", hint=still.hint) if still else None
        return (*self.problems, grave) if grave else self.problems

    def _stop(self, problem: Problem) -> Appended:
        # After a failed write nobody knows what the disk holds: the journal must be opened again.
        if problem.code != "J109":
            self.problems += (problem,)
        return Appended(problems=(problem,))
