"""Persons whom no rule found, by the tagger of Natasha: an extra, loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from servanda.reading.records import Person, Reading
from servanda.reading.russian.context import Context, understand


class NamesMissing(RuntimeError):
    """Natasha is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The name of a person in the text: its place and its nominative."""

    start: int
    end: int
    name: str


Tagger = Callable[[str], list[Tagged]]


def with_names(reading: Reading, tagger: Tagger | None = None) -> Reading:
    """The reading with the persons that a tagger finds after an office; as it was where the rules found any."""
    if reading.language != "ru" or reading.persons or not reading.text:
        return reading
    found = (tagger or natasha())(reading.text)
    persons = {person.name: person for person in _persons(understand(reading.text), found)}
    return msgspec.structs.replace(reading, persons=tuple(persons.values()))


def _persons(context: Context, found: list[Tagged]) -> Iterator[Person]:
    """The names that stand at once after an office; a name without one is no person of a reading."""
    names = {tagged.start: tagged for tagged in found}
    for officer in context.officers:
        tagged = None if officer.name else names.get(officer.end + 1)
        if tagged and context.plain[officer.end] == " ":
            yield Person(name=tagged.name, office=officer.office,
                         **context.passage(officer.start, tagged.end, "name by the tagger"))  # fmt: skip


@cache
def natasha() -> Tagger:
    """The tagger of Natasha with its models, which take seconds to load."""
    try:
        library: Any = import_module("natasha")
    except ImportError as error:
        message = "finding further names needs natasha; install it with: pip install 'servanda[names]'"
        raise NamesMissing(message) from error
    segmenter, vectors, words = library.Segmenter(), library.NewsEmbedding(), library.MorphVocab()
    taggers = library.NewsMorphTagger(vectors), library.NewsNERTagger(vectors)

    def tag(text: str) -> list[Tagged]:
        doc = library.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(taggers[0])
        doc.tag_ner(taggers[1])
        people = [span for span in doc.spans if span.type == "PER"]
        for span in people:
            span.normalize(words)
        return [Tagged(span.start, span.stop, str(span.normal)) for span in people]

    return tag
