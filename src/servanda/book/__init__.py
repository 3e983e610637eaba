"""The book: acts as known at a moment, indexed; it answers law's questions."""

from servanda.book.book import Book
from servanda.book.facts import FactsAsOf
from servanda.book.held import Event, Held

__all__ = ["Book", "Event", "FactsAsOf", "Held"]
