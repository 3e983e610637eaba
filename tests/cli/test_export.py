"""Pages as files: data, tables, papers."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile

import pyarrow.parquet
import pypdfium2
import pytest

from tests.cli.league import run

DAY = ("--as-of", "2002-03-01")


def made(*arguments: str) -> bytes:
    result = run("export", *arguments, *DAY)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def test_json_is_what_the_question_answers(league) -> None:
    asked = run("session", "league/council/2001-05-10", "--json", *DAY)
    assert json.loads(made("json", "/sessions/league/council/2001-05-10")) == json.loads(asked.output)


def test_a_table_comes_as_csv_and_as_parquet_with_the_same_rows(league) -> None:
    address = ("/documents/league-waters", "--table", "chart")
    rows = list(csv.reader(io.StringIO(made("csv", *address).decode(), newline="")))
    table = pyarrow.parquet.read_table(io.BytesIO(made("parquet", *address)))
    assert table.column_names == rows[0]
    assert [["" if cell is None else cell for cell in row.values()] for row in table.to_pylist()] == rows[1:]
    assert len(rows) > 1


def test_the_first_table_is_meant_where_none_is_named(league) -> None:
    assert made("csv", "/documents").startswith(b"document_id,document,")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_pdf_says_what_the_page_says_and_is_the_same_twice(league, language: str) -> None:
    address = ("/sessions/league/council/2001-05-10/actions", "--language", language)
    pdf = made("pdf", *address)
    assert pdf == made("pdf", *address)
    assert pdf.startswith(b"%PDF-")
    assert {"en": "Action table", "ru": "Таблица поручений"}[language] in text_of(pdf)
    assert "as-of=2002-03-01" in text_of(pdf)


def test_a_docx_says_it_too_and_names_no_clock(league) -> None:
    address = ("docx", "/documents/league-waters")
    document = zipfile.ZipFile(io.BytesIO(made(*address))).read("word/document.xml").decode()
    core = zipfile.ZipFile(io.BytesIO(made(*address))).read("docProps/core.xml").decode()
    assert "Finland" in document
    assert "2000-01-01T00:00:00Z" in core


def test_openapi_needs_no_journal(folder) -> None:
    assert json.loads(made("openapi"))["openapi"] == "3.1.0"


def test_a_file_is_written_where_it_is_asked_for(league) -> None:
    assert made("csv", "/documents", "--to", "documents.csv") == b""
    assert (league / "documents.csv").read_bytes() == made("csv", "/documents")


@pytest.mark.parametrize(
    "address", ["/nowhere", "/documents/nothing", "documents", "/journal", "/sessions/x/absent/FI"]
)
def test_an_address_without_a_page_is_a_problem(league, address: str) -> None:
    result = run("export", "json", address, *DAY)
    assert result.exit_code == 1
    assert "C101" in result.stderr


def test_a_table_that_the_page_lacks_is_a_problem_that_names_those_it_has(league) -> None:
    result = run("export", "csv", "/documents/league-waters", "--table", "charts", *DAY)
    assert result.exit_code == 1
    assert "chart, signatures, versions, provisions, reasons" in result.stderr


@pytest.mark.parametrize(("format_", "module"), [("pdf", "typst"), ("docx", "docx"), ("parquet", "pyarrow")])
def test_a_library_that_is_not_there_is_a_problem_with_a_way_out(league, monkeypatch, format_, module) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = run("export", format_, "/documents", *DAY)
    assert result.exit_code == 1
    assert "C102" in result.stderr
    assert "pip install 'servanda[" in result.stderr
