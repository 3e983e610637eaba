"""servanda commitments: what was promised."""

from __future__ import annotations

from datetime import date

import click

from servanda.cli.common import question, view
from servanda.pages.commitments import commitments_page
from servanda.pages.faces import to_json, to_text


@click.command("commitments")
@question
def command(as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """List commitments with their state."""
    page = commitments_page(view(as_of, known_by))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
