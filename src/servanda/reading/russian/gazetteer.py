"""Finds where a Russian text names states, their adjectives and capitals, cities, organisations and organs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from servanda.reading.russian.lists import listed
from servanda.reading.russian.tokens import Token, Tokens
from servanda.words.morphology import CASES, bare, lemmas
from servanda.words.parties import STATES, common_name, other_names, party_name
from servanda.words.places import russian_adjectives, russian_capitals, russian_cities
from servanda.words.tables import rows, several

Kind = Literal["state", "adjective", "capital", "city", "organisation", "organ"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party, a city or a body is named; `cases` are those in which the name may stand."""

    start: int
    end: int
    kind: Kind
    party: str
    cases: frozenset[str] = field(default=frozenset(), compare=False)


# As the first word of a sentence these are common words; names they are only inside of one.
_COMMON = listed("gazetteer.common")
_BREAK = re.compile(r"[^\s«»\"“”-]")
_LONGEST = 9


def find_mentions(plain: str, tokens: Tokens) -> list[Mention]:
    """All mentions by place; the longest name at a place wins, and none overlaps another."""
    return list(_named(plain, tokens.words))


def _named(plain: str, words: list[Token]) -> Iterator[Mention]:
    number = 0
    while number < len(words):
        found = _at(plain, words, number)
        if found:
            count, kind, party = found
            yield _mention(words, number, count, kind, party)
            number += count
        else:
            number += 1


def _mention(words: list[Token], number: int, count: int, kind: Kind, party: str) -> Mention:
    head = _head(words[number : number + count])
    cases = frozenset(CASES) if head.text.isupper() and count == 1 else head.cases()
    return Mention(words[number].start, words[number + count - 1].end, kind, party, cases)


def _head(words: list[Token]) -> Token:
    """The word whose case is that of the whole name: its first noun."""
    nouns = [word for word in words if word.can_be("NOUN")]
    return nouns[0] if nouns else words[0]


def _at(plain: str, words: list[Token], number: int) -> tuple[int, Kind, str] | None:
    word = words[number]
    found = [hit for key in word.lemmas for hit in _phrases().get(key, ())]
    best: tuple[int, Kind, str] | None = None
    for keys, kind, party in found:
        if (best is None or len(keys) > best[0]) and _matches(plain, words, number, keys, kind):
            best = (len(keys), kind, party)
    return best


def _matches(plain: str, words: list[Token], number: int, keys: tuple[frozenset[str], ...], kind: Kind) -> bool:
    stretch = words[number : number + len(keys)]
    if len(stretch) < len(keys) or not _capital_where_due(plain, stretch, kind):
        return False
    if any(not key & word.lemmas for key, word in zip(keys[1:], stretch[1:], strict=True)):
        return False
    gaps = (plain[a.end : b.start] for a, b in pairwise(stretch))
    return not any(_BREAK.search(gap) for gap in gaps)


def _capital_where_due(plain: str, stretch: list[Token], kind: Kind) -> bool:
    """A name has a capital letter; an adjective need not, and a common word at a sentence's head is no name."""
    first = stretch[0]
    if kind == "adjective":
        return first.can_be("ADJF")
    if kind == "organ":
        return first.capital or len(stretch) > 1
    if not first.capital:
        return False
    if len(stretch) == 1 and first.bare in _COMMON:
        return first.start > 0 and plain[first.start - 2 : first.start - 1] not in {".", "!", "?", ":", "\n", ""}
    return True


Phrase = tuple[tuple[frozenset[str], ...], Kind, str]


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """Every known name as dictionary forms, by each dictionary form that its first word may have."""
    found: dict[str, dict[Phrase, None]] = {}
    for name, kind, party in _names():
        keys = tuple(lemmas(word) for word in re.findall(r"[^\W_]+(?:['-][^\W_]+)*", name.lower()))
        for first in keys[0]:
            found.setdefault(first, {})[(keys, kind, party)] = None
    return {first: tuple(phrases) for first, phrases in found.items()}


def _names() -> Iterator[tuple[str, Kind, str]]:
    for code in sorted(STATES | {"XK"}):
        for name in dict.fromkeys((party_name(code, "ru"), *other_names("ru").get(code, ()))):
            yield re.sub(r" \(.*\)| - .*", "", name).replace("’", "'"), "state", common_name(code)
    for name, party in _usual_names():
        yield name, "state", common_name(party)
    for adjective, code in russian_adjectives().items():
        yield adjective, "adjective", common_name(code)
    for city in russian_cities():
        capital = russian_capitals().get(city)
        yield (city, "capital", common_name(capital[0])) if capital else (city, "city", russian_cities()[city])
    for short, names in rows("organisations.ru.tsv"):
        for name in (short, *several(names)):
            yield name, "organisation", short
    for russian, english, _, others in rows("organs.ru.tsv"):
        for name in (russian, *several(others)):
            yield name, "organ", english


def _usual_names() -> Iterator[tuple[str, str]]:
    """The long names of the region's states, and the short ones that CLDR gives where the UN has longer ones."""
    yield from ((russian, code) for russian, code in rows("usual_names.ru.tsv"))


@cache
def organ_homes() -> dict[str, str]:
    """The organisation of each organ that only one organisation has, by the organ's English name."""
    return {english: organisation for _, english, organisation, _ in rows("organs.ru.tsv") if organisation}


@cache
def city_names() -> dict[str, str]:
    """The English name of each city by its dictionary form."""
    return {bare(city): english for city, english in russian_cities().items()}
