"""Appending: acts that were admitted become entries, each with the next number and a moment not before the last one.

`Submission` is what one person brings at once; `Sequencer` gives several of them their places in one commit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from servanda.journal.entries import SIZE_LIMIT, entry_bytes, size_problem, verified_entry
from servanda.journal.gate import Admitted, admit
from servanda.journal.merkle import leaf_hashes
from servanda.journal.moments import is_moment
from servanda.journal.store import Batch, Store
from servanda.problems import Problem, is_grave

# So far the clocks of programs that append together may differ, and so long may one have waited for the other.
SKEW = 60


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append did: the numbers of the new entries, and how many acts were there already.

    `known` are the numbers of the entries that hold the latter, so that a request sent twice gets its first answer.
    With a problem that is more than a warning nothing was appended.
    """

    numbers: tuple[int, ...] = ()
    already: int = 0
    problems: tuple[Problem, ...] = ()
    known: tuple[int, ...] = ()

    def warned(self, warnings: tuple[Problem, ...]) -> Appended:
        """The same answer with warnings added."""
        return replace(self, problems=(*self.problems, *warnings)) if warnings else self


@dataclass(frozen=True, slots=True)
class Submission:
    """Acts that were admitted, to be entered all or none, with who enters them and when; or why they are refused."""

    acts: tuple[Admitted, ...]
    moment: str
    by: str
    problems: tuple[Problem, ...] = ()


def submission(acts: Sequence[Mapping[str, Any]], *, moment: str, by: str) -> Submission:
    """Pass acts through the gate; may be done in any thread. Raises as `Journal.append` does."""
    if not by or not is_moment(moment):
        raise ValueError(f"an entry is by somebody, at a moment as 2026-11-23T17:05:00Z; not '{by}', '{moment}'")
    admitted, problems = admit(acts, by)
    return Submission(tuple(admitted), moment, by, tuple(problems))


@dataclass(frozen=True, slots=True)
class Last:
    """The last entry: its number and its moment."""

    number: int
    moment: str


def last_of(store: Store, remembered: Last | None) -> Last | None:
    """Read the last entry of a store, whose bytes must have their hash, unless it is the one remembered."""
    if remembered and store.size() == remembered.number:
        return remembered
    row = store.last()
    return Last(row.number, verified_entry(row).moment) if row else None


@dataclass(slots=True)
class Sequencer:
    """Gives submissions their places in a batch; `there` are the acts that stand in the journal already."""

    batch: Batch
    last: Last | None
    there: dict[bytes, int]

    def take(self, one: Submission) -> Appended:
        """Take in one submission whole, or refuse it."""
        fresh = {act.id: act.data for act in one.acts if act.id not in self.there}
        known = tuple([self.there[act.id] for act in one.acts if act.id in self.there])
        # The moment of the entry before, where the submission has waited, or its clock is slow.
        moment = max(one.moment, self.last.moment) if self.last else one.moment
        first = self.batch.numbers.stop
        lines = list(entry_bytes(fresh.values(), by=one.by, moment=moment, first=first))
        problems = (*one.problems, *self._refusals(lines, one.moment))
        if is_grave(problems):
            return Appended(problems=problems)
        if lines:
            self._add(lines, list(fresh), moment)
        numbers = tuple(range(first, first + len(lines)))
        return Appended(numbers, len(one.acts) - len(lines), problems, known)

    def _add(self, lines: list[bytes], act_ids: list[bytes], moment: str) -> None:
        first = self.batch.numbers.stop
        self.batch.lines += lines
        self.batch.leaves += leaf_hashes(lines)
        self.batch.act_ids += act_ids
        self.there.update(zip(act_ids, range(first, first + len(lines)), strict=True))
        self.last = Last(first + len(lines) - 1, moment)

    def _refusals(self, lines: Sequence[bytes], moment: str) -> Iterator[Problem]:
        last = self.last
        if lines and last and moment < last.moment and _seconds(moment, last.moment) > SKEW:
            message = f"the moment {moment} lies before {last.moment}, that of entry {last.number}"
            yield Problem("J106", message, hint="set the clock of this machine right")
        if max(map(len, lines), default=0) >= SIZE_LIMIT:
            for data in lines:
                if len(data) >= SIZE_LIMIT:
                    yield size_problem(data, f"an act of the batch ({data[:60].decode('utf-8', 'replace')}…)")


def _seconds(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
