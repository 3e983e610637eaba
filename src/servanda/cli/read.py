"""servanda read: a communiqué, and the acts it proposes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from servanda.book import Book
from servanda.cli.common import end, journal_address, show
from servanda.journal import open_journal
from servanda.pages.faces import to_json
from servanda.problems import is_grave
from servanda.reading import LANGUAGES, LIMIT, Progress, Reading, Taken, read_taken, take
from servanda.reading.proposing import propose, write_proposals
from servanda.record import book_before

_LONG = 500_000


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="Everything that was read, as JSON.")
@click.option("--explain", is_flag=True, help="The rule behind each item, and the sentences without one.")
@click.option("--compare", is_flag=True, help="Lay several reports of one session side by side.")
@click.option("--model", help="Ask an assistant, too: the address of an endpoint, or the name of a model.")
@click.option("--names", is_flag=True, help="Ask Natasha for names where no rule found a person (Russian, an extra).")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Keep file and text in this folder.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language, where it is not to be guessed.")
@click.option(
    "--limit", default=LIMIT, type=click.IntRange(min=1), show_default=True, help="The longest file to read, in bytes."
)
def command(files: tuple[str, ...], **options: Any) -> None:
    """Read a communiqué and propose acts, each with its passage.

    FILE is plain text, HTML, PDF or DOCX; - is standard input. An assistant (--model) is any endpoint of the OpenAI
    form; SERVANDA_MODEL_URL, SERVANDA_MODEL_KEY, SERVANDA_MODEL and SERVANDA_MODEL_SECONDS say the rest.
    """
    asked = Asked(**options)
    if asked.compare != (len(files) > 1):
        raise click.UsageError("--compare lays two files or more side by side; without it, give one file")
    if len(set(files)) < len(files):
        raise click.UsageError("a file is compared with others, not with itself")
    readings = [_read(file, asked) for file in files]
    if asked.compare:
        _compare(files, readings, as_json=asked.as_json)
    elif asked.explain:
        _explain(readings[0], as_json=asked.as_json)
    elif asked.as_json:
        click.echo(to_json(readings[0]))
    else:
        proposed = propose(readings[0], known_book(readings[0].source_sha256), readings[0].text)
        click.echo(write_proposals(proposed, files[0]), nl=False)
    if any(is_grave(reading.problems) for reading in readings):
        sys.exit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the options say."""

    as_json: bool
    explain: bool
    compare: bool
    model: str | None
    names: bool
    keep: Path | None
    language: str | None
    limit: int


def _read(file: str, asked: Asked) -> Reading:
    """One file, read by the rules and by the assistant where one is named; its problems are shown."""
    data = sys.stdin.buffer.read(asked.limit + 1) if file == "-" else Path(file)
    taken, problems = take(data, limit=asked.limit)
    if taken is None:
        end(problems)
    show(problems)
    if asked.keep:
        _keep(asked.keep, taken)
    reading = _with_progress(taken, file, asked.language)
    reading = _consulted(_named(reading) if asked.names else reading, asked.model)
    show(reading.problems)
    return reading


def _with_progress(taken: Taken, file: str, language: str | None) -> Reading:
    """Read, and show how far it is where the text is long."""
    if len(taken.text) < _LONG:
        return read_taken(taken, language=language)
    with click.progressbar(length=100, label=f"reading {file}", file=sys.stderr) as bar:

        def moved(_what: str, done: int, of: int) -> None:
            bar.update(done * 100 // of - bar.pos)

        told: Progress = moved
        return read_taken(taken, language=language, progress=told)


def _named(reading: Reading) -> Reading:
    from servanda.reading.russian.tagged import NamesMissing, with_names

    try:
        return with_names(reading)
    except NamesMissing as error:
        raise click.ClickException(str(error)) from error


def _consulted(reading: Reading, model: str | None) -> Reading:
    if not model:
        return reading
    from servanda.cli.assistant import assistant_of
    from servanda.reading.assistants import consult

    return consult(reading, assistant_of(model))


def _keep(folder: Path, taken: Taken) -> None:
    """Keep the bytes as they came under their hash, and the text beside them: what every passage is a place of."""
    folder.mkdir(parents=True, exist_ok=True)
    name = taken.origin.sha256
    (folder / f"{name}.{taken.origin.format if taken.origin.format != 'text' else 'orig'}").write_bytes(taken.data)
    (folder / f"{name}.txt").write_bytes(taken.text.encode("utf-8", "surrogatepass"))


def _explain(reading: Reading, *, as_json: bool) -> None:
    from servanda.reading.explaining import explain, write_explained

    explained = explain(reading)
    click.echo(to_json(explained) if as_json else write_explained(explained), nl=as_json)


def _compare(files: tuple[str, ...], readings: list[Reading], *, as_json: bool) -> None:
    from servanda.reading.comparing import compare, write_comparison

    compared = compare(list(zip(files, readings, strict=True)))
    show(compared.problems)
    click.echo(to_json(compared) if as_json else write_comparison(compared), nl=as_json)


def known_book(sha256: str) -> Book:
    """What the journal knew before this text; an empty book where there is no journal, for reading needs none."""
    journal, problems = open_journal(journal_address())
    if journal is None:
        show(problem for problem in problems if problem.code != "J104")
        return Book.build(())
    with journal:
        return book_before(journal, sha256)
