"""Small records written as text, for tests that look at what is made of them."""

from __future__ import annotations

from servanda.book import Book, Held
from servanda.text import read


def acts_of(text):
    """The located acts of a text that has no problem."""
    found = read(text, "record.acts")
    assert found.problems == ()
    return found.acts


def book_of(text):
    """The book of a text, each act entered in its order."""
    located = acts_of(text)
    return Book.build(
        Held(held.act, held.id, number, "2026-11-23T17:05:00Z", "clerk", one.place, one.lines)
        for number, one in enumerate(located, start=1)
        for held in [Held.of(one.act)]
    )
