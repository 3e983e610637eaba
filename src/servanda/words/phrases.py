"""Sentences that remember how they were made, so that they can be said in another language.

A phrase is its English text: it is compared, printed and measured as any other text. Beside the text it keeps its
template and what was put into it; `render` puts the same into the template of another language. Days, codes and names
of things stay as the record writes them, in every language: pages spell them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from servanda.words.catalogue import translations

_NUMBER = "number"


class Phrase(str):
    """A sentence with its template, the template for several of a thing where it counts, and its values."""

    __slots__ = ("plural", "template", "values")

    template: str
    plural: str
    values: dict[str, object]

    @classmethod
    def made(cls, template: str, plural: str, values: dict[str, object]) -> Self:
        """The phrase of a template and its values; `plural` is empty where nothing is counted."""
        chosen = plural if plural and values[_NUMBER] != 1 else template
        phrase = cls(chosen.format(**values))
        phrase.template, phrase.plural, phrase.values = template, plural, values
        return phrase

    def __getnewargs__(self) -> tuple[str]:
        return (str(self),)


def say(template: str, **values: object) -> Phrase:
    """A sentence: its English template, and what stands in it (other phrases, days, codes, numbers)."""
    return Phrase.made(template, "", values)


def counted(one: str, several: str, number: int, **values: object) -> Phrase:
    """A sentence that counts: its template for one and for several, where `{number}` stands for the number."""
    return Phrase.made(one, several, {_NUMBER: number, **values})


def joined(separator: str, parts: Iterable[str]) -> Phrase:
    """Sentences one after another; each is said in the other language by itself."""
    values: dict[str, object] = {f"part{number}": part for number, part in enumerate(parts)}
    return Phrase.made(separator.join(f"{{{name}}}" for name in values), "", values)


def render(words: str, language: str) -> str:
    """Say a phrase in a language; what is no phrase, or has no translation yet, stays as it is."""
    if language == "en" or not isinstance(words, Phrase):
        return str(words)
    known = translations(language)
    values = {name: _rendered(value, language) for name, value in words.values.items()}
    if words.plural:
        number = words.values[_NUMBER]
        assert isinstance(number, int)
        return known.ngettext(words.template, words.plural, number).format(**values)
    return known.gettext(words.template).format(**values)


def _rendered(value: object, language: str) -> object:
    return render(value, language) if isinstance(value, str) else value
