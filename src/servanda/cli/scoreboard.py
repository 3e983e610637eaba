"""servanda scoreboard: figures of commitments by state and topic."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.monitoring import Select
from servanda.cli.common import known_organisation, not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.scoreboard import Asked, scoreboard_page


@click.command("scoreboard")
@click.option("--selection", default="", metavar="NAME", help="Only the commitments that this selection chose.")
@click.option("--organisation", default="", metavar="NAME", help="Only commitments made in this organisation.")
@click.option("--by-figure", is_flag=True, help="Order states by what is past due, not by the alphabet.")
@question
def command(
    selection: str, organisation: str, as_of: date | None, known_by: int | str | None, *, by_figure: bool, as_json: bool
) -> None:
    """Show states and topics, one class at a time, every figure with its coverage and formula."""
    seen = view(as_of, known_by)
    if selection and not seen.book.acts(Select, selection, seen.as_of):
        not_found("selection", selection, (act.of for act, _event in seen.book.acts(Select)))
    if organisation:
        known_organisation(seen, organisation)
    page = scoreboard_page(seen, Asked(selection, organisation, order="figure" if by_figure else ""))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
