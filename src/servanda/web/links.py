"""Names as a page shows them: with a link to their page, which keeps the day and what was known.

Written in Python, not as macros, because a long list has a thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup, escape

from servanda.pages.parts import PartyRef, ThingRef
from servanda.web.places import Places


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page: `query` writes the query of an address for a day.

    What has no page yet on the day that the page speaks of is linked as of the first day on which it has one.
    """

    places: Places
    as_of: date
    query: Callable[[date], str]
    _made: dict[tuple[str, str], Markup] = field(default_factory=dict, repr=False, compare=False)

    def thing(self, ref: ThingRef) -> Markup:
        """A document, session, organ or organisation by its title."""
        return self._named(ref.id, ref.title)

    def party(self, ref: PartyRef) -> Markup:
        """A party by its name."""
        return self._named(ref.code, ref.name)

    def parties(self, refs: Iterable[PartyRef]) -> Markup:
        """Parties in a row."""
        return Markup(", ").join(map(self.party, refs))

    def number(self, count: int, target: str) -> Markup:
        """A number with the rows it counts; none has no rows."""
        return Markup(f'<a href="{escape(target)}">{count}</a>') if count else Markup(count)  # noqa: S704 - escaped here

    def to(self, name: str) -> str:
        """The address of a thing, or nothing for one without a page."""
        return self.places.link(name, self.query(self.places.day(name, self.as_of)))

    def _named(self, name: str, title: str) -> Markup:
        """A title with its link, made once a page, however many rows have it."""
        found = self._made.get((name, title))
        if found is None:
            found = self._made[name, title] = self._link(name, title)
        return found

    def _link(self, name: str, title: str) -> Markup:
        """A title with its link; without a page its name stays at hand as the tip, unless it is the title."""
        link = self.to(name)
        if link:
            return Markup(f'<a href="{escape(link)}">{escape(title)}</a>')  # noqa: S704 - escaped here
        if name == title:
            return escape(title)
        return Markup(f'<span title="{escape(name)}">{escape(title)}</span>')  # noqa: S704 - escaped here
