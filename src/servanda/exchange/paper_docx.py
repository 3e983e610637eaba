"""A paper as DOCX, for those who must go on writing in it."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from servanda.exchange.extras import needed
from servanda.exchange.paper import Paper, PaperTable

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # the library puts a day of its own; a paper's day is the one it speaks of


def to_docx(paper: Paper) -> bytes:
    """The paper as an Office Open XML document; raises Missing where python-docx is not installed."""
    document = needed("docx", "papers").Document()
    _set_up(document, paper)
    document.add_heading(paper.title, level=1)
    document.add_paragraph(paper.told)
    for name, value in paper.facts:
        line = document.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(value)
    for one in paper.tables:
        _add_table(document, one)
    document.add_paragraph()
    document.add_paragraph(f"{paper.closing}\n{paper.cite}").style = "Intense Quote"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, paper: Paper) -> None:
    """The sheet, and what the file says of itself; it names no author and no clock."""
    section, about = document.sections[0], document.core_properties
    about.title, about.author, about.language, about.comments = paper.title, "", paper.language, paper.cite
    about.created = about.modified = about.last_printed = _EPOCH
    if paper.is_wide:
        section.orientation = needed("docx.enum.section", "papers").WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width


def _add_table(document: Any, one: PaperTable) -> None:
    document.add_heading(one.heading, level=2)
    table = document.add_table(rows=1, cols=len(one.columns), style="Light List")
    rows = [one.columns, *one.rows]
    for _row in one.rows:
        table.add_row()
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
