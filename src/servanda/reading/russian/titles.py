"""Cuts the names of documents out of a Russian sentence, and puts them into the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import by_word
from servanda.reading.russian.context import Context
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import like, nominative, spaced
from servanda.reading.russian.tokens import Token
from servanda.reading.sentences import Sentence
from servanda.words.morphology import bare
from servanda.words.vocabulary import DocumentKind

_GENERIC = listed("titles.generic")
_EMPTY = listed("titles.empty")
_STOP = re.compile(
    r"\s*(?:[;:.]|\(|\s-\s|, (?:однако|хотя|зато|котор\w+|где|что|чтобы|а |но |после|разработанн\w+|подготовленн\w+|"
    r"подписанн\w+|принят\w+|"
    r"утвержд\w+|предусматрива\w+|рассчитанн\w+|направленн\w+|призванн\w+|в том числе|включая|сообщ\w+|"
    r"передаёт|передает|"
    r"говорится|отметил\w*|пояснил\w*)|, (?:и|а также) (?=(?:он|она|они)\b))"
)
_TAIL = re.compile(
    r"\s(?:(?:на|в ходе|по итогам|во время|в рамках|на полях) (?:\w+ ){0,2}(?:саммит\w*|заседани\w*|"
    r"сесси\w*|встреч\w*|переговор\w*)|"
    r"в присутствии|в (?:Москве|Минске|Астане|Бишкеке|Ереване|Душанбе|Ташкенте|Баку|Ашхабаде|Кишинёве)|"
    r"сегодня|вчера|накануне|"
    r"единогласно|также|были|было|был|была|будет|будут|на подпись|для подписания)\b.*$"
)
_NUMBER = re.compile(r"(?:\d+|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|"
                     r"четырнадцать|пятнадцать|шестнадцать|двадцать|тридцать)", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a document in the nominative, its kind, and its place in the text."""

    text: str
    kind: DocumentKind
    start: int
    end: int


def title_about(context: Context, heading: Sentence) -> Title | None:
    """The document that a heading is about: `3. О проекте соглашения об обращении изделий`."""
    words = context.words(heading.start, heading.end)
    if len(words) < 2 or words[0].bare not in {"о", "об"}:
        return None
    stop = _HEADING_END.search(context.plain, words[0].end, heading.end)
    words = [word for word in words[1:] if word.end <= (stop.start() if stop else heading.end)]
    head = next((word for word in words[:4] if names_documents(word)), None)
    if head is None or (head.bare.startswith("проект") and not _drafts(words, words.index(head))):
        return None
    end = stop.start() if stop else heading.end
    text = nominative(context.text, words, ("loct",)) + context.text[words[-1].end : end].rstrip(" .")
    return Title(text, kind_of(head) or "other", words[0].start, end)


_HEADING_END = re.compile(r"\.(?:\s|$)|\s*\([^()]*\)\s*\.?$")


def _drafts(words: list[Token], number: int) -> bool:
    """A draft is of something; any other project is no document: `пилотный проект по пломбам`."""
    following = words[number + 1 : number + 2]
    if not following or following[0].forms[0].part == "PREP":
        return False
    return bool(following) and (following[0].can_be("NOUN", "gent") or following[0].can_be("ADJF", "gent"))


@cache
def _kinds() -> dict[str, DocumentKind]:
    return {bare(noun): kind for noun, kind in by_word("document_kinds", "ru").items()}  # type: ignore[misc]


def kind_of(word: Token) -> DocumentKind | None:
    """The kind of document that a noun names."""
    return next((_kinds()[key] for key in word.lemmas if key in _kinds()), None)


def names_documents(word: Token) -> bool:
    """Tell whether a word is a noun of a document."""
    return kind_of(word) is not None and word.can_be("NOUN")


def titles_in(
    context: Context, start: int, end: int, cases: tuple[str, ...], verbs: list[tuple[int, int]] | None = None
) -> list[Title]:
    """The names of documents that stand in some cases between two places."""
    words = context.words(start, end)
    heads = [n for n, word in enumerate(words) if _is_head(context, words, n, cases)]
    found: list[Title] = []
    for position, number in enumerate(heads):
        if found and words[number].start < found[-1].end:
            continue
        first = _first(context, words, number)
        limit = min([end, *(verb[0] for verb in verbs or [] if verb[0] >= words[number].end)])
        following = heads[position + 1] if position + 1 < len(heads) else None
        stop = words[_first(context, words, following)].start if following is not None else limit
        title = _title(context, words, first, number, min(limit, stop), cases)
        if title:
            found += _apart(context, words[number], title)
    return found


def _apart(context: Context, head: Token, title: Title) -> list[Title]:
    """`Соглашения о времени, о поездах и о страховании`: as many documents as there are matters."""
    topics = list(_TOPIC.finditer(context.plain, head.end, title.end))
    form = next((f for f in head.forms if f.part == "NOUN" and f.number == "plur"), None)
    if len(topics) < 2 or form is None or head.start != title.start or topics[0].start() != head.end:
        return [title]
    noun = like(head.text, form.inflected("nomn", "sing"))
    ends = [*(topic.start() for topic in topics[1:]), title.end]
    return [
        Title(spaced(f"{noun} {context.text[topic.start(1) : end]}"), title.kind,
              title.start if topic is topics[0] else topic.start(1), end)
        for topic, end in zip(topics, ends, strict=True)
    ]  # fmt: skip


_TOPIC = re.compile(r"(?:,? и|, а также|,)? (об?) (?=[а-яё])")


def _is_head(context: Context, words: list[Token], number: int, cases: tuple[str, ...]) -> bool:
    """A document's noun that is an object or a subject, and neither another noun's genitive nor after a preposition."""
    word = words[number]
    if not names_documents(word) or context.speech_at(word.start) or word.start in context.look.inside:
        return False
    counted = _counted(words, number)
    if "проект" in word.lemmas and not counted and not _drafts(words, number):
        return False
    if not counted and not word.can_be("NOUN", *cases):
        return False
    first = _first(context, words, number)
    before = words[first - 1] if first else None
    if before is None or counted:
        return True
    if " - " in context.plain[before.end : words[first].start]:
        return True
    if context.plain[before.end : words[first].start].strip(" \n") not in {"", "«", "-"}:
        return True
    if (before.forms[0].part == "PREP" and before.bare != "включая") or (
        "«" in context.plain[before.end : words[first].start] and before.can_be("NOUN")
    ):
        return False
    both = word.can_be("NOUN", "gent") and "gent" not in cases
    governed = first > 1 and words[first - 2].forms[0].part == "PREP"
    noun = before.forms[0].part == "NOUN" and (governed or not before.can_be("NOUN", "datv"))
    return not (both and noun) and not (noun and names_documents(before))


def _counted(words: list[Token], number: int) -> bool:
    """`15 документов`, `пакет документов`, `три важных соглашения`."""
    for back in (1, 2, 3):
        if number >= back and _NUMBER.fullmatch(words[number - back].text):
            return words[number].can_be("NOUN", "gent") and all(
                w.can_be("ADJF") for w in words[number - back + 1 : number]
            )
    return False


def _first(context: Context, words: list[Token], number: int) -> int:
    """The first of the words that agree with a document's noun, its number among them."""
    first = number
    while (
        first
        and _goes_with(words[first - 1])
        and context.plain[words[first - 1].end : words[first].start] in {" ", "\n", ", "}
    ):
        joined = context.plain[words[first - 1].end : words[first].start]
        if joined == ", " and not words[first].can_be("ADJF"):
            break
        first -= 1
    while first < number and words[first].lemmas & _LEFT_OUT:
        first += 1
    return first


_LEFT_OUT = listed("titles.left_out")


def _goes_with(word: Token) -> bool:
    if _NUMBER.fullmatch(word.text):
        return True
    return word.forms[0].part in {"ADJF", "PRTF"}


def _title(
    context: Context, words: list[Token], first: int, head: int, stop: int, cases: tuple[str, ...]
) -> Title | None:
    start = words[first].start
    cut = _STOP.search(context.plain, words[head].end, stop)
    stop = cut.start() if cut else stop
    last = _last(context, words, head, stop)
    tail = _TAIL.search(context.plain, words[head].end, last)
    end = tail.start() if tail else last
    end = start + len(context.plain[start:end].rstrip(" ,\n"))
    end -= len(_CONJUNCTION.search(context.plain[start:end])[0]) if _CONJUNCTION.search(context.plain[start:end]) else 0  # type: ignore[index]
    stretch = [word for word in words[first:] if word.end <= end]
    if not stretch or _is_generic(words, head, stretch):
        return None
    counted = _counted(words, head)
    text = spaced(context.text[start:end]) if counted else _restored(context, end, stretch, cases)
    return Title(text, kind_of(words[head]) or "other", start, end)


_CONJUNCTION = re.compile(r",?\s(?:и|а также|также)$")


def _restored(context: Context, end: int, stretch: list[Token], cases: tuple[str, ...]) -> str:
    """The title with its head in the nominative, and its own dashes and marks."""
    prefer = cases if cases == ("gent",) else ("accs", "nomn")
    text = nominative(context.text, stretch, prefer)
    return spaced(text + context.text[stretch[-1].end : end])


def _last(context: Context, words: list[Token], head: int, stop: int) -> int:
    """Where the name ends: before a verb, or before a subject that stands between it and its verb."""
    last = words[head].end
    quoted = False
    for number in range(head + 1, len(words)):
        word = words[number]
        if word.end > stop:
            break
        gap = context.plain[words[number - 1].end : word.start]
        quoted = (quoted or "«" in gap) and "»" not in gap
        if not quoted and _ends_before(words, number, gap):
            break
        last = word.end + (1 if context.plain[word.end : word.end + 1] == "»" else 0)
    return last


def _ends_before(words: list[Token], number: int, gap: str) -> bool:
    word = words[number]
    first = word.forms[0]
    if first.part in {"VERB", "PRTS", "GRND", "PRED"} or (first.part == "INFN"):
        return True
    if word.bare in {
        "не",
        "лидеры",
        "участники",
        "президенты",
        "стороны",
        "главы",
        "премьеры",
        "министры",
        "они",
        "он",
        "которые",
    }:
        return True
    subject = any(f.part == "NOUN" for f in word.forms) and word.cases("NOUN") <= {"nomn"} and "," not in gap
    return subject and words[number - 1].forms[0].part != "PREP" and not word.capital


def _is_generic(words: list[Token], head: int, stretch: list[Token]) -> bool:
    """Documents, decisions and plans that nothing further names."""
    if _counted(words, head):
        return False
    noun = words[head]
    others = [word for word in stretch if word.start != noun.start and not word.lemmas & _EMPTY]
    return bool(noun.lemmas & _GENERIC) and not others
