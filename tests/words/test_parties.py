"""Codes and names of parties."""

from __future__ import annotations

import pytest

from servanda.words.parties import FORMER_STATES, STATES, common_name, find_party, is_state, party_name


def test_states_are_those_of_the_standard():
    assert len(STATES) == 249
    assert {"AM", "BY", "TW", "AQ"} <= STATES
    assert STATES.isdisjoint({"EU", "UN", "XK", "ZZ", "EZ"})


@pytest.mark.parametrize("code", ["AM", "SUHH", "YUCS", "CSHH", "CSXX", "DDDE", "ZRCD", "XK"])
def test_current_and_former_states_have_codes(code):
    assert is_state(code)


@pytest.mark.parametrize("code", ["", "am", "XX", "cis", "EU"])
def test_other_words_are_no_states(code):
    assert not is_state(code)


def test_all_former_states_of_the_standard_are_there():
    assert len(FORMER_STATES) == 31


@pytest.mark.parametrize(
    ("code", "english", "russian", "common"),
    [
        ("RU", "Russian Federation", "Российская Федерация", "Russia"),
        ("MD", "Republic of Moldova", "Республика Молдова", "Moldova"),
        ("VN", "Viet Nam", "Вьетнам", "Vietnam"),
        ("TR", "Türkiye", "Турция", "Türkiye"),
        ("CI", "Côte d'Ivoire", "Кот-д'Ивуар", "Côte d'Ivoire"),
        ("KG", "Kyrgyzstan", "Кыргызстан", "Kyrgyzstan"),
        ("US", "United States of America", "Соединенные Штаты Америки", "United States"),
        ("AM", "Armenia", "Армения", "Armenia"),
        ("SUHH", "Soviet Union", "Союз Советских Социалистических Республик", "Soviet Union"),
        ("cis", "cis", "cis", "cis"),
    ],
)
def test_a_party_has_names(code, english, russian, common):
    assert party_name(code) == english
    assert party_name(code, "ru") == russian
    assert common_name(code) == common


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia", "RU"),
        ("russian federation", "RU"),
        ("Moldova", "MD"),
        ("the United States", "US"),
        ("UK", "GB"),
        ("UAE", "AE"),
        ("Kyrgyz Republic", "KG"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Turkey", "TR"),
        ("Soviet Union", "SUHH"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_party_is_found_by_any_of_its_names(text, code):
    assert find_party(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("Россия", "RU"), ("Белоруссия", "BY"), ("Соединённые Штаты", "US"), ("СССР", "SUHH")]
)
def test_a_party_is_found_by_its_russian_names(text, code):
    assert find_party(text, "ru") == code


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_name_leads_back_to_its_code(language):
    assert [code for code in STATES if find_party(party_name(code, language), language) != code] == []
