"""States and cities behind Russian words: adjectives (белорусский), capitals (Минск) and other cities."""

from __future__ import annotations

from functools import cache

from servanda.words.tables import rows, several


@cache
def russian_adjectives() -> dict[str, str]:
    """Codes by adjective in Russian."""
    return {word: code for code, words, _ in rows("peoples.ru.tsv") for word in several(words)}


@cache
def russian_capitals() -> dict[str, tuple[str, str]]:
    """The code and the English name of each capital by its Russian name."""
    pairs = [(code, *pair.split("=")) for code, _, cities in rows("peoples.ru.tsv") for pair in several(cities)]
    return {russian: (code, english) for code, russian, english in pairs}


@cache
def russian_cities() -> dict[str, str]:
    """The English name of each city, capitals among them, by its Russian name."""
    others = {russian: english for russian, english in rows("cities.ru.tsv")}  # noqa: C416  # rows are tuples of any length
    return {city: english for city, (_, english) in russian_capitals().items()} | others
