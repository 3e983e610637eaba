"""The commands by name; a command's file is only imported when it is called, so that `--help` is quick."""

from __future__ import annotations

import difflib
import importlib
import io
import os
import sys
from time import perf_counter
from typing import Any

import click

from servanda.logs import log
from servanda.problems import Problem

LONGEST_NAME = 100  # of a path that is named in a message

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Make a journal, load the record, read a communiqué, and show the evening's summary."),
    "init": ("init", "Make an empty journal."),
    "load": ("load", "Check the acts of files or folders and enter them into the journal."),
    "check": ("check", "Check files: their text, their declarations, and every expectation."),
    "fmt": ("fmt", "Write files in canonical form."),
    "explain": ("explain", "Explain a problem's code."),
    "read": ("read", "Read a communiqué and propose acts, each with its passage."),
    "accept": ("accept", "Enter the proposals that a person has looked through."),
    "serve": ("serve", "Serve the portal until Ctrl-C."),
    "status": ("status", "Tell whether a document is in force, since when, and why."),
    "why": ("why", "Tell a party's standing towards a document, or towards another party under it, and why."),
    "whatif": ("whatif", "Tell what would change if acts were added."),
    "party": ("party", "Show a state: memberships, standing, and what waits for it."),
    "session": ("session", "Show a session: who was there, what was decided, what is open."),
    "presidency": ("presidency", "Tell who presides, with whom, and who is next and why."),
    "search": ("search", "Find what the record tells: words in any form, and exact phrases."),
    "due": ("due", "List what waits, for everybody or for one party."),
    "commitments": ("commitments", "List commitments with their state; with a name, show one with every score."),
    "scoreboard": (
        "scoreboard",
        "Show states and topics, one class at a time, every figure with its coverage and formula.",
    ),
    "handover": ("handover", "Show what passes to the next presidency, or the report of this one."),
    "levels": ("levels", "Compare how deep organisations go into each topic, the widest first."),
    "barriers": ("barriers", "List barriers, exemptions and restrictions, with counts over time and targets."),
    "funnel": ("funnel", "Count the documents of a body: adopted, signed by all, in force for all, carried out."),
    "compare": ("compare", "Compare two versions of a text article by article."),
    "import": ("import_", "Enter acts from a spreadsheet or a register."),
    "remind": ("remind", "Remind of what waits, as a calendar, a feed, or a digest by e-mail."),
    "export": ("export", "Write a page as a file: its data, its tables, or a paper to be printed."),
    "bench": ("bench", "Measure how fast this machine answers."),
    "law": ("law", "Check the engine of law against reference cases."),
    "verify": ("verify", "Verify the journal, its published files, or the proof of an entry."),
    "statement": ("statement", "State the whole record as of a day and as known then, to be recomputed at any time."),
    "withhold": ("withhold", "Put the texts that are marked as confidential into the vault."),
    "reveal": ("reveal", "Show the withheld texts of an entry, and check that they are the ones meant."),
    "erase": ("erase", "Erase the withheld texts of an entry for ever; every proof stays valid."),
    "proof": ("proof", "Write the proof that an entry stands in the journal."),
    "publish": ("publish", "Publish the journal as files for any web server or memory stick."),
    "key": ("key", "Make, show and change the keys that sign the journal's checkpoints."),
    "witness": ("witness", "Run a witness of journals, or ask one to cosign this journal."),
    "image": ("image", "Keep an image of the journal beside it, so that programs start quickly."),
    "backup": ("backup", "Copy the journal into one file, with its checkpoint."),
    "restore": ("restore", "Put a copy in the place of the journal, if it lacks nothing."),
    "mirror": ("mirror", "Keep a full copy of somebody's journal up to date."),
    "follow": ("follow", "Print new entries as they are entered."),
}


class Commands(click.Group):
    """A group that knows its commands by name and imports each when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a newcomer's way."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"servanda.cli.{COMMANDS[cmd_name][0]}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a slip of the pen is answered with the names that are near."""
        near = difflib.get_close_matches(args[0], COMMANDS, 2) if args and args[0] not in COMMANDS else []
        if near and not args[0].startswith("-"):
            ctx.fail(f"No such command '{args[0]}'. Did you mean {' or '.join(near)}?")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what journal, disk or network refuse is a problem, not a traceback."""
        begun, code = perf_counter(), 0
        try:
            return self._invoke(ctx)
        except BaseException as error:
            code = _exit_code(error)
            raise
        finally:
            milliseconds = round((perf_counter() - begun) * 1000, 1)
            log("command", command=ctx.invoked_subcommand, exit=code, ms=milliseconds)

    def _invoke(self, ctx: click.Context) -> Any:
        from servanda.journal import StoreFailed

        try:
            return super().invoke(ctx)
        except StoreFailed as failure:
            problem = failure.problem
        except BrokenPipeError:
            raise
        except OSError as error:
            problem = _refused(error)
        click.echo(str(problem), err=True)
        sys.exit(1)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_module, line) in COMMANDS.items()])


def _exit_code(error: BaseException) -> int:
    """The exit code to which an exception leads; one that nobody expected ends the program with 1."""
    for name in ("code", "exit_code"):
        found = getattr(error, name, None)
        if isinstance(found, int):
            return found
    return 0 if isinstance(error, SystemExit) and error.code is None else 1


def _refused(error: OSError) -> Problem:
    """What the operating system refused, as a problem."""
    name = str(error.filename or "")
    of = f"{name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + '…'}: " if name else ""
    return Problem("C103", f"{of}{error.strerror or error}", None, "check the path, your rights to it, and the disk")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="servanda")
def cli() -> None:
    """Keep the record of what states agreed, and tell whether they kept it.

    The journal is servanda.db in the current folder, or what SERVANDA_JOURNAL names. Every question takes --as-of DAY,
    --known-by MOMENT|NUMBER and --json. Exit code 1: problems were found; 2: the command was misused.
    """


def main() -> None:
    """Run the command line; a reader that stops listening is no error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a sign that the terminal cannot show is no reason to say nothing
            stream.reconfigure(errors="backslashreplace")
    if wrong := [argument for argument in sys.argv[1:] if not _is_text(argument)]:
        click.echo(f"error: {wrong[0]!a} is not UTF-8; hint: write names and paths in UTF-8", err=True)
        sys.exit(2)
    try:
        cli(prog_name="servanda")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _is_text(argument: str) -> bool:
    """Tell whether an argument came as UTF-8: other bytes come as lone surrogates."""
    return not any("\ud800" <= sign <= "\udfff" for sign in argument)
