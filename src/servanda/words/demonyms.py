"""States behind other words: adjectives and peoples (Belarusian), and capitals (Minsk for Belarus)."""

from __future__ import annotations

from functools import cache

from servanda.words.tables import rows, several


@cache
def demonyms() -> dict[str, str]:
    """Codes by adjective or people, in English, as written in the table."""
    return {word: code for code, _, _, _, words, _ in rows("states.tsv") for word in several(words)}


@cache
def capitals() -> dict[str, str]:
    """Codes by capital, in English; a capital named like its state (Singapore) is left to the state."""
    return {city: code for code, _, _, _, _, cities in rows("states.tsv") for city in several(cities)}
