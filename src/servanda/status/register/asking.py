"""The register of a book: its commitments and their figures as of a day, whole or narrowed.

A small register is asked in plain ways; a large one is packed into arrays, for which numpy is loaded.
"""

from __future__ import annotations

from servanda.acts.commitments import Plan, Undertake
from servanda.book import Book
from servanda.status.register.plain import PlainRegister
from servanda.status.register.rows import Register

LARGE = 500
"""A register of more promises and measures than these is packed."""


def register(book: Book) -> Register:
    """The register of a book, made when it is first asked for."""
    return book.remembered(_register)


def _register(book: Book) -> Register:
    if len(book.events(Plan)) + len(book.events(Undertake)) <= LARGE:
        return PlainRegister(book)
    from servanda.status.register.packed import PackedRegister  # noqa: PLC0415 - numpy, which a small record never needs

    return PackedRegister(book)
