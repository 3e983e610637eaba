"""What was done with a document, in English: the verbs, and the item made of a title and its deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.reading.context import Context, one_line
from servanda.reading.cues import by_word, either
from servanda.reading.records import Document
from servanda.reading.sentences import Sentence
from servanda.reading.titles import Title
from servanda.words.vocabulary import DocumentAction


def documents_of(
    context: Context, sentence: Sentence, titles: list[Title], action: DocumentAction, first: int, rule: str
) -> Iterator[Document]:
    """The documents of some titles, the first with the words before it."""
    for number, title in enumerate(titles):
        begin = first if number == 0 else title.begin
        yield document_of(context, sentence, title, action, (begin, title.end), rule)


def document_of(
    context: Context, sentence: Sentence, title: Title, action: DocumentAction, span: tuple[int, int], rule: str
) -> Document:
    """The document of a title, with the passage between two places of the sentence."""
    kind = "treaty" if title.kind == "other" and action == "in force" else title.kind
    passage = context.passage(sentence.start + span[0], sentence.start + span[1], rule)
    return Document(title=title.text, kind=kind, action=action, **passage)


def action_of(verb: str) -> DocumentAction:
    """What a verb does with documents."""
    return by_word("document_actions").get(one_line(verb.lower()), "other")  # type: ignore[return-value]


@cache
def deed_verb() -> re.Pattern[str]:
    """A verb that does something with documents."""
    return re.compile(rf"\b{either(by_word('document_actions'))}\b")


def deed_verbs(plain: str) -> Iterator[re.Match[str]]:
    """The verbs of a sentence that do something with documents; the first may have capitals: `ADOPTS the plan`."""
    first = _first_word().match(plain)
    if first and not first[0].islower():
        yield first
    to = _AFTER_TO.search(plain)
    second = _first_word().match(plain, to.end()) if to else None
    if second and not second[0].islower():
        yield second
    yield from deed_verb().finditer(plain)


_AFTER_TO = re.compile(r"^[A-Z]+ (?:to |AND )")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(rf"{deed_verb().pattern}", re.IGNORECASE)
