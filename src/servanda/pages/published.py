"""Counts as others published them: of limits on the page of barriers, of documents on the page of how far they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.naming import plain
from servanda.pages.parts import ActRef, Listed, ThingRef, View
from servanda.status.barriers import Count, published
from servanda.words.labels import labels

_OF_DOCUMENTS = ("documents", "after-", "from-")
"""So begins the name of a count of documents: of a kind, or by how they enter into force."""


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """A count as others published it."""

    organisation: Annotated[ThingRef, "Of which organisation or organ."]
    what: Annotated[str, "What was counted.", Listed("published")]
    on: Annotated[Day, "As of which day."]
    number: Annotated[int, "The number."]
    scope: Annotated[str, "What it covers."]
    acts: Annotated[list[ActRef], "The acts."]


def counts_of_limits(view: View, organisation: str = "") -> list[PublishedCount]:
    """The published counts of limits, of one organisation if it is named: by organisation, kind and day."""
    return _rows(view, [one for one in published(view.book, view.as_of, organisation) if not _is_of_documents(one)])


def counts_of_documents(view: View, body: str) -> list[PublishedCount]:
    """The published counts of documents of an organisation or organ, by kind and day."""
    return _rows(view, [one for one in published(view.book, view.as_of, body) if _is_of_documents(one)])


def _is_of_documents(one: Count) -> bool:
    return one.what.startswith(_OF_DOCUMENTS)


def _rows(view: View, found: Sequence[Count]) -> list[PublishedCount]:
    """Kinds in the order of their list of words; one that it does not hold comes last."""
    kinds = list(labels("en")["published"])
    places = {plain(one.what): len(kinds) for one in found} | {kind: place for place, kind in enumerate(kinds)}
    ordered = sorted(found, key=lambda one: (view.order(view.thing(one.of).title), places[plain(one.what)], one.on))
    return [
        PublishedCount(view.thing(one.of), plain(one.what), one.on, one.number, one.scope, view.acts(one.acts))
        for one in ordered
    ]
