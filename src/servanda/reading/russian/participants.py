"""Who took part, in Russian: lists under an office, persons and states beside a verb of presence, and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Absent, Participant
from servanda.reading.rolls import ON_ROLL, present_on
from servanda.reading.russian.bodies import whole_body
from servanda.reading.russian.clauses import clauses, is_future, is_verb
from servanda.reading.russian.context import STATE, Context
from servanda.reading.russian.lists import listed
from servanda.reading.russian.offices import Officer
from servanda.reading.russian.owners import secretariat_of
from servanda.reading.russian.represented import represented
from servanda.reading.seen import Seen, once
from servanda.reading.sentences import Sentence
from servanda.words.morphology import bare
from servanda.words.parties import find_party

_NEGATED = re.compile(
    r"\b(?:не (?:\w+ ){0,3}?(?:участв|присутств|прин\w+ участи|приех|прибы|приле|представ|яви|подписа|"
    r"присоедин|смог|был|присла|направ)|участи[ея](?: \w+){0,4} не прин|никто|отсутств\w+|"
    r"без участия|за исключением|кроме|отказал\w+|пропусти\w+|не было|не будет|проигнорир|в отсутствие)",
    re.IGNORECASE,
)
_TAKING_PART = re.compile(
    r"\b(?:участи[еяию]м?|присутстви[еи]|под председательством|под руководством|(?:к экрану|к экранам|"
    r"на связь) вышл[аи]|"
    r"(?:к экрану|на связь) вышел)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:в прошлом году|ранее|планиру\w+ принять|намерен\w* принять|приглас\w+|приглашен\w*|в минувш\w+|"
    r"позвонил|по телефону|"
    r"в ходе визита|двусторонн\w+|накануне)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:на|в ходе|во время|открывая|закрывая|приветствуя) (?:\w+ ){0,2}(?:саммит\w*|заседани\w*|"
    r"сесси\w*|встреч\w*)\b",
    re.IGNORECASE,
)
_STRONG = listed("participants.strong")
_GUESTS = re.compile(r"\b(?:гост\w+|наблюдател\w+|партнёр\w*|партнер\w*)\b", re.IGNORECASE)
_MEMBERS = listed("participants.members")
_LEADERS = listed("participants.leaders")
_HEADS = listed("participants.heads")
_OFFICIALS = frozenset(["генсек", "секретарь", "председатель"])
_SPOKE = listed("participants.spoke")
_ENOUGH = 4


def find_participants(context: Context, absent: tuple[Absent, ...]) -> tuple[Participant, ...]:
    """Every party that took part, once, without those that were absent."""
    seen = once(_all(context), {item.party for item in absent})
    states = [name for name, found in seen.items() if found.rule != "group"]
    kept = [found for found in seen.values() if found.rule != "group" or len(states) < _ENOUGH]
    return tuple(_item(context, found) for found in kept)


def _item(context: Context, found: Seen) -> Participant:
    person = found.person or _leader(context, found.party)
    return Participant(party=found.party, person=person, **context.passage(found.start, found.end, found.rule))


def _leader(context: Context, party: str) -> str | None:
    """Who leads a party, where the text names its head somewhere."""
    for who in context.people.known.values():
        if who.party == party and bare(who.noun) in _HEADS and "мид" not in bare(who.office):
            return who.name
    return None


def _all(context: Context) -> Iterator[Seen]:
    for party, person, start, end in present_on(context):
        yield Seen(whole_body(context, party), person, start, end, ON_ROLL)
    for sentence in context.body():
        if context.speech_at(sentence.start + 1) and not _ends_outside(context, sentence):
            continue
        there = _present(context, sentence) and not _elsewhere(sentence)
        yield from represented(context, sentence, sentence.start, sentence.end)
        for start, end in _positive(sentence):
            if there:
                yield from _lists(context, sentence, start, end)
                yield from _persons(context, sentence, start, end)
                yield from _states(context, sentence, start, end)
                yield from _leaders_by_name(context, sentence, start, end)
                yield from _groups(context, sentence, start, end)
            yield from _speakers(context, sentence, start, end)


def _ends_outside(context: Context, sentence: Sentence) -> bool:
    said = context.speech_at(sentence.start + 1)
    return said is not None and said.end < sentence.end - 8


def _elsewhere(sentence: Sentence) -> bool:
    return bool(_OTHER_TIME.search(sentence.plain)) and not _AT.search(sentence.plain)


def _present(context: Context, sentence: Sentence) -> bool:
    """Tell whether the sentence has a verb of presence outside direct speech."""
    if _TAKING_PART.search(sentence.plain):
        return True
    verbs = listed("presence")
    words = context.words(sentence.start, sentence.end)
    there = any(is_verb(word, verbs) and not is_future(word) for word in words if not context.speech_at(word.start))
    return there or _without_verb(sentence)


def _without_verb(sentence: Sentence) -> bool:
    """`Среди участников - президент России …`: a list of those present that needs no verb."""
    return (
        re.search(
            r"\b(?:[Сс]реди (?:участников|гостей|присутств)|[Уу]частники(?: \w+)? - |"
            r"(?:[Уу]частник|[Гг]ост)\w+ (?:\w+ )?стал)",
            sentence.plain,
        )
        is not None
    )


def _positive(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that do not deny: all of it, or its clauses without a negation."""
    if not _NEGATED.search(sentence.plain):
        yield sentence.start, sentence.end
        return
    for start, end in clauses(sentence):
        if not _NEGATED.search(sentence.plain[start - sentence.start : end - sentence.start]):
            yield start, end


def _lists(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """`Лидеры Болотии, Горании и Степании обсудили`."""
    for header in context.lists(start, end):
        if context.speech_at(header.start) or not header.cases & {"nomn", "gent", "accs"}:
            continue
        for state, name in zip(header.states, header.names, strict=True):
            yield Seen(state.party, name.text if name else None, sentence.start, sentence.end, "leaders of")


def _persons(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """`Приняли участие президент России …`, `под председательством Президента Беларуси …`."""
    for officer in context.offices(start, end):
        if context.speech_at(officer.start) or officer.rule == "list with names":
            continue
        if _is_also(context, officer):
            continue
        party = officer.party or _of_the_organisation(context, officer)
        if party and _takes_part(context, officer) and not officer.office.lower().startswith(("экс", "бывш")):
            yield Seen(
                whole_body(context, party),
                _named(context, officer),
                sentence.start,
                sentence.end,
                "person present",
            )


def _is_also(context: Context, officer: Officer) -> bool:
    """`Председателя Совета Министров, Председателя Правительства России X`: two offices of one person."""
    if officer.name:
        return False
    following = context.offices(officer.end, officer.end + 3)
    return bool(following and following[0].name and context.plain[officer.end : following[0].start] == ", ") and (
        officer.cases == following[0].cases and find_party(following[0].party or "") is not None
    )


def _of_the_organisation(context: Context, officer: Officer) -> str | None:
    """`Генсек организации`: the body of the organisation that the text is about."""
    named = re.search(
        r"\b(?:секретарь|генсек)\b.*\b(?:организации|союза|содружества|сообщества)$", officer.office, re.IGNORECASE
    )
    return secretariat_of(context.organisation) if named and officer.name and context.organisation else None


def _leaders_by_name(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """`Владимир Путин и Александр Лукашенко провели заседание`: leaders whose office stands elsewhere."""
    offices = {place for o in context.offices(start, end) for place in range(o.start, o.end)}
    for reference in context.people.within(start, end):
        who = reference.who
        subject = reference.kind == "named" and "nomn" in reference.cases and reference.start not in offices
        if subject and who.party and _is_head(who.officer) and not context.speech_at(reference.start):
            yield Seen(who.party, who.name, sentence.start, sentence.end, "leader present")


def _takes_part(context: Context, officer: Officer) -> bool:
    """A subject of the verb, or a genitive after `с участием`, `под председательством`, `возглавил`."""
    if "nomn" in officer.cases:
        return True
    before = context.plain[max(0, officer.start - 160) : officer.start]
    if re.search(r"\b(?:исполняющ(?:ий|ая) обязанности|и\. ?о\.|врио) $", before):
        return True
    return (
        re.search(
            r"\b(?:участием|участии|председательством|руководством|присутствии|приветствовал\w*|принял\w*|"
            r"встретил\w*|организованн\w+|созванн\w+|приглашению)\b[^.;]*$|\b(?:наряду|вместе|совместно) с $",
            before,
        )
        is not None
    )


def _named(context: Context, officer: Officer) -> str | None:
    if officer.name:
        return officer.name
    return next((r.who.name for r in context.people.within(officer.start, officer.start + 1)), None)


def _states(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """States that are subjects of a verb of presence: `Армения участвует`, `гостями стали Куба и Иран`."""
    words = context.words(start, end)
    strong = any(is_verb(word, _STRONG, "VERB") for word in words) and bool(_TAKING_PART.search(sentence.plain))
    strong = strong or any(is_verb(word, _STRONG - {"принять", "принимать", "представить"}, "VERB") for word in words)
    if not strong and not _GUESTS.search(sentence.plain):
        return
    spans = [(o.start, o.end) for o in context.offices(start, end)] + [
        (h.start, h.end) for h in context.lists(start, end)
    ]
    for mention in context.mentioned(start, end, STATE):
        inside = any(s <= mention.start < e for s, e in spans)
        if "nomn" in mention.cases and len(mention.cases) < 5 and not inside and not context.speech_at(mention.start):
            yield Seen(mention.party, None, sentence.start, sentence.end, "subject of presence")


def _groups(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """`Главы государств - членов ЕАЭС`, `лидеры ШОС`."""
    for mention in context.mentioned(start, end, ("organisation",)):
        words = context.words(max(start, mention.start - 70), mention.start)
        organs = [(m.start, m.end) for m in context.mentioned(max(0, mention.start - 70), mention.start, ("organ",))]
        words = [word for word in words if not any(s <= word.start < e for s, e in organs)]
        leaders = [word for word in words if word.lemmas & _LEADERS and any(f.number == "plur" for f in word.forms)]
        if not leaders or context.speech_at(mention.start) or "gent" not in mention.cases:
            continue
        between = context.words(leaders[-1].end, mention.start)
        if any(not (w.can_be("NOUN", "gent") or w.can_be("ADJF", "gent") or w.bare == "всех") for w in between):
            continue
        members = any(word.lemmas & _MEMBERS for word in between) and not (
            len(between) == 1 and between[0].bare == "государств"
        )
        whole = mention.party.isascii() and members
        yield Seen(
            f"{mention.party} member states" if whole else mention.party, None, sentence.start, sentence.end, "group"
        )


def _speakers(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Seen]:
    """A head of state or government who is reported to speak, where no other place is named."""
    if re.search(r"\b(?:журналист\w*|интервью|брифинг\w*|телефон\w*|пресс-служб\w*|в соцсет\w*)\b", sentence.plain):
        return
    words = [word for word in context.words(sentence.start, sentence.end) if not context.speech_at(word.start)]
    if not any(is_verb(word, _SPOKE, "VERB") for word in words):
        return
    for officer in context.offices(start, end):
        if officer.party and "nomn" in officer.cases and _is_head(officer) and not context.speech_at(officer.start):
            yield Seen(
                whole_body(context, officer.party),
                _named(context, officer),
                sentence.start,
                sentence.end,
                "spoke at the session",
            )


def _is_head(officer: Officer) -> bool:
    office = bare(officer.office)
    return bare(officer.noun) in _HEADS - _OFFICIALS and not re.search(
        r"мид|пресс|министерств|совет[а]? безопасности", office
    )
