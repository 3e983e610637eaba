"""Rows of a spreadsheet, from CSV or XLSX, with the numbers that its user sees; bounded, and never evaluated."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from servanda.problems import Place, Problem

SIZE = 16 * 1024 * 1024
UNPACKED = 256 * 1024 * 1024
MERGED = 32 * 1024 * 1024
"""Sheets up to this size are asked for joined cells, which needs all of the sheet in memory."""
ROWS, CELLS = 100_000, 64
TITLE = 4
"""A cell that is joined across so many columns of five is a title."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number from 1, and its cells: text, numbers or dates."""

    number: int
    cells: tuple[object, ...]


def read_sheet(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of the first sheet of a file, or the problem that prevents it."""
    name = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(SIZE + 1)
    except OSError as error:
        return [], [Problem("B616", f"the file cannot be read: {error.strerror}", Place(name), "check the path")]
    if len(data) > SIZE:
        return [], [Problem("B616", f"the file is over the limit of {SIZE:,} bytes", Place(name), "split the plan")]
    rows, wrong = _xlsx(data) if data.startswith(b"PK") else _csv(data)
    if wrong:
        return [], [Problem("B616", wrong, Place(name), "save the sheet as CSV in UTF-8, or as XLSX")]
    return rows, []


def _csv(data: bytes) -> tuple[list[Row], str]:
    """Comma, semicolon or tab, whichever the first line has most of."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [], f"byte {error.start + 1} is not UTF-8"
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(_bounded((reader.line_num, tuple(cells)) for cells in reader)), ""
    except (csv.Error, _TooMuch) as error:
        return [], f"line {reader.line_num}: {error}"


def _xlsx(data: bytes) -> tuple[list[Row], str]:
    """The values of the first sheet; formulas give what was last computed, nothing is run."""
    from openpyxl import load_workbook  # noqa: PLC0415 - half a second that only a spreadsheet needs

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                return [], f"the sheet unpacks to more than {UNPACKED:,} bytes"
            merged = _has_merged_cells(packed)
        book = load_workbook(io.BytesIO(data), read_only=not merged, data_only=True)
        sheet = book.worksheets[0]
        rows = list(_bounded(enumerate(sheet.iter_rows(values_only=True), start=1)))
        return (_unmerged(rows, sheet.merged_cells.ranges) if merged else rows), ""
    except _TooMuch as error:
        return [], str(error)
    except Exception as error:  # noqa: BLE001 - the library raises what it likes for a broken file
        return [], f"the file is no workbook ({type(error).__name__})"


def _has_merged_cells(packed: zipfile.ZipFile) -> bool:
    """Tell whether a sheet small enough to be held as a whole joins any cells; a larger one is read as it is."""
    sheets = [part for part in packed.infolist() if part.filename.startswith("xl/worksheets/")]
    small = sum(part.file_size for part in sheets) <= MERGED
    return small and any(b"<mergeCell " in packed.read(part) for part in sheets)


def _unmerged(rows: list[Row], ranges: Iterable[Any]) -> list[Row]:
    """The rows with what a joined cell holds in each row that it covers.

    A cell across most of the table is a title: it stands in the first column of its first row.
    """
    cells = {row.number: list(row.cells) for row in rows}
    for one in ranges:
        if one.max_col - one.min_col + 1 >= TITLE:
            first = cells[one.min_row]
            first[0], first[one.min_col - 1] = first[one.min_col - 1], first[0]
            continue
        value = cells[one.min_row][one.min_col - 1]
        for number in range(one.min_row + 1, min(one.max_row, len(rows)) + 1):
            cells[number][one.min_col - 1] = value
    return [Row(number, tuple(found)) for number, found in cells.items()]


class _TooMuch(ValueError):
    """The sheet is larger than a plan can be."""


def _bounded(rows: Iterator[tuple[int, tuple[object, ...]]]) -> Iterator[Row]:
    for count, (number, cells) in enumerate(rows, start=1):
        if count > ROWS:
            raise _TooMuch(f"the sheet has more than {ROWS:,} rows")
        yield Row(number, cells[:CELLS])
