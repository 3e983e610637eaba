"""Direct speech of a Russian text with its speaker: named, described, or carried on from the quotation before."""

from __future__ import annotations

import re

from servanda.reading.quoting import Previous, quotes_of
from servanda.reading.records import Quote
from servanda.reading.russian.context import Context
from servanda.reading.russian.names import name_at, name_words
from servanda.reading.russian.speech import Speech

_IMPERSONAL = re.compile(r"\b(?:говорится|сказано|отмечается|указано|указывается|сообщается|подч[её]ркивается)\b")


def find_quotes(context: Context) -> tuple[Quote, ...]:
    """Every quotation of the text, in order."""
    return quotes_of(context, context.speech, lambda said, previous: _speaker(context, said, previous))


def _speaker(context: Context, speech: Speech, previous: Previous) -> tuple[str | None, str]:
    if speech.clause and _IMPERSONAL.search(context.plain, *speech.clause):
        return None, "said by a document"
    named = _in_clause(context, speech.clause) if speech.clause else None
    if named:
        return named, f"said {speech.place}"
    unnamed = _subject_before(context, speech) if speech.clause else None
    if unnamed:
        return unnamed, "office without a name"
    if previous and previous[0] == speech.paragraph[0] and not _of_party(context, speech.clause):
        return previous[1], "same speaker goes on"
    party = _of_party(context, speech.clause)
    if party:
        return party, "office without a name"
    who = context.people.before(speech.start)
    return (who.name, "subject before") if who else (None, "speaker not named")


def _in_clause(context: Context, clause: tuple[int, int]) -> str | None:
    """The first person of the reporting clause that can be its subject, else the first at all."""
    people = [(o.start, o.name, o.cases) for o in context.offices(*clause) if o.name]
    people += [(r.start, r.who.name, r.cases) for r in context.people.within(*clause)]
    subjects = [entry for entry in people if "nomn" in entry[2]]
    chosen = min(subjects or people, default=None, key=lambda entry: entry[0])
    return chosen[1] if chosen else _loose_name(context, clause)


def _of_party(context: Context, clause: tuple[int, int] | None) -> str | None:
    """The party whose officer or side says so in a clause, where the text gives no name."""
    spoken = [o.party for o in context.offices(*clause) if o.party and "nomn" in o.cases] if clause else []
    return spoken[0] if spoken else None


def _subject_before(context: Context, speech: Speech) -> str | None:
    """`Президент Узбекистана призвал … - добавил он`: the officer without a name last before, in the paragraph."""
    pronoun = speech.clause and any(w.bare in {"он", "она"} for w in context.words(*speech.clause))
    before = context.offices(speech.paragraph[0], speech.start) if pronoun else []
    subjects = [officer for officer in before if "nomn" in officer.cases]
    return subjects[-1].party if subjects and not subjects[-1].name else None


def _loose_name(context: Context, clause: tuple[int, int]) -> str | None:
    """A name without any office: two capitalised words that name nothing else."""
    first, last = context.tokens.number(clause[0]), context.tokens.number(clause[1])
    for number in range(first, last):
        parts = name_words(context.plain, context.tokens.words, number, context.look.inside)
        if len(parts) > 1:
            name = name_at(context.plain, context.tokens.words, number, context.look.inside)
            return name.text if name else None
    return None
