"""The memberships of the Global Governance Observatory: one row for each party of each treaty.

What a row becomes:

| column | act |
|---|---|
| signature | `sign` |
| consent | `consent` (the register does not tell by which means) |
| entry_into_force_state | `expect … in force for PARTY since DAY` |
| withdrawal_or_end | `expect … ended for PARTY since DAY` (withdrawal, or the treaty's own end: it is not told) |

No row holds a clause: every instrument is recorded, not computed, so the days of entry into force are the testimony
of the register and are shown with it as their source. `atlas` reads the arrays straight from the columns; `acts`
(in `ggo_acts`) makes the same of single acts; tests compare the two.

Rows are grouped by `source_id` where the file has one: `treaty_id` holds the year of the row's own beginning, so that
one treaty may be split into dozens. Where a row ends before it begins, neither is used, and its number is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from servanda.exchange.parquet import Coded, NotReadable, read_parquet
from servanda.exchange.register_days import Cell, read_cell
from servanda.exchange.summary import Summary
from servanda.status.atlas import Atlas, numbered
from servanda.status.packing import CONSENT, WITHDRAWAL, Bits, Columns
from servanda.status.spells import Measure, Reading, Turn
from servanda.words.registers import party_of_register

SIGNED, CONSENTED, BEGINS, ENDS = DAYS = ("signature", "consent", "entry_into_force_state", "withdrawal_or_end")
OPENS: dict[Measure, str] = {"in force": BEGINS, "consented": CONSENTED}
WANTED = ("treaty_id", "title", "state", "treaty_signature", *DAYS)
BEFORE = "the end lies before the beginning"
_PARTIAL, _NONE = -2, -1
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")

Rows = NDArray[np.intp]


def read_memberships(path: Path, name: str = "ggo-2025") -> Memberships:
    """Read a Parquet file of memberships; `name` is the source's in the record. Raises NotReadable."""
    return Memberships(read_parquet(path, WANTED, ("source_id",)), name)


@dataclass(frozen=True)
class Memberships:
    """A register of memberships: its columns, each text once, and the name of the source."""

    columns: dict[str, Coded]
    source: str

    def __len__(self) -> int:
        return len(self.columns["state"])

    # -- who and what ----------------------------------------------------------------------------------

    @cached_property
    def treaties(self) -> Coded:
        """The identity of each row's treaty: its source_id, else its treaty_id."""
        stable, written = self.columns.get("source_id"), self.columns["treaty_id"]
        if stable is None:
            return written
        return Coded.of(stable[row] or written[row] for row in range(len(self)))

    @cached_property
    def instruments(self) -> tuple[str, ...]:
        """The names of the treaties in the record."""
        names = tuple(f"{self.source}/{instrument_part(text)}" for text in self.treaties.texts)
        if len(set(names)) < len(names):
            raise NotReadable("two treaties of the register would have one name")
        return names

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties that the register names, by code."""
        return tuple(sorted({party for text in self.columns["state"].texts if (party := party_of_register(text))}))

    @cached_property
    def party(self) -> NDArray[np.int32]:
        """The number of each row's party; -1 where the register does not name one party."""
        numbers = {party: number for number, party in enumerate(self.parties)}
        state = self.columns["state"]
        return _by_text(state, [numbers.get(party_of_register(text) or "", _NONE) for text in state.texts], _NONE)

    def cell(self, column: str, row: int) -> Cell:
        """What a cell of a column of days says."""
        return read_cell(self.columns[column][row])

    # -- as an atlas -----------------------------------------------------------------------------------

    def atlas(self, measure: Measure = "in force", reading: Reading = "surely") -> Atlas:
        """The atlas of the register, straight from the columns.

        Cells with partial days, or with several beginnings, are read one by one, as they are from a book.
        """
        begins, ends = self._days(OPENS[measure]), self._days(ENDS)
        odd = self._odd(begins, ends)
        columns = self._plain(np.flatnonzero(odd), measure, reading)
        for days, kind in ((begins, CONSENT), (ends, WITHDRAWAL)):
            rows = np.flatnonzero(~odd & (days > 0))
            kinds = np.full(len(rows), kind, dtype=np.int8)
            columns = columns.beside(Columns(self.treaties.codes[rows], self.party[rows], days[rows], kinds))
        return Atlas.of_columns(columns, self.instruments, self.parties)

    def _days(self, column: str) -> NDArray[np.int32]:
        """The days of a column as numbers; negative where there is none, or a partial one, or it is not used."""
        coded = self.columns[column]
        days = _by_text(coded, [_number(read_cell(text)) for text in coded.texts], _NONE)
        unused = self.contradicts if column in (BEGINS, ENDS) else np.zeros(len(self), dtype=np.bool_)
        days[unused | (self.party < 0)] = _NONE
        return days

    @cached_property
    def contradicts(self) -> Bits:
        """The rows that surely end before they begin."""
        ends = self._bound(ENDS, last=True)
        begins = [self._bound(column, last=False) for column in (BEGINS, CONSENTED)]
        found: Bits = (ends > 0) & ((ends < begins[0]) | (ends < begins[1]))
        return found

    def _bound(self, column: str, *, last: bool) -> NDArray[np.int32]:
        """The last, or the first, day that each cell may mean."""
        cells = [read_cell(text).day for text in self.columns[column].texts]
        numbers = [_NONE if day is None else (day.last if last else day.first).toordinal() for day in cells]
        return _by_text(self.columns[column], numbers, _NONE)

    def _odd(self, begins: NDArray[np.int32], ends: NDArray[np.int32]) -> Bits:
        """The rows of a party and treaty of which some day is partial, or which begin on different days."""
        pair = self.treaties.codes.astype(np.int64) << 32 | self.party
        partial = pair[(begins == _PARTIAL) | (ends == _PARTIAL)]
        days = np.unique(np.stack([pair[begins > 0], begins[begins > 0]], axis=1), axis=0)[:, 0]
        several = days[1:][days[1:] == days[:-1]]
        found: Bits = np.isin(pair, np.concatenate([partial, several])) & (self.party >= 0)
        return found

    def _plain(self, rows: Rows, measure: Measure, reading: Reading) -> Columns:
        turns = [turn for row in rows.tolist() for turn in self._turns(row, measure)]
        return numbered(turns, self.instruments, self.parties, reading)

    def _turns(self, row: int, measure: Measure) -> list[Turn]:
        of, party = self.instruments[int(self.treaties.codes[row])], self.parties[int(self.party[row])]
        unused = {BEGINS, ENDS} if self.contradicts[row] else set()
        cells = [(OPENS[measure], CONSENT), (ENDS, WITHDRAWAL)]
        days = [(self.cell(column, row).day, kind) for column, kind in cells if column not in unused]
        return [Turn(of, party, day, kind) for day, kind in days if day]

    # -- what became of the rows -----------------------------------------------------------------------

    def summary(self) -> Summary:
        """How many acts the rows give, and all that is left out, with its row and the reason."""
        found = Summary(len(self))
        state = self.columns["state"]
        for row in np.flatnonzero(self.party < 0).tolist():
            found.leave_out(row, "state", state[row], "not one party that a list of codes knows")
        for row in np.flatnonzero(self.contradicts & (self.party >= 0)).tolist():
            found.leave_out(row, ENDS, self.columns[ENDS][row], BEFORE)
        for column in DAYS:
            self._count(column, found)
        return found

    def _count(self, column: str, found: Summary) -> None:
        """Count one column's acts, those that say the same again, and the cells that are no day."""
        coded = self.columns[column]
        cells = [read_cell(text) for text in coded.texts]
        kinds = _by_text(coded, [_KINDS[cell.kind] for cell in cells], 0)
        for row in np.flatnonzero((kinds == _KINDS["broken"]) & (self.party >= 0)).tolist():
            found.leave_out(row, column, coded[row], "not a day that can be read")
        used = (kinds == _KINDS["day"]) & (self.party >= 0)
        used &= ~self.contradicts if column in (BEGINS, ENDS) else True
        told = np.stack([self.treaties.codes[used], self.party[used], coded.codes[used]], axis=1)
        once = len(np.unique(told, axis=0))
        found.acts[column] = once
        found.repeated += len(told) - once
        marked = [bool(cell.day and cell.day.approximate) for cell in cells]
        found.not_certain += int((_by_text(coded, marked, 0).astype(np.bool_) & used).sum())


_KINDS = {"empty": 0, "day": 1, "open": 2, "broken": 3}


def instrument_part(text: str) -> str:
    """A treaty's identity as a part of a name: `AC05PS_2001E1:MARPOL_1973A` becomes `ac05ps-2001e1-marpol-1973a`."""
    return _NOT_IN_A_NAME.sub("-", text.lower()).strip("-")


def _number(cell: Cell) -> int:
    if cell.day is None:
        return _NONE
    return cell.day.first.toordinal() if cell.day.first == cell.day.last else _PARTIAL


def _by_text(column: Coded, numbers: list[Any], absent: int) -> NDArray[np.int32]:
    """A number for each row, from one for each text."""
    return np.array([*numbers, absent], dtype=np.int32)[column.codes]
