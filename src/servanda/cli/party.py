"""servanda party: one state."""

from __future__ import annotations

from datetime import date

import click

from servanda.acts.declarations import Organ, Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_json, to_text
from servanda.pages.parts import View
from servanda.pages.states import state_page
from servanda.words.parties import is_state


@click.command("party")
@click.argument("code")
@question
def command(code: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Show a state: memberships, standing, and what waits for it."""
    seen = view(as_of, known_by)
    page = state_page(seen, code.upper())
    if page is None:
        states = {actor for one in seen.book.held for actor in one.act.actors if is_state(actor)}
        not_found("state", code, states, _of_a_body(seen, code))
    click.echo(to_json(page) if as_json else to_text(page), nl=as_json)


def _of_a_body(seen: View, name: str) -> str:
    """What to ask of an organisation or of an organ, which are no states."""
    if seen.book.declared(Organisation, name):
        return f"it is an organisation: servanda presidency {name}, funnel {name}, due {name}"
    return f"it is an organ: servanda funnel {name}, due {name}" if seen.book.declared(Organ, name) else ""
