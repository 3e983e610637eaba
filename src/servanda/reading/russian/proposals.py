"""Proposals in Russian: what somebody suggested that others do or agree to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Suggestion
from servanda.reading.russian.clauses import actor_of, candidates, is_verb, speaker_at
from servanda.reading.russian.context import Context
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import spaced
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence

_SUGGESTS = listed("proposals.suggests")
_SPOKE_FOR = re.compile(
    r"\b(?:выступил\w*|высказал\w+|выступает|ратует) (?:\w+ ){0,2}?за\b|\bвыступил\w* с (?:\w+ "
    r")?(?:инициатив\w+|предложени\w+)|"
    r"\b(?:вн[её]с\w*|высказал\w*|озвучил\w*) (?:\w+ )?(?:предложени\w+|иде\w+|инициатив\w+)|"
    r"\b[Сс] (?:инициативой|предложением)\b[^.;]{0,80}?\bвыступил\w*|"
    r"\bвыдвинул\w* (?:\w+ )?(?:инициатив\w+|предложени\w+|иде\w+)"
)
_OUGHT = re.compile(
    r"\b(?:следует|необходимо|нужно|надо|должн[аоы]?|целесообразно|важно|пора|требуется) (?:\w+ "
    r"){0,4}?\w+(?:ть|ться|чь|ти|тись)\b|"
    r"\bсчита\w+ (?:необходим|целесообразн|важн)\w+|\bнеобходимост[ьи] \w+"
)
_SPOKEN = re.compile(
    r"\b(?:отметил\w*|заявил\w*|сказал\w*|подчеркнул\w*|считает|полагает|убежд[её]н\w*|уверен\w*|"
    r"добавил\w*|указал\w*|по (?:\w+ )?словам|по (?:\w+ )?мнению|напомнил\w*|сообщил\w*|пояснил\w*|"
    r"обратил\w*)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:[Вв]се|[Сс]тороны|[Сс]траны|[Гг]осударства|[Пп]артн[её]ры|[Уу]частники|[Лл]идеры) (?:\w+ )?$"
)
_NEAR = 20
_NOT = re.compile(r"\b(?:не|нельзя) (?:следует|нужно|должн\w+|надо|допустить)|\b(?:было|были) предложено\b")
_END = re.compile(
    r"[.;]\s*$|, (?:а|но|при этом|сообщ\w+|передаёт|отметил\w*|заявил\w*|пояснил\w*|подчеркнул\w*|"
    r"сказал\w*|добавил\w*|напомнил\w*)\b|; | - (?=сообщ|отмет|заяв|сказ)"
)


def find_proposals(context: Context) -> tuple[Suggestion, ...]:
    """Every proposal with its actor; without one it is nobody's and is left out."""
    found: list[Suggestion] = []
    for sentence in context.body():
        last: tuple[int, int] | None = None
        for actor, start, end, rule in [*_suggested(context, sentence), *_due(context, sentence)]:
            if last and start < last[1] and last[0] < end:
                continue
            last = (start, end)
            what = spaced(context.text[start:end]).rstrip(".")
            found.append(Suggestion(actor=actor, what=what, **context.passage(start, end, rule)))
    return tuple(found)


def _suggested(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """X предложил, призвал, пригласил; X выступил за."""
    words = context.words(sentence.start, sentence.end)
    verbs = [(word.start, word.end, word) for word in words if is_verb(word, _SUGGESTS, "VERB")]
    for match in _SPOKE_FOR.finditer(sentence.plain):
        word = context.words(sentence.start + match.start(), sentence.end)[0]
        verbs.append((word.start, sentence.start + match.end(), word))
    yield from _in_a_noun(context, sentence)
    for start, end, word in sorted(verbs, key=lambda verb: verb[0]):
        actor = _actor(context, sentence, word)
        if actor and not _only_thanks(context, end):
            begin = max(sentence.start, actor[1]) if actor[1] < start else start
            yield actor[0], min(begin, start), _end(sentence, end), "suggested"


def _in_a_noun(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """`Предложение казахстанской стороны о создании единого оператора`, `о предложении Китая учредить центр`."""
    for match in _NOUN.finditer(sentence.plain):
        begin = sentence.start + match.end()
        named = [m for m in context.mentioned(begin, sentence.end, ("state", "adjective")) if m.start == begin]
        after = _OF_WHAT.match(context.plain, named[0].end, sentence.end) if named else None
        words = context.words(after.end(), sentence.end)[:1] if after else []
        about = after and (after["about"] or (words and words[0].forms[0].part == "INFN"))
        if after and about and (named[0].kind == "state" or after["side"]):
            end = _end(sentence, sentence.start + match.end())
            yield named[0].party, sentence.start + match.start(), end, "proposal in a noun"


_NOUN = re.compile(r"\b(?:[Пп]редложени(?:е|и|ю|я|ем)|[Ии]нициатив(?:а|у|е|ы|ой)) (?=[А-ЯЁа-яё])")
_OF_WHAT = re.compile(r"(?P<side> (?:сторон|Сторон|делегаци)\w+)? (?P<about>об? |по )?")


def _only_thanks(context: Context, end: int) -> bool:
    following = context.words(end, end + 30)[:1]
    return bool(following) and following[0].bare in {"сам", "себя"}


def _actor(context: Context, sentence: Sentence, verb: Token) -> tuple[str, int] | None:
    """Who suggests, and where the words for it begin."""
    if context.speech_at(verb.start):
        spoken = speaker_at(context, verb.start)
        first_person = verb.bare in {
            "предлагаю",
            "предлагаем",
            "призываю",
            "призываем",
            "приглашаю",
            "приглашаем",
            "прошу",
            "рекомендую",
            "просим",
        }
        return ((spoken[1] or spoken[0]), verb.start) if spoken and first_person else None
    actor = actor_of(context, sentence, verb)
    return (actor.name, actor.start if actor.start >= sentence.start else verb.start) if actor else None


def _end(sentence: Sentence, place: int) -> int:
    stop = _END.search(sentence.plain, place - sentence.start)
    return sentence.start + (stop.start() if stop else len(sentence.plain))


def _due(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    """`Следует`, `необходимо`, `должны`: a proposal of whoever says so."""
    for match in _OUGHT.finditer(sentence.plain):
        place = sentence.start + match.start()
        if _NOT.search(sentence.plain[max(0, match.start() - 12) : match.end()]):
            continue
        actor = _sayer(context, sentence, place)
        if actor:
            yield actor, place, _end(sentence, sentence.start + match.end()), "ought"
            return


def _sayer(context: Context, sentence: Sentence, place: int) -> str | None:
    spoken = speaker_at(context, place)
    if (
        spoken
        and sentence.plain.startswith("должн", place - sentence.start)
        and not _ADDRESSED.search(sentence.plain, 0, place - sentence.start)
    ):
        return None
    if spoken:
        return spoken[1] or spoken[0]
    if not _SPOKEN.search(sentence.plain):
        return None
    opinion = re.search(r"\b[Пп]о (?:мнению|словам|убеждению) (?!его|её|ее)", sentence.plain)
    holders = context.offices(sentence.start + opinion.end(), sentence.end) if opinion else []
    if opinion and holders and holders[0].party and holders[0].start - sentence.start - opinion.end() < _NEAR:
        return holders[0].party
    if re.search(r"\b[Пп]о (?:его|её|ее) (?:мнению|словам)\b", sentence.plain):
        before = context.people.before(sentence.start)
        return (before.party or before.name) if before else None
    found = [actor for actor in candidates(context, sentence.start, sentence.end) if actor.kind == "person"]
    reported = [r.who for r in context.people.within(sentence.start, sentence.end)]
    if found:
        return found[0].name
    return (reported[0].party or reported[0].name) if reported else None
