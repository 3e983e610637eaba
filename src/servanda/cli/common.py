"""What the commands share: options, the journal's address, the clock, and how problems are shown.

The command line is where the clock is read: the core never asks for today.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from servanda.acts.declarations import Organ, Organisation
from servanda.days import Day, NotADay
from servanda.journal import Journal, open_journal, read_known_by
from servanda.journal.copying import Copied
from servanda.pages.parts import View
from servanda.problems import Problem, is_grave
from servanda.record import book_of
from servanda.record.image import quick_book
from servanda.words.catalogue import LANGUAGES
from servanda.words.parties import find_party, is_state

if TYPE_CHECKING:  # signing loads a library that most commands do without
    from servanda.journal.keys import PrivateKey

KNOWN_DIFFERENCE = "B204"
LANGUAGE = "servanda.language"
DEMO_JOURNAL = "servanda-demo.db"

F = TypeVar("F", bound=Callable[..., Any])


def journal_address() -> str:
    """The address of the journal: SERVANDA_JOURNAL, else servanda.db in the current folder."""
    return os.environ.get("SERVANDA_JOURNAL") or "servanda.db"


def key_file() -> Path:
    """Where the private keys of the journal lie: SERVANDA_KEY, else servanda.key in the current folder."""
    return Path(os.environ.get("SERVANDA_KEY") or "servanda.key")


def configured_keys() -> tuple[PrivateKey, ...]:
    """The keys that SERVANDA_KEY names, none where it is not set; ends the command where they cannot be read."""
    if not os.environ.get("SERVANDA_KEY"):
        return ()
    from servanda.journal.keys import read_keys

    keys, problem = read_keys(key_file())
    if problem:
        end([problem])
    return keys


def now() -> str:
    """The moment, for a new entry."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """The day, for questions that name none."""
    return datetime.now(UTC).date()


def who() -> str:
    """Who enters: the name of the account."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


class AsOf(click.ParamType[date]):
    """A whole day given on the command line."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or misuse with a hint."""
        if isinstance(value, date):
            return value
        try:
            day = Day.parse(value)
        except NotADay as error:
            self.fail(f"{error}", param, ctx)
        if not day.is_whole:
            self.fail(f"'{value}' is not a whole day; write 2020-12-18", param, ctx)
        return day.first


class KnownBy(click.ParamType[int | str]):
    """A number or a moment of the journal given on the command line."""

    name = "number|moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | str:
        """The number or the moment, or misuse with a hint."""
        if isinstance(value, int):
            return value
        known, problem = read_known_by(value)
        if problem or known is None:
            self.fail(problem.message if problem else f"'{value}' is no moment", param, ctx)
        return known


in_language = click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help="The language of the reasons and differences."
)
"""For a command that has no view: its sentences in another language."""


def question(function: F) -> F:
    """Give a command the options of every question."""
    return asked_about(click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")(function))


def asked_about(function: F) -> F:
    """Give a command the options that say what is asked about: the day, what was known, and in which language."""
    for option in (
        click.option(
            "--language",
            type=click.Choice(LANGUAGES),
            default="en",
            expose_value=False,
            callback=_remember_language,
            help="The language of the answer.",
        ),
        click.option("--known-by", type=KnownBy(), help="As known by this entry or moment of the journal."),
        click.option("--as-of", type=AsOf(), help="The day asked about (today when left out)."),
    ):
        function = option(function)
    return function


def _remember_language(context: click.Context, _option: click.Parameter, language: str) -> None:
    """Keep the language of the answer for the view, so that no command has to hand it on."""
    context.meta[LANGUAGE] = language


def view(as_of: date | None, known_by: int | str | None) -> View:
    """The book of the journal seen as of a day; ends the command where there is no journal."""
    journal = opened(create=False)
    with journal:
        book = quick_book(journal) if known_by is None else book_of(journal, known_by)
    if known_by is not None and not book.head:
        _held_nothing(known_by)
    language = click.get_current_context().meta[LANGUAGE]
    return View(book, as_of or today(), language, "today" if known_by is None else str(known_by))


def _held_nothing(known_by: int | str) -> NoReturn:
    """Before the first entry the journal held nothing: an answer, not an error."""
    as_json = click.get_current_context().params.get("as_json")
    words = f"The journal held nothing then (as known by {known_by})."
    click.echo(json.dumps({"known_by": known_by, "held": "nothing"}) if as_json else words)
    sys.exit(0)


def opened(*, create: bool, address: str = "") -> Journal:
    """The journal; ends the command with the problem where it cannot be opened."""
    journal, problems = open_journal(address or journal_address(), create=create)
    show(map(_with_the_demo, problems))
    if journal is None:
        sys.exit(1)
    journal.signers = configured_keys()
    return journal


def _with_the_demo(problem: Problem) -> Problem:
    """Where there is no journal and that of the demo lies here, its name is the hint."""
    demo = problem.code == "J104" and not os.environ.get("SERVANDA_JOURNAL") and Path(DEMO_JOURNAL).exists()
    hint = f"SERVANDA_JOURNAL={DEMO_JOURNAL} asks the journal that 'servanda demo' made here"
    return replace(problem, hint=hint) if demo else problem


def show(problems: Iterable[Problem]) -> None:
    """Show problems and warnings where a user looks for them: on standard error."""
    for problem in problems:
        click.echo(f"{'warning: ' if problem.severity == 'warning' else ''}{problem}", err=True)


def copied(copy: Copied, place: str, *, as_json: bool) -> NoReturn:
    """Say what a copy holds now, or why it was not made, and end."""
    if as_json:
        told = [{"code": one.code, "message": one.message, "hint": one.hint} for one in copy.problems]
        values = {"place": place, "size": copy.size, "root": copy.root, "added": copy.added, "problems": told}
        click.echo(json.dumps(values, ensure_ascii=False))
    elif not is_grave(copy.problems):
        click.echo(f"{place}: {copy.size:,} entries ({copy.added:,} new), root {copy.root}")
    end(() if as_json and not is_grave(copy.problems) else copy.problems)


def end(problems: Iterable[Problem]) -> NoReturn:
    """Show the problems and end with exit code 1 when one is more than a warning."""
    found = list(problems)
    show(found)
    sys.exit(1 if is_grave(found) else 0)


def not_found(what: str, name: str, known: Iterable[str], hint: str = "") -> NoReturn:
    """End a question about a thing that the record does not know by that day."""
    hint = hint or _way_out(name, set(known))
    end([Problem("C101", f"the record knows no {what} '{name}' as of that day", None, hint)])


def _way_out(name: str, known: set[str]) -> str:
    """A hint that helps: the same name on a later day, a name that is near, the code of a state, or where to look."""
    import difflib

    if name in known:
        return "the record knows the name from a later day on; ask with a later --as-of"
    near = difflib.get_close_matches(name, sorted(known), 3)
    code = find_party(name)
    if code and not near:
        return f"did you mean {code}?"
    if near:
        return f"did you mean {' or '.join(near)}?"
    if click.get_current_context().params.get("known_by") is not None:
        return "it may have become known later; ask without --known-by"
    return "servanda serve lists all that is recorded"


def known_organisation(seen: View, name: str) -> None:
    """End the command for an organisation (or an organ of one) that is not declared by the day."""
    declared = [*seen.book.acts(Organisation, name, seen.as_of), *seen.book.acts(Organ, name, seen.as_of)]
    if not declared:
        not_found("organisation", name, (act.of for act, _event in seen.book.acts(Organisation)))


def party_code(seen: View, party: str) -> str:
    """The code of a party as the record writes it; ends the command for one that is unknown."""
    code = party.upper() if is_state(party.upper()) else party
    if not is_state(code) and not _is_body(seen, code):
        known = {actor for one in seen.book.held for actor in one.act.actors}
        if code not in known:
            not_found("party", party, known)
    return code


def _is_body(seen: View, name: str) -> bool:
    return any(seen.book.declared(kind, name) for kind in (Organisation, Organ))


def treaty_party(seen: View, party: str) -> str:
    """The code of who can be a party to a treaty: a state or an organisation; an organ of one consents to nothing."""
    code = party_code(seen, party)
    if seen.book.declared(Organ, code):
        of = code.partition("/")[0]
        not_found("state or organisation", code, (), f"it is an organ of {of}, and consents to nothing itself")
    return code
