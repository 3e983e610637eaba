"""servanda whatif: what would change if acts were added."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts import Act
from servanda.acts.declarations import Instrument
from servanda.cli.common import not_found, party_code, question, show, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.whatif import whatif_page
from servanda.text import read


@click.command("whatif")
@click.argument("instrument")
@click.argument("acts", metavar="ACT...", nargs=-1, required=True)
@question
def command(
    instrument: str, acts: tuple[str, ...], as_of: date | None, known_by: int | str | None, as_json: bool
) -> None:
    """Tell what would change if acts were added: servanda whatif cis-2011-fta "2021-03-01 complete AM"."""
    seen = view(as_of, known_by)
    if seen.book.declared(Instrument, instrument) is None:
        not_found("document", instrument, (one.of for one, _event in seen.book.acts(Instrument)))
    supposed = [_read(act, instrument) for act in acts]
    for actor in sorted({actor for act in supposed for actor in act.actors}):
        party_code(seen, actor)
    asked = as_of or max(seen.as_of, *(act.on.last for act in supposed))
    page = whatif_page(seen, instrument, supposed, asked)
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)


def _read(line: str, instrument: str) -> Act:
    """One supposed act; misuse where the line is none."""
    text = read(_with_object(line, instrument), "act")
    if text.problems or len(text.acts) != 1:
        show(text.problems)
        raise click.UsageError('an act is written as in: "2021-03-01 ratify AM"')
    return text.acts[0].act


def _with_object(line: str, instrument: str) -> str:
    """The head line with the instrument put behind the verb where it was left out."""
    words = line.split()
    if len(words) > 2 and words[2] != instrument:
        words.insert(2, instrument)
    return " ".join(words)
