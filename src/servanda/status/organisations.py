"""Which commitments and documents are an organisation's: made at its sessions, in its plans, under its instruments."""

from __future__ import annotations

from collections import defaultdict

from servanda.acts.declarations import Instrument
from servanda.acts.sessions import Decide
from servanda.book import Book


def organisations_of(book: Book, commitment: str, under: str) -> frozenset[str]:
    """The organisations and organs in which a commitment of a name was made, under a document or none."""
    return _above(commitment) | organisations_of_document(book, under or commitment.rpartition("/")[0])


def organisations_of_document(book: Book, name: str) -> frozenset[str]:
    """The organisation within which a document is declared, and those whose sessions disposed of it."""
    declared = book.declared(Instrument, name)
    within = {declared.within} if declared and declared.within else set()
    return book.remembered(_disposed_of).get(name, frozenset()) | within


def _disposed_of(book: Book) -> dict[str, frozenset[str]]:
    """For each document the organisations and organs whose sessions disposed of it."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for event in book.events(Decide):
        if isinstance(event.act, Decide) and event.act.session:
            found[event.act.object] |= _above(event.act.session)
    return dict(found)


def _above(name: str) -> frozenset[str]:
    """The names above a name: `cis` and `cis/chs` of `cis/chs/2020-12-18`."""
    parts = name.split("/")
    return frozenset("/".join(parts[:length]) for length in range(1, len(parts)))
