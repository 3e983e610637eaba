"""What was done with a document, in Russian: the verbs, and the item made of a title and its deed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import by_word
from servanda.reading.records import Document
from servanda.reading.russian.context import Context
from servanda.reading.russian.titles import Title
from servanda.words.morphology import bare
from servanda.words.vocabulary import DocumentAction


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that does something with documents."""

    start: int
    end: int
    action: DocumentAction
    passive: bool


def document_of(context: Context, title: Title, verbs: list[Verb]) -> Document:
    """The document of a title, with the verb nearest to it and the passage of both."""
    before = [verb for verb in verbs if verb.end <= title.start]
    verb = before[-1] if before else verbs[0]
    text = title.text
    if verb.passive and verb.start >= title.end:
        text = _with_year(context, text, verb)
    near = verb.end <= title.start and not context.plain[verb.end : title.start].strip(" ,").count(",")
    start = verb.start if near and title.start - verb.end < 30 else title.start
    end = verb.end if verb.start >= title.end and verb.start - title.end < 30 else title.end
    passage = context.passage(start, end, "action before" if before else "action after")
    return Document(title=clean(text), kind=title.kind, action=verb.action, **passage)


def _with_year(context: Context, text: str, verb: Verb) -> str:
    """An older document, told by its year: `концепция (2009)`."""
    dates = context.dated(verb.end, verb.end + 14)
    old = dates and context.day and dates[0].value[:4] < str(context.day.year)
    return f"{text} ({dates[0].value[:4]})" if old else text


def clean(text: str) -> str:
    """A title on one line, without marks at its ends."""
    return re.sub(r"\s+", " ", text).strip(" ,.;:")


@cache
def actions() -> dict[str, DocumentAction]:
    """What each verb does with documents, by its dictionary form."""
    return {bare(verb): action for verb, action in by_word("document_actions", "ru").items()}  # type: ignore[misc]
