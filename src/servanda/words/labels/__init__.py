"""Labels of the closed vocabularies, one table per language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def labels(language: str) -> dict[str, dict[str, str]]:
    """All labels of a language by vocabulary and word; empty for a language that has no table."""
    table = resources.files("servanda.words.labels").joinpath(f"{language}.toml")
    return tomllib.loads(table.read_text(encoding="utf-8")) if table.is_file() else {}


def label(vocabulary: str, word: str, language: str = "en") -> str:
    """The label of a word of a vocabulary: in the language, else in English, else the word itself.

    A word is found whether it is written as in the record (`took-note`) or as pages write it (`took note`).
    """
    for code in (language, "en"):
        known = labels(code).get(vocabulary, {})
        found = known.get(word) or known.get(word.replace("-", " "))
        if found:
            return found
    return word
