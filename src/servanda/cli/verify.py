"""servanda verify: is the journal whole?"""

from __future__ import annotations

import sys

import click

from servanda.cli.common import journal_address, show
from servanda.journal import open_journal, unopened, verify
from servanda.pages.faces import to_json


@click.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(as_json: bool) -> None:
    """Verify the journal: every entry, the tree, and the database."""
    journal, problems = open_journal(journal_address())
    if journal is None:
        found = unopened(problems)
    else:
        with journal:
            found = verify(journal)
    if as_json:
        click.echo(to_json(found.as_json()))
    else:
        show(problems if journal is None else ())
        for finding in found.problems if journal is not None else ():
            entry = f" entry {finding.entry}:" if finding.entry else ""
            click.echo(f"{finding.code}{entry} {finding.message}", err=True)
        word = "whole" if found.ok else "not opened" if journal is None else "NOT WHOLE"
        click.echo(f"{word}: {found.size:,} entries, root {found.root}")
    sys.exit(0 if found.ok else 1)
