"""Decisions in Russian: presidencies, co-chairs, appointments, membership, budgets, awards, new bodies and years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.deciding import Found, decisions_of
from servanda.reading.records import Decision, Document, NextSession
from servanda.reading.russian.clauses import clause_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.presidencies import co_chairs, presidencies, when_of
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import DecisionType

_APPOINTED = re.compile(
    r"\b(?:назначить|избрать|переизбрать|назначен[аы]?|избран[аы]?|переизбран[аы]?|назначил\w*|избрал\w*|переизбрал\w*|"
    r"утвержд[её]н[аы]? (?:в должности|на должность|на пост|на новый срок)|"
    r"утвержд[её]н[аы]? (?-i:(?=[А-ЯЁ][а-яё]+ [А-ЯЁ]))|"
    r"утвердил\w* (?:в должности|на должност|на пост)\w*|продлен\w* полномочия|"
    r"полномочия [^.;]{2,60}? продлен\w*|продлил\w* полномочия|о "
    r"назначении|(?:станет|стал|стала) (?:[а-яё-]+ ){0,3}(?-i:(?=[А-ЯЁ][а-яё]+ [А-ЯЁ]))|сменит на посту|займ[её]т пост|"
    r"вступил\w* в должность|обязанности [^.;]{3,60}?(?:будет исполнять|возложен\w*)|(?:будет|"
    r"станет) исполнять обязанности)\b",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(
    r"\bстатус\w* (?:[\w-]+ ){0,3}?(?:наблюдател\w+|партн[её]р\w*|член\w*|государства-\w+|участник\w*)\b|"
    r"\bстал\w* (?:\w+ ){0,3}?(?:членом|членами|наблюдателем|наблюдателями|партнёром|партнером|"
    r"участником)\b|"
    r"\bпринят\w* в (?:члены|число|состав|организаци\w+|союз|содружество)\b|\bприсоединил\w+ к (?-i:(?=[А-ЯЁ]))|"
    r"\b(?:вступил\w*|вступлени\w+) в (?=(?-i:[А-ЯЁ]{2,})|организаци|союз)|"
    r"\bполноправн\w+ (?:член|участник)\w*\b|\bпри[её]м\w* в (?:члены|состав|организаци\w+|союз|содружество)\b|"
    r"\bприсоединени\w+ (?-i:(?=[А-ЯЁ]))",
    re.IGNORECASE,
)
_AWARD = re.compile(
    r"\b(?:(?:медаль|орден|грамот|знак|преми)\w+ [^.;]{0,60}?отмечен[аоы]?|отмечен[аоы]? [^.;]{0,40}?(?:медаль|"
    r"орден|грамот|преми)\w+|"
    r"награжд[её]н(?:а|о|ы|ный|ная|ные)?\b|наградил\w*|удостоен\w*|вручил\w* [^.;]{0,60}?(?:орден\w*|медал\w*|преми\w*|"
    r"грамот\w*|знак\w*|награ\w+)|вручен\w* [^.;]{0,40}?(?:орден\w*|медал\w*|преми\w*|грамот\w*)|"
    r"(?:учрежден[аоы]?|учредил\w*) (?:\w+ ){0,2}?(?:медал\w+|орден\w*|преми\w+|знак\w*)|присуждён\w*|присуждена)\b",
    re.IGNORECASE,
)
_YEAR_OF = re.compile(
    r"\b(?:объявлен\w*|объявил\w*|провозглашён\w*|провозглашен\w*|провозгласил\w*|объявить|"
    r"провозгласить|определить)\b[^.;]{0,80}?\b(?:[Гг]од(?:ом|а)?|столиц\w+|[Дд]н[её]м)\b|"
    r"\b(?:культурн\w+|молод[её]жн\w+|туристическ\w+|спортивн\w+|научн\w+) столиц\w+ "
    r"[^.;]{0,60}?\b(?:станет|стал\w*|объявлен\w*|определ\w+|избран\w*|будет)\b|"
    r"\b(?:станет|стал|объявлен\w*)\b[^.;]{0,40}?\b(?:культурн\w+|молод[её]жн\w+) столиц\w+",
    re.IGNORECASE,
)
_BODY = (
    r"(?:орган\w*|совет\w*|комитет\w*|комисси\w+|фонд\w*|банк\w*|центр\w*|секретариат\w*|групп\w+|"
    r"форум\w*|ассамбле\w+|альянс\w*|ассоциаци\w+|"
    r"управлени\w+|институт\w*|механизм\w*|агентств\w+|союз\w*|бюро|палат\w+|комисси\w+|"
    r"представительств\w+|формат\w*|площадк\w+|университет\w*|штаб\w*|реестр\w*|организаци\w+)"
)
_NEW_BODY = re.compile(
    r"\b(?:учрежд[её]н\w*|учредил\w*|учредить|создан\w*|создал\w*|создать|образован\w*|образовать|"
    rf"сформирован\w*|запущен\w*|запустить)\s+(?:\w+[\s-]){{0,4}}?{_BODY}\b|"
    rf"\b{_BODY}\b[^.;,]{{0,50}}?\b(?:будет|был|была|было) (?:создан\w*|учрежд[её]н\w*|образован\w*)\b|"
    rf"\b(?:о|об) (?:создании|учреждении) (?:\w+[\s-]){{0,4}}?{_BODY}\b",
    re.IGNORECASE,
)
_STATUS_GIVEN = re.compile(
    r"\bстатус\w* (?:базов\w+ организаци\w+|[а-яё]+ столиц\w+)[^.;]{0,40}?\b(?:придан|присвоен|предоставлен)\w*|"
    r"\b(?:придан|присвоен|предоставлен|придал|присвоил|предоставил)\w* (?:[\w-]+ ){0,3}?статус\w* базов\w+",
    re.IGNORECASE,
)
# What an organ decides of itself and its parts.
_CHANGED = re.compile(
    r"\b(?:решено|решил[аио]?|решили|постановил\w*|постановлено|принято решение|приняли решение|принял[аио]? решение)"
    r"(?: [а-яё]+){0,2} (?:о |об )?(?:переименова|преобразова|упраздн|ликвидир|реорганиз|разместить|размещени|"
    r"перенести штаб|присоединить)\w*|"
    r"\b(?:штаб-квартир|местопребывани)\w+ [^.;]{2,60}?\b(?:будет|определен|определён|размест|располож)\w*",
    re.IGNORECASE,
)
_ONLY_WISHED = re.compile(
    r"\b(?:предлож\w+|призва\w+|выступил\w* за|высказал\w+|предлага\w+|следует|необходимо|намерен\w*|планиру\w+|"
    r"инициатив\w+|поручен\w*|поручил\w*|договорил\w+ создать)\b",
    re.IGNORECASE,
)


_GRANTED = re.compile(
    r"\b(?:предложение|инициатива) (?:\w+ )?(?:поддержан|принят|одобрен)\w*|"
    r"\b(?:согласил\w+|согласен|согласны) с (?:\w+ )?(?:предложением|инициативой)|"
    r"\b(?:поддержал|принял|одобрил)\w* (?:\w+ )?(?:предложение|инициативу)|\bрешение (?:\w+ )?принято\b"
)
_MONEY = re.compile(
    r"\b(?:утверди|одобри|утвержд[её]н|одобрен)\w* (?:\w+ ){0,2}?(?:распределени\w+ (?:средств|ассигнований|взносов)|"
    r"размер\w* (?:долевых )?взносов|шкал\w+ (?:долевых )?взносов|объ[её]м\w* финансирования|финансировани\w+)",
    re.IGNORECASE,
)
# No sentence without one of these tells of an appointment, a membership, an award, a year, or a new body.
_HINT = re.compile(
    r"решен|решил|постанов|штаб-|местопреб|придан|присво|назнач|избра|утвер|продл|стан|стал|смен|займ|вступ|статус|принят|присоед|при[её]м|полноправ|награ|удост|вруч|"
    r"присужд|обязанност|отмеч|распределени|взнос|учре|объяв|провозгл|столиц|созда|образов|сформир|запущ|запуст",
    re.IGNORECASE,
)


def find_decisions(
    context: Context, documents: tuple[Document, ...], next_session: NextSession | None
) -> tuple[Decision, ...]:
    """Every decision, once by its type, its parties and its time."""
    found: list[Found] = []
    for sentence in context.body():
        if not context.speech_at(sentence.start + 1):
            found += [*presidencies(context, sentence), *co_chairs(context, sentence)]
            if _HINT.search(sentence.plain):
                found += [*_appointments(context, sentence), *_memberships(context, sentence)]
                found += _others(context, sentence)
    decisions = decisions_of(context, found)
    return tuple(sorted([*decisions, *_budgets(documents), *_next(context, next_session)], key=lambda d: d.start))


def _appointments(context: Context, sentence: Sentence) -> Iterator[Found]:
    """`Начальником штаба назначен X`; `генеральным секретарём избран X`."""
    for match in _APPOINTED.finditer(sentence.plain):
        place = sentence.start + match.start()
        start, end = clause_at(sentence, place)
        offices = context.offices(start, end)
        named = (
            any(o.name for o in offices) or bool(context.people.within(start, end)) or _has_name(context, start, end)
        )
        state_chair = re.search(r"председател\w+", sentence.plain) and not named
        if (offices or named) and not state_chair:
            what = " ".join(context.text[start:end].split()).strip(" ,.")
            yield Found("appointment", what, (), when_of(context, start, end), start, end, "appointed")
            return


def _has_name(context: Context, start: int, end: int) -> bool:
    words = context.words(start, end)
    return any(any(f.known and f.marks & {"Name", "Surn"} for f in word.forms) for word in words if word.capital)


def _memberships(context: Context, sentence: Sentence) -> Iterator[Found]:
    match = _MEMBERSHIP.search(sentence.plain)
    if not match or re.search(
        r"\b(?:не (?:идёт|идет)|имеющ\w+ статус|просит|попросил\w*|просил\w*|хо(?:чет|тят|тел\w*)|желает|заявк\w+|"
        r"слух\w*|опроверг\w*|подал\w* заявк|в целях получения|намерен\w*|стремит)\b",
        sentence.plain,
    ):
        return
    place = sentence.start + match.start()
    start, end = clause_at(sentence, place)
    states = [m for m in context.mentioned(start, end, ("state", "organisation")) if m.cases & {"datv", "nomn"}]
    if re.search(r"\b(?:при[её]м|присоединени)\w*\b", match[0]):
        states += [m for m in context.mentioned(place, end) if "gent" in m.cases]
    states = [m for m in states if not _is_target(context, m)]
    if states or re.search(r"\b(?:государств|стран)\w* (?:получ|присво)", sentence.plain):
        parties = tuple(dict.fromkeys(m.party for m in states))
        day = context.day.isoformat() if context.day else None
        what = " ".join(context.text[start:end].split()).strip(" ,.")
        yield Found("membership", what, parties, when_of(context, start, end) or day, start, end, "membership")


def _is_target(context: Context, mention: Mention) -> bool:
    """The organisation that is joined is not the one who joins: `статус наблюдателя при СНГ`."""
    before = context.plain[max(0, mention.start - 30) : mention.start]
    return (
        re.search(
            r"\b(?:при|в|во|члена|членом|членами|наблюдателя|наблюдателем|партн[её]р\w*|участник\w*|участницей|к|"
            r"ко|государств\w*) (?:\w+ )?$",
            before,
        )
        is not None
    )


def _others(context: Context, sentence: Sentence) -> Iterator[Found]:
    kinds: tuple[tuple[DecisionType, str, re.Pattern[str]], ...] = (
        ("award", "award", _AWARD),
        ("budget", "money shared out", _MONEY),
        ("other", "year or capital of", _YEAR_OF),
        ("other", "new body", _NEW_BODY),
        ("other", "status given", _STATUS_GIVEN),
        ("other", "decided to change", _CHANGED),
    )
    for kind, rule, pattern in kinds:
        match = pattern.search(sentence.plain)
        wished = _ONLY_WISHED.search(sentence.plain) and not _GRANTED.search(sentence.plain)
        if not match or wished or (rule == "new body" and _AWARD.search(sentence.plain)):
            continue
        if rule == "new body" and _long_ago(context, sentence):
            continue
        start, end = clause_at(sentence, sentence.start + match.start())
        start, end = min(start, sentence.start + match.start()), max(end, sentence.start + match.end())
        parties = (
            tuple(dict.fromkeys(m.party for m in context.mentioned(start, end) if "datv" in m.cases))
            if kind == "award"
            else ()
        )
        what = " ".join(context.text[start:end].split()).strip(" ,.")
        yield Found(kind, what, parties, when_of(context, start, end), start, end, rule)


def _long_ago(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with a year that is over: `В 2009 году, когда подписывали соглашение о …`."""
    first = context.dated(sentence.start, sentence.start + _OPENING)
    return bool(first and context.day) and first[0].value[:4] < str(context.day and context.day.year)


_OPENING = 16


def _budgets(documents: tuple[Document, ...]) -> Iterator[Decision]:
    """A budget that was approved is a decision too; a report on it is none."""
    for document in documents:
        first = document.title.lower().split()
        budget = next((word for word in first[:3] if word.startswith(("бюджет", "смет"))), None)
        if (
            budget
            and not first[0].startswith(("отч", "исполн"))
            and document.action in {"approved", "adopted", "signed"}
        ):
            year = re.search(r"\b(?:19|20)\d\d\b", document.title)
            yield Decision(
                type="budget",
                what=document.title,
                when=year[0] if year else None,
                evidence=document.evidence,
                start=document.start,
                end=document.end,
                rule="budget approved",
            )


def _next(context: Context, next_session: NextSession | None) -> Iterator[Decision]:
    """A next session that was decided on."""
    if next_session and next_session.status == "decided":
        hosts = context.mentioned(next_session.start, next_session.end, ("state", "capital"))
        parties = tuple(dict.fromkeys(m.party for m in hosts))[:1]
        yield Decision(type="next session", what=next_session.evidence, parties=parties, when=next_session.date,
                       evidence=next_session.evidence, start=next_session.start, end=next_session.end,
                       rule="resolved to meet")  # fmt: skip
