"""What happened to commitments later, by commitment and party, so that none scans what concerns another.

An act that many parties share a commitment in (a report, an assessment, a comment) lies under each party that it
concerns; what concerns all of them lies under none. A day only cuts the lists off, it never makes them anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TypeVar, cast

from servanda.acts import Act
from servanda.acts.monitoring import Assess, Comment, Report
from servanda.book import Book, Event

A = TypeVar("A", bound=Act)

Pairs = list[tuple[Act, Event]]


class Happened:
    """The later acts of a book by kind, commitment and party, each list by day; looked out when first asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._found: dict[tuple[type[Act], str], dict[str, Pairs]] = {}

    def acts(self, kind: type[A], of: str, as_of: date, party: str = "") -> list[tuple[A, Event]]:
        """The acts of a kind on a commitment (of a party, where the kind is of one) surely done by a day; by day."""
        found = self._found.get((kind, of))
        if found is None:
            found = self._found[kind, of] = _by_whom(self._book, kind, of) or _NOTHING
        pairs = found.get(party, ())
        return cast("list[tuple[A, Event]]", [one for one in pairs if one[0].on.last <= as_of])


_NOTHING: dict[str, Pairs] = {}


def happened(book: Book) -> Happened:
    """What happened to the commitments of a book, indexed when it is first asked for."""
    return book.remembered(Happened)


def _by_whom(book: Book, kind: type[Act], of: str) -> dict[str, Pairs]:
    found: dict[str, Pairs] = defaultdict(list)
    for act, event in book.acts(kind, of):
        for party in _whom(act):
            found[party].append((act, event))
    return dict(found)


def _whom(act: Act) -> Iterator[str]:
    """The parties under which an act lies; nobody's name where it concerns them all."""
    if isinstance(act, Assess):
        yield act.party
    elif isinstance(act, Comment | Report):
        yield from dict.fromkeys(act.by)
    else:
        yield ""
