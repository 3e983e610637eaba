"""The page of a search: what was found, how it matched, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ThingRef, View
from servanda.search import Asked, Found, Index, Match, Only, read_question
from servanda.search.asking import LONGEST
from servanda.search.index import SHOWN
from servanda.search.words import Forms, how, spans
from servanda.words.labels import label
from servanda.words.phrases import say

_BEFORE, _BEHIND = 90, 210  # characters of a text around the first word that was met


@dataclass(frozen=True, slots=True)
class HitRow:
    """One text that was found."""

    kind: Annotated[str, "What it is about: state, organ, session, document, commitment and so on.", Listed("search")]
    of: Annotated[ThingRef | None, "The thing it tells of."]
    on: Annotated[Day | None, "The day of the act that tells it."]
    by: Annotated[list[PartyRef], "Who acted."]
    act: Annotated[ActRef | None, "The act that tells it."]
    snippet: Annotated[str, "The text around the first word that was met, verbatim."]
    met: Annotated[list[str], "The words of the title and of the snippet that were asked for, as they stand there."]
    matched: Annotated[list[str], "How each word of the question was met: as asked for, in another form, and so on."]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value that the search can be narrowed to."""

    field: Annotated[str, "kind or organisation."]
    value: Annotated[str, "The value in the address."]
    label: Annotated[str, "The same in the language of the page."]
    number: Annotated[int, "How many texts that were found have it."]
    chosen: Annotated[bool, "Whether the search is narrowed to it."]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """What the record tells by the day about the words that are asked for, the best first."""

    question: Annotated[str, "The question as it was read."]
    shortened: Annotated[bool, "Whether the question was longer than what is read of one."]
    some: Annotated[bool, "Whether no text has all the words, and those shown have some of them."]
    total: Annotated[int, "How many texts were found."]
    first: Annotated[int, "The place of the first one shown; 0 where none is."]
    hits: Annotated[list[HitRow], "The texts shown."]
    facets: Annotated[list[FacetRow], "What the search can be narrowed to, the most frequent first."]


def search_page(view: View, index: Index, question: str, only: Only | None = None, after: int = 0) -> SearchPage:
    """The page of a question asked of the index of the view's book, from the text `after` so many on."""
    asked, only = read_question(question), only or Only()
    found = index.ask(asked, view.as_of, only, after)
    return SearchPage(
        **view.frame(say("Search"), "/search", q=question, **only.narrowed, after=after),  # type: ignore[arg-type]
        question=question[:LONGEST],
        shortened=asked.shortened,
        some=found.some,
        total=found.total,
        first=after + 1 if found.matches else 0,
        hits=[_hit(view, asked, one) for one in found.matches],
        facets=_facets(view, found, only),
    )


def next_after(page: SearchPage) -> int:
    """The place from which the next texts are shown, or 0 where all are."""
    last = page.first + len(page.hits) - 1
    return last if page.first and last < page.total and len(page.hits) == SHOWN else 0


def _hit(view: View, asked: Asked, found: Match) -> HitRow:
    told = found.told
    held = view.book.find(told.act)
    snippet = _snippet(told.text if told.text and told.kind != "state" else told.title, asked.sought)
    of = view.thing(told.of) if told.of else None
    words = [text[start:end] for text in (of.title if of else "", snippet) for start, end in _met(text, asked.sought)]
    return HitRow(
        told.kind,
        of,
        held.act.on if held else None,
        view.parties(told.parties) if held else [],
        view.act(held) if held else None,
        snippet,
        list(dict.fromkeys(words)),
        [f"{word}: {label('match', way, view.language)}" for word, way in found.how],
    )


def _facets(view: View, found: Found, only: Only) -> list[FacetRow]:
    rows = [
        FacetRow(name, value, _facet_label(view, name, value), number, getattr(only, name) == value)
        for name, counted in found.facets.items()
        for value, number in counted.items()
    ]
    return sorted(rows, key=lambda row: (row.field, -row.number, row.label))


def _facet_label(view: View, name: str, value: str) -> str:
    return label("search", value, view.language) if name == "kind" else view.names.party(value)


def _snippet(text: str, sought: tuple[Forms, ...]) -> str:
    """The text around the first word that was met."""
    first = next((start for start, _end in _met(text, sought)), 0)
    return text[_cut(text, first - _BEFORE) : _cut(text, first + _BEHIND)].strip()


def _met(text: str, sought: tuple[Forms, ...]) -> list[tuple[int, int]]:
    """The places of the words that were asked for."""
    return [(start, end) for start, end, word in spans(text) if any(how(one, word) for one in sought)]


def _cut(text: str, at: int) -> int:
    """The beginning of a word near a place, so that no word is cut in two."""
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    return text.rfind(" ", 0, at) + 1
