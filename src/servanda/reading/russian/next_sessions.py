"""When and where the same organ is to meet next, in Russian: `следующее заседание намечено на 8 октября`."""

from __future__ import annotations

import re

from servanda.reading.records import NextSession
from servanda.reading.russian.clauses import clause_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import organ_homes
from servanda.reading.russian.places import city_at, english_city
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import NextSessionStatus

_NOUN = r"(?:саммит\w*|заседани\w+|сесси\w+|встреч\w+|совещани\w+|форум\w*|съезд\w*|конференци\w+)"
_ORDINAL = r"(?:втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат)\w+"
_NEXT = re.compile(
    rf"\b(?:следующ\w+|очередн\w+|ближайш\w+|предстоящ\w+|будущ\w+) (?:[\w-]+ ){{0,4}}?{_NOUN}\b|"
    rf"\b(?:встретиться|встретятся|собраться|соберутся|собер[её]тся|собираться) (?:\w+ ){{0,2}}?(?:вновь|снова|ещё раз|"
    r"в следующий раз)\b|"
    rf"\b(?:вновь|снова|в следующий раз) (?:\w+ ){{0,3}}?(?:встретиться|встретятся|собраться|соберутся|собер[её]тся)\b|"
    rf"\b{_ORDINAL} (?:[\w-]+ ){{0,2}}?{_NOUN} (?:[\w-]+ ){{0,3}}?(?:договорил\w+|решено|решили|состоится|"
    r"пройд[её]т|примет)\b|"
    rf"\b{_NOUN} (?:[\w-]+ ){{0,4}}?в (?=20\d\d году)|\b{_NOUN} следующего года\b|"
    rf"\b{_NOUN} 20\d\d года (?=состоится|пройд[её]т)|"
    rf"\b(?:весенн|летн|осенн|зимн|нов)\w+ {_NOUN} (?:[\w-]+ ){{0,4}}?(?:состоится|пройд[её]т|решено|намечен\w*)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:предлож\w+|предлага\w+|пригласил\w*|приглаша\w+|выразил\w* готовность|готов\w* принять|надеется|хотел\w*)\b"
)
_DECIDED = re.compile(
    r"\b(?:состоится|пройд[её]т|пройдут|намечен\w*|запланирова\w*|назначен\w*|реши\w+|решен\w*|"
    r"договорил\w+|примет|проведут|будет пров\w+|"
    r"планиру\w+|ожида\w+|условил\w*|соберутся|собер[её]тся|встретятся|будет организован\w*|предстоит|"
    r"станет|будет принимать)\b"
)
_PAST = re.compile(
    r"\b(?:состоял\w+|прош[её]л|прошла|прошло|завершил\w+|начал\w+|провел\w*|провёл|принял\w* участие)\b"
)


def find_next_session(context: Context) -> NextSession | None:
    """The next session; one that was decided before one that was only proposed."""
    found = [item for sentence in context.body() if (item := _in_sentence(context, sentence))]
    decided = [item for item in found if item.status == "decided"]
    return next(iter(decided or found), None)


def _in_sentence(context: Context, sentence: Sentence) -> NextSession | None:
    match = _NEXT.search(sentence.plain)
    if not match:
        return None
    begin, end = clause_at(sentence, sentence.start + match.start())
    end = max(end, sentence.start + match.end())
    status = _status(context, sentence, begin, end)
    if status is None or _of_another_body(context, sentence, match):
        return None
    there = re.search(r"\b(?:где|там)\b", context.plain[max(sentence.start, begin - 4) : end], re.IGNORECASE)
    if there and begin > sentence.start:
        begin = sentence.start
    date, place = _date(context, begin, end), city_at(context, begin, end)
    if place is None and (there or "принять следующ" in sentence.plain):
        place = _place_before(context, sentence, end)
    place = place or _host(context, begin, end)
    if date is None and place is None:
        return None
    passage = context.passage(begin, end, "next session")
    return NextSession(date=date, place=place, status=status, **passage)


def _place_before(context: Context, sentence: Sentence, end: int) -> str | None:
    """What `там` and `где` mean: the city or state named last, in this sentence or the one before."""
    around = [s for s in context.body() if s.start <= sentence.start][-2:]
    named = context.mentioned(around[0].start, end, ("capital", "city", "state"))
    if not named:
        return None
    last = named[-1]
    return last.party if last.kind == "state" else english_city(context.plain[last.start : last.end])


def _host(context: Context, begin: int, end: int) -> str | None:
    """`Сессию примет Болотия`: the state that will receive it."""
    match = re.compile(r"\b(?:примет|принимать)\b").search(context.plain, begin, end)
    hosts = [m for m in context.mentioned(begin, end) if "nomn" in m.cases] if match else []
    return hosts[0].party if hosts else None


def _status(context: Context, sentence: Sentence, begin: int, end: int) -> NextSessionStatus | None:
    clause = context.plain[begin:end]
    if _PROPOSED.search(clause) or (_PROPOSED.search(sentence.plain) and not _DECIDED.search(clause)):
        return "proposed"
    if _DECIDED.search(clause):
        return "decided"
    return "decided" if _DECIDED.search(sentence.plain) and not _PAST.search(clause) else None


def _date(context: Context, begin: int, end: int) -> str | None:
    """The most exact date of the clause that is not past; a day or month that lies behind means next year's."""
    today = context.day.isoformat() if context.day else ""
    values = [date.value for date in context.dated(begin, end)]
    later = [value for value in values if not today or value > today[: len(value)] or value == today[:4]]
    if later:
        return max(later, key=len)
    for value in values:
        if today and value[:4] == today[:4] and len(value) > 4 and value < today[: len(value)]:
            return f"{int(value[:4]) + 1}{value[4:]}"
    return None


def _of_another_body(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """The next meeting of some other body or organisation is not ours."""
    start, end = sentence.start + match.start(), min(sentence.end, sentence.start + match.end() + 50)
    near = [
        m
        for m in context.mentioned(start, end, ("organisation", "organ"))
        if m.start <= sentence.start + match.end() + 12
    ]
    ours = {
        m.party
        for s in context.sentences[:6]
        if s is not sentence
        for m in context.mentioned(s.start, s.end, ("organ", "organisation"))
    }
    bodies = any(party not in organ_homes().values() and party != context.organisation for party in ours)
    near = [m for m in near if bodies or m.kind != "organ" or m.party in organ_homes()]
    return any(m.party not in ours and m.party != context.organisation for m in near)
