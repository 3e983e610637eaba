"""The word lists of the Russian rules, as they are compared: in lower case, with ё as е."""

from __future__ import annotations

from functools import cache

from servanda.reading.cues import words
from servanda.words.morphology import bare


@cache
def listed(name: str) -> frozenset[str]:
    """The list with this name in cues/ru.toml; a dotted name goes into a section."""
    return frozenset(bare(word) for word in words(name, "ru"))
