"""Where in the portal a thing of the record has its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from servanda.acts import Act
from servanda.acts.commitments import Milestone, Plan, RequireReport, Undertake
from servanda.acts.declarations import Instrument, Organ, Organisation
from servanda.acts.sessions import Convene
from servanda.book import Book
from servanda.days import Day
from servanda.words.parties import is_state

_PAGES: dict[type[Act], str] = {
    Instrument: "/documents/",
    Convene: "/sessions/",
    Organ: "/organs/",
    Organisation: "/presidency/",
}


# A document may be spoken of from the day on which it may have been adopted; the others once that day has surely come.
_BEGINS: dict[type[Act], Callable[[Day], date]] = {
    Instrument: lambda day: day.first,
    Convene: lambda day: day.last,
    Organ: lambda day: day.last,
}


@dataclass(frozen=True, slots=True)
class Places:
    """The pages of the things that a book knows; commitments stand apart, since a plan is also a document."""

    pages: dict[str, str] = field(default_factory=dict)
    commitments: frozenset[str] = frozenset()
    first_year: int = 0
    since: dict[str, date] = field(default_factory=dict)
    """From which day on a thing has a page, where it has none before."""
    steps: dict[str, str] = field(default_factory=dict)
    """The commitment of each milestone: on its page the step is told."""

    @staticmethod
    def of(book: Book) -> Places:
        """The places of a book."""
        pages = {
            event.act.object: prefix + quote(event.act.object)
            for kind, prefix in _PAGES.items()
            for event in book.events(kind)
        }
        made = {event.act.object for kind in (Undertake, Plan, RequireReport) for event in book.events(kind)}
        days = [one.act.on.first for one in book.held if one.act.verb not in ("source", "expect")]
        steps = {act.of: act.under for act, _event in book.acts(Milestone) if act.under in made}
        return Places(pages, frozenset(made), min(days).year if days else 0, _since(book), steps)

    def day(self, name: str, as_of: date) -> date:
        """The day to ask for a thing: the day that is asked about, or the first on which the thing has a page."""
        return max(as_of, self.since.get(name, as_of))

    def link(self, name: str, query: str) -> str:
        """The address of a thing with its day, or nothing for one without a page."""
        if name in self.pages:
            return self.pages[name] + query
        if name in self.commitments:
            return f"/commitments/{quote(name)}{query}"
        if name in self.steps:
            return f"/commitments/{quote(self.steps[name])}{query}#milestones"
        return f"/states/{name}{query}" if is_state(name) else ""


def _since(book: Book) -> dict[str, date]:
    """The first day of each thing that has no page before it is declared."""
    found: dict[str, date] = {}
    for kind, begins in _BEGINS.items():
        for event in book.events(kind):
            day = begins(event.act.on)
            found[event.act.object] = min(day, found.get(event.act.object, day))
    return found
