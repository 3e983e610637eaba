"""servanda barriers: limits on instruments, and their counts."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.barriers import barriers_page
from servanda.pages.faces import to_json, to_text


@click.command("barriers")
@click.argument("organisation", required=False, default="")
@question
def command(organisation: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """List barriers, exemptions and restrictions, with counts over time and targets."""
    seen = view(as_of, known_by)
    if organisation and seen.book.declared(Organisation, organisation) is None:
        not_found("organisation", organisation, (act.of for act, _event in seen.book.acts(Organisation)))
    page = barriers_page(seen, organisation)
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
