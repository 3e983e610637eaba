"""The word lists of the rules, one table per language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES: tuple[str, ...] = tuple(
    sorted(
        file.name.removesuffix(".toml") for file in resources.files(__name__).iterdir() if file.name.endswith(".toml")
    )
)
"""The languages that are read: those with word lists here."""


@cache
def table(language: str = "en") -> dict[str, Any]:
    """All word lists of a language."""
    text = resources.files("servanda.reading.cues").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str, language: str = "en") -> tuple[str, ...]:
    """The list with this name; a dotted name goes into a section."""
    found: Any = table(language)
    for key in name.split("."):
        found = found[key]
    return tuple(found)


@cache
def by_word(section: str, language: str = "en") -> dict[str, str]:
    """The heading under which each word of a section stands, by the word in lower case."""
    groups: dict[str, list[str]] = table(language)[section]
    return {word.lower(): heading for heading, members in groups.items() for word in members}


def either(alternatives: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, with any white space between their parts."""
    ordered = sorted(alternatives, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
