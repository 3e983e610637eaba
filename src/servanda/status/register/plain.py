"""The register of a small book: its commitments are made, with their reasons, for each day that is asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from servanda.status.commitment import RANKS, Commitment
from servanda.status.commitments import commitments
from servanda.status.figures import Figures, by_rank
from servanda.status.register.rows import (
    ALL,
    Narrowed,
    Register,
    Rows,
    Scored,
    by_due,
    is_counted,
    may_lie,
    organisations_of_all,
    scored,
)


class PlainRegister(Register):
    """The commitments of a book, made for each day that is asked about."""

    def _scored(self, as_of: date, narrowed: Narrowed) -> dict[str, Scored]:
        found = self._found(as_of, narrowed)
        classes = {rank: [one for one in found if one.rank == rank] for rank in RANKS}
        return {rank: scored(rows, as_of) for rank, rows in classes.items() if rows}

    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""
        return by_rank(self._found(as_of, narrowed), as_of)

    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> PlainRows:
        """The commitments by a day, the newest first, then by name and party."""
        return PlainRows(self._found(as_of, narrowed))

    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> PlainRows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""
        return PlainRows(tuple(sorted((one for one in self._found(as_of, narrowed) if one.is_open), key=by_due)))

    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""
        return organisations_of_all(self.book, commitments(self.book, as_of))

    def _found(self, as_of: date, narrowed: Narrowed) -> tuple[Commitment, ...]:
        found = commitments(self.book, as_of)
        return found if narrowed == ALL else tuple(one for one in found if narrowed.fits(self.book, one))


@dataclass(frozen=True, slots=True)
class PlainRows(Rows):
    """Commitments that are made already."""

    found: tuple[Commitment, ...]

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, at: int) -> Commitment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Commitment]: ...
    def __getitem__(self, at: int | slice) -> Commitment | Sequence[Commitment]:
        return self.found[at]

    def __iter__(self) -> Iterator[Commitment]:
        return iter(self.found)

    def made_in(self, start: date, end: date) -> PlainRows:
        """Those that may be made between two days, both included."""
        return PlainRows(tuple(one for one in self.found if may_lie(one.made, start, end)))

    def due_in(self, start: date, end: date) -> PlainRows:
        """Those that may be due between two days, both included."""
        return PlainRows(tuple(one for one in self.found if may_lie(one.due, start, end)))

    def counted(self, as_of: date, rank: str = "", figure: str = "") -> PlainRows:
        """Those of a class that one of the figures counts; what is empty narrows nothing."""
        return PlainRows(tuple(one for one in self.found if is_counted(one, as_of, rank, figure)))

    def by_rank(self) -> Counter[str]:
        """How many of these are of each class."""
        return Counter(one.rank for one in self.found)

    def by_party(self) -> Counter[str]:
        """How many of these each party has; nobody's name where no state answers."""
        return Counter(one.party for one in self.found)
