"""What a record type says of its fields in another language: the label of a field, and that of a word it holds."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

from servanda.pages.parts import Again, Listed
from servanda.words.labels import label


@cache
def vocabularies(record: type) -> dict[str, str]:
    """The vocabulary of every field of a record that holds a word of a closed list."""
    marks = _marks(record)
    return {name: mark.vocabulary for name, found in marks.items() for mark in found if isinstance(mark, Listed)}


@cache
def repeated(record: type) -> frozenset[str]:
    """The fields of a record that only repeat for data what others tell."""
    return frozenset(name for name, found in _marks(record).items() if any(isinstance(mark, Again) for mark in found))


def _marks(record: type) -> dict[str, tuple[Any, ...]]:
    """What is marked at each field of a record."""
    hints = get_type_hints(record, include_extras=True)
    return {name: get_args(hint)[1:] for name, hint in hints.items()}


def shown(record: Any, name: str, language: str) -> Any:
    """The value of a field as a reader sees it: of words of a closed list their labels, of all else itself."""
    value, vocabulary = getattr(record, name), vocabularies(record.__class__).get(name)
    if not vocabulary or not value:
        return value
    if isinstance(value, list):
        return [label(vocabulary, word, language) for word in value]
    return label(vocabulary, value, language)


@cache
def field_label(record: type, name: str, language: str) -> str:
    """The label of a field: its own where one name means different things in two records, else that of its name."""
    for word in (f"{record.__name__}.{name}", name):
        found = label("field", word, language)
        if found != word:
            return found
    return name.replace("_", " ")
