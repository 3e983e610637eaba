"""servanda presidency: who presides, with whom, who is next and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from servanda.acts.declarations import Organisation
from servanda.cli.common import not_found, question, view
from servanda.pages.faces import to_data, to_json, to_text
from servanda.pages.parts import View
from servanda.pages.presidency import presidency_page
from servanda.status.presidency import presidency
from servanda.words.phrases import render


@click.command("presidency")
@click.argument("organisation")
@question
def command(organisation: str, as_of: date | None, known_by: int | str | None, as_json: bool) -> None:
    """Tell who presides, with whom, and who is next and why."""
    seen = view(as_of, known_by)
    page = presidency_page(seen, organisation)
    if page is None:
        not_found("organisation", organisation, (act.of for act, _event in seen.book.acts(Organisation)))
    click.echo(to_json(presidency_form(seen, organisation)) if as_json else to_text(page), nl=as_json)


def presidency_form(seen: View, organisation: str) -> dict[str, Any]:
    """The stable JSON form of the answer (design, section 9), with the page's names beside the codes."""
    found = presidency(seen.book, organisation, seen.as_of)
    following = found.next
    return {
        "organisation": organisation,
        "as_of": seen.as_of.isoformat(),
        "state": found.state or None,
        "state_name": seen.names.party(found.state) if found.state else None,
        "co_chairs": list(found.co_chairs),
        "from": str(found.period.start) if found.period else None,
        "to": str(found.period.end) if found.period and found.period.end else None,
        "next": {
            "state": following.state,
            "why": render(following.why, seen.language),
            "co_chairs": list(following.co_chairs),
        }
        if following
        else None,
        "reasons": to_data(seen.reasons((*found.reasons, *(following.reasons if following else ())))),
    }
