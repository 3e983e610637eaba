"""The index of a book: what was asked for, where it stands, and how each word of the question was met.

A text is kept under three forms of each of its words; a word of a question meets it as it is written, in another form,
or by its stem. The index lives in memory and belongs to one book: what was known at another moment has its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import tantivy

from servanda.book import Book
from servanda.search.asking import Asked
from servanda.search.texts import Told, texts_of
from servanda.search.words import Forms, how, spans
from servanda.words.vocabulary import How

MEMORY = 15_000_000  # bytes for the writer, its least for one thread: a larger one is not given back
SHOWN = 20
"""So many texts are shown at a time, the best first; the number of all is told."""

# What weighs how much: a title more than a text, the word itself more than its forms.
_WEIGHTS = {"title": 6.0, "exact": 3.0, "title_lemma": 4.0, "lemma": 2.0, "stem": 0.5}
_BEGINNING = 0.3
_SHORTEST = 3
FACETS = ("kind", "organisation")
"""What is counted beside the texts that were found, and can narrow a search."""
_COUNTED = 60


@dataclass(frozen=True, slots=True)
class Match:
    """One text that was found, and how each word of the question stands in it, by its place in the question."""

    told: Told
    how: tuple[tuple[str, How], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: the best texts, how many there are in all, and how many of each kind and organisation.

    `some` tells that no text has all the words, and that these have some of them.
    """

    matches: tuple[Match, ...] = ()
    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=lambda: {name: {} for name in FACETS})
    some: bool = False


@dataclass(frozen=True, slots=True)
class Only:
    """What a search is narrowed to: texts of a kind, of an organisation; nothing narrows nothing."""

    kind: str = ""
    organisation: str = ""

    @property
    def narrowed(self) -> dict[str, str]:
        """The fields that are narrowed, with their values."""
        return {name: value for name in FACETS if (value := getattr(self, name))}


ANY = Only()


class Index:
    """The texts of one book, ready to be asked."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._told = list(told)
        self._schema = _schema()
        index = tantivy.Index(self._schema)
        index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        writer = index.writer(MEMORY, 1)
        for number, one in enumerate(self._told):
            writer.add_document(tantivy.Document(**_fields(number, one)))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    @staticmethod
    def of(book: Book) -> Index:
        """The index of a book."""
        return Index(texts_of(book))

    def __len__(self) -> int:
        return len(self._told)

    def ask(self, asked: Asked, as_of: date, only: Only = ANY, after: int = 0) -> Found:
        """Find the texts that have all that is asked for, or else some of it, told by a day; the next few `after`."""
        if asked.is_empty:
            return Found()
        found = self._search(asked, as_of, only, after, tantivy.Occur.Must)
        if not sum(found.facets["kind"].values()) and len(asked.sought) > 1:
            return self._search(asked, as_of, only, after, tantivy.Occur.Should)
        return found

    def _search(self, asked: Asked, as_of: date, only: Only, after: int, occur: Any) -> Found:
        words = self._question(asked, as_of, occur)
        terms = [(tantivy.Occur.Must, self._term(name, value)) for name, value in only.narrowed.items()]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, words), *terms])
        result: Any = self._searcher.search(query, limit=SHOWN, offset=after)
        found = tuple(self._match(address, asked) for _score, address in result.hits)
        return Found(found, result.count or 0, self._facets(words), some=occur == tantivy.Occur.Should)

    def _match(self, address: Any, asked: Asked) -> Match:
        told = self._told[self._searcher.doc(address)["number"][0]]
        return Match(told, tuple(_met(asked.sought, f"{told.title} · {told.text}")))

    def _question(self, asked: Asked, as_of: date, occur: Any) -> Any:
        query = tantivy.Query
        until = query.range_query(self._schema, "since", tantivy.FieldType.Integer, 0, as_of.toordinal())
        wanted = [(occur, self._word(word)) for word in asked.words]
        wanted += [(occur, self._phrase(phrase)) for phrase in asked.phrases]
        refused = [(tantivy.Occur.MustNot, self._term("lemma", word.lemma)) for word in asked.without]
        refused += [(tantivy.Occur.MustNot, self._term("title_lemma", word.lemma)) for word in asked.without]
        told = query.const_score_query(until, 0.0)
        return query.boolean_query(
            [(tantivy.Occur.Must, query.boolean_query(wanted)), *refused, (tantivy.Occur.Must, told)]
        )

    def _word(self, word: Forms) -> Any:
        query = tantivy.Query
        form = {
            "title": word.exact,
            "exact": word.exact,
            "title_lemma": word.lemma,
            "lemma": word.lemma,
            "stem": word.stem,
        }
        ways = [query.boost_query(self._term(field, form[field]), weight) for field, weight in _WEIGHTS.items()]
        if len(word.exact) >= _SHORTEST:
            ways += [self._beginning(field, word.exact) for field in ("title", "exact")]
        return query.disjunction_max_query(ways, 0.1)

    def _beginning(self, field: str, text: str) -> Any:
        longer = tantivy.Query.fuzzy_term_query(self._schema, field, text, distance=0, prefix=True)
        return tantivy.Query.boost_query(longer, _BEGINNING)

    def _phrase(self, phrase: Sequence[Forms]) -> Any:
        words: list[str | tuple[int, str]] = [word.exact for word in phrase]
        ways = [tantivy.Query.phrase_query(self._schema, field, words) for field in ("title", "exact")]
        return tantivy.Query.disjunction_max_query(ways, 0.1)

    def _term(self, field: str, text: str) -> Any:
        return tantivy.Query.term_query(self._schema, field, text)

    def _facets(self, query: Any) -> dict[str, dict[str, int]]:
        counted = {name: {"terms": {"field": name, "size": _COUNTED}} for name in FACETS}
        answer = self._searcher.aggregate(query, counted)
        return {
            name: {row["key"]: row["doc_count"] for row in answer[name]["buckets"] if row["key"]} for name in FACETS
        }


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in _WEIGHTS:
        builder.add_text_field(name, stored=False, tokenizer_name="words", index_option="position")
    for name in FACETS:
        builder.add_text_field(name, stored=False, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("since", indexed=True, fast=True)
    builder.add_integer_field("number", stored=True)
    return builder.build()


def _fields(number: int, told: Told) -> dict[str, Any]:
    title = [word for _start, _end, word in spans(told.title)]
    text = [word for _start, _end, word in spans(told.text)]
    return {
        "title": " ".join(word.exact for word in title),
        "title_lemma": " ".join(word.lemma for word in title),
        "exact": " ".join(word.exact for word in text),
        "lemma": " ".join(word.lemma for word in text),
        "stem": " ".join(word.stem for word in (*title, *text)),
        "kind": told.kind,
        "organisation": told.organisation,
        "since": told.since,
        "number": number,
    }


def _met(sought: Sequence[Forms], text: str) -> Iterable[tuple[str, How]]:
    """How each word that was asked for is met by a text: the nearest way of all its words."""
    told = {word for _start, _end, word in spans(text)}
    order: tuple[How, ...] = ("exact", "form", "similar", "beginning")
    for word in sought:
        ways = {way for one in told if (way := how(word, one))}
        if ways:
            yield word.exact, min(ways, key=order.index)
