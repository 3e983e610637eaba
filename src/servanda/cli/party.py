"""servanda party: one state."""

from __future__ import annotations

from datetime import date

import click

from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.states import state_page


@click.command("party")
@click.argument("code")
@question
def command(code: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Show a state: memberships, standing, and what waits for it."""
    seen = view(as_of, known_by)
    page = state_page(seen, code.upper())
    if page is None:
        not_found("state", code, sorted({actor for one in seen.book.held for actor in one.act.actors}))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
