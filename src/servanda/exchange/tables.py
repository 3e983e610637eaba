"""The tables of a page, flat: for CSV and Parquet, with the day, the address and the licence in every row.

A reference becomes two columns (its code and its name), a list of references the same with `; ` between; reasons
become their words and the ids of their acts. What is nested deeper stands as JSON in its cell. Nothing of a row is left
out, so that a figure can be computed again from what was downloaded.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from servanda.exchange.extras import needed
from servanda.pages.faces import to_data
from servanda.pages.parts import ActRef, Page, PartyRef, ReasonLine, ThingRef

BETWEEN = "; "
FRAME = ("as_of", "known", "address", "licence")
"""What every row says beside its own columns, so that it can be cited when it is taken out of its table."""

_PLAIN_REFS: dict[type, tuple[str, str]] = {
    PartyRef: ("code", "name"),
    ThingRef: ("id", "title"),
    ActRef: ("id", "head"),
}
_FORMULA = ("=", "+", "@", "\t", "\r")

Cell = str | int | bool | None


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Column:
    """One or two columns of a field, and how their cells are made of its value."""

    names: tuple[str, ...]
    cells: Callable[[Any], tuple[Cell, ...]]


def table_names(page: type[Page]) -> tuple[str, ...]:
    """The tables that pages of a kind have: their lists of rows, in the order of the page."""
    return tuple(name for name, row in _lists(page) if dataclasses.is_dataclass(row))


def tables(page: Page) -> tuple[Table, ...]:
    """All tables of a page."""
    return tuple(table_named(page, name) for name in table_names(type(page)))


def to_csv(table: Table) -> str:
    """A table as CSV (RFC 4180); before a text that a spreadsheet would take for a formula stands an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_parquet(table: Table) -> bytes:
    """A table as Parquet, its cells as text; raises Missing where pyarrow is not installed."""
    arrow, parquet = needed("pyarrow", "analysis"), needed("pyarrow.parquet", "analysis")
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    texts = [[None if cell is None else str(cell) for cell in column] for column in columns]
    arrays = [arrow.array(column, type=arrow.string()) for column in texts]
    out = io.BytesIO()
    parquet.write_table(arrow.table(dict(zip(table.columns, arrays, strict=True))), out)
    return out.getvalue()


def table_named(page: Page, name: str) -> Table:
    """One of the tables of a page; it must be one of `table_names`."""
    row_type = dict(_lists(type(page)))[name]
    columns = tuple(_columns(row_type, ""))
    frame = tuple(str(getattr(page, field)) for field in FRAME)
    rows = tuple((*_cells(columns, row), *frame) for row in getattr(page, name))
    return Table(name, (*(one for column in columns for one in column.names), *FRAME), rows)


def _lists(page: type[Page]) -> Iterator[tuple[str, Any]]:
    """The lists of a page, with the type of their rows."""
    for name, hint in get_type_hints(page).items():
        if get_origin(hint) is list:
            yield name, get_args(hint)[0]


def _columns(row: Any, prefix: str) -> Iterator[_Column]:
    """The columns of a record type."""
    for name, hint in get_type_hints(row).items():
        yield from _column(name, prefix + name, _required(hint))


def _column(field: str, name: str, hint: Any) -> Iterator[_Column]:
    inner = get_args(hint)[0] if get_origin(hint) is list else None
    if hint in _PLAIN_REFS or inner in _PLAIN_REFS:
        yield _references(field, name, _PLAIN_REFS[inner or hint], several=inner is not None)
    elif inner is ReasonLine:
        yield _Column((name, f"{name}_acts"), lambda row: _reasons(getattr(row, field)))
    elif inner is str:
        yield _Column((name,), lambda row: (BETWEEN.join(getattr(row, field)),))
    elif dataclasses.is_dataclass(inner or hint):
        yield _Column((name,), lambda row: (_json(getattr(row, field)),))
    else:
        yield _Column((name,), lambda row: (_plain(getattr(row, field)),))


def _references(field: str, name: str, parts: tuple[str, str], *, several: bool) -> _Column:
    """A reference, or a list of them, in two columns."""

    def cells(row: Any) -> tuple[Cell, ...]:
        value = getattr(row, field)
        refs = value if several else [value] if value else []
        return tuple(BETWEEN.join(getattr(ref, part) for ref in refs) for part in parts)

    return _Column((f"{name}_{parts[0]}", name), cells)


def _reasons(reasons: list[ReasonLine]) -> tuple[Cell, ...]:
    words = BETWEEN.join(" ".join(filter(None, (one.words, one.authority and f"({one.authority})"))) for one in reasons)
    return words, BETWEEN.join(dict.fromkeys(act.id for one in reasons for act in one.acts))


def _cells(columns: Iterable[_Column], row: Any) -> Iterator[Cell]:
    for column in columns:
        yield from column.cells(row)


def _required(hint: Any) -> Any:
    """The type of a field without its note and without None."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) is UnionType:
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _plain(value: Any) -> Cell:
    return value if value is None or isinstance(value, bool | int) else str(value)


def _json(value: Any) -> str:
    return json.dumps(to_data(value), ensure_ascii=False) if value else ""


def _safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet runs."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    is_formula = cell.startswith(_FORMULA) or (cell[:1] == "-" and not cell[1:2].isdigit())
    return f"'{cell}" if is_formula else cell
