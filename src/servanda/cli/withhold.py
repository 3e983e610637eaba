"""servanda withhold: confidential texts go into the vault before the acts are entered."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import click

from servanda.cli.common import end, opened
from servanda.problems import is_grave


@click.command("withhold")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", type=click.File("w", encoding="utf-8"), default="-", help="The file for the acts to load.")
def command(file: Path, to: IO[Any]) -> None:
    """Put the texts that are marked as confidential into the vault.

    A text is marked by beginning it with "confidential: ". The acts are written anew, with a commitment in the place
    of each such text; load that file. The vault lies beside the journal: keep it as you keep a secret.
    """
    from servanda.journal.vault import vault_of
    from servanda.record.loading import read_file
    from servanda.record.withholding import withhold
    from servanda.text import print_acts

    found, unread = read_file(file)
    if is_grave((*unread, *found.problems)):
        end((*unread, *found.problems))
    with opened(create=True) as journal:
        acts, number = withhold([one.act for one in found.acts], vault_of(journal))
    to.write("".join(f"uses {use.name}\n" for use in found.uses) + print_acts(acts))
    click.echo(f"{number} texts withheld", err=True)
