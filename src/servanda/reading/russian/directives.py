"""What minutes and lists of decisions order in the infinitive: `Комиссии до 1 ноября представить доклад`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.reading.russian.context import Context
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence

_LEAD = re.compile(r"(?:РЕШИЛИ|ПОСТАНОВИЛИ|[Рр]ешили|[Пп]остановили|[Рр]ешил|[Рр]ешено|[Пп]ротокольно)\s*:\s*")
_INFINITIVE = re.compile(r"[а-яё](?:ть|ти|чь)(?:ся)?\b")
_PART = re.compile(r";\s*|\.$")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_FINITE = frozenset(["VERB", "PRTS", "ADJS", "PRED"])
_ASKED = re.compile(r"(?:[Пп]росить|[Пп]оручить|[Рр]екомендовать|[Пп]редложить|[Оо]бязать) ")


@dataclass(frozen=True, slots=True)
class Directive:
    """One order: its place, whom it addresses where that is said, and the verb of what is to be done."""

    start: int
    end: int
    whom: str | None
    verb: Token


def directives(context: Context, sentence: Sentence) -> Iterator[Directive]:
    """Every order of a sentence, between its semicolons: a stretch whose only verbs are infinitives."""
    if not _INFINITIVE.search(sentence.plain):
        return
    lead = _LEAD.search(sentence.plain)
    begin = sentence.start + (lead.end() if lead else 0)
    for stop in (*(sentence.start + cut.start() for cut in _PART.finditer(sentence.plain)), sentence.end):
        if stop > begin and not context.speech_at(begin):
            found = _directive(context, begin, stop)
            if found:
                yield found
        begin = max(begin, stop + 1)


def _directive(context: Context, start: int, end: int) -> Directive | None:
    aside = _ASIDE.search(context.plain, start, end)
    words = context.words(start, aside.start() if aside else end)
    verbs = [word for word in words if word.forms[0].part == "INFN" and any(f.part == "INFN" for f in word.forms)]
    if not verbs or any(word.forms[0].part in _FINITE for word in words):
        return None
    asked = _ASKED.match(context.plain, words[0].start)
    if asked:
        verbs = verbs[1:]
        whom = _addressed(context, [w for w in words[1:] if verbs and w.end <= verbs[0].start], ("accs", "datv"))
        return Directive(start, end, whom, verbs[0]) if verbs else None
    before = [word for word in words if word.end <= verbs[0].start]
    whom = _addressed(context, before, ("datv",)) if before else None
    return Directive(start, end, whom, verbs[0]) if whom or not before or _dated_only(context, before) else None


def _dated_only(context: Context, before: list[Token]) -> bool:
    """Nothing but the object or a day stands before the verb: `Проект доработать`, `до 1 мая представить`."""
    return (len(before[0].text) > 1 and before[0].can_be("NOUN", "accs")) or bool(
        context.dated(before[0].start, before[-1].end)
    )


def _addressed(context: Context, before: list[Token], cases: tuple[str, ...]) -> str | None:
    """Whom the words before the verb address: a body, the side of a state, or whoever their first noun names."""
    if not before:
        return None
    start, end = before[0].start, before[-1].end
    named = [m for m in context.mentioned(start, end + 1, ("state", "organ", "organisation")) if m.start == start]
    if named and set(cases) & named[0].cases:
        return named[0].party
    side = context.mentioned(start, end + 1, ("adjective",))
    if side and side[0].start == start and any(word.bare.startswith("сторон") for word in before[:3]):
        return side[0].party
    return _phrase(context, before, cases)


def _phrase(context: Context, before: list[Token], cases: tuple[str, ...]) -> str | None:
    """The noun with which the words begin, with what agrees with it, in the nominative."""
    for number, word in enumerate(before[:4]):
        if word.can_be("NOUN", *cases) and not (
            number and word.can_be("NOUN", "gent") and not word.can_be("NOUN", "datv")
        ):
            if not _may_be_told(word):
                return None
            return nominative(context.plain, before[: number + 1], cases)
        if not any(form.part in {"ADJF", "PRTF", "NUMR"} and form.case in cases for form in word.forms):
            return None
    return None


def _may_be_told(word: Token) -> bool:
    """Only bodies, officers and groups are told to do anything, no papers."""
    lists = ("body_nouns", "offices", "plural_offices", "clauses.groups")
    return any(word.lemmas & listed(name) for name in lists) or word.lemmas & _OTHERS != frozenset()


_OTHERS = frozenset(
    ["координатор", "группа", "коллектив", "орган", "ведомство", "эксперт", "секретариат", "департамент"]
)
