"""Commitments in Russian: a named actor, the future, and something that one can later check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.promises import Promise
from servanda.reading.records import Commitment
from servanda.reading.russian.clauses import Actor, actor_of, clause_at, is_verb, speaker_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.directives import directives
from servanda.reading.russian.lists import listed
from servanda.reading.russian.owners import secretariat_of
from servanda.reading.russian.phrases import nominative, spaced
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.vocabulary import Strength

_PLANS = listed("promises.plans")
_PLEDGES = listed("promises.pledges")
_AGREES = listed("promises.agrees")
_ORDERS = frozenset(["поручить", "поручать"])
_NOT_A_PROMISE = re.compile(
    r"\b(?:надеется|надеются|надеемся|надежд\w+|уверен\w*|убежд[её]н\w*|считает|считают|полагает|ожида\w+|"
    r"если|чтобы|может|могут|хотел\w*|возможно|вероятно|"
    r"рассчитывает на|позволит|позволят|желает|готов[аоы]?|не исключ\w+|по прогноз\w+|речи не)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"\b\d[\d.,]*\s?(?:млн|млрд|тыс|миллион\w*|миллиард\w*|трлн|%|процент\w*)|[$€]\s?\d")
_NUMBER = re.compile(
        r"(?<![\d-])\d{1,3}(?![\d.]*\s?(?:год|г\.|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|"
        r"октябр|ноябр|декабр))\b|"
        r"\b(?:два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|сто|тысяч\w*)\b")  # fmt: skip
_SESSION_VERBS = listed("promises.session_verbs")
_PASSIVE_DEEDS = listed("promises.passive_deeds")


def find_commitments(context: Context, taken: list[tuple[int, int]]) -> tuple[Commitment, ...]:
    """Every commitment; `taken` are the passages of presidencies and of the next session, which are none."""
    found: list[Commitment] = []
    for sentence in context.body():
        seen: set[tuple[str, str]] = set()
        for promise in sorted(_promises(context, sentence), key=lambda promise: promise.place):
            mark = (promise.actor, promise.what[:24])
            if mark not in seen and not any(start - 1 <= promise.place < end for start, end in taken):
                seen.add(mark)
                found.append(_item(context, sentence, promise))
    return tuple(found)


def _item(context: Context, sentence: Sentence, promise: Promise) -> Commitment:
    start, end = _span(context, sentence, promise.place)
    today = context.day.isoformat() if context.day else ""
    dates = [date.value for date in context.dated(start, end)]
    later = [value for value in dates if not today or value >= today[: len(value)]]
    return Commitment(actor=promise.actor, what=promise.what, deadline=max(later, key=len, default=None),
                      strength=promise.strength, **context.passage(start, end, promise.rule))  # fmt: skip


def _span(context: Context, sentence: Sentence, place: int) -> tuple[int, int]:
    """The whole sentence; in direct speech no more than what is said."""
    said = context.speech_at(place)
    if not said:
        return sentence.start, sentence.end
    return max(sentence.start, said.start), min(sentence.end, said.end)


def _promises(context: Context, sentence: Sentence) -> Iterator[Promise]:
    for order in directives(context, sentence):
        if order.whom and order.verb.lemmas.isdisjoint(_NO_DEEDS):
            what = spaced(context.text[order.verb.start : order.end]).rstrip(".")
            yield Promise(_whole(context, order.whom), what, "decided", "told in the infinitive", order.verb.start)
    words = context.words(sentence.start, sentence.end)
    for number in range(len(words)):
        yield from _future(context, sentence, words, number)
        yield from _intended(context, sentence, words, number)
        yield from _intention(context, sentence, words, number)
        yield from _passive(context, sentence, words, number)
        yield from _ordered(context, sentence, words, number)


# To take a paper up or to put it off is no deed that somebody else could later check.
_NO_DEEDS = frozenset(["принять", "одобрить", "отложить", "рассмотреть", "продолжить", "вернуть", "доработать"])


def _whole(context: Context, whom: str) -> str:
    """A body with its organisation, which a text that is all about it leaves out."""
    alone = whom in {"Комиссия", "Commission"} and context.organisation == "EAEU"
    secretariat = whom.lower() == "секретариат" and context.organisation
    return (
        "Eurasian Economic Commission" if alone else secretariat_of(str(context.organisation)) if secretariat else whom
    )


def _future(context: Context, sentence: Sentence, words: list[Token], number: int) -> Iterator[Promise]:
    """`Россия направит`, `генеральный секретарь посетит`: a deed in the future."""
    word = words[number]
    form = next((f for f in word.forms if f.part == "VERB" and "futr" in f.marks), None)
    if form is None or word.forms[0].part != "VERB" or "perf" not in form.marks or form.base in _SESSION_VERBS:
        return
    what = _what(context, sentence, word)
    if _doubtful(context, sentence, word) or not _checkable(context, sentence, word, form.base):
        return
    actor = _actor(context, sentence, word, first_person="1per" in form.marks)
    if actor and (actor.kind != "group" or form.base in listed("commitments.concrete")):
        yield Promise(actor.name, what, "pledged" if actor.kind != "body" else "planned", "will", word.start)


def _intended(context: Context, sentence: Sentence, words: list[Token], number: int) -> Iterator[Promise]:
    """`Намерена оснастить`, `обязались сократить`, `договорились создать`: a verb of intent with an infinitive."""
    word = words[number]
    if _INTENDING.isdisjoint(word.lemmas):
        return
    found = next(((s, r) for lemmas_of, s, r in _INTENTS if is_verb(word, lemmas_of, "VERB", "ADJS", "PRTS")), None)
    if found is None or word.bare.startswith("намерени"):
        return
    strength, rule = found
    deed = next((w for w in words[number + 1 : number + 8] if any(f.part == "INFN" for f in w.forms[:1])), None)
    if deed is None:
        yield from _about(context, sentence, words, number, strength, rule)
        return
    if (
        "," in context.plain[word.end : deed.start]
        or _excluded(deed)
        or _BACK.match(context.plain, deed.start, sentence.end)
    ):
        return
    key = next(f.base for f in deed.forms if f.part == "INFN")
    if _doubtful(context, sentence, word) or not _checkable(context, sentence, deed, key):
        return
    actor = _actor(context, sentence, word, first_person=word.bare.endswith(("ем", "им", "ю", "у")))
    if actor is None and word.bare == "решено":
        actor = Actor((context.organisation or "participants",), "body", word.start, word.end)
    if actor and (rule != "must" or (actor.kind == "body" and context.dated(word.end, sentence.end))):
        yield Promise(actor.name, _what(context, sentence, deed), strength, rule, deed.start)


# A paper that goes back is a decision on it.
_BACK = re.compile(r"[^.;]{0,40}\bна (?:доработку|дополнительн|рассмотрение)")


def _intention(context: Context, sentence: Sentence, words: list[Token], number: int) -> Iterator[Promise]:
    """`Сообщил о намерении Болотии выделить`: the intent in a noun, of the state beside it or of whoever tells."""
    word = words[number]
    if word.bare not in {"намерении", "намерение"}:
        return
    deed = next((w for w in words[number + 1 : number + 6] if w.forms[0].part == "INFN"), None)
    if deed is None or _excluded(deed):
        return
    key = next(f.base for f in deed.forms if f.part == "INFN")
    owners = [m for m in context.mentioned(word.end, deed.start) if "gent" in m.cases]
    actor = None if owners else actor_of(context, sentence, word)
    name = owners[0].party if owners else actor.name if actor else None
    if name and _checkable(context, sentence, deed, key):
        yield Promise(name, _what(context, sentence, deed), "planned", "intends to", deed.start)


_INTENTS: tuple[tuple[frozenset[str], Strength, str], ...] = (
    (_PLANS, "planned", "plans to"),
    (_PLEDGES, "pledged", "pledged to"),
    (_AGREES, "decided", "agreed to"),
    (frozenset(["должный", "должен"]), "decided", "must"),
)
_INTENDING = frozenset().union(*(verbs for verbs, _, _ in _INTENTS))


def _about(
    context: Context, sentence: Sentence, words: list[Token], number: int, strength: Strength, rule: str
) -> Iterator[Promise]:
    """`Договорились о создании рабочей группы`: the deed in a noun."""
    following = words[number + 1 : number + 3]
    if rule != "agreed to" or not following or following[0].bare not in {"о", "об"} or len(following) < 2:
        return
    deed = following[1]
    made = re.match(
        r"(?:создани|учреждени|проведени|подписани|открыти|строительств|запуск|выделени|разработк|подготовк|отмен)",
        deed.bare,
    )
    actor = actor_of(context, sentence, words[number]) if made else None
    if actor:
        yield Promise(actor.name, _what(context, sentence, deed), strength, rule, deed.start)


def _excluded(deed: Token) -> bool:
    return bool(deed.lemmas & _SESSION_VERBS)


def _passive(context: Context, sentence: Sentence, words: list[Token], number: int) -> Iterator[Promise]:
    """`Решения будут переданы`: nobody is named, so the organisation or its body is meant."""
    word = words[number]
    if word.bare not in {"будет", "будут"}:
        return
    deed = next((w for w in words[number + 1 : number + 4] if any(f.part == "PRTS" for f in w.forms)), None)
    if deed is None or not any(f.base in _PASSIVE_DEEDS for f in deed.forms if f.part == "PRTS"):
        return
    if _doubtful(context, sentence, word) or re.search(r"\bвнимани\w+|\bприоритет\w*", sentence.plain):
        return
    if re.search(
        r"\b(?:следующ|очередн)\w+ (?:\w+ ){0,2}(?:заседани|саммит|сесси|встреч)",
        context.plain[sentence.start : deed.end],
    ):
        return
    yield Promise(
        context.organisation or "participants", _what(context, sentence, deed), "planned", "will be done", deed.start
    )


def _ordered(context: Context, sentence: Sentence, words: list[Token], number: int) -> Iterator[Promise]:
    """`Комиссии поручено урегулировать`; `главы поручили министрам подготовить`."""
    word = words[number]
    if not is_verb(word, _ORDERS, "VERB", "PRTS"):
        return
    start, end = clause_at(sentence, word.start)
    deed = next((w for w in words[number + 1 :] if w.forms[0].part == "INFN"), None)
    whom = _whom(context, start, end, word)
    what = context.plain[deed.start : sentence.end] if deed else context.plain[word.end : sentence.end]
    if whom and (deed or "подготов" in what or "разработ" in what):
        yield Promise(whom, spaced(what).rstrip("."), "decided", "was instructed to", word.start)


def _whom(context: Context, start: int, end: int, verb: Token) -> str | None:
    """Who is told: the dative of the clause."""
    named = [m for m in context.mentioned(start, end, ("state", "organ", "organisation")) if "datv" in m.cases]
    near = [m for m in named if m.end < verb.start or m.start - verb.end < 60]
    if near:
        return near[0].party
    words = [word for word in context.words(start, end) if word.can_be("NOUN", "datv")]
    chosen = next((word for word in words if word.start > verb.end), words[-1] if words else None)
    if chosen is None:
        return None
    return nominative(context.plain, [chosen], ("datv",))


def _actor(context: Context, sentence: Sentence, verb: Token, *, first_person: bool) -> Actor | None:
    if first_person and context.speech_at(verb.start):
        spoken = speaker_at(context, verb.start)
        return Actor((spoken[1] or spoken[0],), "we", verb.start, verb.end) if spoken else None
    return actor_of(context, sentence, verb)


def _what(context: Context, sentence: Sentence, deed: Token) -> str:
    stop = re.compile(r"[;»“”\"]|\.\s|\.$|, (?:а|но|что|сообщ\w+|отметил\w*|заявил\w*)\b").search(
        context.plain, deed.end, sentence.end
    )
    return spaced(context.text[deed.start : stop.start() if stop else sentence.end])


def _doubtful(context: Context, sentence: Sentence, word: Token) -> bool:
    """Hopes, conditions and possibilities are no promises."""
    start, _ = clause_at(sentence, word.start)
    before = context.plain[max(sentence.start, start - 60) : word.start]
    return _NOT_A_PROMISE.search(before) is not None


def _checkable(context: Context, sentence: Sentence, deed: Token, key: str) -> bool:
    """Tell whether somebody could later say that it was done."""
    start, end = clause_at(sentence, deed.start)
    stretch = context.plain[deed.start : end]
    points = bool(_SUM.search(stretch) or _NUMBER.search(stretch)) + bool(context.dated(start, end)) + ("«" in stretch)
    if key in listed("commitments.vague"):
        return points >= 1 and bool(_SUM.search(stretch) or _NUMBER.search(stretch))
    return key in listed("commitments.concrete") or points >= 1
