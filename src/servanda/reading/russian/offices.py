"""Offices in a Russian text, with or without the name of who holds them: `глава белорусского МИД Сергей Алейник`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import words as cue
from servanda.reading.russian.lists import listed
from servanda.reading.russian.look import Look
from servanda.reading.russian.names import Name, is_office_word, name_at, name_words
from servanda.reading.russian.owners import party_of
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.tokens import Token
from servanda.words.morphology import bare

_SKIPPED = frozenset(["VERB", "INFN", "PRTS", "GRND", "PRED", "ADJS"])
_LONGEST = 16
_INITIALS = re.compile(r"[А-ЯЁ](?:\.-?[А-ЯЁ])*")
_JOINED = re.compile(r"(?:[ \n]|, | \(| - | — )")


@dataclass(frozen=True, slots=True)
class Officer:
    """An office named in a text: whose it is, who holds it where that is said, and in which cases it may stand."""

    start: int
    end: int
    office: str
    noun: str
    party: str | None
    name: str | None
    name_start: int
    cases: frozenset[str]
    rule: str


def find_offices(look: Look) -> list[Officer]:
    """Every office in the singular, by place."""
    found = []
    taken = -1
    for number, word in enumerate(look.tokens.words):
        if word.start > taken and bare(word.text) and word.lemmas & office_nouns() and _is_singular(word):
            officer = _officer(look, number)
            found.append(officer)
            taken = officer.end if officer.name else word.start
    return found


@cache
def office_nouns() -> frozenset[str]:
    """The nouns of offices."""
    return frozenset(bare(word) for word in cue("offices", "ru"))


def _is_singular(word: Token) -> bool:
    return any(form.part == "NOUN" and form.number != "plur" for form in word.forms)


def _officer(look: Look, number: int) -> Officer:
    words = look.tokens.words
    first, last = _first(look, number), _last(look, number)
    cases = frozenset(form.case for form in words[number].forms if form.part == "NOUN" and form.number == "sing")
    name = _name(look, last, cases)
    phrase = words[first : last + 1]
    phrase_end = phrase[-1].end
    before = None if name else _name_before(look, first)
    start = before.start if before else phrase[0].start
    person = name or before
    prefer = tuple(case for case in ("nomn", "gent", "datv", "ablt", "loct", "accs") if case in cases)
    return Officer(
        start=start,
        end=name.end if name else phrase_end,
        office=nominative(look.plain, phrase, prefer),
        noun=_noun(words[number]),
        party=party_of(look, phrase[0].start, phrase_end, words[number]),
        name=person.text if person else None,
        name_start=person.start if person else -1,
        cases=cases,
        rule="office before name" if name else "name before office" if before else "office alone",
    )


def _noun(word: Token) -> str:
    return next(iter(word.lemmas & office_nouns()), word.bare)


def _first(look: Look, number: int) -> int:
    """The first of the words that agree with the office: `генеральный секретарь`, `белорусский лидер`."""
    words = look.tokens.words
    cases = words[number].cases("NOUN")
    while number and look.plain[words[number - 1].end : words[number].start] in {" ", "\n"}:
        before = words[number - 1]
        agrees = any(f.part == "ADJF" and f.case in cases for f in before.forms) and before.forms[0].part == "ADJF"
        if not agrees or before.bare in {"его", "ее", "их", "этот", "наш", "весь", "каждый", "сам", "также"}:
            break
        number -= 1
    return number


def _last(look: Look, number: int) -> int:
    """The last word of the office, before the name or whatever else follows."""
    words = look.tokens.words
    last = number
    while last + 1 < len(words) and last - number < _LONGEST:
        before, word = words[last], words[last + 1]
        if not _goes_on(look, before, word) or (word.capital and _begins_a_name(look, last + 1)):
            break
        if word.bare in _CONJUNCTIONS and not _another_complement(look, last + 2):
            break
        mention = look.starting.get(word.start)
        last += len(look.tokens.between(mention.start, mention.end)) if mention else 1
    while last > number and (words[last].bare in _CONJUNCTIONS | _PREPOSITIONS or words[last].lemmas & ranks()):
        last -= 1
    return last


_CONJUNCTIONS = frozenset(["и"])
_PREPOSITIONS = listed("offices_rules.prepositions")
_OF_OFFICES = frozenset(["по", "при", "в", "для"])


def _goes_on(look: Look, before: Token, word: Token) -> bool:
    """Tell whether a word still belongs to the office: a genitive, or what follows `по`, `при`, `в`."""
    gap = look.plain[before.end : word.start]
    if gap not in {" ", "\n", " - ", "-"} and gap not in {" «", "» ", "»"}:
        return False
    if gap == " - ":
        return bool(word.lemmas & office_nouns()) or word.bare in {"исполнительный", "участников"}
    if word.start in look.starting:
        mention = look.starting[word.start]
        return bool(mention.cases & {"gent"}) or mention.kind == "adjective" or before.bare in _PREPOSITIONS
    if word.bare in _OF_OFFICES:
        return before.bare != word.bare and _is_topic(look, word)
    if word.bare in _CONJUNCTIONS:
        return True
    if before.bare in _PREPOSITIONS:
        return word.can_be("NOUN", "datv", "loct") or word.can_be("ADJF", "datv", "loct")
    if any(form.part in _SKIPPED for form in word.forms[:1]) or word.bare in _PREPOSITIONS:
        return False
    return (
        word.can_be("NOUN", "gent", "datv")
        or word.can_be("ADJF", "gent", "datv")
        or word.can_be("PRTF", "gent")
        or bool(word.lemmas & ranks())
    )


def _is_topic(look: Look, preposition: Token) -> bool:
    """`по внешней политике` belongs to an office; `в Минске` does not."""
    number = look.tokens.number(preposition.end)
    following = look.tokens.words[number : number + 1]
    if following and preposition.bare == "для":
        return following[0].can_be("NOUN", "gent") or following[0].can_be("ADJF", "gent")
    if not following or preposition.bare == "в":
        return bool(following) and following[0].start in look.starting and preposition.bare == "в" and (
            look.starting[following[0].start].kind in {"state", "organisation", "organ"})  # fmt: skip
    return following[0].can_be("NOUN", "datv", "loct") or following[0].can_be("ADJF", "datv", "loct")


def _another_complement(look: Look, number: int) -> bool:
    """Tell whether `и` joins two matters of one office: `по политике и безопасности`, `Белоруссии и России`."""
    words = look.tokens.words
    if number >= len(words) or words[number].capital or words[number].lemmas & office_nouns():
        return False
    return words[number].can_be("NOUN", "gent", "datv") and not words[number].can_be("NOUN", "nomn")


def _begins_a_name(look: Look, number: int) -> bool:
    word = look.tokens.words[number]
    if word.start in look.inside or is_office_word(word):
        return False
    if _INITIALS.fullmatch(word.text) and look.plain.startswith(".", word.end):
        return True
    common = any(form.known and form.part in {"NOUN", "ADJF"} and not form.marks & _PROPER for form in word.forms)
    if common and word.can_be("NOUN", "gent") and not word.can_be("NOUN", "nomn"):
        return False
    if common and word.forms[0].part == "ADJF":
        return len(name_words(look.plain, look.tokens.words, number, look.inside)) > 1 and not word.can_be(
            "ADJF", "gent"
        )
    return bool(name_words(look.plain, look.tokens.words, number, look.inside))


_PROPER = frozenset(["Name", "Surn", "Patr"])


def _name(look: Look, last: int, cases: frozenset[str]) -> Name | None:
    """The name that follows an office, after a rank or a form of address."""
    words = look.tokens.words
    number = last + 1
    while number < len(words) and words[number].lemmas & ranks():
        number += 1
    if number >= len(words) or not _JOINED.fullmatch(look.plain[words[number - 1].end : words[number].start]):
        return None
    parts = name_words(look.plain, words, number, look.inside)
    close = look.plain[words[number - 1].end : words[number].start] in {" ", "\n"}
    if (
        not parts
        or (not close and (len(parts) < 2 or not _known_first(parts[0])))
        or (len(parts) == 1 and not _surname(parts[0]))
    ):
        return None
    case = case_of(parts, cases)
    return name_at(look.plain, words, number, look.inside, case)


def case_of(parts: list[Token], cases: frozenset[str]) -> str:
    """The case in which a name stands, by its office and by its own words."""
    for case in ("nomn", "gent", "datv", "ablt", "loct", "accs"):
        if case in cases and all(_may_stand(part, case) for part in parts):
            return case
    return next((case for case in ("nomn", "gent", "datv", "ablt", "loct") if case in cases), "nomn")


def _may_stand(part: Token, case: str) -> bool:
    known = [form for form in part.forms if form.known and form.marks & _PROPER]
    return not known or any(form.case == case for form in known)


def _known_first(word: Token) -> bool:
    initials = len(word.text) <= 2 or _INITIALS.fullmatch(word.text) is not None
    return initials or any("Name" in form.marks for form in word.forms)


def _surname(word: Token) -> bool:
    return any("Surn" in form.marks for form in word.forms) or not any(form.known for form in word.forms)


def _name_before(look: Look, first: int) -> Name | None:
    """The name before an office in apposition: `Иван Речкин, президент Болотии`."""
    words = look.tokens.words
    if first < 2 or look.plain[words[first - 1].end : words[first].start] not in {", ", " (", " - "}:
        return None
    begin = first - 1
    while begin and first - begin < _NAME_WORDS and _goes_before(look, words[begin - 1], words[begin]):
        begin -= 1
    parts = name_words(look.plain, words, begin, look.inside)
    known = parts and (_known_first(parts[0]) or not any(form.known for form in parts[0].forms))
    if len(parts) < 2 or begin + len(parts) != first or not known:
        return None
    return name_at(look.plain, words, begin, look.inside)


_NAME_WORDS = 4


def _goes_before(look: Look, before: Token, word: Token) -> bool:
    """Tell whether a word is of the name with which the next goes on: capitalised, or initials with their point."""
    gap = look.plain[before.end : word.start]
    if _INITIALS.fullmatch(before.text):
        return gap in {".", ". "}
    usual = before.capital and before.forms[0].part not in _SKIPPED
    return gap == " " and usual and before.start not in look.inside and not is_office_word(before)


@cache
def ranks() -> frozenset[str]:
    """Military ranks and forms of address between an office and a name."""
    return frozenset(bare(word) for word in cue("ranks", "ru"))
