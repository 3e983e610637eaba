"""Names in the alphabet of a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.words.collation import ALPHABETS, collation_key
from servanda.words.parties import STATES, party_name


def in_order(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: collation_key(name, language))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Åland Islands", "Albania", "Côte d'Ivoire", "Croatia", "Curaçao", "Cyprus", "Türkiye", "Uganda"]),
        ("en", ["Guinea", "Guinea-Bissau", "Guyana", "Niger", "Nigeria", "North Macedonia", "São Tomé", "Senegal"]),
        ("en", ["Zambia", "Армения", "Беларусь"]),
        ("ru", ["Ежов", "Ёлка", "Жуков"]),
        ("ru", ["Ёлка", "Ель", "Емеля"]),
        ("ru", ["Иран", "Йемен", "Кабо-Верде", "Казахстан", "Кыргызстан", "Украина", "Эстония", "Япония"]),
        ("ru", ["Папуа — Новая Гвинея", "Парагвай", "Республика Корея", "Республика Молдова", "Российская Федерация"]),
        ("ru", ["Армения", "Austria"]),
        ("be", ["Індыя", "Йемен", "Украіна", "Ўвея", "Фінляндыя"]),
        ("kk", ["Армения", "Әзербайжан", "Беларусь", "Қазақстан", "Лаос"]),
    ],
)
def test_names_stand_in_the_alphabet_of_the_language(language: str, names: list[str]) -> None:
    assert in_order(names[::-1], language) == names


@given(st.lists(st.text(max_size=12), max_size=6))
def test_the_order_is_total_and_does_not_depend_on_the_first_order(names: list[str]) -> None:
    for language in ALPHABETS:
        assert in_order(names, language) == in_order(names[::-1], language)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_name_of_a_state_has_only_known_letters(language: str) -> None:
    for code in STATES:
        letters = collation_key(party_name(code, language), language)[0]
        assert max(place[0] for place in letters) < 9, code
