"""servanda reveal: the withheld texts of an entry, for who has the vault."""

from __future__ import annotations

import click

from servanda.cli.common import end, opened
from servanda.problems import Problem


@click.command("reveal")
@click.argument("entry")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON, with the salt: enough to convince others.")
def command(entry: str, as_json: bool) -> None:
    """Show the withheld texts of an entry, and check that they are the ones meant.

    ENTRY is its number, or the id of its act. Whoever is given text and salt can compute the commitment: it is the
    SHA-256 of the salt and the text.
    """
    from servanda.acts.withheld import is_commitment, texts_of
    from servanda.journal.vault import vault_of
    from servanda.pages.faces import to_json
    from servanda.pages.journal import find_entry

    rows = []
    with opened(create=False) as journal:
        found, problem = find_entry(journal, entry)
        if not found:
            end([problem] if problem else [])
        vault = vault_of(journal)
        for name, text in texts_of(found.act):
            opening = vault.open(text) if is_commitment(text) else None
            if opening and opening.opens(text):
                rows.append({"field": name, "text": opening.text, "salt": opening.salt.hex(), "commitment": text})
    if not rows:
        hint = "what was erased is gone; see 'servanda explain J312'"
        end([Problem("J312", f"nothing of entry {found.number} can be revealed", hint=hint)])
    click.echo(to_json(rows) if as_json else "\n".join(f"{row['field']}: {row['text']}" for row in rows))
