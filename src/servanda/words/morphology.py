"""Russian words: their dictionary forms and cases, by one analyser that is loaded when it is first asked."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_SAME_CASE = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_REMEMBERED = 60_000
_NAMELESS = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way to understand a word: its dictionary form and its grammar, in the names of OpenCorpora."""

    lemma: str
    base: str
    """The dictionary form as it is compared: with ё as е."""
    part: str
    case: str
    number: str
    gender: str
    marks: frozenset[str]
    known: bool
    parse: Parse

    def inflected(self, *marks: str) -> str | None:
        """The word in another form, in lower case; nothing where it has none."""
        return _inflected(self, marks)


@lru_cache(maxsize=_REMEMBERED)
def _inflected(form: Form, marks: tuple[str, ...]) -> str | None:
    found = form.parse.inflect(set(marks))
    return str(found.word) if found else None


@lru_cache(maxsize=_REMEMBERED)
def forms(word: str) -> tuple[Form, ...]:
    """Every way to understand a word, the most frequent first."""
    return tuple(_form(parse) for parse in parses(word))


def parses(word: str) -> list[Parse]:
    """What the analyser makes of a word; it asks for the names of letters, and some scripts' letters have none."""
    named = "".join(letter if unicodedata.name(letter, "") else _NAMELESS for letter in word)
    return list(analyser().parse(named))


@lru_cache(maxsize=_REMEMBERED)
def lemmas(word: str) -> frozenset[str]:
    """Every dictionary form that a word may have, with ё written as е."""
    return frozenset(form.base for form in forms(word))


def lemma(word: str) -> str:
    """The most frequent dictionary form of a word, with ё written as е."""
    return forms(word)[0].base


def bare(word: str) -> str:
    """A word in lower case with ё as е, as it is compared."""
    return word.lower().replace("ё", "е")


def _form(parse: Parse) -> Form:
    tag = parse.tag
    case = str(tag.case or "")
    return Form(
        lemma=str(parse.normal_form),
        base=bare(str(parse.normal_form)),
        part=str(tag.POS or ""),
        case=_SAME_CASE.get(case, case),
        number=str(tag.number or ""),
        gender=str(tag.gender or ""),
        marks=frozenset(str(mark) for mark in tag.grammemes),
        known=bool(parse.is_known),
        parse=parse,
    )


@cache
def analyser() -> MorphAnalyzer:
    """The one analyser, with its dictionary."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  # its dictionary takes 15 MB: only Russian texts pay for it

    return MorphAnalyzer(lang="ru")
