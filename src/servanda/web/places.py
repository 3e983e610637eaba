"""Where in the portal a thing of the record has its page."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from servanda.acts import Act
from servanda.acts.commitments import Plan, Undertake
from servanda.acts.declarations import Instrument, Organ, Organisation
from servanda.acts.sessions import Convene
from servanda.book import Book
from servanda.words.parties import is_state

_PAGES: dict[type[Act], str] = {
    Instrument: "/documents/",
    Convene: "/sessions/",
    Organ: "/organs/",
    Organisation: "/presidency/",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The pages of the things that a book knows; commitments stand apart, since a plan is also a document."""

    pages: dict[str, str] = field(default_factory=dict)
    commitments: frozenset[str] = frozenset()
    first_year: int = 0

    @staticmethod
    def of(book: Book) -> Places:
        """The places of a book."""
        pages = {
            event.act.object: prefix + quote(event.act.object)
            for kind, prefix in _PAGES.items()
            for event in book.events(kind)
        }
        made = {event.act.object for kind in (Undertake, Plan) for event in book.events(kind)}
        days = [one.act.on.first for one in book.held if one.act.verb not in ("source", "expect")]
        return Places(pages, frozenset(made), min(days).year if days else 0)

    def link(self, name: str, query: str) -> str:
        """The address of a thing with its day, or nothing for one without a page."""
        if name in self.pages:
            return self.pages[name] + query
        if name in self.commitments:
            return f"/commitments/{quote(name)}{query}"
        return f"/states/{name}{query}" if is_state(name) else ""
