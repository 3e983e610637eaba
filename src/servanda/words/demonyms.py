"""States behind other words: adjectives and peoples (Belarusian), and capitals (Minsk for Belarus)."""

from __future__ import annotations

from functools import cache

from servanda.words.parties import fold
from servanda.words.tables import rows, several


@cache
def demonyms() -> dict[str, str]:
    """Codes by adjective or people, in English, as written in the table."""
    return {word: code for code, _, _, _, words, _ in rows("states.tsv") for word in several(words)}


@cache
def capitals() -> dict[str, str]:
    """Codes by capital, in English; a capital named like its state (Singapore) is left to the state."""
    return {city: code for code, _, _, _, _, cities in rows("states.tsv") for city in several(cities)}


def by_demonym(text: str) -> str | None:
    """The code of the state that the adjective or people belongs to."""
    return _folded_demonyms().get(fold(text))


def by_capital(text: str) -> str | None:
    """The code of the state whose capital this is."""
    return _folded_capitals().get(fold(text))


@cache
def _folded_demonyms() -> dict[str, str]:
    return {fold(word): code for word, code in demonyms().items()}


@cache
def _folded_capitals() -> dict[str, str]:
    return {fold(city): code for city, code in capitals().items()}
