"""What a database must be able to do to keep a journal; one file per database fulfils it.

A store knows rows and hashes, and nothing of acts. It has one writer at a time and never changes a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from servanda.journal.merkle import Frontier
from servanda.problems import Problem


class StoreFailed(Exception):
    """The database gave or took no bytes: damaged, locked or full; `problem` says it for the user."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Row:
    """One stored entry: its number from 1, the id of its act, its leaf hash and its bytes."""

    number: int
    act_id: str
    leaf: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The checkpoint that the database holds itself, written in the transaction of the last entry."""

    frontier: Frontier
    root: bytes

    @property
    def size(self) -> int:
        """The number of entries that the head covers."""
        return self.frontier.size


class Store(Protocol):
    """A database that holds one journal; every method raises StoreFailed where the database fails."""

    def head(self) -> Head:
        """Read the head."""

    def last(self) -> Row | None:
        """Read the row with the greatest number, if there is any."""

    def rows(self, after: int = 0) -> Iterator[Row]:
        """Read the rows behind a number in their order; holds no lock between two rows."""

    def known(self, act_ids: Sequence[str]) -> set[str]:
        """Tell which of these acts are in the journal."""

    def reading(self) -> AbstractContextManager[None]:
        """See one state of the journal while the block runs, whatever others append."""

    def writing(self) -> AbstractContextManager[None]:
        """Be the only writer while the block runs; all it appends is kept at its end, or nothing."""

    def append(self, rows: Sequence[Row], head: Head) -> None:
        """Add rows and replace the head, inside of `writing`."""

    def faults(self) -> list[str]:
        """Let the database check itself; sentences, none if it is sound."""

    def close(self) -> None:
        """Let go of the database."""
