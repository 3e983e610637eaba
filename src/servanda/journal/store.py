"""What a database must be able to do to keep a journal; one file per database fulfils it.

A store knows bundles of entries, hashes and the ids of acts, and nothing of what they mean. It has one writer at a time
and never changes what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from servanda.journal.bundles import Batch, Bundle, Row
from servanda.journal.merkle import Frontier
from servanda.problems import Problem

__all__ = ["Batch", "Bundle", "Head", "Row", "Store", "StoreFailed", "rows_of"]


class StoreFailed(Exception):
    """The database gave or took no bytes: damaged, locked or full; `problem` says it for the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Head:
    """The checkpoint that the database holds itself, written in the transaction of the last entry."""

    frontier: Frontier
    root: bytes

    @property
    def size(self) -> int:
        """The number of entries that the head covers."""
        return self.frontier.size

    def grown(self, leaves: Sequence[bytes]) -> Head:
        """Give the head after entries with these leaf hashes were added."""
        frontier = self.frontier.extended(leaves)
        return Head(frontier, frontier.root())


class Store(Protocol):
    """A database that holds one journal; every method raises StoreFailed where the database fails."""

    @property
    def still(self) -> Problem | None:
        """Why the store can only be read, if it cannot be written."""

    def head(self) -> Head:
        """Read the head."""

    def size(self) -> int:
        """The number of the last entry that is stored, whatever the head says."""

    def last(self) -> Row | None:
        """Read the entry with the greatest number, if there is any."""

    def bundles(self, after: int = 0) -> Iterator[Bundle]:
        """Read the bundles with entries behind a number, in their order; holds no lock between two of them."""

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Read the entries behind a number in their order."""

    def numbers(self, act_ids: Sequence[bytes], *, sure: bool = True) -> dict[bytes, int]:
        """Tell which of these acts are in the journal, each with the number of its entry.

        Where it is not to be `sure` the entry itself is not read: acts whose ids begin alike may be taken for one.
        """

    def reading(self) -> AbstractContextManager[None]:
        """See one state of the journal while the block runs, whatever others append."""

    def writing(self) -> AbstractContextManager[None]:
        """Be the only writer while the block runs; all it appends is kept at its end, or nothing."""

    def append(self, batch: Batch, head: Head) -> None:
        """Add entries with the ids of their acts and replace the head, inside of `writing`."""

    def version(self) -> int:
        """A number that differs after another program has appended; cheap enough to ask every few milliseconds."""

    def copy(self, place: str) -> None:
        """Copy the database as it stands now into a new file; StoreFailed where the database has its own tool."""

    def faults(self) -> list[str]:
        """Let the database check itself; sentences, none if it is sound."""

    def close(self) -> None:
        """Let go of the database."""


def rows_of(bundles: Iterator[Bundle], after: int) -> Iterator[Row]:
    """Give the entries of bundles behind a number, one by one."""
    for bundle in bundles:
        for row in bundle.rows():
            if row.number > after:
                yield row
