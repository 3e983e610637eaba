"""servanda remind: what waits, as a calendar, a feed, or a digest by e-mail."""

from __future__ import annotations

import fcntl
import os
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import click

from servanda.book import Book
from servanda.cli.common import LANGUAGE, AsOf, asked_about, end, journal_address, opened, party_code, today, view
from servanda.exchange.outbox import (
    Cursor,
    Digest,
    Subscriber,
    digest,
    key,
    message,
    read_subscribers,
    write_subscribers,
)
from servanda.journal import Journal
from servanda.problems import Problem
from servanda.record import book_of

TIMEOUT = 30.0
Subscribers = dict[str, Subscriber]


@click.group("remind")
def command() -> None:
    """Remind of what waits, as a calendar, a feed, or a digest by e-mail."""


@command.command("feed")
@click.argument("party")
@click.option("--format", "form", type=click.Choice(["ics", "atom"]), default="ics", help="iCalendar or Atom.")
@asked_about
def feed(party: str, form: str, as_of: date | None, known_by: int | str | None) -> None:
    """Write what waits for a party as a calendar or a feed."""
    from servanda.exchange import atom, icalendar
    from servanda.exchange.notices import notices

    seen = view(as_of, known_by)
    code = party_code(seen, party)
    found = notices(seen.book, seen.as_of, code, seen.tell)
    title = f"Servanda: {seen.names.party(code)}"
    data = (
        icalendar.calendar(icalendar.of_notices(found), title, seen.licence)
        if form == "ics"
        else atom.feed(
            atom.of_notices(found), atom.Frame(f"urn:servanda:due:{code}", title, seen.book.moment, seen.licence)
        )
    )
    click.echo(data, nl=False)


@command.command("subscribe")
@click.argument("party")
@click.argument("address")
@click.option("--language", type=click.Choice(["en", "ru"]), default="en", show_default=True,
              help="The language of the digests.")  # fmt: skip
def subscribe(party: str, address: str, language: str) -> None:
    """Tell an address from now on what waits for a party."""
    click.get_current_context().meta[LANGUAGE] = language
    code = party_code(view(None, None), party)
    try:
        Address(addr_spec=address)
    except Exception as error:  # the parser of addresses raises several kinds
        raise click.BadParameter(f"'{address}' is no address", param_hint="ADDRESS") from error
    with _locked() as path:
        found = _read(path)
        one = Subscriber(code, address, language=language)
        known = found.setdefault(key(one), one)
        found[key(one)] = replace(known, language=language)
        write_subscribers(path, found)
    first = "" if known is not one else "; the first digest tells everything that is open"
    click.echo(f"{address} is told what waits for {code}{first}")


@command.command("unsubscribe")
@click.argument("address")
def unsubscribe(address: str) -> None:
    """Tell an address nothing any more."""
    with _locked() as path:
        found = _read(path)
        kept = {name: one for name, one in found.items() if one.address != address}
        write_subscribers(path, kept)
    click.echo(f"{_number(len(found) - len(kept), 'subscription')} of {address} ended")


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


@command.command("send")
@click.option("--smtp", "server", required=True, metavar="HOST:PORT", help="The mail server.")
@click.option("--from", "sender", required=True, metavar="ADDRESS", help="The address that sends.")
@click.option("--tls", type=click.Choice(["starttls", "tls", "none"]), default="starttls", show_default=True,
              help="How the connection is protected; none only for a server on this machine.")  # fmt: skip
@click.option("--user", default="", help="The account; its password stands in SERVANDA_SMTP_PASSWORD.")
@click.option("--as-of", type=AsOf(), help="The day asked about (today when left out).")
def send(server: str, sender: str, tls: str, user: str, as_of: date | None) -> None:
    """Send each subscriber what it has not been told yet."""
    with _locked() as path, opened(create=False) as journal:
        outbox = Outbox(path, _read(path), journal, sender, Mail(server, tls, user))
        problems = [problem for name in sorted(outbox.found) for problem in outbox.serve(name, as_of or today())]
    click.echo(f"sent {_number(outbox.sent, 'digest')} to {_number(len(outbox.found), 'subscription')}")
    end(problems)


class Mail:
    """A mail server: one connection a message, so that one refusal touches no other."""

    def __init__(self, server: str, tls: str, user: str) -> None:
        host, _, port = server.rpartition(":")
        if not host or not port.isdecimal():
            raise click.BadParameter(f"'{server}' is not HOST:PORT", param_hint="--smtp")
        self.host, self.port, self.tls, self.user = host, int(port), tls, user

    def send(self, made: EmailMessage) -> None:
        """Hand a message to the server; raises OSError or SMTPException."""
        context = ssl.create_default_context()
        connection = (
            smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT, context=context)
            if self.tls == "tls"
            else smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
        )
        with connection:
            if self.tls == "starttls":
                connection.starttls(context=context)
            if self.user:
                connection.login(self.user, os.environ.get("SERVANDA_SMTP_PASSWORD", ""))
            connection.send_message(made)


class Outbox:
    """The subscribers of a journal being served; every step is written down before the next is taken."""

    def __init__(self, path: Path, found: Subscribers, journal: Journal, sender: str, mail: Mail) -> None:
        self.path, self.found, self.journal, self.sender, self.mail = path, found, journal, sender, mail
        self.sent = 0
        self._books: dict[int, Book] = {}

    def serve(self, name: str, as_of: date) -> Iterator[Problem]:
        """Send a subscriber a digest that may not have arrived, then what came after it."""
        one = self.found[name]
        for until in [pending for pending in (one.pending,) if pending] + [
            Cursor(self.journal.size, as_of.isoformat())
        ]:
            one = self.found[name]
            found = self._digest(one, until)
            if found is None:
                self._note(name, replace(one, cursor=until, pending=None))
                continue
            self._note(name, replace(one, pending=until))
            try:
                self.mail.send(message(found, self.sender))
            except (OSError, smtplib.SMTPException) as error:
                yield Problem("C112", f"{one.address}: the message was not taken ({_named(error)})", None, _hint(error))
                return
            self.sent += 1
            self._note(name, self.found[name].told)

    def _digest(self, one: Subscriber, until: Cursor) -> Digest | None:
        """The digest of a subscriber, from the books as known by its last entry and by that of its cursor."""
        before = self._book(one.cursor.entry) if one.cursor.entry else None
        return digest(self._book(until.entry), before, one, until)

    def _book(self, entry: int) -> Book:
        """The book as known by an entry; most subscribers ask for the same two."""
        if entry not in self._books:
            self._books[entry] = book_of(self.journal, entry)
        return self._books[entry]

    def _note(self, name: str, one: Subscriber) -> None:
        self.found[name] = one
        write_subscribers(self.path, self.found)


def _named(error: Exception) -> str:
    return type(error).__name__


def _hint(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "the server offers no STARTTLS: give --tls tls, or --tls none for a server on this machine"
    return "it is sent at the next run; look at the server, or at the address"


@contextmanager
def _locked() -> Iterator[Path]:
    """The file of subscribers beside the journal, held by this program alone."""
    address = journal_address().removeprefix("sqlite:///")
    path = Path("servanda.db" if "://" in address else address).with_suffix(".reminders.json")
    with path.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            end([Problem("C113", "another program is sending reminders", None, "try again when it has ended")])
        yield path


def _read(path: Path) -> Subscribers:
    found, problems = read_subscribers(path)
    if problems:
        end(problems)
    return found
