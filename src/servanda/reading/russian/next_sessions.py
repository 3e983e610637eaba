"""When and where the same organ is to meet next, in Russian: `следующее заседание намечено на 8 октября`."""

from __future__ import annotations

import re

from servanda.reading.datelines import coming_date
from servanda.reading.records import NextSession
from servanda.reading.russian.clauses import clause_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import organ_homes
from servanda.reading.russian.places import city_at, english_city
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import NextSessionStatus

_NOUN = (
    r"(?:саммит\w*|заседани\w+|сесси\w+|встреч\w+|совещани\w+|форум\w*|съезд\w*|консультаци\w+|раунд\w*|конференци\w+)"
)
_ORDINAL = r"(?:\d+-[а-я]{1,2}|(?:втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат|\w+идцат|сороков)\w+)"
_NEXT = re.compile(
    rf"\b(?:следующ\w+|очередн\w+|ближайш\w+|предстоящ\w+|будущ\w+)(?:, \d+-\w+)? (?:[\w-]+ ){{0,4}}?{_NOUN}\b|"
    rf"\b(?:встретиться|встретятся|собраться|соберутся|собер[её]тся|собираться) (?:\w+ ){{0,2}}?(?:вновь|снова|ещё раз|"
    r"в следующий раз)\b|"
    rf"\b(?:вновь|снова|в следующий раз) (?:\w+ ){{0,3}}?(?:встретиться|встретятся|собраться|соберутся|собер[её]тся)\b|"
    rf"\b{_ORDINAL} (?:[\w-]+ ){{0,2}}?{_NOUN} (?:[\w-]+ ){{0,4}}?(?:договорил\w+|решено|решили|состоится|"
    r"пройд[её]т|примет|запланирован\w*|назначен\w*|намечен\w*|соберется|созовут|будет созван\w*|проведут|"
    r"планируется)\b|"
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
    r"станет|определ[её]н\w*|будет принимать|[Пп]ровести|[Сс]озвать|созовут|созыва\w+|будет созван\w*)\b",
    re.IGNORECASE,
)
# `Следующий саммит - 11 октября 2017 года в Сочи`.
_DASH = re.compile(r" - (?:\d{1,2} |в |во |осенью|весной|летом|зимой)")
_PAST = re.compile(
    r"\b(?:состоял\w+|прош[её]л|прошла|прошло|завершил\w+|начал\w+|провел\w*|провёл|принял\w* участие)\b"
)
UNDER_TITLE = "under the title of the next session"
"""The rule of what stands under `О следующем заседании`."""


def find_next_session(context: Context) -> NextSession | None:
    """The next session; one that was decided before one that was only proposed."""
    found = [item for sentence in context.body() if (item := _in_sentence(context, sentence))]
    decided = [item for item in found if item.status == "decided"]
    return next(iter(decided or found), None)


def _in_sentence(context: Context, sentence: Sentence) -> NextSession | None:
    match = _NEXT.search(sentence.plain) or _under_title(context, sentence)
    if not match or _another_kind(context, match[0]):
        return None
    begin, end = clause_at(sentence, sentence.start + match.start()) if match[0] else _first_part(sentence)
    end = max(end, sentence.start + match.end())
    if _DASH.match(context.plain, end, sentence.end):
        end = sentence.end
    status = _status(context, sentence, begin, end) or ("decided" if not match[0] else None)
    if status is None or _of_another_body(context, sentence, match):
        return None
    there = re.search(r"\b(?:где|там)\b", context.plain[max(sentence.start, begin - 4) : end], re.IGNORECASE)
    if there and begin > sentence.start:
        begin = sentence.start
    date, place = coming_date(context, begin, end), city_at(context, begin, end)
    if place is None and (there or "принять следующ" in sentence.plain):
        place = _place_before(context, sentence, end)
    place = place or _host(context, begin, end)
    if date is None and place is None:
        return None
    passage = context.passage(begin, end, "next session" if match[0] else UNDER_TITLE)
    return NextSession(date=date, place=place, status=status, **passage)


def _under_title(context: Context, sentence: Sentence) -> re.Match[str] | None:
    """Whatever stands under `О следующем заседании` tells of it."""
    title = context.titles.get(sentence.start)
    return re.match("", sentence.plain) if title and _TITLE.fullmatch(title.plain) else None


_TITLE = re.compile(
    rf"(?:Об? )?(?:(?:дат\w+|врем\w+|срок\w+|мест\w+|проведени\w+|и|о)[ ,]+)*(?:следующ|очередн|предстоящ|будущ)\w+ "
    rf"(?:[\w-]+ ){{0,2}}?{_NOUN}(?: [А-ЯЁа-яё-]+){{0,4}}[ .:]*",
    re.IGNORECASE,
)


def _first_part(sentence: Sentence) -> tuple[int, int]:
    """`РЕШИЛИ: провести в Душанбе; …`: what is said first, after the word that brings it in."""
    lead = re.match(r"[А-ЯЁа-яё ]{3,30}:\s*", sentence.plain)
    begin = lead.end() if lead else 0
    stop = sentence.plain.find(";", begin)
    return sentence.start + begin, sentence.start + stop if stop > 0 else sentence.end


def _another_kind(context: Context, words: str) -> bool:
    """A summit is no next session of ministers: where the text calls what it reports otherwise throughout."""
    if "саммит" not in words.lower():
        return False
    first = " ".join(s.plain for s in [*context.headings()[:4], *context.body()[:1]]).lower()
    return "саммит" not in first and re.search(r"\b(?:министр|координатор|эксперт|посл)\w+", first) is not None


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
    if _DECIDED.search(clause) or _DASH.search(clause):
        return "decided"
    return "decided" if _DECIDED.search(sentence.plain) and not _PAST.search(clause) else None


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
