"""servanda due: what waits."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from servanda.cli.common import party_code, question, view
from servanda.pages.faces import to_data, to_json
from servanda.pages.parts import View
from servanda.status.due import Item, due


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
    click.echo(f"As of {seen.as_of}, {len(items)} things wait (a state may lawfully never sign or consent):")
    for item in items:
        until = f", due {item.due}" if item.due else ""
        title = seen.names.thing(item.object)
        click.echo(f"  {seen.names.party(item.party)}: {item.what}: {title} ({item.object}), since {item.since}{until}")


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
