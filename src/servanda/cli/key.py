"""servanda key: the keys that sign the journal's checkpoints."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from servanda.cli.common import configured_keys, end, key_file, now, opened, show, who

FILE = click.option(
    "--file", "path", type=click.Path(path_type=Path), help="The key file (SERVANDA_KEY, else servanda.key)."
)


@click.group("key")
def command() -> None:
    """Make, show and change the keys that sign the journal's checkpoints.

    The private keys stay in a file that its owner alone may read: outside of the journal, of its copies, and of every
    repository.
    """


@command.command("new")
@click.argument("name")
@FILE
def new(name: str, path: Path | None) -> None:
    """Make the keys of a journal under a NAME, as example.org/treaties, and print the public ones."""
    from servanda.journal.keys import make_keys, write_keys
    from servanda.journal.notes import is_key_name

    if not is_key_name(name):
        raise click.UsageError("a name has neither spaces nor a plus sign; write example.org/treaties")
    keys = make_keys(name, "log")
    problem = write_keys(path or key_file(), keys)
    if problem:
        end([problem])
    for key in keys:
        click.echo(str(key.public))


@command.command("show")
@FILE
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def show_keys(path: Path | None, as_json: bool) -> None:
    """Print the public keys, to publish and to give to every delegation."""
    from servanda.journal.keys import read_keys

    keys, problem = read_keys(path or key_file())
    if problem:
        end([problem])
    public = [str(key.public) for key in keys]
    click.echo(json.dumps({"name": keys[0].name, "keys": public}) if as_json else "\n".join(public))


@command.command("rotate")
@click.argument("fresh", type=click.Path(path_type=Path))
@click.option("--proof", type=click.Path(path_type=Path), help="Where the proof of the change is written.")
def rotate(fresh: Path, proof: Path | None) -> None:
    """Let new keys, made into the file FRESH, take over: an act announces them, signed by the old ones.

    The proof shows the new keys to everybody who knows an old one. Point SERVANDA_KEY to FRESH afterwards.
    """
    from servanda.journal.keys import make_keys, write_keys
    from servanda.record.announcing import announce_keys

    old = configured_keys()
    if not old:
        raise click.UsageError("name the file of the keys in use in SERVANDA_KEY")
    keys = make_keys(old[0].name, "log")
    problem = write_keys(fresh, keys)
    if problem:
        end([problem])
    with opened(create=False) as journal:
        receipt, problems = announce_keys(journal, keys, moment=now(), by=who())
    show(problems)
    if not receipt:
        sys.exit(1)
    target = proof or fresh.with_suffix(".tlog-proof")
    target.write_text(str(receipt), encoding="utf-8")
    click.echo(f"the new keys are announced in entry {receipt.index + 1}; the proof is {target}")
    for key in keys:
        click.echo(str(key.public))
