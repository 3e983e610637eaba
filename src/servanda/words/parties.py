"""Parties by code and by name: ISO 3166 codes, UN short names, everyday names.

A code is no recognition: whatever a record needs to name has one, and nothing here says who is a state.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from babel import Locale

from servanda.words.tables import rows, several

# What Babel lists beside ISO 3166-1: exceptional reservations, regions, pseudo-locales.
_NOT_ISO = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"])
_CODE = re.compile(r"[A-Z]{2}")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'"})


@cache
def _territories(language: str) -> dict[str, str]:
    names: Any = Locale(language).territories
    return {code: str(name) for code, name in names.items() if _CODE.fullmatch(code)}


STATES: frozenset[str] = frozenset(_territories("en")) - _NOT_ISO
"""The codes of ISO 3166-1 alpha-2."""

FORMER_STATES: dict[str, str] = {code: english for code, english, _, _ in rows("former_states.tsv")}
"""The codes of ISO 3166-3 with their English names."""

USER_ASSIGNED: frozenset[str] = frozenset({"XK"})
"""Codes outside the standard that depositaries' tables use all the same."""


def is_state(code: str) -> bool:
    """Tell whether the code is one of a current or former state or territory."""
    return code in STATES or code in FORMER_STATES or code in USER_ASSIGNED


def party_name(code: str, language: str = "en") -> str:
    """The UN short name of a party in the language; a code that is not known names itself."""
    return _names(language).get(code, code)


def common_name(code: str) -> str:
    """The everyday English name of a party, as newspapers and this reader write it."""
    return _common_names().get(code) or party_name(code)


def find_party(text: str, language: str = "en") -> str | None:
    """The code of the party with this name (UN, everyday or other known name), whatever its case."""
    name = fold(text)
    return _codes(language).get(name) or _codes(language).get(name.removeprefix("the "))


def fold(text: str) -> str:
    """A name as it is compared: composed, lower case, one kind of apostrophe, ё as е, single spaces."""
    composed = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return " ".join(composed.casefold().replace("ё", "е").split())


@cache
def other_names(language: str = "en") -> dict[str, tuple[str, ...]]:
    """Further names of each party in the language, as found in texts."""
    if language == "ru":
        return {code: several(others) for code, _, others in rows("states.ru.tsv")}
    return {code: several(others) for code, _, _, others, _, _ in rows("states.tsv")}


@cache
def _names(language: str) -> dict[str, str]:
    if language == "ru":
        short = {code: name for code, name, _ in rows("states.ru.tsv")}
        former = {code: russian for code, _, russian, _ in rows("former_states.tsv")}
    else:
        short = {code: name for code, name, _, _, _, _ in rows("states.tsv")}
        former = FORMER_STATES
    return _territories(language if language == "ru" else "en") | short | former


@cache
def _common_names() -> dict[str, str]:
    return {code: common for code, _, common, _, _, _ in rows("states.tsv")}


@cache
def _codes(language: str) -> dict[str, str]:
    """Codes by folded name: the former states first, so that a current name wins over an old one."""
    found: dict[str, str] = {}
    for code, _, _, others in rows("former_states.tsv"):
        found |= {fold(name): code for name in several(others)}
    sources = [_babel_names(language), _names(language)]
    for names in sources if language == "ru" else [*sources, _common_names()]:
        found |= {fold(name): code for code, name in names.items() if is_state(code)}
    for code, others_of in other_names(language).items():
        found |= {fold(name): code for name in others_of}
    return found


def _babel_names(language: str) -> dict[str, str]:
    return _territories(language if language == "ru" else "en")
