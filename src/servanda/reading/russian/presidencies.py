"""Presidencies and co-chairs in Russian, in the many wordings by which they pass from state to state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.deciding import Found
from servanda.reading.russian.clauses import clause_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.sentences import Sentence

_OFFICE = (
    r"(?:председательств\w*|президентств\w*|эстафет\w+(?: председательства)?|пост\w* председател\w+|"
    r"полномочи\w+ председател\w+|"
    r"функци\w+ председател\w+)"
)
_PASSES = re.compile(
    rf"\b{_OFFICE}\b[^.;]{{0,80}}?\b(?:переход\w+|перейд\w+|перешл\w+|перешёл|передан\w*|переда[её]тся|"
    r"достал\w+|возложен\w*)",
    re.IGNORECASE,
)
_PASSED_TO = re.compile(
    rf"\b(?:переход\w+|перейд\w+|перешл\w+|передан\w*|передач\w+)\b[^.;]{{0,60}}?\b{_OFFICE}\b|"
    rf"\b{_OFFICE}\b[^.;]{{0,40}}?\bпередач\w+",
    re.IGNORECASE,
)
_HANDS = re.compile(
    rf"\b(?:переда(?:ла|ло|л|ли|ст|ёт|дут)|передаст|уступи\w+|передав\w+)\b[^.;]{{0,60}}?\b{_OFFICE}\b|"
    rf"\b{_OFFICE}\b[^.;,]{{0,60}}?\b(?:переда(?:ла|л|ст|дут)|уступи\w+)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:прим(?:ет|ут)|прин(?:яла|ял|яло|имает|ять)|взял\w*|берёт|берет|возьм[её]т|получ\w+|начала|"
    r"начн[её]т|завершает|завершила|осуществля\w+|займёт пост) "
    rf"(?:на себя )?(?:\w+ ){{0,2}}?{_OFFICE}\b|\b(?:вступ\w+ в|приступ\w+ к) {_OFFICE}\b|"
    rf"\b{_OFFICE} (?:[\w-]+ ){{0,6}}?(?:примет|примут|займёт|займет|приняла|принял|принимает|возьмёт|"
    r"возьмет|бер[её]т|получит|получила)\b",
    re.IGNORECASE,
)
_PRESIDES = re.compile(
    r"\b(?:председательствует|председательствуют|председательствовать|председательствовал\w*|"
    r"председательствующ\w+ (?:в этом году|стран\w+))\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\b(?:возглавит|возглавят|возглавляет|возглавила|возглавило|"
    r"возглавлять)\b(?=[^.;]{0,60}\b(?:организаци|союз|содружеств|объединени|лиг|альянс|"
    r"совет|ОДКБ|СНГ|ЕАЭС|ШОС|БРИКС|сообществ|ассоциаци|коалици))|"
    r"\b(?:его|её|ее) (?:возглавит|возглавляет|возглавила)\b|\b(?:организаци\w+|союз|содружество|"
    r"объединени\w+|лигу|альянс|совет|ОДКБ|СНГ|ЕАЭС|ШОС|БРИКС|сообществ\w+|"
    r"ассоциаци\w+)\b[^.;,]{0,40}\b(?:возглавит|возглавляет|возглавила|возглавят)\b",
    re.IGNORECASE,
)
_CHAIR_STATE = re.compile(
    r"\b(?:[Сс]тран\w+-председател\w+|[Пп]редседател\w+ (?:\w+ ){0,3}?(?:избран\w*|станет|стала|будет|определен\w*))\b"
)
_REPLACES = re.compile(
    r"(?<=редседатель)[^.;]*?\b(?:его|её|ее) сменит\b|\bпредседатель[^.;]*?\bсменит\b", re.IGNORECASE
)
_OWN = re.compile(r"\bпредседательств\w*\b", re.IGNORECASE)
_CO = re.compile(r"\b[Сс]опредседател\w+\b|\b[Сс]о-председател\w+\b")
_CHAIRED_SESSION = re.compile(
    r"\b(?:на|в ходе) (?:\w+ ){0,2}(?:заседани\w+|саммит\w*|сесси\w+|встреч\w+)\b", re.IGNORECASE
)


# `Председательствовал Казахстан`: without a year only this session is meant.
_CHAIRED = re.compile(r"председательствовал", re.IGNORECASE)
# No sentence without one of these tells of a presidency.
_HINT = re.compile(r"председател|председательств|президентств|эстафет|возглав", re.IGNORECASE)


def presidencies(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Every passage of a sentence that says who presides, presided or will preside."""
    if not _HINT.search(sentence.plain):
        return
    for rule, pattern, cases, both in (
        ("presidency passes", _PASSES, ("datv",), False),
        ("presidency passes", _PASSED_TO, ("datv",), False),
        ("hands over", _HANDS, ("datv",), True),
        ("takes the presidency", _TAKES, ("nomn",), False),
        ("presides", _PRESIDES, ("nomn",), False),
        ("heads the organisation", _HEADS, ("nomn",), False),
        ("follows in the chair", _REPLACES, ("nomn",), False),
        ("elected to the chair", _CHAIR_STATE, ("nomn",), False),
    ):
        for match in pattern.finditer(sentence.plain):
            if not _CO.match(sentence.plain, match.start()):
                found = _found(context, sentence, match, rule, cases, both=both)
                if found:
                    yield found
    yield from _own(context, sentence)
    yield from _presiding_state(context, sentence)


def _presiding_state(context: Context, sentence: Sentence) -> Iterator[Found]:
    """`Представитель председательствующего государства - вице-премьер Беларуси`: whose year it is."""
    match = _PRESIDING_STATE.search(sentence.plain)
    if not match or context.speech_at(sentence.start + match.start()) or context.day is None:
        return
    start, end = sentence.start + match.start(), min(sentence.end, sentence.start + match.end() + _AFTER)
    states = context.mentioned(sentence.start + match.end(), end)
    if states:
        what = " ".join(context.text[start : states[0].end].split())
        yield Found("presidency", what, (states[0].party,), str(context.day.year), start, states[0].end, "presides")


_AFTER = 100
_PRESIDING_STATE = re.compile(
    r"\bпредседательствующ(?:его|ей|ая|ее) (?:(?:в|во|на) [А-ЯЁ][а-яё]+ |в этом году |в текущем году )?"
    r"(?:государств|стран|сторон)[аыуе]?(?=[ ,])[^.;:]{0,12}?(?:-|,|в лице)",
    re.IGNORECASE,
)


def _found(
    context: Context, sentence: Sentence, match: re.Match[str], rule: str, cases: tuple[str, ...], *, both: bool
) -> Found | None:
    start, end = sentence.start + match.start(), sentence.start + match.end()
    if context.speech_at(start):
        return None
    begin, stop = clause_at(sentence, start)
    stop = max(stop, end)
    near = end if rule == "follows in the chair" else start
    takers = _takers(context, near if near == end else begin, stop, near, cases)
    if rule == "presides" and not takers:
        takers = _his_country(context, begin, stop) or _the_same(context, sentence, start)
    if not takers:
        return None
    givers = _takers(context, begin, start, start, ("nomn",)) if both else []
    givers += _from(context, end, stop)
    parties = tuple(
        dict.fromkeys(m.party for m in (*takers, *(g for g in givers if g.party not in {t.party for t in takers})))
    )
    first, last = min(begin, start), stop
    when = when_of(context, begin, stop) or when_of(context, sentence.start, sentence.end)
    of_session = _CHAIRED_SESSION.search(context.plain, begin, stop) or _CHAIRED.match(context.plain, start)
    if rule == "presides" and when is None and of_session:
        return None
    what = " ".join(context.text[first:last].split()).strip(" ,.")
    return Found("presidency", what, parties, when, first, last, rule)


def _takers(context: Context, begin: int, stop: int, near: int, cases: tuple[str, ...]) -> list[Mention]:
    """The states in the case that the verb asks for, outside the offices of persons."""
    spans = [(o.start, o.end) for o in context.offices(begin, stop)]
    spans += [(h.start, h.end) for h in context.lists(begin, stop)]
    states = [m for m in context.mentioned(begin, stop) if m.cases & set(cases)]
    states = [m for m in states if not any(s <= m.start < e for s, e in spans)]
    if cases == ("datv",):
        exact = [m for m in states if _to(context, m) or "gent" not in m.cases]
        states = exact or states
    after = [m for m in states if m.start > near]
    chosen = after if cases == ("datv",) and after else states
    return _one_list(context, chosen, near)


def _to(context: Context, mention: Mention) -> bool:
    """Tell whether `к` stands before the state or the list in which it stands."""
    before = context.plain[max(0, mention.start - 60) : mention.start]
    return re.search(r"\bко? (?:[А-ЯЁ][\w -]+(?:, | и ))*$", before) is not None


def _one_list(context: Context, states: list[Mention], near: int) -> list[Mention]:
    """The states of the one enumeration that stands nearest to the verb."""
    if not states:
        return []
    nearest = min(states, key=lambda m: min(abs(m.start - near), abs(m.end - near)))
    chosen = [nearest]
    for mention in states[states.index(nearest) + 1 :]:
        if not re.fullmatch(
            r"\s*(?:,|и|, и|а также|затем|в \d{4} году)*\s*", context.plain[chosen[-1].end : mention.start]
        ):
            break
        chosen.append(mention)
    for mention in reversed(states[: states.index(nearest)]):
        if not re.fullmatch(r"\s*(?:,|и|, и)\s*", context.plain[mention.end : chosen[0].start]):
            break
        chosen.insert(0, mention)
    return chosen


def _his_country(context: Context, begin: int, stop: int) -> list[Mention]:
    """`Председательствует его страна`: the state of the person named before."""
    match = re.compile(r"\b(?:его|её|ее|чья) страна\b|\bстрана котор\w+\b").search(context.plain, begin, stop)
    who = context.people.before(match.start()) if match else None
    if not match or not who or not who.party:
        return []
    return [Mention(match.start(), match.end(), "state", who.party, frozenset(["nomn"]))]


def _the_same(context: Context, sentence: Sentence, place: int) -> list[Mention]:
    """`Сессию примет Болотия, она же будет председательствовать`: the state that is subject before."""
    if not re.search(
        r"\b(?:он|она|оно|они)(?: же)? (?:и |также )?(?:будет |будут )?$", context.plain[sentence.start : place]
    ):
        return []
    return [m for m in context.mentioned(sentence.start, place) if "nomn" in m.cases][-1:]


def _from(context: Context, start: int, stop: int) -> list[Mention]:
    """The state from which the chair is taken: `от Казахстана`, `у России`."""
    match = re.compile(r"[^.;]{0,60}?\b(?:от|у) (?=[А-ЯЁ])").match(context.plain, start, stop)
    return [m for m in context.mentioned(match.end(), stop) if m.start == match.end()] if match else []


def _own(context: Context, sentence: Sentence) -> Iterator[Found]:
    """`Председательство Казахстана в 2024 году`, `российское председательство в следующем году`."""
    for match in _OWN.finditer(sentence.plain):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        owners = [
            m for m in context.mentioned(end, min(sentence.end, end + 30)) if m.start <= end + 2 and "gent" in m.cases
        ]
        owners += [
            m for m in context.mentioned(max(sentence.start, start - 40), start, ("adjective",)) if start - m.end <= 1
        ]
        when = when_of(context, end, min(sentence.end, end + 60))
        if owners and when and not context.speech_at(start):
            first, last = min(start, owners[0].start), max(end, owners[-1].end)
            what = " ".join(context.text[first:last].split())
            yield Found("presidency", what, (owners[0].party,), when, first, last, "own presidency")


def when_of(context: Context, start: int, end: int) -> str | None:
    """The date of a clause."""
    dates = context.dated(start, end)
    return dates[0].value if dates else None


def co_chairs(context: Context, sentence: Sentence) -> Iterator[Found]:
    """The states that co-chair."""
    for match in _CO.finditer(sentence.plain):
        place = sentence.start + match.start()
        begin, stop = clause_at(sentence, place)
        states = [m for m in context.mentioned(begin, stop) if m.cases & {"nomn", "ablt", "gent"}]
        after = [m for m in states if m.start > place]
        chosen = _one_list(context, after or states, place)
        if chosen and not context.speech_at(place):
            parties = tuple(dict.fromkeys(m.party for m in chosen))
            first, last = min(place, chosen[0].start), max(sentence.start + match.end(), chosen[-1].end)
            when = when_of(context, begin, stop) or when_of(context, sentence.start, sentence.end)
            yield Found("co-chairs", " и ".join(parties), parties, when, first, last, "co-chairs")
            return
