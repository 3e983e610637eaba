"""servanda status: is a document in force?"""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Instrument
from servanda.cli.common import not_found, question, view
from servanda.pages.documents import document_page
from servanda.pages.faces import to_json, to_text


@click.command("status")
@click.argument("instrument")
@question
def command(instrument: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Tell whether a document is in force, since when, and why."""
    seen = view(as_of, known_by)
    page = document_page(seen, instrument)
    if page is None:
        not_found("document", instrument, (act.of for act, _event in seen.book.acts(Instrument)))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
