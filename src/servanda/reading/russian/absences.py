"""Who was absent, in Russian, only where the text says so, and the reason it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.records import Absent
from servanda.reading.rolls import absent_on
from servanda.reading.russian.clauses import clauses
from servanda.reading.russian.context import STATE_WORDS, Context
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence

_SESSION = r"(?:саммит\w*|заседани\w*|сесси\w*|встреч\w*|форум\w*|мероприяти\w*|переговор\w*|конференц\w*|церемони\w*)"

# Each with the cases in which the absent stand.
_WAYS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("nobody spoke for", r"\bникто (?:[а-яё]+ )?не (?:представл|представи|направи|присла)\w+", frozenset(["accs"])),
    ("nobody from", r"\bникто от\b|\bот [А-ЯЁ]\w+ никто не\b", frozenset(["gent"])),
    ("was absent", (

        r"\bне (?:присутств\w+|участв\w+|прин(?:ял|яла|яли|имал\w*|имает|имают) участи\w+|приехал\w*|"
        r"долетел\w*|доехал\w*|явил\w+|прибыл\w*|прилетел\w*|явил\w*|"

        r"смог\w* (?:приехать|прибыть|принять участие|участвовать|присутствовать|прилететь)|был\w* "
        r"представлен\w*|представлен\w*|"
        r"выш(?:ел|ла|ло|ли) на связь|подключил\w+|посетил\w*|подключал\w+|"
        r"приедет|прибудет|направил\w* (?:\w+ )?(?:делегаци\w+|представител\w+)|прислал\w*)|"
        r"\bучасти[ея](?: \w+){0,4} не прин(?:ял|има)\w*|\bпредставлен\w* не (?:был|будет)\w*|"
        r"\bна связь не выш(?:ел|ла|ло|ли)|"
        r"\b(?:представител\w+|делегаци\w+) (?:\w+ ){0,4}не (?:направ|присла|присыла)\w+|"
        r"\bне будет (?:участвовать|присутствовать|представлен\w*)|"
        r"\b(?:в|на) (?:[\w-]+ ){1,4}не (?:участв|присутств|прибыл|приехал|прилетел|явил)\w*"
    ), frozenset(["nomn"])),
    ("absent", r"\b(?:отсутствовал\w*|отсутствует|отсутствуют|отсутствуя)\b", frozenset(["nomn"])),
    ("missed", (

        rf"\b(?:пропустил\w*|проигнорировал\w*|бойкотировал\w*) (?:\w+ ){{0,2}}{_SESSION}|\bотказал\w+ от "
        r"(?:участия|поездки)|\bот (?:участия|поездки)(?: [\w-]+){0,4} (?:отказал|воздержал|уклонил)\w*|"
        r"\bрешил\w* (?:\w+ ){0,3}не (?:участвовать|отправлять)|\b(?:приостановил|заморозил)\w* (?:сво[её] )?участие|"

        r"\bвоздержал\w+ от участия|\bуклонил\w+ от участия|\bрешил\w* не (?:ехать|приезжать|участвовать|"
        r"принимать участи\w)|"
        r"\bприн[её]с\w* извинени\w+ за|\bприслал\w* (?:свои )?извинения|\bограничил\w+ (?:\w+ )?(?:письм|"
        r"телеграмм|посланием)\w*|"
        r"\bизвинил\w+ за (?:сво[её] )?отсутствие|\bостал(?:ся|ась|ись) дома"
    ), frozenset(["nomn"])),
    ("empty seat", r"\b(?:кресло|место) (?=[А-ЯЁ][^.;]{2,60}\b(?:пуст|незанят|не занят)\w*)", frozenset(["gent"])),
    ("there was none of", (
        r"\b(?:не было|не оказалось)\b(?! (?:речи|возражений|кворума))"
    ), frozenset(["gent"])),
    ("without", (
        r"\b(?:без участия|в отсутствие|за исключением|кроме(?! того\b)|без представител\w+|без делегаци\w+)\b"
    ), frozenset(["gent"])),
    ("absence of", r"\bотсутстви[еяию]\b(?! кворума)", frozenset(["gent"])),
)  # fmt: skip
_OTHER_TIME = re.compile(
    r"\b(?:в прошлом году|ранее (?:он|она|Ереван|страна)|в октябре он|прошл\w+ (?:раз|саммит\w*|сесси\w*)|"
    r"следующ\w+ саммит)"
)
_LEVEL = re.compile(r"\bпредставлен\w*\b.*\bна (?:\w+ ){1,2}уровне\b")
_CAUSE = re.compile(
    r"\b(?:из-за|в связи с|по причине|вследствие|ввиду|в силу|по состоянию|объясн\w+(?: \w+){0,2}?|"
    r"вызван\w*|сославшись на|ссылаясь на)\s+",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:отсутстви\w+|нот[аоуы]й?|неявк\w+|не (?:смог|приехал|прибыл|присутствовал)\w*|приехать|участи\w+)\b"
)
_HABIT = re.compile(r"\b(?:обычно|традиционно|как правило|который год|фактически)\b")


_COMPILED = tuple((rule, re.compile(pattern, re.IGNORECASE), cases) for rule, pattern, cases in _WAYS)
# No sentence without one of these tells of an absence: most need not be looked at more closely.
_HINT = re.compile(r"\bне |отсутств|пуст|занят|отказал|пропустил|игнорировал|бойкот|воздержал|уклонил|извинил|"
    r"остал|извинени|ограничил|никто|без |"
                   r"исключени|\bкроме|приостановил|заморозил", re.IGNORECASE)  # fmt: skip


def find_absent(context: Context) -> tuple[Absent, ...]:
    """Every absent party once, with the passage that says so and the reason it gives."""
    found = absent_on(context)
    for sentence in (one for one in context.body() if _HINT.search(one.plain)):
        for party, start, end, rule in _in_sentence(context, sentence):
            if not _represented(context, sentence, party):
                passage = context.passage(start, end, rule)
                found.setdefault(party, Absent(party=party, reason=_reason(context, sentence, party), **passage))
    return tuple(found.values())


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[tuple[str, int, int, str]]:
    for start, end in clauses(sentence):
        clause = context.plain[start:end]
        if context.speech_at(start + 1) or _OTHER_TIME.search(clause) or _LEVEL.search(clause):
            continue
        for rule, pattern, cases in _COMPILED:
            match = pattern.search(clause)
            if match:
                for party in _absentees(context, start, start + match.start(), start + match.end(), end, cases, rule):
                    yield party, start, end, rule
                break


def _absentees(
    context: Context, start: int, verb: int, after: int, end: int, cases: frozenset[str], rule: str
) -> list[str]:
    """The parties that the words deny: in the case the verb asks for, on the side where they stand."""
    begin, stop = (after, _list_end(context, after, end)) if rule in {"without", "absence of"} else (start, end)
    officers = [o for o in context.offices(begin, stop) if o.cases & cases and o.party]
    headers = [h for h in context.lists(begin, stop) if h.cases & cases]
    named = [r for r in context.people.within(begin, stop) if r.cases & cases and r.who.party]
    spans = [(o.start, o.end) for o in officers] + [(h.start, h.end) for h in headers]
    states = [m for m in context.mentioned(begin, stop, STATE_WORDS) if m.cases & cases or m.kind == "adjective"]
    states = [m for m in states if not any(s <= m.start < e for s, e in spans) and _stands_for_itself(context, m)]
    parties = [(o.start, o.party) for o in officers] + [(s.start, s.party) for h in headers for s in h.states]
    parties += [(m.start, m.party) for m in states] + [(r.start, r.who.party) for r in named]
    if not parties:
        capitals = context.mentioned(begin, stop, ("capital",))
        parties = [(m.start, m.party) for m in capitals if m.cases & cases and "loct" not in m.cases]
    before = [pair for pair in parties if pair[0] < verb]
    chosen = before if before and rule not in {"without", "absence of"} else parties
    return list(dict.fromkeys(str(party) for _, party in sorted(chosen) if party))


def _list_end(context: Context, after: int, end: int) -> int:
    """How far `без участия Армении и Молдавии` goes: to the next verb or preposition."""
    for word in context.words(after, end):
        if word.forms[0].part in {"VERB", "PRTS", "INFN"} or word.bare in {
            "на",
            "в",
            "во",
            "при",
            "все",
            "из-за",
            "по",
        }:
            return word.start
    return end


def _stands_for_itself(context: Context, mention: Mention) -> bool:
    """Adjectives count only with a person, a side or a delegation: `армянская сторона`, `армянского премьера`."""
    if mention.kind != "adjective":
        return True
    following = context.words(mention.end, mention.end + 24)[:1]
    return bool(following) and bool(
        following[0].lemmas
        & {
            "сторона",
            "делегация",
            "премьер",
            "президент",
            "лидер",
            "представитель",
            "министр",
            "премьер-министр",
            "парламентарий",
            "депутат",
        }
    )


_FOR_HIM = re.compile(
    r"\b(?:его|её|ее|их|страну|республику|делегацию)(?: \w+){0,2} (?:представлял\w*|представил\w*|"
    r"представляет|возглавил\w*|заменил\w*)\b"
)


def _represented(context: Context, absent: Sentence, party: str) -> bool:
    """A state whose president stayed at home may have sent somebody else."""
    near = context.around(absent)
    if any(_FOR_HIM.search(sentence.plain) and party in _parties(context, sentence) for sentence in near):
        return True
    for mention in context.mentioned(near[0].start, near[-1].end):
        if mention.party != party or mention.kind != "state":
            continue
        before = context.plain[max(0, mention.start - 40) : mention.start]
        after = context.plain[mention.end : mention.end + 60]
        if re.match(
            r" (?:на \w+ )?(?:представлял\w*|представил\w*|представляет|был\w? представлен\w*|представлен\w*)\b(?! не)",
            after,
        ):
            return not re.search(r"\bне (?:был\w? )?представлен", after)
        if re.search(r"(?:представлял|представляет|представил|делегацию)\w* $", before) and "accs" in mention.cases:
            return True
    return False


def _reason(context: Context, sentence: Sentence, party: str) -> str | None:
    """The cause named in the sentence, or in one beside it that still speaks of the absence."""
    for near in context.around(sentence):
        if abs(near.paragraph - sentence.paragraph) <= 1 and near.start >= sentence.start - 200:
            about = near is sentence or (_NEAR.search(near.plain) and party in _parties(context, near))
            cause = _CAUSE.search(near.plain) if about else None
            if cause:
                return _cause(context, near, cause)
    return None


def _parties(context: Context, sentence: Sentence) -> set[str]:
    named = {m.party for m in context.mentioned(sentence.start, sentence.end, (*STATE_WORDS, "capital"))}
    return named | {str(r.who.party) for r in context.people.within(sentence.start, sentence.end)}


def _cause(context: Context, sentence: Sentence, cause: re.Match[str]) -> str | None:
    """The words of the cause in the nominative, up to the end of their phrase."""
    stop = re.compile(r"[.,;:()«»]| (?:и|а|но|не|он|она|который) ").search(sentence.plain, cause.end())
    words = context.words(
        sentence.start + cause.end(), sentence.start + (stop.start() if stop else len(sentence.plain))
    )
    phrase: list[Token] = []
    for word in words:
        if word.forms[0].part in {"VERB", "PRTS", "GRND"} or (
            phrase and word.start in context.look.starting and "nomn" in context.look.starting[word.start].cases
        ):
            break
        phrase.append(word)
    if not phrase:
        return None
    text = cause[0].strip().lower()
    if text == "по состоянию":
        return "состояние " + context.plain[phrase[0].start : phrase[-1].end]
    return nominative(context.plain, phrase, ("gent", "ablt", "datv", "accs"))
