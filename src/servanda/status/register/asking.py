"""The register of a book: its commitments and their figures as of a day, whole or narrowed.

A small register is asked in plain ways; a large one is packed into arrays, for which numpy is loaded.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from servanda.acts.commitments import Plan, Undertake
from servanda.book import Book
from servanda.status.figures import Figures
from servanda.status.register.plain import PlainRegister
from servanda.status.register.rows import ALL, Narrowed, Rows, Scored

LARGE = 500
"""A register of more promises and measures than these is packed."""


class Register(Protocol):
    """What may be asked of the commitments of a book."""

    def scores(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Scored]:
        """What each class that occurs comes to, as of a day."""

    def classes(self, as_of: date, narrowed: Narrowed = ALL) -> dict[str, Figures]:
        """The figures of each class that occurs, as of a day."""

    def newest(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """The commitments by a day, the newest first, then by name and party."""

    def unfinished(self, as_of: date, narrowed: Narrowed = ALL) -> Rows:
        """What is neither closed nor complete on a day, by original due day, those without one last."""

    def organisations(self, as_of: date) -> frozenset[str]:
        """The organisations and organs in which any commitment was made by a day."""


def register(book: Book) -> Register:
    """The register of a book, made when it is first asked for."""
    return book.remembered(_register)


def _register(book: Book) -> Register:
    if len(book.events(Plan)) + len(book.events(Undertake)) <= LARGE:
        return PlainRegister(book)
    from servanda.status.register.packed import PackedRegister  # noqa: PLC0415 - numpy, which a small record never needs

    return PackedRegister(book)
