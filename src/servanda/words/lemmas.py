"""The forms under which a word is looked up: as written, its lemma, and its stem where no dictionary knows it.

Russian lemmas come from pymorphy3's dictionary; English words are stemmed (Snowball), as are Russian words for the
fallback. Search and reader share them.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from servanda.words.morphology import parses

REMEMBERED = 200_000


def folded(word: str) -> str:
    """A word as it is compared: composed, lower case, ё as е."""
    return unicodedata.normalize("NFC", word).casefold().replace("ё", "е")


@lru_cache(maxsize=REMEMBERED)
def lemma(word: str) -> str:
    """The lemma of a folded word: a Russian one's first form, an English one's stem, another's own spelling."""
    if is_cyrillic(word):
        return folded(parses(word)[0].normal_form)
    return _stem(word, "english") if word.isascii() else word


@lru_cache(maxsize=REMEMBERED)
def stem(word: str) -> str:
    """The fallback of a folded word: a Russian one's stem, another's letters without their marks."""
    return _stem(word, "russian") if is_cyrillic(word) else without_marks(word)


def is_cyrillic(word: str) -> bool:
    """Tell whether a word is written in Cyrillic letters."""
    return "а" <= word[:1] <= "я" or "Ѐ" <= word[:1] <= "ԯ"


def without_marks(word: str) -> str:
    """A word without its diacritics: `João` is joao."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@cache
def _stemmer(language: str) -> Any:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer  # noqa: PLC0415 - only who asks for a stem loads it

    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer(language)).build()


def _stem(word: str, language: str) -> str:
    return str(next(iter(_stemmer(language).analyze(word)), word))
