"""Cities in a Russian text: known ones by their English names, others in the nominative as the text has them."""

from __future__ import annotations

import re
from functools import cache

from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import city_names
from servanda.reading.russian.lists import listed
from servanda.reading.russian.names import is_office_word
from servanda.reading.russian.phrases import like
from servanda.reading.russian.tokens import Token
from servanda.words.morphology import bare, lemmas

_CITY = re.compile(r"\b(?:город[еау]?|г\.|посёлке|посёлок|поселке|селе|курорте|порту|столице|столицу)\s+(?=[А-ЯЁ])")
_IN = re.compile(r"\b[Вв]о? (?=[А-ЯЁ])")


def city_at(context: Context, start: int, end: int) -> str | None:
    """The city named between two places: a known one, one after `городе`, or one in the locative after `в`."""
    known = [m for m in context.mentioned(start, end, ("capital", "city")) if _is_place(context, m.start)]
    if known:
        return english_city(context.plain[known[0].start : known[0].end])
    for match in _CITY.finditer(context.plain, start, end):
        word = context.words(match.end(), end)[:1]
        of_state = match[0].startswith("столиц") and match.end() in context.look.starting
        if word and not of_state:
            return _nominative(word[0], same=match[0].startswith(("город", "г.")))
    for match in _IN.finditer(context.plain, start, end):
        word = context.words(match.end(), end)[:1]
        if word and _may_be_city(context, word[0]):
            return _nominative(word[0], same=False)
    states = [
        m
        for m in context.mentioned(start, end)
        if "loct" in m.cases and _IN.search(context.plain[max(0, m.start - 3) : m.end])
    ]
    return states[0].party if states else None


def _is_place(context: Context, start: int) -> bool:
    """The Kremlin and a capital as a subject are no places: only `в Москве`, `Минск примет`."""
    return "Кремл" not in context.plain[start : start + 6]


def _may_be_city(context: Context, word: Token) -> bool:
    if word.start in context.look.inside or is_office_word(word) or word.text.isupper():
        return False
    inside = context.plain[max(0, word.start - 3) : word.start - 1].endswith(("в", "во"))
    if inside and word.can_be("NOUN", "loct") and not word.lemmas & listed("places.not_towns"):
        return True  # a common word with a capital letter inside a sentence is a name: `в Дубраве`
    return word.can_be("NOUN", "loct") and not any(
        f.known and not f.marks & {"Geox", "Surn", "Name"} for f in word.forms
    )


def _nominative(word: Token, *, same: bool) -> str:
    if same and word.can_be("NOUN", "nomn"):
        return word.text
    for form in word.forms:
        if form.case == "loct" and form.number == "sing" and form.part == "NOUN":
            return like(word.text, form.inflected("nomn", "sing"))
    return word.text


def english_city(words: str) -> str:
    """The English name of a known city in any case."""
    return _english(" ".join(words.split()))


@cache
def _english(name: str) -> str:
    if bare(name) in city_names():
        return city_names()[bare(name)]
    for city, english in city_names().items():
        parts, own = name.split(), city.split()
        if len(parts) == len(own) and all(lemmas(p.lower()) & lemmas(o) for p, o in zip(parts, own, strict=True)):
            return english
    return name
