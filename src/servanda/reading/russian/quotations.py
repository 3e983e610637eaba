"""Direct speech of a Russian text with its speaker: named, described, or carried on from the quotation before."""

from __future__ import annotations

import re

from servanda.reading.records import Quote
from servanda.reading.russian.context import Context
from servanda.reading.russian.names import name_at, name_words
from servanda.reading.russian.speech import Speech

_IMPERSONAL = re.compile(r"\b(?:говорится|сказано|отмечается|указано|указывается|сообщается|подч[её]ркивается)\b")


def find_quotes(context: Context) -> tuple[Quote, ...]:
    """Every quotation of the text, in order."""
    found: list[Quote] = []
    previous: tuple[int, str] | None = None
    for speech in context.speech:
        speaker, rule = _speaker(context, speech, previous)
        start, end = _trimmed(context.text, speech.start, speech.end)
        if speaker:
            previous = (speech.paragraph[0], speaker)
        if start < end:
            found.append(Quote(speaker=speaker, **context.passage(start, end, rule)))
    return tuple(found)


def _speaker(context: Context, speech: Speech, previous: tuple[int, str] | None) -> tuple[str | None, str]:
    if speech.clause and _IMPERSONAL.search(context.plain, *speech.clause):
        return None, "said by a document"
    named = _in_clause(context, speech.clause) if speech.clause else None
    if named:
        return named, f"said {speech.place}"
    if previous and previous[0] == speech.paragraph[0]:
        return previous[1], "same speaker goes on"
    who = context.people.before(speech.start)
    return (who.name, "subject before") if who else (None, "speaker not named")


def _in_clause(context: Context, clause: tuple[int, int]) -> str | None:
    """The first person of the reporting clause that can be its subject, else the first at all."""
    people = [(o.start, o.name, o.cases) for o in context.offices(*clause) if o.name]
    people += [(r.start, r.who.name, r.cases) for r in context.people.within(*clause)]
    subjects = [entry for entry in people if "nomn" in entry[2]]
    chosen = min(subjects or people, default=None, key=lambda entry: entry[0])
    return chosen[1] if chosen else _loose_name(context, clause)


def _loose_name(context: Context, clause: tuple[int, int]) -> str | None:
    """A name without any office: two capitalised words that name nothing else."""
    first, last = context.tokens.number(clause[0]), context.tokens.number(clause[1])
    for number in range(first, last):
        parts = name_words(context.plain, context.tokens.words, number, context.look.inside)
        if len(parts) > 1:
            name = name_at(context.plain, context.tokens.words, number, context.look.inside)
            return name.text if name else None
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
