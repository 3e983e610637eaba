"""servanda image: the acts of the journal in a file beside it, so that programs start quickly."""

from __future__ import annotations

import json

import click

from servanda.cli.common import end, opened
from servanda.problems import Problem


@click.command("image")
@click.option("--remove", is_flag=True, help="Delete the image.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(*, remove: bool, as_json: bool) -> None:
    """Keep an image of the journal beside it, so that programs start quickly.

    Questions and the portal read it in the place of the entries that it covers; what is entered, stated or verified is
    read from the journal. The portal writes it by itself for a journal of 20,000 entries or more.
    """
    from servanda.record import book_of
    from servanda.record.image import image_of, remove_image, write_image

    with opened(create=False) as journal:
        path, size = image_of(journal), 0
        if remove:
            remove_image(journal)
        else:
            book = book_of(journal)
            size = book.head
            if not write_image(journal, book):
                end(journal.problems or [Problem("J109", "the journal has grown meanwhile", hint="try again")])
    values = {"file": str(path), "size": size}
    click.echo(json.dumps(values) if as_json else f"{path}: {f'{size:,} entries' if size else 'removed'}")
