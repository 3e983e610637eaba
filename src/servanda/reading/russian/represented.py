"""Parties for which somebody else came: `Армению представлял вице-премьер …`, `делегацию Узбекистана возглавил …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.russian.context import STATE, Context
from servanda.reading.seen import Seen
from servanda.reading.sentences import Sentence

_REPRESENTED = re.compile(
    r"\b(?:представлял\w*|представил\w*|представляет|представляли|представлен\w*|возглавил\w*|"
    r"возглавлял\w*|возглавляет)\b"
)
_SUBMITTED = re.compile(
    r"\bпредставил\w*\s+(?:проект|доклад|отч|план|концепц|предложени|инициатив|стратег|программ|приоритет)"
)


def represented(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """`Армению представлял вице-премьер …`, `делегацию Узбекистана возглавил …`, `от Армении участвовал …`."""
    clause = context.plain[start:end]
    verb = _REPRESENTED.search(clause)
    by = re.search(r"\b[Оо]т (?=[А-ЯЁ])", clause)
    if (
        (not verb and not by)
        or context.speech_at(start + 1)
        or _SUBMITTED.search(clause)
        or " не представл" in clause
        or "никто" in clause.lower()
    ):
        return
    for_him = _FOR_HIM.search(clause)
    absent_one = _whose_place(context, sentence, start + for_him.start()) if for_him else None
    if absent_one:
        person = next((o.name for o in context.offices(start, end) if o.name), None)
        yield Seen(absent_one, person, sentence.start, sentence.end, "represented")
    delegation = _DELEGATION.search(clause) if verb else None
    adjectives = context.mentioned(start, end, ("adjective",)) if delegation else []
    for mention in adjectives:
        if _ITS_DELEGATION.match(context.plain, mention.end):
            person = next((o.name for o in context.offices(start, end) if o.name), None)
            yield Seen(mention.party, person, sentence.start, sentence.end, "represented")
    for mention in context.mentioned(start, end, STATE):
        before = context.plain[max(start, mention.start - 14) : mention.start].lower()
        object_of = verb and verb[0].startswith("представл") and "accs" in mention.cases and "gent" not in mention.cases
        submitted = verb and verb[0].startswith("представил") and "accs" in mention.cases and len(mention.cases) < 3
        delegation = verb and re.search(r"делегаци\w+ (?:республики )?$", before)
        passive = verb and verb[0].startswith("представлен") and "nomn" in mention.cases
        if object_of or submitted or delegation or passive or (by and re.search(r"\bот $", before)):
            person = next((o.name for o in context.offices(start, end) if o.name), None)
            yield Seen(mention.party, person, sentence.start, sentence.end, "represented")


_DELEGATION = re.compile(r"\b(?:делегаци|сторон)\w+\b")
_ITS_DELEGATION = re.compile(r" (?:делегаци|сторон)\w+\b")
_FOR_HIM = re.compile(
    r"\b(?:его|её|ее|страну|республику)(?: \w+){0,2} (?:представлял\w*|представил\w*|представляет|заменил\w*)\b"
)


def _whose_place(context: Context, sentence: Sentence, place: int) -> str | None:
    """Whose place it is that somebody else takes: the state named last before."""
    named = context.mentioned(max(0, sentence.start - 200), place, STATE)
    return named[-1].party if named else None
