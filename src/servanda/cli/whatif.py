"""servanda whatif: what would change if an act were added."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Instrument
from servanda.book import Book, Held
from servanda.cli.common import not_found, question, show, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.whatif import whatif_page
from servanda.text import read


@click.command("whatif")
@click.argument("instrument")
@click.argument("act")
@question
def command(instrument: str, act: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Tell what would change if an act were added: servanda whatif cis-2011-fta "2021-03-01 complete AM"."""
    seen = view(as_of, known_by)
    if seen.book.declared(Instrument, instrument) is None:
        not_found("document", instrument, (one.of for one, _event in seen.book.acts(Instrument)))
    text = read(_with_object(act, instrument), "act")
    if text.problems or len(text.acts) != 1:
        show(text.problems)
        raise click.UsageError('the act is written as in: "2021-03-01 ratify AM"')
    added = Book.build((*seen.book.entered, Held.of(text.acts[0].act)))
    asked = as_of or max(seen.as_of, text.acts[0].act.on.last)
    page = whatif_page(seen, added, instrument, text.acts[0].act, asked)
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)


def _with_object(act: str, instrument: str) -> str:
    """The head line with the instrument put behind the verb where it was left out."""
    words = act.split()
    if len(words) > 2 and words[2] != instrument:
        words.insert(2, instrument)
    return " ".join(words)
