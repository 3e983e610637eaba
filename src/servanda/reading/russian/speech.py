"""Direct speech in Russian: words in guillemets that somebody said, cut where the reporting clause stands inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import words as cue
from servanda.reading.russian.tokens import Token, Tokens
from servanda.reading.speech import between_marks
from servanda.words.morphology import bare

_INSIDE = re.compile(r"(?P<mark>[,.!?…])\s-\s(?P<clause>[^«»“”\"]{4,180}?)(?:[.,;:]\s-\s|[.,;]?\s?$)")
_AFTER = re.compile(r"[»”\"]?[,.!?…]?\s*-\s+(?P<clause>[^«»“”\";]{3,220})")
_AFTER_COMMA = re.compile(r"[»”\"]?,\s+(?P<clause>[^«»“”\";]{3,200})")
_NAME_AFTER = ("лозунг", "девиз", "название", "тема", "формат", "принцип", "формула", "проект", "медаль", "орден")
_SENTENCE_END = re.compile(r"(?<![\W_][А-ЯЁA-Z])\. |[!?»] |\n")
_SURE = re.compile(r"(?:уверен|убежден)[аы]?")
_REACH = 240


@dataclass(frozen=True, slots=True)
class Speech:
    """Words that somebody said: their place without the marks, and the clause that reports them."""

    start: int
    end: int
    clause: tuple[int, int] | None
    place: str
    paragraph: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A reporting clause inside the marks: where the speech stops and goes on, and the clause itself."""

    stop: int
    resume: int
    clause: tuple[int, int]


def find_speech(plain: str, tokens: Tokens, blocks: list[tuple[int, int]]) -> list[Speech]:
    """All direct speech of a text, in order."""
    found: list[Speech] = []
    for block in blocks:
        for start, end in between_marks(plain, *block):
            found += _spoken(plain, tokens, (start, end), block)
    return found


def _spoken(plain: str, tokens: Tokens, span: tuple[int, int], block: tuple[int, int]) -> Iterator[Speech]:
    start, end = span
    cuts = _cuts(plain, tokens, start, end)
    clause, place = (cuts[0].clause, "inside") if cuts else _reported(plain, tokens, span, block)
    if not place or len(tokens.between(start, end)) < (2 if place in {"inside", "after"} else 3):
        return
    begin = start
    for stop, resume in [*((cut.stop, cut.resume) for cut in cuts), (end, end)]:
        if stop - begin > 2:
            yield Speech(begin, stop, clause, place, block)
        begin = resume


def _cuts(plain: str, tokens: Tokens, start: int, end: int) -> list[_Cut]:
    """The reporting clauses that split an utterance: `«…, - отметил он. - …»`."""
    found = []
    for match in _INSIDE.finditer(plain, start, end):
        clause = match.span("clause")
        if says(tokens.between(*clause)[:4]):
            found.append(_Cut(match.start() + (match["mark"] != ","), match.end(), clause))
    return found


def _reported(
    plain: str, tokens: Tokens, span: tuple[int, int], block: tuple[int, int]
) -> tuple[tuple[int, int] | None, str]:
    """The clause that reports the words, and whether it stands after or before them."""
    after = _clause_after(plain, tokens, span, block)
    if after:
        return after, "after"
    before = _clause_before(plain, tokens, span, block)
    if before:
        return before, "before"
    return None, "alone" if _stands_alone(plain, span, block) else ""


def _clause_after(plain: str, tokens: Tokens, span: tuple[int, int], block: tuple[int, int]) -> tuple[int, int] | None:
    limit = min(block[1], span[1] + _REACH)
    for pattern, reach in ((_AFTER, 12), (_AFTER_COMMA, 3)):
        match = pattern.match(plain, span[1], limit)
        if match and says(tokens.between(*match.span("clause"))[:reach]):
            return match.start("clause"), _sentence_end(plain, match.start("clause"), match.end("clause"))
    return None


def _sentence_end(plain: str, start: int, end: int) -> int:
    stop = re.compile(r"(?<![А-ЯЁA-Z])[.!?](?:\s|$)|\.\s-\s").search(plain, start, end)
    return stop.start() if stop else end


def _clause_before(plain: str, tokens: Tokens, span: tuple[int, int], block: tuple[int, int]) -> tuple[int, int] | None:
    """`X заявил: «…»`, `X сказал, что «…»`, `По словам X, «…»`, and a label before a colon."""
    mark = span[0] - 1
    begin = max((cut.end() for cut in _SENTENCE_END.finditer(plain, block[0], mark)), default=block[0])
    lead = plain[begin:mark].rstrip()
    words = tokens.between(begin, mark)
    if not words or any(words[-1].bare.startswith(name) for name in _NAME_AFTER):
        return None
    told = says(words) or "словам" in {word.bare for word in words} or "мнению" in {word.bare for word in words}
    if lead.endswith(":") and (told or len(words) < 12):
        return begin, mark
    whole = len(tokens.between(*span)) >= (3 if plain[span[0]].islower() else 4)
    return (begin, mark) if told and whole and (lead.endswith(",") or _that(words)) else None


def _that(words: list[Token]) -> bool:
    return any(word.bare in {"что", "чтобы", "словам"} for word in words)


def _stands_alone(plain: str, span: tuple[int, int], block: tuple[int, int]) -> bool:
    """A whole sentence in marks that fills or begins its paragraph, or follows another sentence."""
    before = plain[block[0] : span[0] - 1].rstrip(' «"“-')
    ended = plain[span[1] - 1] in ".!?…" or plain[span[1] + 1 : span[1] + 2] in {".", "", "\n"}
    begins = not before or before.endswith((".", "!", "?", "»"))
    return begins and ended and plain[span[0]].isupper() and len(plain[span[0] : span[1]].split()) >= 5


def says(words: list[Token]) -> bool:
    """Tell whether a verb of speech is among the words."""
    return any(says_word(word) for word in words)


def says_word(word: Token) -> bool:
    """Tell whether the word is a verb of speech that has a subject."""
    if _SURE.fullmatch(word.bare):
        return True
    if _verbs().isdisjoint(word.lemmas):
        return False
    return any(form.part in {"VERB", "GRND"} and form.base in _verbs() for form in word.forms)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(bare(verb) for verb in cue("speech", "ru"))
