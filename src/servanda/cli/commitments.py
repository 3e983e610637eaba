"""servanda commitments: what was promised."""

from __future__ import annotations

import csv
import sys
from datetime import date

import click

from servanda.acts.declarations import Topic
from servanda.cli.common import known_organisation, not_found, party_code, question, view
from servanda.pages.commitment import commitment_page
from servanda.pages.commitments import CommitmentsPage, commitments_page
from servanda.pages.faces import to_json, to_text
from servanda.pages.narrowing import Wanted
from servanda.status.commitments import commitments
from servanda.words.parties import find_party, is_state


@click.command("commitments")
@click.argument("commitment", required=False, default="")
@click.option("--party", default="", metavar="PARTY", help="Of this party only.")
@click.option("--topic", default="", metavar="TOPIC", help="Under this topic only.")
@click.option("--organisation", default="", metavar="NAME", help="Made in this organisation only.")
@click.option("--csv", "as_csv", is_flag=True, help="Answer as CSV, one row for each party's commitment.")
@question
def command(
    commitment: str,
    party: str,
    topic: str,
    organisation: str,
    as_of: date | None,
    known_by: int | str | None,
    **faces: bool,
) -> None:
    """List commitments with their state; with a name, show one with every score."""
    if faces["as_csv"] and (faces["as_json"] or commitment):
        raise click.UsageError("--csv lists the register; leave out --json and the name of a commitment")
    seen = view(as_of, known_by)
    if commitment:
        one = commitment_page(seen, commitment)
        if one is None:
            code = find_party(commitment) or commitment.upper()
            hint = f"what {code} promised: servanda commitments --party {code}" if is_state(code) else ""
            not_found("commitment", commitment, (each.id for each in commitments(seen.book, seen.as_of)), hint)
        click.echo(to_json(one) if faces["as_json"] else to_text(one), nl=faces["as_json"])
        return
    code = party_code(seen, party) if party else ""
    if topic and seen.book.declared(Topic, topic) is None:
        not_found("topic", topic, (act.of for act, _event in seen.book.acts(Topic)))
    if organisation:
        known_organisation(seen, organisation)
    page = commitments_page(seen, Wanted(party=code, topic=topic, organisation=organisation))
    if faces["as_csv"]:
        _write(page)
    else:
        click.echo(to_json(page) if faces["as_json"] else to_text(page), nl=faces["as_json"])


def _write(page: CommitmentsPage) -> None:
    """The rows as CSV; a cell that a spreadsheet would take for a formula is kept as text."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "party", "words", "class", "origin", "made", "due", "original_due", "timing", "performance",
                     "standing", "completed", "topics", "provision"))  # fmt: skip
    for row in page.commitments:
        topics = " ".join(one.id for one in row.topics)
        cells = (row.id, row.party.code, row.words, row.rank, row.origin, row.made, row.due, row.original_due,
                 row.timing, row.performance, row.standing, row.completed, topics, row.provision)  # fmt: skip
        writer.writerow([_plain(str(cell) if cell is not None else "") for cell in cells])


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell
