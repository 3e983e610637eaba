"""servanda proof: the receipt of an entry, valid for ever and without us."""

from __future__ import annotations

from pathlib import Path

import click

from servanda.cli.common import end, opened


@click.command("proof")
@click.argument("entry")
@click.option("--to", type=click.Path(path_type=Path), help="The file to write (ENTRY.tlog-proof when left out).")
def command(entry: str, to: Path | None) -> None:
    """Write the proof that an entry stands in the journal.

    ENTRY is its number, or the id of its act. The file holds the entry, the way to the root and the signed
    checkpoint. Check it with servanda verify --proof.
    """
    from servanda.journal.witnessed import receipt_of
    from servanda.pages.journal import find_entry

    with opened(create=False) as journal:
        found, problem = find_entry(journal, entry)
        receipt, problem = receipt_of(journal, found) if found else (None, problem)
    if not receipt:
        end([problem] if problem else [])
    target = to or Path(f"entry-{receipt.index + 1}.tlog-proof")
    target.write_text(str(receipt), encoding="utf-8")
    click.echo(f"{target}: entry {receipt.index + 1}, {len(receipt.path)} hashes")
