"""A question as somebody types it: words that must all be there, "exact phrases", and -words that must not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.search.words import Forms, spans

LONGEST = 400
"""So many characters of a question are read; more is no question."""
MOST = 24
"""So many words of it are looked up."""

_PART = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for; `shortened` where not all of it was read."""

    words: tuple[Forms, ...] = ()
    phrases: tuple[tuple[Forms, ...], ...] = ()
    without: tuple[Forms, ...] = ()
    shortened: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return not self.words and not self.phrases

    @property
    def sought(self) -> tuple[Forms, ...]:
        """Every word that a text should have, those of the phrases too."""
        return (*self.words, *(word for phrase in self.phrases for word in phrase))


def read_question(text: str) -> Asked:
    """Read a question; whatever is typed asks for something or for nothing, and is never wrong."""
    asked = Asked(shortened=len(text) > LONGEST)
    for part in _PART.finditer(text[:LONGEST]):
        found = tuple(word for _start, _end, word in spans(part["phrase"] or part["word"] or ""))
        asked = _with(asked, found, is_phrase=part["phrase"] is not None, is_refused=bool(part["no"]))
    return asked


def _with(asked: Asked, found: tuple[Forms, ...], *, is_phrase: bool, is_refused: bool) -> Asked:
    room = max(0, MOST - len(asked.sought) - len(asked.without))
    shortened, taken = asked.shortened or len(found) > room, found[:room]
    words, phrases, without = asked.words, asked.phrases, asked.without
    if is_refused:
        without = (*without, *taken)
    elif is_phrase and len(taken) > 1:
        phrases = (*phrases, taken)
    else:
        words = (*words, *taken)
    return Asked(words, phrases, without, shortened)
