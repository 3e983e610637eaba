"""Appending: acts that were admitted become entries, each with the next number and a moment not before the last one.

`Submission` is what one person brings at once; `Sequencer` gives several of them their places in one commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from servanda.journal.entries import SIZE_LIMIT, entry_bytes, size_problem, verified_entry
from servanda.journal.gate import Admitted, admit
from servanda.journal.merkle import leaf_hashes
from servanda.journal.moments import is_moment
from servanda.journal.store import Row, Store
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
    """Gives submissions their places behind `size` entries; `there` are the acts that stand there already."""

    size: int
    last: Last | None
    there: dict[bytes, int]
    rows: list[Row] = field(default_factory=list)
    names: list[bytes] = field(default_factory=list)

    def take(self, one: Submission) -> Appended:
        """Take in one submission whole, or refuse it."""
        fresh = {act.id: act.data for act in one.acts if act.id not in self.there}
        known = tuple(self.there[act.id] for act in one.acts if act.id in self.there)
        moment = self._moment(one.moment)
        first = self.size + len(self.rows) + 1
        rows = _rows(fresh.values(), first, one.by, moment)
        problems = (*one.problems, *self._refusals(rows, one.moment))
        if is_grave(problems):
            return Appended(problems=problems)
        self.rows += rows
        self.names += fresh
        self.there.update(zip(fresh, range(first, first + len(rows)), strict=True))
        if rows:
            self.last = Last(rows[-1].number, moment)
        return Appended(tuple(range(first, first + len(rows))), len(one.acts) - len(rows), problems, known)

    def _moment(self, moment: str) -> str:
        """The moment of entry: that of the entry before, where the submission has waited, or its clock is slow."""
        return max(moment, self.last.moment) if self.last else moment

    def _refusals(self, rows: Sequence[Row], moment: str) -> Iterator[Problem]:
        last = self.last
        if rows and last and moment < last.moment and _seconds(moment, last.moment) > SKEW:
            message = f"the moment {moment} lies before {last.moment}, that of entry {last.number}"
            yield Problem("J106", message, hint="set the clock of this machine right")
        for row in rows:
            if len(row.data) >= SIZE_LIMIT:
                yield size_problem(row.data, f"an act of the batch ({row.data[:60].decode('utf-8', 'replace')}…)")


def _rows(acts: Iterable[bytes], first: int, by: str, moment: str) -> list[Row]:
    lines = list(entry_bytes(acts, by=by, moment=moment, first=first))
    return list(map(Row, range(first, first + len(lines)), leaf_hashes(lines), lines))


def _seconds(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
