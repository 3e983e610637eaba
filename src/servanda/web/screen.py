"""A screen: its place in the portal, and how its record is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from servanda.pages.addresses import Ask
from servanda.pages.parts import Page
from servanda.words.phrases import Phrase, say


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: the name of its template, its route, its section, its record, and how its absence is told.

    The record is made from a View, the parts of the address, and what the address asks of it (`asks`) by name; None
    means that the record knows no such thing.
    """

    name: str
    route: str
    section: str
    record: Callable[..., Page | None]
    nothing: Phrase = say("no page")  # noqa: RUF009 - a sentence is a value that never changes
    asks: tuple[Ask, ...] = ()

    @property
    def template(self) -> str:
        """The file of its template."""
        return f"{self.name}.html"
