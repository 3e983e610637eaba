"""servanda check: are the files right, and does what others say agree with what is computed?"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from servanda.cli.common import KNOWN_DIFFERENCE, in_language, show
from servanda.cli.reading_bar import reading_bar
from servanda.problems import is_grave
from servanda.record import LIMIT, check_acts, load
from servanda.words.phrases import render


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--limit", default=LIMIT, type=click.IntRange(min=1), show_default=True, help="The largest file to read, in bytes."
)
@click.option("--known", is_flag=True, help="Show the known differences, too.")
@in_language
def command(paths: tuple[Path, ...], limit: int, known: bool, language: str) -> None:
    """Check files: their text, their declarations, and every expectation."""
    with reading_bar() as told:
        loaded = load(paths, limit, told=told)
    problems = [*loaded.problems, *check_acts(loaded.acts)]
    differences = sum(problem.code == KNOWN_DIFFERENCE for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems) - differences
    shown = (problem for problem in problems if known or problem.code != KNOWN_DIFFERENCE)
    show(replace(problem, message=render(problem.message, language)) for problem in shown)
    expects = sum(one.act.verb == "expect" for one in loaded.acts)
    click.echo(
        f"{len(loaded.acts):,} acts in {loaded.files} files, {expects} expectations: "
        f"{len(problems) - warnings - differences} problems, {warnings} warnings, {differences} known differences"
    )
    sys.exit(1 if is_grave(problems) else 0)
