"""servanda export: a page as a file, in the format that somebody else asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

import click

from servanda.cli.common import asked_about, end, view
from servanda.exchange.extras import Missing
from servanda.exchange.openapi import openapi
from servanda.exchange.paper import paper
from servanda.exchange.paper_docx import to_docx
from servanda.exchange.paper_pdf import to_pdf
from servanda.exchange.tables import Table, tables, to_csv, to_parquet
from servanda.pages.addresses import ADDRESSES, page_at
from servanda.pages.faces import to_json
from servanda.pages.parts import Page
from servanda.problems import Problem

_TABLES: dict[str, Callable[[Table], bytes]] = {"csv": lambda table: to_csv(table).encode(), "parquet": to_parquet}
_PAPERS = {"pdf": to_pdf, "docx": to_docx}
FORMATS = ("json", *_TABLES, *_PAPERS, "openapi")


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("address", required=False, default="/")
@click.option("--table", default="", help="Which table of the page (csv, parquet); its first one when left out.")
@click.option("--to", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@asked_about
def command(
    format_: str,
    address: str,
    table: str,
    file: Path | None,
    as_of: date | None,
    known_by: int | str | None,
) -> None:
    """Write a page as a file: its data, its tables, or a paper to be printed.

    FORMAT is json, csv, parquet, pdf or docx; openapi describes all pages for machines and needs no ADDRESS.

    ADDRESS is that of the page in the portal, as /documents/cis-2011-fta or /sessions/cis/chs/2020-12-18/actions.
    """
    if format_ == "openapi":
        _write(to_json(openapi(ADDRESSES, version("servanda"))), file)
        return
    page = page_at(view(as_of, known_by), address)
    if page is None:
        end([Problem("C101", f"no page lies at {address}", None, f"one of: {', '.join(_written())}")])
    try:
        _write(_made(page, format_, table), file)
    except Missing as missing:
        end([Problem("C102", str(missing))])


def _made(page: Page, format_: str, table: str) -> bytes:
    if format_ in _PAPERS:
        return _PAPERS[format_](paper(page))
    return _TABLES[format_](_chosen(page, table)) if format_ in _TABLES else to_json(page)


def _chosen(page: Page, name: str) -> Table:
    """The table that is asked for; misuse where the page has none of the name."""
    found = {one.name: one for one in tables(page)}
    if (name and name not in found) or not found:
        end([Problem("C101", f"the page has no table '{name}'", None, f"its tables: {', '.join(found) or 'none'}")])
    return found[name] if name else next(iter(found.values()))


def _written() -> list[str]:
    return [address.path for address in ADDRESSES if address.make]


def _write(made: bytes, file: Path | None) -> None:
    if file:
        file.write_bytes(made)
    else:
        sys.stdout.buffer.write(made)
        sys.stdout.flush()
