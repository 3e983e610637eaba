"""servanda due: what waits."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from servanda.cli.common import party_code, question, view
from servanda.pages.faces import to_data, to_json
from servanda.pages.parts import View
from servanda.status.due import Item, due
from servanda.words.phrases import Phrase, counted, joined, render, say, term


@click.command("due")
@click.argument("party", required=False, default="")
@question
def command(party: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """List what waits, for everybody or for one party."""
    seen = view(as_of, known_by)
    items = due(seen.book, seen.as_of, party_code(seen, party) if party else "")
    if as_json:
        click.echo(to_json({"as_of": seen.as_of.isoformat(), "items": [_form(seen, item) for item in items]}))
        return
    click.echo(render(_head(seen, len(items)), seen.language))
    for item in items:
        click.echo(f"  {render(_line(seen, item), seen.language)}")


def _head(seen: View, number: int) -> Phrase:
    return counted(
        "As of {day}, {number} thing waits (a state may lawfully never sign or consent):",
        "As of {day}, {number} things wait (a state may lawfully never sign or consent):",
        number,
        day=seen.as_of,
    )


def _line(seen: View, item: Item) -> Phrase:
    """What waits for whom, in a line."""
    title = f"{seen.names.thing(item.object)} ({item.object})"
    what = joined(": ", (seen.names.party(item.party), term("waiting", item.what), title))
    words = say("{what}, since {day}", what=what, day=item.since)
    return say("{words}, due {day}", words=words, day=item.due) if item.due else words


def _form(seen: View, item: Item) -> dict[str, Any]:
    """The stable JSON form of an item (design, section 9)."""
    return {
        "party": item.party,
        "what": item.what,
        "object": item.object,
        "since": str(item.since),
        "due": str(item.due) if item.due else None,
        "reasons": to_data(seen.reasons(item.reasons)),
    }
