"""When and where the same organ is to meet next, in Russian: `следующее заседание намечено на 8 октября`."""

from __future__ import annotations

import re

from servanda.reading.records import NextSession
from servanda.reading.russian.clauses import clause_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.places import city_at
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import NextSessionStatus

_NOUN = r"(?:саммит\w*|заседани\w+|сесси\w+|встреч\w+|совещани\w+|форум\w*|съезд\w*|конференци\w+)"
_ORDINAL = r"(?:втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат)\w+"
_NEXT = re.compile(
    rf"\b(?:следующ\w+|очередн\w+|ближайш\w+|предстоящ\w+|будущ\w+) (?:[\w-]+ ){{0,4}}?{_NOUN}\b|"
    rf"\b(?:встретиться|встретятся|собраться|соберутся|собираться) (?:\w+ ){{0,2}}?(?:вновь|снова|ещё раз|"
    r"в следующий раз)\b|"
    rf"\b(?:вновь|снова|в следующий раз) (?:\w+ ){{0,3}}?(?:встретиться|встретятся|собраться|соберутся|собер[её]тся)\b|"
    rf"\b{_ORDINAL} (?:[\w-]+ ){{0,2}}?{_NOUN} (?:[\w-]+ ){{0,3}}?(?:договорил\w+|решено|решили|состоится|"
    r"пройд[её]т|примет)\b|"
    rf"\b{_NOUN} (?:[\w-]+ ){{0,4}}?в (?=20\d\d году)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:предлож\w+|предлага\w+|пригласил\w*|приглаша\w+|выразил\w* готовность|готов\w* принять|надеется|хотел\w*)\b"
)
_DECIDED = re.compile(
    r"\b(?:состоится|пройд[её]т|пройдут|намечен\w*|запланирован\w*|назначен\w*|реши\w+|решен\w*|"
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
    date, place = _date(context, begin, end), city_at(context, begin, end)
    if date is None and place is None:
        return None
    passage = context.passage(begin, end, "next session")
    return NextSession(date=date, place=place, status=status, **passage)


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
    return any(m.party not in ours and m.party != context.organisation for m in near)
