"""The books that the portal has at hand: the newest, and the last few as known earlier.

The newest book is read again when the journal has grown; a book as known by an entry never changes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from servanda.book import Book
from servanda.journal import Journal, StoreFailed, open_journal
from servanda.problems import Problem
from servanda.record import open_book
from servanda.search import Index
from servanda.web.places import Places

EARLIER = 4
DAYS = 400

KnownBy = int | str | None
Key = KnownBy | tuple[str, int]


class Unavailable(Exception):
    """The journal cannot be read; `problems` say it for the visitor."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Volume:
    """A book at hand, where its things have their pages, and the days it was asked about."""

    book: Book
    places: Places
    days: set[date] = field(default_factory=set)
    _index: list[Index] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def index(self) -> Index:
        """The index of the book, made when it is first searched."""
        with self._lock:
            if not self._index:
                self._index.append(Index.of(self.book))
            return self._index[0]

    def is_worn(self, as_of: date) -> bool:
        """Tell whether the book was asked about so many days that what it remembers of each should go."""
        self.days.add(as_of)
        return len(self.days) > DAYS


class Library:
    """The journal at an address, and the books made from it."""

    def __init__(self, address: str, earlier: int = EARLIER) -> None:
        self.address = address
        self._earlier = earlier
        self._volumes: OrderedDict[Key, Volume] = OrderedDict()
        self._lock = threading.Lock()
        self._open = threading.local()

    def journal(self) -> Journal:
        """The journal, open for this thread; raises Unavailable."""
        journal: Journal | None = getattr(self._open, "journal", None)
        if journal is None:
            journal, problems = open_journal(self.address)
            if journal is None:
                raise Unavailable(problems)
            self._open.journal = journal
        return journal

    def size(self) -> int:
        """The number of the newest entry; raises Unavailable."""
        try:
            return self.journal().size
        except StoreFailed as failure:
            self._open.journal = None
            raise Unavailable([failure.problem]) from failure

    def volume(self, known_by: KnownBy, as_of: date) -> Volume:
        """The book as known by an entry or a moment, or now, to be asked about a day; raises Unavailable."""
        size = self.size()
        key: Key = (known_by, size) if isinstance(known_by, str) else None if known_by == size else known_by
        with self._lock:
            volume = self._volumes.get(key)
            if volume is None or (key is None and volume.book.head != size) or volume.is_worn(as_of):
                book = self._read(known_by)
                volume = Volume(book, Places.of(book), {as_of})
                self._volumes[key] = volume
            self._volumes.move_to_end(key)
            self._forget()
        return volume

    def index(self, book: Book) -> Index:
        """The index of a book that is at hand; one that was let go meanwhile is read once more."""
        with self._lock:
            found = [volume for volume in self._volumes.values() if volume.book is book]
        return found[0].index if found else Index.of(book)

    def _read(self, known_by: KnownBy) -> Book:
        try:
            book, problems = open_book(self.address, known_by)
        except StoreFailed as failure:
            raise Unavailable([failure.problem]) from failure
        if book is None:
            raise Unavailable(problems)
        return book

    def _forget(self) -> None:
        """Let the earlier books go that were asked for longest ago; the newest book stays."""
        earlier = [key for key in self._volumes if key is not None]
        for key in earlier[: max(0, len(earlier) - self._earlier)]:
            del self._volumes[key]


_installed: list[Library] = []


def install(address: str) -> Library:
    """Let the portal of this process show the journal at an address."""
    _installed[:] = [Library(address)]
    return _installed[0]


def library() -> Library:
    """The library of this process."""
    return _installed[0]
