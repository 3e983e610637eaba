"""servanda erase: withheld texts are erased for ever, and every proof stays valid."""

from __future__ import annotations

import click

from servanda.cli.common import end, opened
from servanda.problems import Problem


@click.command("erase")
@click.argument("entry")
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(entry: str, yes: bool) -> None:
    """Erase the withheld texts of an entry for ever; every proof stays valid.

    ENTRY is its number, or the id of its act. Text and salt go from the vault, and the journal does not change by a
    byte. The image of the journal is deleted too. Copies of the vault elsewhere are yours to erase.
    """
    from servanda.acts.withheld import is_commitment, texts_of
    from servanda.journal.vault import vault_of
    from servanda.pages.journal import find_entry
    from servanda.record.image import remove_image

    with opened(create=False) as journal:
        found, problem = find_entry(journal, entry)
        if not found:
            end([problem] if problem else [])
        vault = vault_of(journal)
        commitments = [text for _name, text in texts_of(found.act) if is_commitment(text) and vault.open(text)]
        if not commitments:
            message = f"the vault holds no text of entry {found.number}"
            end([Problem("J312", message, hint="it may have been erased before")])
        if not yes:
            click.confirm(f"Erase {len(commitments)} texts of entry {found.number} for ever?", abort=True)
        remove_image(journal)
        erased = sum(vault.erase(text) for text in commitments)
    click.echo(f"{erased} texts of entry {found.number} erased")
