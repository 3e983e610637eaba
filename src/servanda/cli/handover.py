"""servanda handover: what one presidency hands to the next."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.handover import handover_page, report_page


@click.command("handover")
@click.argument("organisation")
@click.option("--report", is_flag=True, help="The report of the presidency instead: interim, or final when it is over.")
@question
def command(organisation: str, as_of: date | None, known_by: int | str | None, *, report: bool, as_json: bool) -> None:
    """Show what passes to the next presidency, or the report of this one."""
    seen = view(as_of, known_by)
    page = report_page(seen, organisation) if report else handover_page(seen, organisation)
    if page is None:
        known = {act.of for act, _event in seen.book.acts(Organisation)}
        hint = f"servanda presidency {organisation} tells which terms are recorded" if organisation in known else ""
        not_found("presidency of", organisation, known, hint)
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
