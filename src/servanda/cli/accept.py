"""servanda accept: proposals that a person has looked through, into the journal."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from servanda.cli.common import end, now, opened, show, who
from servanda.journal import Journal
from servanda.problems import is_grave
from servanda.reading import LIMIT
from servanda.reading import load as load_text
from servanda.reading.proposing import check_standing, propose, write_proposals
from servanda.reading.records import Reading
from servanda.record import accept, book_before


@click.command("accept")
@click.argument("proposals", type=click.Path(path_type=Path))
@click.option("--text", "text_file", type=click.Path(path_type=Path, exists=True), help="The text that was read.")
@click.option("--by", "by", help="Who accepts (the account's name when left out).")
def command(proposals: Path, text_file: Path | None, by: str | None) -> None:
    """Enter the proposals that a person has looked through; each must quote its passage.

    PROPOSALS is what servanda read wrote, edited or not; - is standard input. With --text every passage must stand
    in the text at its place. What servanda read --json wrote is taken, too, and needs --text. The parties and
    documents of an act must stand in its passages; an act that says otherwise on purpose has `confidence known`.
    """
    data = sys.stdin.buffer.read() if str(proposals) == "-" else _read(proposals)
    text = _text(text_file) if text_file else None
    with opened(create=True) as journal:
        if data.lstrip().startswith(b"{"):
            data = _from_json(data, text, journal, str(proposals))
        entered = accept(journal, data, str(proposals), text, moment=now(), by=by or who(), standing=check_standing)
        if is_grave(entered.problems):
            end(entered.problems)
        show(entered.problems)
        click.echo(f"accepted {entered.entered:,} acts; {entered.already:,} were in the journal already")


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise click.UsageError(f"there is no file {path}")
    return path.read_bytes()


def _text(path: Path) -> str:
    text, problems = load_text(path, limit=max(LIMIT, path.stat().st_size if path.is_file() else 0))
    if text is None:
        end(problems)
    return text


def _from_json(data: bytes, text: str | None, journal: Journal, name: str) -> bytes:
    """The acts that a reading in JSON proposes, as .acts text."""
    if text is None:
        raise click.UsageError("a reading in JSON is accepted together with its text: --text FILE")
    try:
        reading = msgspec.json.decode(data, type=Reading)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise click.UsageError(f"{name} is no reading in JSON: {error}") from error
    return write_proposals(propose(reading, book_before(journal, reading.source_sha256), text), name).encode()
