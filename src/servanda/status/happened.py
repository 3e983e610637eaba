"""What happened to commitments later: indexed once for a book, so that no commitment scans what concerns another.

An act that many parties share a commitment in (a report, an assessment, a comment) lies under each party that it
concerns; what concerns all of them lies under none. A day only cuts the lists off, it never makes them anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TypeVar, cast

from servanda.acts import Act
from servanda.acts.commitments import Carry, Classify, Extend, Merge, Release, Supersede
from servanda.acts.monitoring import Assess, Challenge, Comment, Report
from servanda.book import Book, Event

A = TypeVar("A", bound=Act)

Pairs = list[tuple[Act, Event]]

_SHARED = (Carry, Challenge, Classify, Extend, Merge, Release, Supersede)
"""Kinds that concern every party to a commitment, or of which each act tells itself whom it concerns."""

_OF_A_PARTY = (Assess, Comment, Report)


class Happened:
    """The later acts of a book by kind, commitment and party, each list by day."""

    def __init__(self, book: Book) -> None:
        self._found: dict[type[Act], dict[tuple[str, str], Pairs]] = {
            kind: _by_whom(book, kind) for kind in (*_SHARED, *_OF_A_PARTY)
        }

    def acts(self, kind: type[A], of: str, as_of: date, party: str = "") -> list[tuple[A, Event]]:
        """The acts of a kind on a commitment (of a party, where the kind is of one) surely done by a day; by day."""
        found = self._found[kind].get((of, party))
        if found is None:
            return []
        return cast("list[tuple[A, Event]]", [one for one in found if one[0].on.last <= as_of])


def happened(book: Book) -> Happened:
    """What happened to the commitments of a book, indexed when it is first asked for."""
    return book.remembered(Happened)


def _by_whom(book: Book, kind: type[Act]) -> dict[tuple[str, str], Pairs]:
    found: dict[tuple[str, str], Pairs] = defaultdict(list)
    for act, event in book.acts(kind):
        for party in _whom(act):
            found[act.object, party].append((act, event))
    return dict(found)


def _whom(act: Act) -> Iterator[str]:
    """The parties under which an act lies; nobody's name where it concerns them all."""
    if isinstance(act, Assess):
        yield act.party
    elif isinstance(act, Comment | Report):
        yield from dict.fromkeys(act.by)
    else:
        yield ""
