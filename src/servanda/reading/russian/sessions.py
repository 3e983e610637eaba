"""The session itself, in Russian: which organ met, when, in what format, where, and which state presided."""

from __future__ import annotations

import re

from servanda.reading.dates import full_date
from servanda.reading.records import Decision, Session
from servanda.reading.russian.bodies import PLAIN_BODIES
from servanda.reading.russian.clauses import is_verb
from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.places import city_at, english_city
from servanda.reading.sentences import Sentence
from servanda.words.parties import find_party
from servanda.words.vocabulary import SessionFormat

_VIDEO = re.compile(
    r"\b(?:видеоконференц\w+|видеосвяз\w+|онлайн\w*|дистанционн\w+|в режиме ВКС|ВКС|виртуальн\w+|удал[её]нн\w+)\b",
    re.IGNORECASE,
)
_PART_VIDEO = re.compile(
    r"\b(?:участвовал\w*|участвует|подключил\w+|присоединил\w+|выступил\w*|обратил\w+|представ\w+|"
    r"принял\w* участие|подключивш\w+|участвовавш\w+)\b[^.;]{0,60}?"
    r"\b(?:по видео\w+|онлайн|дистанционно|в режиме видео\w+)",
    re.IGNORECASE,
)
# Where only one takes part so, it stands apart: `а также - посредством видеосвязи - министр Ирана`.
_ONE_BY_VIDEO = re.compile(
    r"(?:[-,(]|а также|и) (?:посредством|через|по) видео(?:связ|конференцсвяз|конференц)\w+,?(?: -|,|\))|"
    r"\b(?:один|одна|одно|часть|некоторые|ряд|остальные|двое|трое) (?:\w+ ){1,5}?(?:по видео\w+|онлайн|"
    r"дистанционно|удал[её]нно)",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\b(?:смешанн\w+|гибридн\w+) (?:формат|режим)\w*|\bочно и (?:дистанционно|по видео)", re.IGNORECASE
)
_IN_PERSON = re.compile(
    r"\b(?:прибыл\w*|прилетел\w*|очн\w+|собрал\w+ (?:за|в)|во дворце|в резиденции|за столом|в зале|съехал\w+)\b",
    re.IGNORECASE,
)
_CHAIRED = re.compile(
    r"\b(?:[Пп]од председательством|[Пп]од руководством|[Вв]ёл заседание|[Вв]ел заседание|[Вв]ела "
    r"заседание|[Зз]аседание (?:вёл|вел|вела|провёл|провел|открыл)|[Пп]редседательствовал\w*(?: на "
    r"\w+)?|котор\w+ (?:в[её]ла?|пров[её]ла?|открыла?|возглав\w+)|председательствовавш\w+|[Вв][её]ла? (?:его|её|"
    r"ее|саммит|сессию|встречу)|[Пп]ров[её]ла? (?:его|её|ее))\b"
)
_HOST = re.compile(
    r"\b[Хх]озя\w+ (?:\w+ )?выступил\w*\b|\b(?:[Ее]го|[Её]ё|[Ее]е) (?:провёл|провел|провела|вёл|вел|вела|открыл\w*)\b"
)
_CONVENED = re.compile(r"\bпров(?:[её]л|ела) (?:в \w+ )?(?:заседание|саммит|сессию|форум)\b")
_HELD = re.compile(
    r"\b(?:прош[её]л|прошл[аои]|состоял\w+|собрал\w+|встретил\w+|провел\w*|провёл|завершил\w+|открыл\w+|"
    r"принял\w*|проходит|началс\w+|началась|началось|съехал\w+|стартова\w+|заседал\w*)\b"
)

# A town that no dictionary knows and that has no cases: `12 августа в Актау состоялось`.
_HELD_IN = re.compile(
    r"\b[Вв]о? (?P<city>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?) (?:\w+ )?"
    r"(?:состоял|прош[её]?л|собрал|встретил|начал|открыл|завершил|проходит)\w*"
)
_DATELINE = re.compile(
    r"^[^.]{0,30}\b20\d\d (?:года|г\.)(?:,| \d\d[:.]\d\d,?) (?:г\. |город )?(?P<after>[А-ЯЁ][\w-]+)(?:$|, )|"
    r"^(?P<before>[А-ЯЁ][\w-]{2,}), \d{1,2} [а-я]+(?: 20\d\d года| 20\d\d г\.)?(?:\.|$| /)|"
    r"^\(?г\. ?(?P<town>[А-ЯЁ][\w-]+)"
)
_EARLIER = re.compile(r"\b(?:год|месяц|лет|года|месяца) назад\b|\bв прошл(?:ом году|ый раз)\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:следующ\w+|очередн\w+ [^.;]{0,80}\b(?:состоится|пройд[её]т)|предыдущ\w+)\b", re.IGNORECASE)
_PRESIDING = re.compile(r"\bпредседательствующ\w+ (?:(?:в|на) \w+ )?(?=[А-ЯЁ])")


def find_session(context: Context, decisions: tuple[Decision, ...]) -> Session | None:
    """The session the text reports; nothing for a text in which no organ meets."""
    told = _telling(context)
    if told is None:
        return None
    where = _place(context)
    form = _format(context, where)
    return Session(
        organ=_organ(context, told),
        organisation=context.organisation or _organ_of(context),
        date=_date(context, told),
        format=form,
        place=None if form == "videoconference" else where,
        chair=_chair(context, decisions),
        **context.passage(told.start, told.end, "session"),
    )


def _telling(context: Context) -> Sentence | None:
    """The sentence that tells of the session: the first with a noun of session and a verb of presence."""
    nouns, verbs = (
        listed("session_nouns"),
        listed("presence") | {"состояться", "пройти", "проходить", "начаться", "завершиться"},
    )
    body = context.body()
    second = None
    for sentence in body[:12]:
        words = context.words(sentence.start, sentence.end)
        noun = any(word.lemmas & nouns for word in words) or bool(
            context.mentioned(sentence.start, sentence.end, ("organ",))
        )
        if noun and any(is_verb(word, verbs, "VERB") for word in words) and not _NEXT.search(sentence.plain):
            return sentence
        second = second or (sentence if noun else None)
    return second or (body[0] if body else None)


def _organ(context: Context, told: Sentence) -> str | None:
    """The organ as the text names it, with its organisation: Совет коллективной безопасности ОДКБ."""
    for sentence in [told, *context.sentences[:8]]:
        for mention in context.mentioned(sentence.start, sentence.end, ("organ",)):
            if " " in context.plain[mention.start : mention.end]:
                return _whole(context, mention, sentence)
    organs = [m for m in context.mentions if m.kind == "organ" and m.party not in PLAIN_BODIES]
    return context.text[organs[0].start : organs[0].end] if organs else None


def _whole(context: Context, mention: Mention, sentence: Sentence) -> str:
    words = context.words(mention.start, mention.end)
    name = nominative(context.text, words, ("gent", "loct", "nomn", "datv", "ablt", "accs"))
    after = [m for m in context.mentioned(mention.end, sentence.end, ("organisation",)) if m.start - mention.end <= 40]
    gap = context.plain[mention.end : after[0].start] if after else ""
    if after and re.fullmatch(r" (?:- ?|государств ?-? ?|участников |членов |стран |государств-\w+ )*", gap):
        return f"{name} {context.text[after[0].start : after[0].end]}"
    return name


def _organ_of(context: Context) -> str | None:
    organs = [m for m in context.mentions if m.kind == "organ" and m.party not in PLAIN_BODIES]
    return organs[0].party if organs else None


def _date(context: Context, told: Sentence) -> str | None:
    """The day in the sentence or heading that tells of the session, else the day of the text."""
    nouns = listed("session_nouns")
    headings = [s for s in context.headings()[:5] if any(w.lemmas & nouns for w in context.words(s.start, s.end))]
    for sentence in (told, *headings, *context.body()[:1]):
        for date in context.dated(sentence.start, sentence.end):
            day = full_date(date.value)
            if day and (context.day is None or abs((context.day - day).days) <= 31):
                return date.value
    return context.day.isoformat() if context.day else None


def _format(context: Context, place: str | None) -> SessionFormat | None:
    first = " ".join(sentence.plain for sentence in context.sentences[:14] if not _EARLIER.search(sentence.plain))
    if _HYBRID.search(first) or _ONE_BY_VIDEO.search(first):
        return "hybrid"
    if _VIDEO.search(first):
        there = place is not None or _IN_PERSON.search(first) is not None
        part = there and len(_PART_VIDEO.findall(first)) == len(_VIDEO.findall(first))
        return "hybrid" if part else "videoconference"
    return "in person" if place or _IN_PERSON.search(first) else None


def _place(context: Context) -> str | None:
    """The city where the session met: in a sentence that tells of it, in a heading or a dateline."""
    nouns = listed("session_nouns")
    for sentence in context.body()[:6]:
        words = context.words(sentence.start, sentence.end)
        tells = any(word.lemmas & nouns for word in words) or bool(
            context.mentioned(sentence.start, sentence.end, ("organ",))
        )
        future = re.search(r"\b(?:следующ\w+|состоится|пройд[её]т|очередн\w+ .{0,40}\bсостоится)\b", sentence.plain)
        if tells and _HELD.search(sentence.plain) and not future:
            city = _city(context, sentence)
            if city:
                return city
    for sentence in context.headings()[:4]:
        city = _city(context, sentence)
        if city:
            return city
    return _dateline_city(context)


def _dateline_city(context: Context) -> str | None:
    """The town beside the date of the dateline: `14 мая 2018 года, Гавань`, `Солнцеград, 9 июня`."""
    for sentence in context.sentences[:4]:
        match = _DATELINE.search(sentence.plain)
        if match:
            name = match["after"] or match["before"] or match["town"]
            return english_city(name.title() if name.isupper() else name)
    return None


def _city(context: Context, sentence: Sentence) -> str | None:
    cities = context.mentioned(sentence.start, sentence.end, ("capital", "city"))
    found = [
        m
        for m in cities
        if m.cases & {"loct"} or sentence.role == "heading" or context.plain[m.end : m.end + 8].startswith(" принял")
    ]
    if found and not context.speech_at(found[0].start):
        return city_at(context, found[0].start, found[0].end)
    if sentence.role == "heading" or not re.search(r"\b[Вв]о? (?:город\w+ |столиц\w+ )?[А-ЯЁ]", sentence.plain):
        return None
    capital = re.search(r"\b[Вв] столице (?=[А-ЯЁ])|\b[Вв] (\w+) столице\b", sentence.plain)
    if capital:
        return _capital(context, sentence.start + capital.start(), sentence.end)
    held = _HELD_IN.search(sentence.plain)
    place = city_at(context, sentence.start, sentence.end) or (held["city"] if held else None)
    states = {m.party for m in context.mentions if m.kind == "state"}
    return None if place in states else place


def _capital(context: Context, start: int, end: int) -> str | None:
    states = context.mentioned(start, end, ("state", "adjective"))
    return capital_of(states[0].party) if states else None


def capital_of(state: str) -> str | None:
    """The English name of a state's capital."""
    from servanda.words.places import russian_capitals  # noqa: PLC0415

    return next((english for code, english in russian_capitals().values() if code == find_party(state)), None)


def _chair(context: Context, decisions: tuple[Decision, ...]) -> str | None:
    """The state that chaired, or that presides in the year of the session."""
    for entry in context.roll:
        if len(entry.parties) == 1 and _IN_CHAIR.match(entry.line.label):
            return entry.parties[0]
    for sentence in context.body()[:20]:
        chaired = _CHAIRED.search(sentence.plain) or _HOST.search(sentence.plain)
        if chaired and not context.speech_at(sentence.start + chaired.start()):
            party = _chairing(context, sentence, sentence.start + chaired.start())
            if party:
                return party
        convened = _CONVENED.search(sentence.plain)
        hosts = context.offices(sentence.start, sentence.start + convened.start()) if convened else []
        if hosts and hosts[-1].party and "nomn" in hosts[-1].cases:
            return hosts[-1].party
        presiding = _PRESIDING.search(sentence.plain)
        states = context.mentioned(sentence.start + presiding.end(), sentence.end) if presiding else []
        if presiding and states and states[0].start == sentence.start + presiding.end():
            return states[0].party
    return _presiding(context, decisions)


_IN_CHAIR = re.compile(r"председател(?:ь|ьств\w+)", re.IGNORECASE)


def _chairing(context: Context, sentence: Sentence, place: int) -> str | None:
    """The state of whoever chaired: named after the words for it, else before them."""
    if context.plain.startswith("председательствовавш", place):
        named = [o for o in context.offices(sentence.start, place) if o.party]
        if named:
            return named[-1].party
    for start, end in ((place, min(sentence.end, place + 140)), (sentence.start, place)):
        officers = [o.party for o in context.offices(start, end) if o.party]
        officers = [*(party for party in officers[:2] if find_party(party)), *officers]
        states = [m.party for m in context.mentioned(start, end, ("state", "adjective"))]
        people = [r.who.party for r in context.people.within(start, end) if r.who.party]
        parties = [*officers[:1], *states[:1], *people[:1]]
        if parties:
            return str(parties[0])
    return None


def _presiding(context: Context, decisions: tuple[Decision, ...]) -> str | None:
    year = str(context.day.year) if context.day else ""
    for decision in decisions:
        now = re.search(
            r"председательствует|председательствующ|возглавляет|в этом году|завершает|передал",
            decision.evidence,
            re.IGNORECASE,
        )
        if decision.type == "presidency" and now and decision.when == year and decision.parties:
            return decision.parties[0]
    return None
