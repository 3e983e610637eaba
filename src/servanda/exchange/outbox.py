"""The outbox of reminders: derived from the journal, with a cursor for each subscriber.

A cursor says up to which entry, and up to which day, a subscriber was told. What became known after it, what waits now
and did not wait then (a treaty entered into force meanwhile, with no new entry), and what came near its due day after
it, is the next digest. Before a digest is sent its end is written down as `pending`; after it
was taken by the server the cursor moves there. If the program stops between the two, the same digest is sent again:
at least once, never lost, and with the same Message-ID and the same bytes, so that a mail system can drop the copy.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from servanda.book import Book
from servanda.days import Day
from servanda.exchange.notices import Notice, fingerprint, notices
from servanda.pages.naming import Names
from servanda.problems import Place, Problem
from servanda.words.phrases import Phrase, say, verbatim

AHEAD = (30, 7, 0)
"""So many days before a due day a subscriber is reminded of it, once each."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Up to which entry of the journal, and which day, a subscriber was told."""

    entry: int = 0
    day: str = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Subscriber:
    """An address that is told what waits for a party; `pending` is the end of a digest that may have been sent."""

    party: str
    address: str
    cursor: Cursor = Cursor()
    pending: Cursor | None = None
    language: str = "en"

    @property
    def told(self) -> Subscriber:
        """The subscriber after the pending digest was taken."""
        return replace(self, cursor=self.pending or self.cursor, pending=None)


@dataclass(frozen=True, slots=True)
class Digest:
    """What a subscriber has not been told yet: what is new, and what is near its due day."""

    subscriber: Subscriber
    until: Cursor
    names: Names
    new: tuple[Notice, ...]
    near: tuple[Notice, ...]


def digest(book: Book, before: Book | None, subscriber: Subscriber, until: Cursor) -> Digest | None:
    """The digest between a subscriber's cursor and `until`; None if it is empty.

    The books are those known by the entries of `until` and of the cursor (none where nothing was told yet).
    """
    since, as_of = subscriber.cursor, date.fromisoformat(until.day)
    names = Names(book, subscriber.language)
    found = notices(book, as_of, subscriber.party, names.tell)
    told = date.fromisoformat(since.day)
    waited = {one.key for one in notices(before, told, subscriber.party)} if before else frozenset()
    new = tuple(one for one in found if since.entry < one.entry <= until.entry or one.key not in waited)
    near = tuple(one for one in found if one not in new and _came_near(one, told, as_of))
    return Digest(subscriber, until, names, new, near) if new or near else None


def _came_near(one: Notice, told: date, as_of: date) -> bool:
    """Tell whether one of the days before its due day lies after the last digest and not after this one."""
    if one.due is None:
        return False
    last = one.due.last.toordinal()
    return any(told.toordinal() < last - ahead <= as_of.toordinal() for ahead in AHEAD)


def message(found: Digest, sender: str) -> EmailMessage:
    """The digest as a message; made again it has the same Message-ID and the same bytes."""
    to, until = found.subscriber, found.until
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = Address(addr_spec=sender), Address(addr_spec=to.address)
    made["Subject"] = found.names.tell(say("Servanda: what waits for {party}, {day}", party=to.party, day=_day(until)))
    made["Date"] = _at_noon(until.day)
    made["Message-ID"] = f"<{fingerprint(to.party, to.address, to.cursor, until)}@servanda.invalid>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content("\n".join(_lines(found)) + "\n", cte="quoted-printable")
    return made


def _lines(found: Digest) -> list[str]:
    tell, until = found.names.tell, found.until
    lines = [tell(say("As of {day}, as known by entry {entry} of the journal.", day=_day(until), entry=until.entry))]
    parts = (
        (say("New since the last message ({number}):", number=len(found.new)), found.new),
        (say("Near its due day ({number}):", number=len(found.near)), found.near),
    )
    for title, rows in parts:
        if rows:
            lines += ["", tell(title), *(f"- {tell(_line(one))}" for one in rows)]
    words = say("A state may lawfully never sign or consent. The depositary's notifications prevail.")
    return [*lines, "", tell(words)]


def _line(one: Notice) -> Phrase:
    """What waits, since when, and its name in the record."""
    words, name = verbatim(one.words), verbatim(one.object)
    return say("{waiting}, since {day} ({object})", waiting=words, day=one.since, object=name)


def _day(until: Cursor) -> Day:
    return Day.parse(until.day)


def _at_noon(day: str) -> datetime:
    """The Date of a digest hangs on its day alone, so that it is the same when it is sent again."""
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)


# -- the file of subscribers ------------------------------------------------------------------------------


def read_subscribers(path: Path) -> tuple[dict[str, Subscriber], list[Problem]]:
    """The subscribers of a file by party and address; a file that is not there has none."""
    if not path.exists():
        return {}, []
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["subscribers"]
        found = [_read(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "restore it from a copy; without it every subscriber is told everything once more"
        return {}, [Problem("C111", f"the subscribers cannot be read ({type(error).__name__})", Place(str(path)), hint)]
    return {key(one): one for one in found}, []


def key(one: Subscriber) -> str:
    """What names a subscription."""
    return f"{one.party} {one.address}"


def _read(row: dict[str, Any]) -> Subscriber:
    pending = _cursor(row["pending"]) if row["pending"] else None
    language = str(row.get("language", "en"))
    return Subscriber(str(row["party"]), str(row["address"]), _cursor(row["cursor"]), pending, language)


def _cursor(row: dict[str, Any]) -> Cursor:
    return Cursor(int(row["entry"]), date.fromisoformat(row["day"]).isoformat())


def write_subscribers(path: Path, found: dict[str, Subscriber]) -> None:
    """Write the file so that it holds either the old state or the new, whenever the machine stops."""
    rows = [asdict(found[name]) for name in sorted(found)]
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"subscribers": rows}, file, indent=1, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
