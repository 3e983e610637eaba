"""servanda funnel: how far an organisation's documents came."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.funnel import funnel_page


@click.command("funnel")
@click.argument("body")
@question
def command(body: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Count the documents of a body: adopted, signed by all, in force for all, carried out."""
    seen = view(as_of, known_by)
    page = funnel_page(seen, body)
    if page is None:
        not_found("organisation or organ", body, (act.of for act, _event in seen.book.acts(Organisation)))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
