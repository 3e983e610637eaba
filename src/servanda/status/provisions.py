"""What became of the provisions of a document when another replaced or amended it: which stay, change, are left out.

A new version seldom says so of every article. Each line here is an act with its source; two texts that are given are
compared word for word by `servanda.status.comparison`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from servanda.acts.documents import Provision
from servanda.book import Book
from servanda.days import Day

FATES = ("stays", "changed", "left-out", "new")


@dataclass(frozen=True, slots=True)
class Fate:
    """One provision: what became of it, from which document to which."""

    words: str
    fate: str
    old: str
    new: str
    article: str
    becomes: str
    on: Day
    acts: tuple[str, ...]


def fates(book: Book, of: str, as_of: date) -> tuple[Fate, ...]:
    """The provisions of a document by a day, those it took over and those it handed on: what stays first."""
    found = [
        Fate(act.words, act.fate, act.of, act.other, act.article, act.becomes, act.on, event.ids)
        for act, event in book.acts(Provision, None, as_of)
        if of in (act.of, act.other)
    ]
    return tuple(sorted(found, key=lambda one: (one.on, FATES.index(one.fate), one.words)))
