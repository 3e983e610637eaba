"""The forms under which words are looked up, and the families of the words of treaties."""

from __future__ import annotations

import pytest

from servanda.words.families import families, family
from servanda.words.lemmas import folded, lemma, stem


@pytest.mark.parametrize("word", ["договор", "договора", "договором", "договоров", "договорами"])
def test_every_case_of_a_russian_word_has_one_lemma(word: str) -> None:
    assert lemma(word) == "договор"


@pytest.mark.parametrize("word", ["день", "дня", "днём", "людей", "оговорок"])
def test_common_words_are_known_too(word: str) -> None:
    assert lemma(folded(word)) in {"день", "человек", "оговорка"}


@pytest.mark.parametrize(("word", "other"), [("treaties", "treaty"), ("obligations", "obligation")])
def test_english_words_are_stemmed(word: str, other: str) -> None:
    assert lemma(word) == lemma(other)


def test_a_word_of_another_script_is_its_own_lemma() -> None:
    assert lemma("պայմանագիր") == "պայմանագիր"


def test_the_fallback_drops_marks_and_endings() -> None:
    assert stem("joão") == "joao"
    assert stem("торговли") == stem("торговля")


def test_a_verb_and_its_noun_are_one_family_in_both_languages() -> None:
    assert {family(word) for word in ("ratify", "ratification", "ратифицировать", "ратификация")} == {"ratify"}


def test_russian_words_of_a_family_are_lemmas() -> None:
    assert [word for word in families() if not word.isascii() and lemma(word) != word] == []
