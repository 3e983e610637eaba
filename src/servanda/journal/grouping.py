"""Group commit: what several threads want to enter at the same time goes to the disk together.

Whoever comes first writes for all who came meanwhile, so that one wait for the disk serves them all. The gate is passed
in the thread of whoever brings the acts; each gets the answer to its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from servanda.journal.appending import Appended, Submission, submission
from servanda.journal.journal import Journal
from servanda.journal.publishing import EVERY

# So many submissions share one commit, so that nobody waits for more than that.
SHARED = 64


@dataclass(slots=True)
class _Waiting:
    brought: Submission
    answer: Appended | None = None
    error: BaseException | None = None


class Group:
    """One journal for many threads; `clock` gives the moment of entry, as the core reads no clock."""

    def __init__(self, journal: Journal, clock: Callable[[], str]) -> None:
        self._journal = journal
        self._clock = clock
        self._queue: list[_Waiting] = []
        self._queueing = threading.Lock()
        self._writing = threading.Lock()
        self._later: threading.Timer | None = None
        self.commits = 0

    def append(self, acts: Sequence[Mapping[str, Any]], *, by: str) -> Appended:
        """Enter acts, all of them or none, as `Journal.append` does; comes back when they are on the disk."""
        mine = _Waiting(submission(acts, moment=self._clock(), by=by))
        with self._queueing:
            self._queue.append(mine)
        with self._writing:
            while mine.answer is None and mine.error is None:
                self._write()
        if mine.error:
            raise mine.error
        assert mine.answer
        return mine.answer

    def _write(self) -> None:
        with self._queueing:
            batch, self._queue = self._queue[:SHARED], self._queue[SHARED:]
        try:
            answers = self._journal.commit([one.brought for one in batch])
        except BaseException as error:  # noqa: BLE001 - each thread is told what its own act met
            for one in batch:
                one.error = error
            return
        self.commits += 1
        for one, answer in zip(batch, answers, strict=True):
            one.answer = answer
        self._publish_later()

    def _publish_later(self) -> None:
        """See that the checkpoint beside follows the last commit too, where nobody appends or closes after it."""
        if self._journal.is_due and not self._later:
            self._later = threading.Timer(EVERY, self._publish)
            self._later.daemon = True
            self._later.start()

    def _publish(self) -> None:
        with self._writing:
            self._later = None
            self._journal.publish()  # what it warns of, the next append warns of too
