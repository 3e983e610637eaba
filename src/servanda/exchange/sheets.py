"""Rows of a spreadsheet, from CSV or XLSX, with the numbers that its user sees; bounded, and never evaluated."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from servanda.problems import Place, Problem

SIZE = 16 * 1024 * 1024
UNPACKED = 256 * 1024 * 1024
ROWS, CELLS = 100_000, 64


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
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return list(_bounded(enumerate(sheet.iter_rows(values_only=True), start=1))), ""
    except _TooMuch as error:
        return [], str(error)
    except Exception as error:  # noqa: BLE001 - the library raises what it likes for a broken file
        return [], f"the file is no workbook ({type(error).__name__})"


class _TooMuch(ValueError):
    """The sheet is larger than a plan can be."""


def _bounded(rows: Iterator[tuple[int, tuple[object, ...]]]) -> Iterator[Row]:
    for count, (number, cells) in enumerate(rows, start=1):
        if count > ROWS:
            raise _TooMuch(f"the sheet has more than {ROWS:,} rows")
        yield Row(number, cells[:CELLS])
