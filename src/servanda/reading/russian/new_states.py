"""States that show by themselves that they are states: `Ущельская Республика`, and unknown names in -ия and -стан."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from servanda.reading.cues import words as cue
from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.lists import listed
from servanda.reading.russian.names import is_office_word
from servanda.reading.russian.phrases import nominative
from servanda.reading.russian.tokens import Token
from servanda.words.morphology import bare

_NOUNS = listed("learned.state_nouns")
_COUNTRY = re.compile(r"([А-ЯЁ][а-яё]{2,})(?:(?P<ia>и)(?:я|и|ю|ей|ею)|(?P<stan>стан)(?:а|у|ом|е)?)")
_NONE = Token(0, 0, "", "", "")
_CASES = ("gent", "nomn", "accs", "datv", "ablt", "loct")


def republics_in(plain: str, words: list[Token], taken: set[int]) -> Iterator[Mention]:
    """States of two words, the second of which says that it is one."""
    for adjective, noun in pairwise(words):
        if not noun.capital or not noun.lemmas & _NOUNS or not adjective.capital or adjective.start in taken:
            continue
        joined = plain[adjective.end : noun.start] == " " and not _quoted(plain, adjective)
        if joined and adjective.forms[0].part == "ADJF" and not is_office_word(adjective):
            name = nominative(plain, [adjective, noun], _CASES)
            yield Mention(adjective.start, noun.end, "state", name, _cases(adjective, noun))


def _cases(adjective: Token, noun: Token) -> frozenset[str]:
    """The cases in which both words may stand together."""
    singular = frozenset(f.case for f in noun.forms if f.part == "NOUN" and f.number == "sing")
    return (singular & adjective.cases("ADJF")) or noun.cases("NOUN")


def countries_in(plain: str, words: list[Token], taken: set[int]) -> Iterator[str]:
    """The nominatives of unknown names that end as those of countries do, and stand where no person's name stands."""
    found: dict[str, None] = {}
    named: set[str] = set()
    for before, word, after in zip([_NONE, *words], words, [*words[1:], _NONE], strict=False):
        match = _COUNTRY.fullmatch(word.text) if word.capital and word.start not in taken else None
        if match is None or any(form.known for form in word.forms) or is_office_word(word) or _quoted(plain, word):
            continue
        name = match[1] + ("ия" if match["ia"] else "стан")
        first = bool(after.text) and after.capital and plain[word.end : after.start] == " "
        if first and word.text == name:
            named.add(name)  # `Лусия Рамос` is a person wherever the text names her
        if not _after_a_name(plain, before, word):
            found[name] = None
    return iter([name for name in found if name not in named])


def _after_a_name(plain: str, before: Token, word: Token) -> bool:
    """Tell whether the word may be a surname: after a capitalised word or, in the nominative, after an office."""
    if not before.text or plain[before.end : word.start] not in {" ", ". ", "\n"}:
        return False
    office = bool(before.lemmas & _offices()) and word.text.endswith(("ия", "стан"))
    return office or (before.capital and plain[before.end] == " " and _inside_a_sentence(plain, before)) or (
        len(before.text) == 1 and plain[before.end] == ".")  # fmt: skip


def _inside_a_sentence(plain: str, word: Token) -> bool:
    return not is_office_word(word) and word.start > 0 and plain[word.start - 1] != "\n"


@cache
def _offices() -> frozenset[str]:
    return frozenset(bare(noun) for noun in cue("offices", "ru"))


def _quoted(plain: str, word: Token) -> bool:
    return plain[max(0, word.start - 1) : word.start] in {"«", '"', "“"}
