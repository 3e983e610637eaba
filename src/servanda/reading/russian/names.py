"""Names of persons in Russian: where they stand, and their nominative from any case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import words as cue
from servanda.reading.russian.lists import listed
from servanda.reading.russian.phrases import like
from servanda.reading.russian.tokens import Token
from servanda.words.morphology import Form, bare

_PARTICLES = listed("names.particles")
_GAP = re.compile(r"\.? ?-? ?")
_INITIALS = re.compile(r"(?:(?:[А-ЯЁA-Z]|Дж|Дз)\.-?)+")
_LONGEST = 5
_SAME_IN_ALL = ("о", "е", "и", "у", "ю", "э", "ых", "их")
_CONSONANT = "бвгджзйклмнпрстфхцчшщ"

# What each ending of a man's surname or unknown name becomes, by case; the first that fits is taken.
_MEN: dict[str, tuple[tuple[str, str], ...]] = {
    "gent": (("ого", "ий"), ("его", "ий"), ("ия", "ий"), ("ая", "ай"), ("ея", "ей"), ("оя", "ой"), ("уя", "уй"),
             ("ьи", "ья"), ("ья", "ья"), ("ля", "ль"), ("ря", "рь"), ("ня", "нь"), ("я", "я"), ("а", ""), ("ы", "а")),
    "datv": (("скому", "ский"), ("цкому", "цкий"), ("ому", "ый"), ("ему", "ий"), ("ию", "ий"), ("аю", "ай"),
             ("ею", "ей"), ("ою", "ой"), ("лю", "ль"), ("рю", "рь"), ("ню", "нь"), ("у", ""), ("е", "а")),
    "ablt": (("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"),
             ("ыным", "ын"), ("ым", "ый"), ("им", "ий"), ("ием", "ий"), ("аем", "ай"), ("еем", "ей"), ("лем", "ль"),
             ("рем", "рь"), ("ем", ""), ("ом", ""), ("ой", "а"), ("ей", "я")),
    "loct": (("ском", "ский"), ("цком", "цкий"), ("ом", "ый"), ("ии", "ий"), ("ае", "ай"), ("ее", "ей"), ("е", "")),
}  # fmt: skip
_WOMEN: dict[str, tuple[tuple[str, str], ...]] = {
    "gent": (("вой", "ва"), ("ной", "на"), ("ской", "ская"), ("цкой", "цкая"), ("ы", "а"), ("ии", "ия"), ("и", "я")),
    "datv": (("вой", "ва"), ("ной", "на"), ("ской", "ская"), ("цкой", "цкая"), ("ии", "ия"), ("е", "а")),
    "accs": (("ву", "ва"), ("ну", "на"), ("скую", "ская"), ("цкую", "цкая"), ("ию", "ия"), ("ю", "я")),
    "ablt": (("вой", "ва"), ("ной", "на"), ("ской", "ская"), ("цкой", "цкая"), ("ией", "ия"), ("ей", "я"), ("ой", "а")),
    "loct": (("вой", "ва"), ("ной", "на"), ("ской", "ская"), ("цкой", "цкая"), ("ии", "ия"), ("е", "а")),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place; `text` is its nominative, `count` the number of its words."""

    start: int
    end: int
    text: str
    count: int


def name_at(plain: str, words: list[Token], number: int, taken: set[int], case: str = "nomn") -> Name | None:
    """The name whose first word has this number, put into the nominative from the case it stands in."""
    parts = name_words(plain, words, number, taken)
    if not parts:
        return None
    woman = _is_woman(parts, case)
    text = plain[parts[0].start : parts[0].start]
    for position, part in enumerate(parts):
        gap = plain[parts[position - 1].end : part.start] if position else ""
        text += gap + _nominative(part, case, woman=woman, last=position == len(parts) - 1)
    return Name(parts[0].start, parts[-1].end, re.sub(r"\s+", " ", text), len(parts))


def name_words(plain: str, words: list[Token], number: int, taken: set[int]) -> list[Token]:
    """The words of the name that begins with this word: capitalised, joined by spaces, naming nothing else."""
    parts: list[Token] = []
    for word in words[number : number + _LONGEST]:
        if parts and not _joined(plain, parts[-1], word):
            break
        if word.start in taken or not (word.capital or (parts and word.bare in _PARTICLES)):
            break
        if len(parts) > 1 and _common_adjective(word) and not _INITIALS.fullmatch(parts[-1].text + "."):
            break
        if is_office_word(word) or (len(word.text) == 1 and not plain.startswith(".", word.end)):
            break
        parts.append(word)
    while parts and not parts[-1].capital:
        parts.pop()
    return [] if len(parts) == 1 and len(parts[0].text) < 3 else parts


def _common_adjective(word: Token) -> bool:
    """A capitalised adjective after a name begins something else: `Почётным знаком`."""
    first = word.forms[0]
    return first.known and first.part in {"ADJF", "PRTF"} and not first.marks & {"Surn", "Name"}


def _joined(plain: str, before: Token, word: Token) -> bool:
    gap = plain[before.end : word.start]
    if "." in gap:
        return len(before.text) == 1 or _INITIALS.fullmatch(before.text + ".") is not None
    return gap in {" ", "\n"} or (gap == "-" and word.capital)


def is_office_word(word: Token) -> bool:
    """Tell whether the word is one of an office, a body or a document, and so not of a name."""
    if len(word.text) == 1 and word.capital:
        return False  # an initial: `А. Г. Лукашенко` begins with no conjunction
    return bool(word.lemmas & _not_names())


@cache
def _not_names() -> frozenset[str]:
    lists = ("offices", "plural_offices", "body_nouns", "session_nouns", "not_in_names")
    return frozenset(bare(entry) for name in lists for entry in cue(name, "ru"))


def _is_woman(parts: list[Token], case: str) -> bool:
    """Tell whether the name is a woman's: by a known first name, or by the patronymic."""
    if any(re.search(r"(?:вн|ичн)(?:а|ы|е|у|ой)$", part.bare) and len(part.text) > 5 for part in parts[1:2]):
        return True
    genders = [form.gender for form in _known_names(parts[0]) if form.case == case]
    return bool(genders) and "femn" in genders and "masc" not in genders


def _known_names(word: Token) -> list[Form]:
    return [form for form in word.forms if form.known and form.marks & {"Name", "Surn", "Patr"}]


def _nominative(word: Token, case: str, *, woman: bool, last: bool) -> str:
    if case == "nomn" or len(word.text) == 1:
        return word.text
    initials = _INITIALS.match(word.text)
    if initials:
        surname = word.text[initials.end() :]
        return initials[0] + _by_ending(surname, case, woman=woman)
    gender = "femn" if woman else "masc"
    for form in _known_names(word):
        if form.case == case and form.number != "plur" and form.gender in {gender, "ms-f", ""} and not (last and woman):
            return like(word.text, form.inflected("nomn", "sing") or form.lemma)
    return _by_ending(word.text, case, woman=woman)


def _by_ending(word: str, case: str, *, woman: bool) -> str:
    """The nominative by the ending alone, for names that no dictionary knows."""
    if "-" in word:
        stem, _, last = word.rpartition("-")
        return f"{stem}-{_by_ending(last, case, woman=woman)}"
    if woman:
        return next((word.removesuffix(old) + new for old, new in _WOMEN.get(case, ()) if word.endswith(old)), word)
    table = _MEN["gent" if case == "accs" else case] if case in {*_MEN, "accs"} else ()
    if word.endswith(_SAME_IN_ALL) and not _declined(word, case):
        return word
    for old, new in table:
        if word.endswith(old) and len(word) > len(old) + 1:
            return _adjectival(word, old) or word.removesuffix(old) + new
    return word


def _declined(word: str, case: str) -> bool:
    """Names that end in a vowel stay as they are, save where the vowel is the ending of the case."""
    if case == "datv":
        return word.endswith(("у", "ю")) and word[-2] in _CONSONANT + "аеоиья"
    return (word.endswith("е") and case == "loct") or (word.endswith(("ого", "его")) and case in {"gent", "accs"})


def _adjectival(word: str, old: str) -> str | None:
    """Surnames that are adjectives: Сийярто stays, Крутого is Крутой, Горького is Горький."""
    if old not in {"ого", "его"}:
        return None
    stem = word.removesuffix(old)
    return stem + ("ий" if stem.endswith(("г", "к", "х", "ж", "ш", "ч", "щ")) or old == "его" else "ый")
