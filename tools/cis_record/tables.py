"""The reference tables: rows with their place, so that every act can tell which row it came from."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

TABLES = (
    "acts",
    "instruments",
    "memberships",
    "organisations",
    "organs",
    "presidencies",
    "restrictions",
    "sessions",
    "topics",
)


@dataclass(frozen=True)
class Row:
    """A row of a table, with its line in the file (the header is line 1)."""

    table: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> Any:  # a word of a closed list as well: reading the record back checks it
        return self.cells[column]

    def __hash__(self) -> int:
        return hash(self.place)

    def several(self, column: str, separator: str = ";") -> tuple[str, ...]:
        """The parts of a cell that holds several."""
        return tuple(part.strip() for part in self[column].split(separator) if part.strip())

    @property
    def place(self) -> tuple[str, int]:
        """The table and the line."""
        return self.table, self.line


@dataclass(frozen=True)
class Tables:
    """All nine tables of a folder."""

    folder: Path

    def rows(self, table: str) -> list[Row]:
        """The rows of one table, in their order."""
        return self._all[table]

    def __iter__(self) -> Iterator[Row]:
        return (row for table in TABLES for row in self.rows(table))

    def one(self, table: str, **cells: str) -> Row:
        """The first row with these cells."""
        wanted = cells.items()
        return next(row for row in self.rows(table) if all(row[column] == value for column, value in wanted))

    @cached_property
    def _all(self) -> dict[str, list[Row]]:
        return {table: list(_read(self.folder / f"{table}.csv", table)) for table in TABLES}


def _read(path: Path, table: str) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for cells in reader:
            yield Row(table, reader.line_num, cells)
