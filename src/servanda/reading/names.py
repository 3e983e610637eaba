"""Recognises the name of a person at a place: capitalised words that name nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import words
from servanda.reading.mentions import UPPER, Mention

_PARTICLE = r"(?:al|bin|bint|ibn|de|da|do|dos|del|der|den|van|von|la|le|el|ould|e|y|zu)"
_WORD = rf"(?:{UPPER}\.(?:-?{UPPER}\.)?|{UPPER}[\w'-]*)"
_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,4}}(?:, (?:Jr|Sr)\.)?")
_TITLE = re.compile(

        r" ?(?:(?:[Tt]he )?(?:(?:Most |Rt\.? |Right )?Honou?rable|Most Hon|Rt\.? Hon|Senator|Ambassador|Dr|Mr|"
        r"Mrs|Ms|H\.E|Prof|Hon|Sir|Sheikh|General|Gen|Colonel|Lieutenant|Major|Admiral|"
    r"Colonel General|"
                    r"Lieutenant General|Major General|His Excellency|Her Excellency|His Highness)\.? )*")  # fmt: skip
_NAME_BACKWARDS = re.compile(
    rf"(?:^|(?<=\W))((?:(?:{UPPER}\.|{UPPER}[\w'-]*) (?:(?:al|bin|de|da|van|von|del|"
    rf"der) )?){{0,4}}{UPPER}[\w'-]*)$"
)
_POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place."""

    start: int
    end: int
    text: str


def name_at(plain: str, place: int, mentions: dict[int, Mention], least: int = 1) -> Name | None:
    """The name that begins at a place (after any form of address), of at least so many words."""
    title = _TITLE.match(plain, place)
    start = title.end() if title else place
    match = _NAME.match(plain, start, start + 80)
    if not match:
        return None
    end = _last_good(match, mentions)
    text = _POSSESSIVE.sub("", plain[start:end])
    if not text or len(text.split()) < least or len(surname(text)) < 2:
        return None
    return Name(start, start + len(text), text)


def name_start(plain: str, end: int) -> int | None:
    """Where the capitalised words that end here begin."""
    match = _NAME_BACKWARDS.search(plain, max(0, end - 60), end)
    if match is None:
        return None
    begin = match.start(1)
    return begin - 2 if plain.startswith("H.E.", max(0, begin - 2)) else begin


def _last_good(match: re.Match[str], mentions: dict[int, Mention]) -> int:
    """Where the name ends: before the first word that names something else, or after a possessive."""
    end = match.start()
    for part in re.finditer(r"\S+", match[0]):
        place = match.start() + part.start()
        word = _POSSESSIVE.sub("", part[0].strip(",."))
        if word in _not_names() or place in mentions:
            break
        end = match.start() + part.end()
        if part[0].endswith(("'s", "'")):
            break
    return min(match.end(), end)


def surname(name: str) -> str:
    """The last word of a name that is no suffix."""
    parts = [part.strip(".,") for part in name.split()]
    while len(parts) > 1 and parts[-1] in {"Jr", "Sr", "II", "III"}:
        parts.pop()
    return parts[-1] if parts else ""


@cache
def _not_names() -> frozenset[str]:
    offices = {word for office in words("offices") for word in office.split()}
    return (
        frozenset(words("not_in_names"))
        | offices
        | set(words("office_modifiers"))
        | set(words("body_nouns")) - {"King", "Prince"}
    )
