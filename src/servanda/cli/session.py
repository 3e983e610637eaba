"""servanda session: one session."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.sessions import Convene
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.sessions import session_page


@click.command("session")
@click.argument("name")
@question
def command(name: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Show a session: who was there, what was decided, what is open."""
    seen = view(as_of, known_by)
    page = session_page(seen, name)
    if page is None:
        not_found("session", name, (act.of for act, _event in seen.book.acts(Convene)))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
