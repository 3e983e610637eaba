"""servanda levels: levels of integration side by side."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.levels import levels_page


@click.command("levels")
@click.argument("organisations", nargs=-1)
@question
def command(organisations: tuple[str, ...], as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Compare how deep organisations go into each topic, the widest first."""
    seen = view(as_of, known_by)
    known = [act.of for act, _event in seen.book.acts(Organisation, None, seen.as_of)]
    for name in organisations:
        if name not in known:
            not_found("organisation", name, known)
    page = levels_page(seen, tuple(dict.fromkeys(organisations)))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
