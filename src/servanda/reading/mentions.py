"""Finds where a text names states, their adjectives and capitals, organisations and bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from servanda.reading.cues import either, words
from servanda.words.demonyms import capitals, demonyms
from servanda.words.organisations import find_organisation, organisations, organs
from servanda.words.parties import STATES, common_name, find_party, other_names, party_name

Kind = Literal["state", "demonym", "capital", "organisation", "body"]

_UPPER = "".join(re.escape(chr(code)) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
UPPER = f"[{_UPPER}]"
CAPITALISED = rf"{UPPER}[\w'.&-]*"

STYLED = r"(?:(?:[A-Z][a-z]+ ){0,2}(?:Republic|Kingdom|State|Sultanate|Principality|Commonwealth|Federation|Union) of)"
"""What stands before the name of a state in its long form: `the Federal Republic of`."""
STYLE = re.compile(rf"{STYLED} (?:the )?")

# After these a state's name or adjective is part of another name.
_NOT_BEFORE = r"(?!\s+(?:Sea|Ocean|Peninsula|Strait|Canal|Gulf|Island)\b)(?![\w])"
_LATIN = re.compile(r"(?:Latin|North|South|Central|Pan|Meso|Euro)[ -]$")
_ARTICLE = re.compile(r"(?:The|Our|Its|Their|A|An|In|At|On)\s+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party, or a word that stands for one, is named."""

    start: int
    end: int
    kind: Kind
    party: str
    """The everyday name of the state, or the name of the organisation or body."""


def find_mentions(plain: str) -> tuple[Mention, ...]:
    """All mentions in a text by place; none overlaps another of the same family."""
    named = tuple(_named(plain))
    return tuple(sorted((*named, *_bodies(plain, named)), key=lambda mention: (mention.start, -mention.end)))


def _named(plain: str) -> Iterator[Mention]:
    table, pattern = _gazetteer()
    for match in pattern.finditer(plain):
        kind, party = table[_key(match[0])]
        if kind == "demonym" and _LATIN.search(plain, max(0, match.start() - 8), match.start()):
            continue
        yield Mention(match.start(), match.end(), kind, party)


def _bodies(plain: str, named: tuple[Mention, ...]) -> Iterator[Mention]:
    taken = bytearray(len(plain))
    for mention in named:
        if mention.kind == "organisation":
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    for match in _body_pattern().finditer(plain):
        article = _ARTICLE.match(match[0])
        start = match.start() + (article.end() if article else 0)
        name = re.sub(r"\s+", " ", plain[start : match.end()])
        if not all(taken[start : match.end()]) and not find_party(name):
            yield Mention(start, match.end(), "body", name)


@cache
def _gazetteer() -> tuple[dict[str, tuple[Kind, str]], re.Pattern[str]]:
    """Every known name with what it stands for, and one pattern for them all, grouped by first letter."""
    table: dict[str, tuple[Kind, str]] = {}
    for city, code in capitals().items():
        _enter(table, city, "capital", common_name(code))
    for word, code in demonyms().items():
        _enter(table, word, "demonym", common_name(code))
    for name, short in organisations().items():
        _enter(table, name, "organisation", short)
    for code in STATES | {"XK"}:
        for name in {party_name(code), common_name(code), *other_names().get(code, ())}:
            _enter(table, name, "state", common_name(code))
    groups: dict[str, list[str]] = {}
    for name in table:
        groups.setdefault(name[0], []).append(name[1:])
    starts = (f"{re.escape(letter)}{either(rest)}" for letter, rest in sorted(groups.items()))
    return table, re.compile(rf"(?<![\w.])(?:{'|'.join(starts)}){_NOT_BEFORE}")


def _enter(table: dict[str, tuple[Kind, str]], name: str, kind: Kind, party: str) -> None:
    bare = _key(name.removeprefix("the ").removeprefix("The "))
    for spelling in {bare, _without_marks(bare), bare.replace(" & ", " and "), bare.replace(" and ", " & ")}:
        table[spelling] = (kind, party)


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name).replace("’", "'")


def _without_marks(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@cache
def _body_pattern() -> re.Pattern[str]:
    """Capitalised words that end in the noun of a body, and what follows with `of`: Council of Heads of State."""
    part = rf"(?:{UPPER}[\w'&-]*)"
    tail = rf"(?: (?:of|for|on) (?:the )?{part}(?: (?:and |of (?:the )?)?{part}){{0,6}}){{0,2}}"
    known = either(organs())
    noun = either(words("body_nouns"))
    return re.compile(rf"(?<![\w'.-])(?:{known}|(?:{part} (?:and |for )?){{0,5}}(?<!\bthe ){noun}(?!\w){tail})(?!\w)")


def is_body(words_found: str) -> bool:
    """Tell whether the words name an organisation or one of its bodies."""
    if find_organisation(words_found):
        return True
    match = _body_pattern().search(words_found)
    return match is not None and match.end() == len(words_found.rstrip())
