"""servanda read: a communiqué, and the acts it proposes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from servanda.book import Book
from servanda.cli.common import end, journal_address, show
from servanda.journal import open_journal
from servanda.pages.faces import to_json
from servanda.reading import LIMIT, load, read_text
from servanda.reading.proposing import propose, write_proposals
from servanda.record import book_before


@click.command("read")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Everything that was read, as JSON.")
@click.option("--language", type=click.Choice(["en", "ru"]), help="The language, where it is not to be guessed.")
@click.option("--limit", default=LIMIT, show_default=True, help="The longest text to read, in bytes.")
def command(file: str, as_json: bool, language: str | None, limit: int) -> None:
    """Read a communiqué and propose acts, each with its passage; FILE may be - for standard input."""
    text, problems = load(sys.stdin.buffer.read() if file == "-" else Path(file), limit=limit)
    if text is None:
        end(problems)
    reading = read_text(text, language=language)
    show(problems)
    if as_json:
        click.echo(to_json(reading))
        return
    proposed = propose(reading, known_book(reading.text_sha256), text)
    click.echo(write_proposals(proposed, file), nl=False)


def known_book(sha256: str) -> Book:
    """What the journal knew before this text; an empty book where there is no journal, for reading needs none."""
    journal, problems = open_journal(journal_address())
    if journal is None:
        show(problem for problem in problems if problem.code != "J104")
        return Book.build(())
    with journal:
        return book_before(journal, sha256)
