"""Appending: acts that were admitted become entries, each with the next number and a moment not before the last one.

`Submission` is what one person brings at once, as it left the gate; `placed` gives its acts their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from servanda.journal.entries import SIZE_LIMIT, entry_bytes, size_problem, verified_entry
from servanda.journal.gate import admit
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
    """Acts that were admitted, to be entered all or none, with who enters them and when; or why they are refused.

    The acts stand there in their canonical bytes, with their ids (32 bytes each) beside them.
    """

    acts: tuple[bytes, ...]
    ids: tuple[bytes, ...]
    moment: str
    by: str
    problems: tuple[Problem, ...] = ()


def submission(acts: Sequence[Mapping[str, Any]], *, moment: str, by: str) -> Submission:
    """Pass acts through the gate; may be done in any thread. Raises as `Journal.append` does."""
    if not by or not is_moment(moment):
        raise ValueError(f"an entry is by somebody, at a moment as 2026-11-23T17:05:00Z; not '{by}', '{moment}'")
    admitted, problems = admit(acts, by)
    ids = tuple([sha256(data).digest() for data in admitted])
    return Submission(admitted, ids, moment, by, tuple(problems))


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


def placed(one: Submission, after: int, last: Last | None, there: Mapping[bytes, int]) -> tuple[Appended, Batch | None]:
    """Give the acts of a submission their places behind the last entry, all of them or none.

    `there` are those of them that stand in the journal already, with their numbers. No batch where nothing is entered.
    """
    fresh = dict(zip(one.ids, one.acts, strict=True))
    known = tuple([there[name] for name in one.ids if name in there]) if there else ()
    if known:
        fresh = {name: data for name, data in fresh.items() if name not in there}
    lines = entry_bytes(fresh.values(), by=one.by, moment=moment_after(one.moment, last), first=after + 1)
    problems = (*one.problems, *_refusals(lines, one.moment, last))
    if is_grave(problems):
        return Appended(problems=problems), None
    batch = Batch(after, lines, leaf_hashes(lines), list(fresh))
    answer = Appended(tuple(batch.numbers), len(one.acts) - len(lines), problems, known)
    return answer, batch if lines else None


def moment_after(moment: str, last: Last | None) -> str:
    """Give the moment of the entry before, where who appends has waited, or their clock is slow."""
    return max(moment, last.moment) if last else moment


def _refusals(lines: Sequence[bytes], moment: str, last: Last | None) -> Iterator[Problem]:
    if lines and last and moment < last.moment and _seconds(moment, last.moment) > SKEW:
        message = f"the moment {moment} lies before {last.moment}, that of entry {last.number}"
        yield Problem("J106", message, hint="set the clock of this machine right")
    if max(map(len, lines), default=0) >= SIZE_LIMIT:
        for data in lines:
            if len(data) >= SIZE_LIMIT:
                yield size_problem(data, f"an act of the batch ({data[:60].decode('utf-8', 'replace')}…)")


def _seconds(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
