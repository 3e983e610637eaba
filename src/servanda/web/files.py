"""A page as a file: its data, one of its tables, linked data, or a paper to be printed.

A paper takes seconds where a page takes milliseconds, so one is made at a time, and none of a page whose tables are too
long to be read on paper; the cache in front keeps what was made until the journal grows.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest, HttpResponse

from servanda.exchange.extras import Missing
from servanda.exchange.jsonld import linked
from servanda.exchange.paper import paper
from servanda.exchange.paper_docx import to_docx
from servanda.exchange.paper_pdf import to_pdf
from servanda.exchange.tables import Table, table_named, table_names, to_csv, to_parquet
from servanda.pages.faces import to_json
from servanda.pages.parts import Page
from servanda.web.negotiation import JSON, face_of
from servanda.web.refusal import Refusal
from servanda.words.phrases import joined, say

TYPES = {
    "json": JSON,
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LONGEST = 1500
"""So many rows a paper may have, which are some fifty sheets."""
PATIENCE = 10.0
"""So many seconds a paper waits for the one that is being made."""

_PAPERS: dict[str, Callable[[Any], bytes]] = {"pdf": to_pdf, "docx": to_docx}
_TABLES: dict[str, Callable[[Table], bytes]] = {"csv": lambda table: to_csv(table).encode(), "parquet": to_parquet}
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")
_making = threading.Lock()


def file(request: HttpRequest, page: Page) -> HttpResponse:
    """The page as the file that the address asks for; raises Refusal."""
    face, table = face_of(request), table_asked(request)
    try:
        data = _made(request, page, face, table)
    except Missing as missing:
        raise _not_installed(missing) from missing
    response = HttpResponse(data, content_type=TYPES[face])
    if face not in ("json", "jsonld"):
        response["Content-Disposition"] = (
            f'{"inline" if face == "pdf" else "attachment"}; filename="{_name(page, table)}.{face}"'
        )
    return response


def table_asked(request: HttpRequest) -> str:
    """The table that an address names; raises Refusal where it names two."""
    names = request.GET.getlist("table")
    if len(names) > 1:
        detail = say("The address gives “{name}” twice.", name="table")
        raise Refusal(400, say("One answer at a time"), detail, say("Keep one of them."))
    return names[0] if names else ""


def _made(request: HttpRequest, page: Page, face: str, table: str) -> bytes:
    if face in _TABLES:
        return _TABLES[face](_table(page, table))
    if face in _PAPERS:
        return _paper(page, face)
    return _linked(request, page) if face == "jsonld" else to_json(page)


def _table(page: Page, name: str) -> Table:
    """The table of a name, or the first one where none is named."""
    names = table_names(type(page))
    if not names:
        detail, hint = say("This page has no table."), say("It can be had as JSON.")
        raise Refusal(404, say("No such table"), detail, hint)
    if name and name not in names:
        detail = say("This page has no table “{name}”.", name=_printable(name))
        raise Refusal(404, say("No such table"), detail, say("It has: {names}.", names=joined(", ", list(names))))
    return table_named(page, name or names[0])


def _paper(page: Page, face: str) -> bytes:
    made = paper(page)
    rows = sum(len(table.rows) for table in made.tables)
    if rows > LONGEST:
        detail = say(
            "A paper of this page would have {rows} rows; at most {most} are printed.", rows=rows, most=LONGEST
        )
        raise Refusal(404, say("Too long for a paper"), detail, say("Its tables can be had as CSV."))
    with _alone():
        return _PAPERS[face](made)


@contextmanager
def _alone() -> Iterator[None]:
    if not _making.acquire(timeout=PATIENCE):
        hint = say("Try again in a moment.")
        raise Refusal(503, say("Busy"), say("Other papers are being made."), hint, {"Retry-After": "10"})
    try:
        yield
    finally:
        _making.release()


def _linked(request: HttpRequest, page: Page) -> bytes:
    told = linked(page, f"{request.scheme}://{request.get_host()}")
    if told is None:
        detail = say("This page is about no single thing that linked data could name.")
        raise Refusal(404, say("No linked data"), detail, say("It can be had as JSON."))
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _not_installed(missing: Missing) -> Refusal:
    detail = say("This portal cannot make such files: {why}.", why=str(missing))
    hint = say("Whoever runs it can add them; the same can be had as JSON, and tables as CSV.")
    return Refusal(503, say("Not installed here"), detail, hint)


def _name(page: Page, table: str) -> str:
    """A name for the file: the address of the page with its day, and the table."""
    return _NOT_IN_A_NAME.sub("-", f"servanda{page.address} {table}").strip("-")


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)
