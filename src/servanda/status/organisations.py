"""Which commitments and documents are an organisation's: made at its sessions, in its plans, under its instruments."""

from __future__ import annotations

from servanda.acts.declarations import Instrument
from servanda.acts.sessions import Decide
from servanda.book import Book


def is_of_organisation(book: Book, organisation: str, commitment: str, under: str) -> bool:
    """Tell whether a commitment of a name, under a document or none, was made in an organisation."""
    document = under or commitment.rpartition("/")[0]
    return commitment.startswith(f"{organisation}/") or is_document_of(book, organisation, document)


def is_document_of(book: Book, organisation: str, name: str) -> bool:
    """Tell whether a document is declared within an organisation, or one of its sessions disposed of it."""
    declared = book.declared(Instrument, name)
    if declared is not None and declared.within == organisation:
        return True
    return any(act.session.startswith(f"{organisation}/") for act, _event in book.acts(Decide, name))
