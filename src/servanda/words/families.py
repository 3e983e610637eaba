"""Families of words of the law of treaties: `ratify` and `ratification` are one word to who searches.

No stemmer joins a verb to its noun in either language, so the closed list of the field's own words is a table.
"""

from __future__ import annotations

from functools import cache

from servanda.words.tables import rows, several


@cache
def families() -> dict[str, str]:
    """Every word of a family with the family's name."""
    return {word: name for name, words in rows("families.tsv") for word in several(words)}


def family(word: str) -> str:
    """The name of the family of a word in lower case, or nothing for a word of no family."""
    return families().get(word, "")
