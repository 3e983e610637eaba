"""A promise before its passage is cut out, and the clause in which an English sentence makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import Strength


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment before its passage is cut out."""

    actor: str
    what: str
    strength: Strength
    rule: str
    place: int = 0
    """Where its verb stands, for a language whose sentences may make several."""


def clause_start(sentence: Sentence, place: int) -> int:
    """Where the clause of a verb begins: after a conjunction that brings its own subject."""
    cuts = [
        m.end()
        for m in re.finditer(
            r"\bthat |\b(?:told|informed|assured) (?:[\w']+ ){1,4}?(?=(?:it|they|he|she|we)(?: |'|$))|"
            r"\b(?:under|by|through) which |; |: |, (?:and|but) |\b(?:but|while|whereas) |\bsaid ",
            sentence.plain[:place],
        )
    ]
    for cut in reversed(cuts):
        if len(sentence.plain[cut:place].split()) >= 1:
            return cut
    return 0


def clause_end(sentence: Sentence, place: int) -> int:
    """Where the clause of a verb ends."""
    stop = re.compile(r"; |\. |, (?:but|which|while) |[“”\"]").search(sentence.plain, place)
    return stop.start() if stop else len(sentence.plain)
