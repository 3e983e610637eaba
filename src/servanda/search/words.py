"""A text as words, each with the three forms under which it is looked up, and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from servanda.words.families import family
from servanda.words.lemmas import REMEMBERED, folded, lemma, stem
from servanda.words.vocabulary import How

_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0301"
_MARKS = re.compile(f"[{_UNSEEN}]")
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}])*")
_BEGINS = 3  # so many letters make a beginning; fewer begin too much


@dataclass(frozen=True, slots=True)
class Forms:
    """A word as written (folded), its lemma or the family of its lemma, and its stem."""

    exact: str
    lemma: str
    stem: str


@lru_cache(maxsize=REMEMBERED)
def forms(word: str) -> Forms:
    """The forms of one word."""
    exact = folded(_MARKS.sub("", word))
    found = lemma(exact)
    return Forms(exact, family(exact) or family(found) or found, stem(exact))


def spans(text: str) -> Iterator[tuple[int, int, Forms]]:
    """Every word of a text with its place."""
    for word in _WORD.finditer(text):
        yield word.start(), word.end(), forms(word[0])


def how(asked: Forms, told: Forms) -> How | None:
    """How a word that was asked for is met by a word of a text, the nearest way first."""
    if asked.exact == told.exact:
        return "exact"
    if asked.lemma == told.lemma:
        return "form"
    if asked.stem == told.stem:
        return "similar"
    return "beginning" if len(asked.exact) >= _BEGINS and told.exact.startswith(asked.exact) else None
