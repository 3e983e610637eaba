"""Puts noun phrases into the nominative: `обновлённую концепцию развития` becomes `обновлённая концепция развития`."""

from __future__ import annotations

import re
from itertools import pairwise

from servanda.reading.russian.tokens import Token
from servanda.words.morphology import Form

_AGREEING = ("ADJF", "PRTF", "NUMR", "NPRO")
OBJECT = ("accs", "nomn")
SUBJECT = ("nomn",)
GENITIVE = ("gent",)


def nominative(plain: str, words: list[Token], prefer: tuple[str, ...] = OBJECT) -> str:
    """The words with their head, and what agrees with it, in the nominative; what depends on it stays as it is."""
    head = head_number(words)
    if head is None:
        return spaced(plain[words[0].start : words[-1].end]) if words else ""
    form = head_form(words, head, prefer)
    if form is None:
        return spaced(plain[words[0].start : words[-1].end])
    parts = [_agreeing(word, form) for word in words[:head]] + [_in_nominative(words[head], form)]
    rest = plain[words[head].end : words[-1].end]
    gaps = [plain[a.end : b.start] for a, b in pairwise(words[: head + 1])]
    text = "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))
    return spaced(text + rest)


def head_number(words: list[Token]) -> int | None:
    """Which word is the head: the first noun after words that agree with it."""
    for number, word in enumerate(words):
        if word.can_be("NOUN") and not (_adjective_first(word) and number + 1 < len(words)):
            return number
        if not any(form.part in _AGREEING for form in word.forms) and not word.can_be("ADVB"):
            return number if word.can_be("NOUN") else None
    return None


def _adjective_first(word: Token) -> bool:
    return word.forms[0].part in _AGREEING


def head_form(words: list[Token], head: int, prefer: tuple[str, ...]) -> Form | None:
    """How the head is to be understood: in a case that is preferred, and in which all that stands before agrees."""
    nouns = [form for form in words[head].forms if form.part == "NOUN"]
    for case in (*prefer, "nomn", "accs", "gent", "datv", "ablt", "loct"):
        for form in nouns:
            if form.case == case and all(_agrees(word, form) for word in words[:head]):
                return form
    return next((form for case in prefer for form in nouns if form.case == case), nouns[0] if nouns else None)


def _agrees(word: Token, head: Form) -> bool:
    """Tell whether an adjective may go with a noun form; words that have no case always may."""
    adjectives = [form for form in word.forms if form.part in _AGREEING]
    return not adjectives or any(_same(form, head) for form in adjectives)


def _same(form: Form, head: Form) -> bool:
    gender = head.number == "plur" or not form.gender or not head.gender or form.gender == head.gender
    return form.case == head.case and form.number in {"", head.number} and gender


def _agreeing(word: Token, head: Form) -> str:
    fitting = [form for form in word.forms if form.part in _AGREEING and _same(form, head)]
    if not fitting:
        return word.text
    marks = ("nomn", head.number) if head.number == "plur" else ("nomn", head.number, head.gender)
    return like(word.text, fitting[0].inflected(*(mark for mark in marks if mark)))


def _in_nominative(word: Token, form: Form) -> str:
    if form.case == "nomn":
        return word.text
    return like(word.text, form.inflected("nomn", *([form.number] if form.number else [])))


def like(model: str, word: str | None) -> str:
    """A word with the capital letters of its model; the model itself where there is no word."""
    if not word:
        return model
    if model.isupper() and len(model) > 1:
        return model
    parts = zip(model.split("-"), word.split("-"), strict=False) if model.count("-") == word.count("-") else []
    capital = "-".join(w[:1].upper() + w[1:] if m[:1].isupper() else w for m, w in parts)
    return capital or (word[:1].upper() + word[1:] if model[0].isupper() else word)


def spaced(text: str) -> str:
    """The words on one line with single spaces."""
    return re.sub(r"\s+", " ", text).strip()
