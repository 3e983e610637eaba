"""servanda why: a party's standing towards a document, or towards another party under it, with every reason."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Instrument
from servanda.cli.common import not_found, question, treaty_party, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.pair import pair_page
from servanda.pages.parts import View
from servanda.pages.standing import standing_page


@click.command("why")
@click.argument("instrument")
@click.argument("party")
@click.option("--towards", metavar="OTHER", help="The other party: tell how the two stand towards each other.")
@question
def command(
    instrument: str, party: str, towards: str | None, as_of: date | None, known_by: int | str | None, as_json: bool
) -> None:
    """Tell a party's standing towards a document, or towards another party under it, and why."""
    seen = view(as_of, known_by)
    code = treaty_party(seen, party)
    page = (
        pair_page(seen, instrument, code, _other(seen, code, towards))
        if towards
        else standing_page(seen, instrument, code)
    )
    if page is None:
        not_found("document", instrument, (act.of for act, _event in seen.book.acts(Instrument)))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)


def _other(seen: View, code: str, towards: str) -> str:
    other = treaty_party(seen, towards)
    if other == code:
        raise click.BadParameter(f"{code} has no treaty relation with itself; name another", param_hint="--towards")
    return other
