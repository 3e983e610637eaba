"""servanda witness: run a witness, and ask one."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import IO, Any

import click

from servanda.cli.common import end, opened, show

FOLDER = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))


@click.group("witness")
def command() -> None:
    """Run a witness of journals, or ask one to cosign this journal."""


@command.command("init")
@FOLDER
@click.option("--name", required=True, help="The name of the witness, as witness.example.org/treaties.")
def init(folder: Path, name: str) -> None:
    """Found a witness in FOLDER and print its public keys."""
    from servanda.journal.notes import is_key_name
    from servanda.witness import make_house, open_house

    if not is_key_name(name):
        raise click.UsageError("a name has neither spaces nor a plus sign")
    problem = make_house(folder, name)
    house, problems = (None, [problem]) if problem else open_house(folder)
    if not house:
        end(problems)
    for key in house.keys:
        click.echo(str(key.public))


@command.command("trust")
@FOLDER
@click.argument("vkey", nargs=-1, required=True)
def trust(folder: Path, vkey: tuple[str, ...]) -> None:
    """Let the witness in FOLDER cosign the journals of these public keys."""
    from servanda.witness.house import trust_log

    end([problem for one in vkey for problem in trust_log(folder, one)])


@command.command("serve")
@FOLDER
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8451, show_default=True, help="0 takes any free one.")
def serve(folder: Path, host: str, port: int) -> None:
    """Serve the witness in FOLDER over HTTP until Ctrl-C. C2SP tlog-witness."""
    from servanda.witness import open_house
    from servanda.witness.serve import Server

    house, problems = open_house(folder)
    if not house:
        end(problems)
    with Server(house, host, port) as server:
        click.echo(f"witness {house.keys[0].name} on http://{host}:{server.server_address[1]}")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("stopped")


@command.command("cosign")
@FOLDER
@click.argument("request", type=click.File("rb"))
@click.option("--to", type=click.File("w", encoding="utf-8"), default="-", help="The file for the answer.")
def cosign(folder: Path, request: IO[Any], to: IO[Any]) -> None:
    """Answer a request that came as a file: the way for a ministry without an open port.

    The first line of the answer is the status, then stands what the witness would answer over HTTP.
    """
    from servanda.witness import answer, open_house
    from servanda.witness.answering import Signing
    from servanda.witness.request import LONGEST

    house, problems = open_house(folder)
    if not house:
        end(problems)
    given = answer(request.read(LONGEST + 1), house.logs, house.heads, Signing(house.keys, int(time.time())))
    to.write(f"{given.status}\n{given.body}")
    sys.exit(0 if given.status == 200 else 1)


@command.command("request")
@click.option("--old", type=click.IntRange(0), default=0, help="How many entries the witness saw last.")
@click.option("--to", type=click.File("w", encoding="utf-8"), default="-", help="The file for the request.")
def request_file(old: int, to: IO[Any]) -> None:
    """Write a request to cosign this journal into a file, for a witness that is asked by mail or by hand."""
    from servanda.journal.tree import tree_of
    from servanda.journal.witnessed import newest_note
    from servanda.witness.asking import request_for

    with opened(create=False) as journal:
        note, problem = newest_note(journal)
        if not note:
            end([problem] if problem else [])
        tree = tree_of(journal)
    if old > tree.size:
        raise click.UsageError(f"the journal has {tree.size:,} entries only")
    to.write(str(request_for(note, tree, old)))


@command.command("take")
@click.argument("request", type=click.File("rb"))
@click.argument("answer", type=click.File("r", encoding="utf-8"))
@click.option("--key", "vkeys", multiple=True, required=True, help="A public key of the witness.")
def take(request: IO[Any], answer: IO[Any], vkeys: tuple[str, ...]) -> None:
    """Take the cosignatures out of the ANSWER of a witness to a REQUEST, both files."""
    from servanda.journal.checkpoint import Checkpoint
    from servanda.journal.comparing import compare
    from servanda.journal.keys import read_vkeys
    from servanda.journal.tree import tree_of
    from servanda.journal.witnessed import keep_cosignatures
    from servanda.witness import Answer, parse_request, read_answer
    from servanda.witness.request import LONGEST

    keys, problems = read_vkeys(vkeys)
    sent = parse_request(request.read(LONGEST + 1))
    status, _, body = answer.read(LONGEST).partition("\n")
    if problems or not sent or not status.isdecimal():
        show(problems)
        raise click.UsageError("give the request, the answer to it as 'servanda witness cosign' wrote it, and a key")
    asked = read_answer(Answer(int(status), body), sent.note, keys)
    if asked.problem:
        end([asked.problem])
    with opened(create=False) as journal:
        tree = tree_of(journal)
        problem = compare(tree, Checkpoint(tree.size, tree.root(), sent.checkpoint.origin), sent.checkpoint)
        if problem:
            end([problem])
        keep_cosignatures(journal, sent.note, asked.signatures)
    click.echo(f"{len(asked.signatures)} cosignatures of {keys[0].name}")


@command.command("ask")
@click.option("--policy", type=click.Path(path_type=Path), required=True, help="The policy file: witnesses, addresses.")
def ask_all(policy: Path) -> None:
    """Ask every witness of a policy that has an address there, and keep what they cosign.

    Exit code 1 where the quorum of the policy is not met; who did not answer can be asked again.
    """
    from servanda.journal.policy import check_note, read_policy
    from servanda.journal.tree import tree_of
    from servanda.journal.witnessed import keep_cosignatures, newest_note
    from servanda.witness.asking import ask
    from servanda.witness.serve import http_post

    found, problems = read_policy(policy)
    if not found:
        end(problems)
    with opened(create=False) as journal:
        note, problem = newest_note(journal)
        if not note:
            end([problem] if problem else [])
        tree = tree_of(journal)
        for name, witness in found.witnesses.items():
            if witness.address:
                asked = ask(http_post(witness.address), note, tree, [witness.key])
                note = keep_cosignatures(journal, note, asked.signatures)
                click.echo(f"{name}: {asked.problem or 'cosigned'}")
    trusted, problems = check_note(note, found)
    if trusted:
        click.echo(f"{len(trusted.witnesses)} of {len(found.witnesses)} witnesses: the quorum is met")
    end(problems)
