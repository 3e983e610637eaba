"""What feeds and digests tell of a thing that waits: one notice each, with a name that never changes."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from servanda.book import Book
from servanda.days import Day
from servanda.status.due import Item, due
from servanda.words.phrases import Phrase, say, term

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/servanda/notices")


def lasting(*parts: object) -> uuid.UUID:
    """The name of a thing in feeds and calendars: the same for the same parts, wherever and whenever it is made."""
    return uuid.uuid5(_SPACE, " ".join(map(str, parts)))


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that waits for a party: what, since when, until when, and by which entries it became known."""

    party: str
    what: str
    object: str
    words: str
    since: Day
    due: Day | None
    reasons: tuple[str, ...]
    entry: int
    moment: str

    @property
    def key(self) -> uuid.UUID:
        """Its name: the same for the same thing, whatever else is recorded of it later."""
        return lasting(self.party, self.what, self.object, self.due if self.what == "report" else "")


def notices(book: Book, as_of: date, party: str = "", tell: Callable[[str], str] = str) -> tuple[Notice, ...]:
    """All that waits, for one party if it is named; `tell` says sentences in the language of the reader."""
    return tuple(_notice(book, item, tell) for item in due(book, as_of, party))


def _notice(book: Book, item: Item, tell: Callable[[str], str]) -> Notice:
    found = [book.find(act) for reason in item.reasons for act in reason.acts]
    entry = max((one.number for one in found if one), default=0)
    moment = max((one.moment for one in found if one), default="") or book.moment
    reasons = tuple(tell(reason.words) for reason in item.reasons)
    return Notice(item.party, item.what, item.object, tell(_words(item)), item.since, item.due, reasons, entry, moment)


def _words(item: Item) -> Phrase:
    """What waits, in words: neutral, without a word on whether a day has passed."""
    what, of, whose = term("waiting", item.what), item.object, item.party
    if item.due:
        return say("{party}: to {what}: {object}, due {day}", party=whose, what=what, object=of, day=item.due)
    return say("{party}: to {what}: {object}", party=whose, what=what, object=of)


def fingerprint(*parts: object) -> str:
    """A short name of values, the same whenever it is made."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:40]
