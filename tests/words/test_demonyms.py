"""Adjectives, peoples and capitals."""

from __future__ import annotations

import pytest

from servanda.words.demonyms import capitals, demonyms
from servanda.words.parties import is_state
from servanda.words.tables import rows


@pytest.mark.parametrize(
    ("word", "code"), [("Belarusian", "BY"), ("Kyrgyz", "KG"), ("Emirati", "AE"), ("Dutch", "NL"), ("Martian", None)]
)
def test_an_adjective_leads_to_its_state(word, code):
    assert demonyms().get(word) == code


@pytest.mark.parametrize(
    ("city", "code"), [("Yerevan", "AM"), ("Dushanbe", "TJ"), ("Chisinau", "MD"), ("Kyiv", "UA"), ("Atlantis", None)]
)
def test_a_capital_leads_to_its_state(city, code):
    assert capitals().get(city) == code


def test_all_member_states_of_the_united_nations_are_in_the_table():
    assert len(rows("states.tsv")) >= 193 + 3


def test_every_word_belongs_to_a_known_code():
    assert [code for code in {*demonyms().values(), *capitals().values()} if not is_state(code)] == []
