"""Lists under one plural office: `президенты Азербайджана Ильхам Алиев и Казахстана Касым-Жомарт Токаев`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import words as cue
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.learned import COMPLEMENTS
from servanda.reading.russian.look import Look
from servanda.reading.russian.names import Name, name_at, name_words
from servanda.reading.russian.offices import Officer, case_of
from servanda.reading.russian.tokens import Token
from servanda.words.morphology import bare

_JOIN = re.compile(r"[\s,()]*(?:(?:и|а также|как и|плюс|с) )?[\s()]*|[\s,]*- ")
_SINGULAR = {"правительств": "правительства", "государств": "государства", "парламентов": "парламента"}


@dataclass(frozen=True, slots=True)
class Header:
    """A plural office with the states of its list, and the names that go with them."""

    start: int
    end: int
    office: str
    states: tuple[Mention, ...]
    names: tuple[Name | None, ...]
    cases: frozenset[str]


def find_headers(look: Look) -> list[Header]:
    """Every list of states under a plural office, by place."""
    return list(_headers(look))


def _headers(look: Look) -> Iterator[Header]:
    words = look.tokens.words
    done = -1
    for number, word in enumerate(words):
        if number <= done or not word.lemmas & plural_offices():
            continue
        plural = frozenset(f.case for f in word.forms if f.part == "NOUN" and f.number == "plur")
        if plural or word.bare in {"руководство", "делегации"}:
            header = _header(look, number, plural)
            if header and (len(header.states) > 1 or not _may_be_singular(word)):
                yield header
                done = look.tokens.number(header.end) - 1


@cache
def plural_offices() -> frozenset[str]:
    """The nouns under which states are listed."""
    return frozenset(bare(word) for word in cue("plural_offices", "ru"))


def _may_be_singular(word: Token) -> bool:
    return any(form.part == "NOUN" and form.number == "sing" for form in word.forms)


def _header(look: Look, number: int, cases: frozenset[str]) -> Header | None:
    words = look.tokens.words
    last = number
    while last + 1 < len(words) and words[last + 1].bare in COMPLEMENTS:
        last += 1
    parts = _parts(look, last + 1, words[last].end, cases)
    states = [part for part in parts if isinstance(part, Mention)]
    if not states:
        return None
    names = _assigned(parts, len(states))
    end = max(part.end for part in parts)
    office = _singular(words[number : last + 1])
    return Header(words[number].start, end, office, tuple(states), tuple(names), cases)


def continued(look: Look, officer: Officer) -> Iterator[Officer]:
    """`Премьер-министр России X, Казахстана - Y и Молдавии - Z`: further states under the office of the first."""
    if not officer.name or officer.rule != "office before name":
        return
    number = look.tokens.number(officer.end)
    parts = _parts(look, number, officer.end, officer.cases)
    for state, name in zip(parts[::2], parts[1::2], strict=False):
        if not (isinstance(state, Mention) and isinstance(name, Name)):
            return
        noun = officer.office.split()[0]
        yield Officer(state.start, name.end, f"{noun} {look.plain[state.start : state.end]}", officer.noun, state.party,
                      name.text, name.start, officer.cases, "office before name")  # fmt: skip


def _singular(words: list[Token]) -> str:
    head = next((f.inflected("nomn", "sing") for f in words[0].forms if f.part == "NOUN"), None) or words[0].text
    return " ".join([head, *(_SINGULAR.get(word.bare, word.text) for word in words[1:])])


def _parts(look: Look, number: int, end: int, cases: frozenset[str]) -> list[Mention | Name]:
    """The states and names of the list, as they follow one another."""
    words = look.tokens.words
    found: list[Mention | Name] = []
    while number < len(words):
        word = words[number]
        if word.bare in {"и", "а", "также", "как"}:
            number += 1
            continue
        gap = look.plain[end : word.start]
        mention = look.starting.get(word.start)
        if not _JOIN.fullmatch(gap) or (" - " in gap and not found):
            break
        part: Mention | Name | None
        if mention and mention.kind == "state" and "gent" in mention.cases:
            part = mention
        elif mention is None and found and word.capital:
            part = _name(look, number, cases)
        else:
            break
        if part is None:
            break
        found.append(part)
        end = part.end
        number = look.tokens.number(end)
    return found


def _name(look: Look, number: int, cases: frozenset[str]) -> Name | None:
    parts = name_words(look.plain, look.tokens.words, number, look.inside)
    if len(parts) < 2 and not (parts and "." in parts[0].text):
        return None
    return name_at(look.plain, look.tokens.words, number, look.inside, case_of(parts, cases))


def _assigned(parts: list[Mention | Name], states: int) -> list[Name | None]:
    """Which name goes with which state: the one that follows it, or the one at its place in a parallel list."""
    names = [part for part in parts if isinstance(part, Name)]
    first = next((n for n, part in enumerate(parts) if isinstance(part, Name)), len(parts))
    if first == states and len(names) == states:
        return list(names)
    following: list[Name | None] = []
    for here, after in zip(parts, [*parts[1:], None], strict=True):
        if isinstance(here, Mention):
            following.append(after if isinstance(after, Name) else None)
    return following


def officers_of(look: Look, header: Header) -> Iterator[Officer]:
    """The persons named in a list, each with the office of the list and its state."""
    for state, name in zip(header.states, header.names, strict=True):
        if name:
            noun = header.office.split()[0]
            office = f"{header.office} {look.plain[state.start : state.end]}"
            yield Officer(
                header.start,
                name.end,
                office,
                noun,
                state.party,
                name.text,
                name.start,
                header.cases,
                "list with names",
            )
