"""servanda search: find what the record tells."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.search import search_page
from servanda.search import Index, Only
from servanda.words.vocabulary import SEARCH_KINDS


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", type=click.Choice(SEARCH_KINDS), default=None, help="Only texts of this kind.")
@click.option("--organisation", default="", help="Only texts of this organisation.")
@click.option(
    "--after", type=click.IntRange(0, 1_000_000), default=0, help="Leave out so many of the texts that are found."
)
@question
def command(
    words: tuple[str, ...],
    kind: str | None,
    organisation: str,
    after: int,
    as_of: date | None,
    known_by: int | str | None,
    as_json: bool,
) -> None:
    """Find what the record tells: words in any form, and exact phrases.

    Words must all be there; "quoted words" stand as they are written, and -word must not be there (write -- before it).
    """
    seen = view(as_of, known_by)
    if organisation and seen.book.declared(Organisation, organisation) is None:
        not_found("organisation", organisation, (act.of for act, _event in seen.book.acts(Organisation)))
    page = search_page(seen, Index.of(seen.book), " ".join(words), Only(kind or "", organisation), after)
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)
