"""Sentences that remember how they were made, so that they can be said in another language.

A phrase is its English text: it is compared, printed and measured as any other text. Beside the text it keeps its
template and what was put into it; `render` puts the same into the template of another language. Days, codes and names
of things stay as the record writes them: whoever renders a phrase says how they are spelled.

What an answer holds as data stands in its sentences under fixed names (`NUMBER`, `AMOUNT`, `SHARE`, `PARTIES`);
`said_of` reads it there, so that words and data cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Self

from servanda.words.catalogue import translations
from servanda.words.collation import collation_key
from servanda.words.labels import label

NUMBER, AMOUNT, SHARE, PARTIES = "number", "amount", "share", "parties"
"""The names under which a sentence keeps how many, how much, what part of a whole, and who."""


class Phrase(str):
    """A sentence with its template, the template for several of a thing where it counts, and its values."""

    __slots__ = ("plural", "template", "values")

    template: str
    plural: str
    values: dict[str, object]

    @classmethod
    def made(cls, template: str, plural: str, values: dict[str, object]) -> Self:
        """The phrase of a template and its values; `plural` is empty where nothing is counted."""
        chosen = plural if plural and values[NUMBER] != 1 else template
        phrase = cls(chosen.format(**values))
        phrase.template, phrase.plural, phrase.values = template, plural, values
        return phrase

    def __getnewargs__(self) -> tuple[str]:
        return (str(self),)


class Listing(Phrase):
    """Several names side by side: in each language by its own alphabet."""

    __slots__ = ()


class Term(str):
    """A word of a closed list with the name of its vocabulary: it is said by its label."""

    __slots__ = ("vocabulary",)

    vocabulary: str


class Spelled(str):
    """A value as a sentence takes it, with the forms that a language has for it: `{day:of}`, `{day:on}`."""

    __slots__ = ("forms",)

    forms: Mapping[str, str]

    def __format__(self, form: str) -> str:
        return self.forms.get(form, str(self))


def spelled(text: str, **forms: str) -> Spelled:
    """A value in words, with other forms of it where they differ."""
    found = Spelled(text)
    found.forms = forms
    return found


def as_recorded(value: object) -> Spelled:
    """A value as the record writes it, in every place of a sentence."""
    return spelled(str(value))


Spell = Callable[[object], Spelled]


def say(template: str, **values: object) -> Phrase:
    """A sentence: its English template, and what stands in it (other phrases, days, codes, numbers)."""
    return Phrase.made(template, "", values)


def counted(one: str, several: str, number: int, **values: object) -> Phrase:
    """A sentence that counts: its template for one and for several, where `{number}` stands for the number."""
    return Phrase.made(one, several, {NUMBER: number, **values})


def joined(separator: str, parts: Iterable[str]) -> Phrase:
    """Sentences one after another, empty ones left out; each is said in the other language by itself."""
    values: dict[str, object] = {f"part{number}": part for number, part in enumerate(filter(None, parts))}
    return Phrase.made(separator.join(f"{{{name}}}" for name in values), "", values)


def listed(codes: Iterable[str]) -> Listing:
    """Codes side by side, sorted; said in a language, their names are sorted anew."""
    values: dict[str, object] = {f"part{number}": code for number, code in enumerate(sorted(codes))}
    return Listing.made(", ".join(f"{{{name}}}" for name in values), "", values)


def bracketed(words: str) -> Phrase:
    """A sentence in brackets, as a remark on another."""
    return Phrase.made("({part0})", "", {"part0": words})


def term(vocabulary: str, word: str) -> Term:
    """A word of a closed list, as part of a sentence."""
    found = Term(word)
    found.vocabulary = vocabulary
    return found


def verbatim(words: str) -> Term:
    """Words that stand in every language as they are written: a line of the record."""
    return term("", words)


WITHHELD = say("[withheld]")
"""What stands, on pages and in the heads of acts, in the place of a text that the act only commits to."""


def render(words: str, language: str, spell: Spell = as_recorded) -> str:
    """Say a phrase in a language, its values spelled; what is no phrase, or has no translation, stays as it is."""
    return str(_rendered(words, language, spell))


def _rendered(value: object, language: str, spell: Spell) -> Spelled:
    if isinstance(value, Term):
        return spelled(label(value.vocabulary, str(value), language))
    if not isinstance(value, Phrase):
        return spelled(_template(WITHHELD, language)) if value == WITHHELD else spell(value)
    values = {name: _rendered(one, language, spell) for name, one in value.values.items()}
    if isinstance(value, Listing):
        names = sorted(values.values(), key=lambda name: collation_key(str(name), language))
        return spelled(", ".join(names))
    return spelled(_template(value, language).format(**values))


def _template(phrase: Phrase, language: str) -> str:
    """The template of a phrase in a language; an empty one would ask the catalogue for its own header."""
    known = translations(language)
    if phrase.plural:
        number = phrase.values[NUMBER]
        assert isinstance(number, int)
        return known.ngettext(phrase.template, phrase.plural, number)
    return known.gettext(phrase.template) if phrase.template else ""


def said_of(words: str, name: str) -> list[object]:
    """What a sentence, and those within it, keep under a name, in their order."""
    return list(_said(words, name))


def parts_of(words: object) -> list[str]:
    """What was set side by side in a sentence; of anything else, itself."""
    return [str(one) for one in words.values.values()] if isinstance(words, Phrase) else [str(words)]


def _said(words: object, name: str) -> Iterator[object]:
    if isinstance(words, Phrase):
        for key, value in words.values.items():
            if key == name:
                yield value
            else:
                yield from _said(value, name)
