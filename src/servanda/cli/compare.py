"""servanda compare: two versions of a text."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from servanda.cli.common import end
from servanda.pages.faces import to_json
from servanda.reading.loading import load
from servanda.status.comparison import Compared, compare, kept

_MARKS = {"kept": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}


@click.command("compare")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def command(old: Path, new: Path, *, as_json: bool) -> None:
    """Compare two versions of a text article by article."""
    (before, wrong), (after, also) = load(old), load(new)
    if before is None or after is None:
        end([*wrong, *also])
    found = compare(before, after)
    same, of = kept(found)
    if as_json:
        click.echo(to_json({"kept": same, "of": of, "articles": [asdict(one) for one in found]}))
        return
    click.echo(f"{same} of {of} articles stay word for word.")
    for one in found:
        click.echo(f"\n{_title(one)}")
        if one.change != "same":
            click.echo("  " + " ".join(_MARKS[piece.kind].format(piece.words) for piece in one.pieces))


def _title(one: Compared) -> str:
    numbers = one.new or one.old or "preamble"
    if one.change == "renumbered":
        numbers = f"{one.old or 'preamble'} → {one.new or 'preamble'}"
    alike = f", {one.likeness} % alike" if one.change in ("changed", "renumbered") else ""
    return f"{numbers}: {one.change}{alike}"
