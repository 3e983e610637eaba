"""The tables of pages: every value of a row, in CSV that any reader takes and no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from servanda.exchange.tables import FRAME, Table, table_names, tables, to_csv
from servanda.pages.commitments import commitments_page
from servanda.pages.documents import DocumentPage, document_page, documents_page
from servanda.pages.faces import to_data
from servanda.pages.sessions import session_page, sessions_page
from servanda.pages.states import state_page, states_page
from servanda.pages.today import today_page
from tests.pages.league import view

PAGES = {
    "sessions": lambda: sessions_page(view()),
    "session": lambda: session_page(view(), "league/council/2020-12-18"),
    "documents": lambda: documents_page(view()),
    "document": lambda: document_page(view(), "river-treaty"),
    "states": lambda: states_page(view()),
    "state": lambda: state_page(view(), "BE"),
    "commitments": lambda: commitments_page(view()),
    "today": lambda: today_page(view()),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_table_has_a_row_for_each_row_of_the_page_and_says_all_of_it(name: str) -> None:
    page = PAGES[name]()
    data = to_data(page)
    for table in tables(page):
        assert len(table.rows) == len(data[table.name])
        for row, told in zip(table.rows, data[table.name], strict=True):
            written = " ".join(map(str, row))
            assert [leaf for leaf in leaves(told) if leaf not in written] == []


def leaves(data: Any, key: str = "") -> Iterator[str]:
    """What a row says; of an act its id says the rest, and an empty field says nothing."""
    if isinstance(data, list):
        for one in data:
            yield from leaves(one, key)
    elif isinstance(data, dict) and "confidence" in data:
        yield data["id"]
    elif isinstance(data, dict):
        for name, one in data.items():
            if name != "on" or key != "reasons":
                yield from leaves(one, name)
    elif data is not None:
        yield json.dumps(data, ensure_ascii=False)[1:-1] if isinstance(data, str) and key in NESTED else str(data)


NESTED = {"reports", "assessments", "challenges"}


def test_a_row_can_be_cited_when_it_is_taken_out_of_its_table() -> None:
    (table,) = tables(documents_page(view()))
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert {name: row[name] for name in FRAME} == {
        "as_of": "2021-01-01",
        "known": "today",
        "address": "/documents?as-of=2021-01-01",
        "licence": "CC BY 4.0",
    }


def test_references_have_a_column_for_the_code_and_one_for_the_name() -> None:
    (table,) = tables(sessions_page(view()))
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["chair_code"], row["chair"]) == ("BE", "Belgium")


def test_an_empty_table_has_its_columns() -> None:
    table = tables(documents_page(view(date(1990, 1, 1))))[0]
    assert table.rows == ()
    assert table.columns[:2] == ("document_id", "document")
    assert to_csv(table) == ",".join(table.columns) + "\r\n"


def test_csv_is_read_back_cell_by_cell() -> None:
    page = document_page(view(), "river-treaty")
    for table in tables(page):
        back = list(csv.reader(io.StringIO(to_csv(table), newline="")))
        assert back[0] == list(table.columns)
        cells = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
        assert [[cell.removeprefix("'") for cell in row] for row in back[1:]] == cells


@pytest.mark.parametrize("text", ["=1+1", "+1", "@x", "\t=1", "\r=1", "-x"])
def test_a_text_that_a_spreadsheet_would_run_is_a_text(text: str) -> None:
    written = to_csv(Table("t", ("a",), ((text,),)))
    assert next(iter(list(csv.reader(io.StringIO(written, newline="")))[1:])) == [f"'{text}"]


def test_a_number_below_zero_stays_a_number() -> None:
    assert to_csv(Table("t", ("a", "b"), (("-1", -2),))) == "a,b\r\n-1,-2\r\n"


def test_the_names_of_tables_are_known_without_a_page() -> None:
    assert table_names(DocumentPage) == (
        "depositary",
        "lacking",
        "progress",
        "timeline",
        "chart",
        "signatures",
        "versions",
        "provisions",
        "reasons",
    )
