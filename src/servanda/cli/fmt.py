"""servanda fmt: files in canonical form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from servanda.cli.common import show
from servanda.record import load
from servanda.text import format_text, read


@click.command("fmt")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 where a file would change.")
def command(paths: tuple[Path, ...], only_check: bool) -> None:
    """Write files in canonical form; a block with a problem is left as it is."""
    problems = [problem for problem in load(paths).problems if problem.code in ("T101", "B110", "B111")]
    show(problems)
    bad = {problem.place.file for problem in problems if problem.place}
    changed = 0
    for file in sorted({file for path in paths for file in _files(path)}):
        if str(file) not in bad:
            changed += _format(file, only_check)
    click.echo(f"{changed} files {'would change' if only_check else 'changed'}")
    sys.exit(1 if problems or (only_check and changed) else 0)


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.acts")) if path.is_dir() else [path]


def _format(file: Path, only_check: bool) -> int:
    """Write one file anew where its canonical form differs; tells whether it does."""
    if not file.is_file():
        return 0
    text = file.read_bytes().decode("utf-8-sig")
    show(read(text, str(file)).problems)
    formatted = format_text(text, str(file))
    if formatted == text:
        return 0
    if not only_check:
        beside = file.with_suffix(".acts.new")
        beside.write_bytes(formatted.encode("utf-8"))
        beside.replace(file)
    return 1
