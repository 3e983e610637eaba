"""Direct speech with its speaker: named, described, or carried on from the quotation before."""

from __future__ import annotations

import re

from servanda.reading.context import STATE_WORDS, Context
from servanda.reading.names import name_at
from servanda.reading.people import Who
from servanda.reading.quoting import Previous, quotes_of
from servanda.reading.records import Quote
from servanda.reading.speech import Speech, attributed_after, speech_verb

_REACH = 200


def find_quotes(context: Context) -> tuple[Quote, ...]:
    """Every quotation of the text, in order."""
    return quotes_of(context, context.speech, lambda said, previous: _speaker(context, said, previous))


def _speaker(context: Context, speech: Speech, previous: Previous) -> tuple[str | None, str]:
    after = _said_after(context, speech)
    if after:
        return after, "said after"
    before = _said_before(context, speech)
    if before:
        return before, "said before"
    if previous and previous[0] == speech.paragraph[0]:
        return previous[1], "same speaker goes on"
    who = context.people.before(speech.start)
    return (who.name, "subject before") if who else (None, "speaker not named")


def _said_after(context: Context, speech: Speech) -> str | None:
    start = speech.end + 1
    match = attributed_after(context.plain[start : min(speech.paragraph[1], start + _REACH)])
    if not match:
        return None
    begin, end = start + match.start("clause"), start + match.end("clause")
    inverted = speech_verb().match(context.plain, begin)
    if inverted:
        begin, end = inverted.end(), _clause_end(context.plain, inverted.end(), speech.paragraph[1])
    return _name_in(context, begin, end)


def _said_before(context: Context, speech: Speech) -> str | None:
    """`X: “…”` or `X said that “…”`: the reporting clause in the same sentence, before the mark."""
    begin = max(speech.paragraph[0], _sentence_start(context.plain, speech.start - 1, speech.paragraph[0]))
    before = context.plain[begin : speech.start - 1].rstrip()
    if before.endswith(":") and not speech_verb().search(before):
        return _label(context, begin, begin + len(before) - 1)
    if speech_verb().search(before):
        return _name_in(context, begin, begin + len(before))
    return None


def _sentence_start(plain: str, place: int, least: int) -> int:
    cut = max(plain.rfind(mark, least, place) for mark in (". ", "! ", "? ", "” ", '" ', "”\n"))
    return cut + 2 if cut >= 0 else least


def _label(context: Context, start: int, end: int) -> str | None:
    """The name before a colon, in a list of speakers."""
    who = context.people.refer(start, end)
    if who:
        return who.name
    label = re.match(r"[-•*▪\s]*", context.plain[start:end])
    name = name_at(context.plain, start + (label.end() if label else 0), {}, 2)
    return context.text[name.start : name.end] if name and name.end <= end else None


def _clause_end(plain: str, start: int, limit: int) -> int:
    stop = re.compile(r"[;:“\"!?]|(?<![A-Z])\.(?: |$)").search(plain, start, min(limit, start + _REACH))
    return stop.start() if stop else min(limit, start + _REACH)


def _name_in(context: Context, start: int, end: int) -> str | None:
    who: Who | None = context.people.refer(start, end)
    if who:
        return who.name
    for word in re.finditer(r"(?<![\w'])[^\W\d_a-z]", context.plain[start:end]):
        name = name_at(context.plain, start + word.start(), {m.start: m for m in context.mentioned(start, end)}, 2)
        if name:
            return context.text[name.start : name.end]
    return _party_in(context, start, end)


def _party_in(context: Context, start: int, end: int) -> str | None:
    """The state that speaks where no person is named: as the text has it, where it is meant by its capital."""
    for mention in context.mentioned(start, end, (*STATE_WORDS, "capital")):
        if not _PLACE.search(context.plain, max(0, mention.start - 8), mention.start):
            return context.text[mention.start : mention.end] if mention.kind == "capital" else mention.party
    return None


_PLACE = re.compile(r"\b(?:in|at|near|from|to) (?:the )?$")
