"""Persons, their offices, and the words that stand for them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "name", "office"),
    [
        ("Serbia President Petar Primer spoke.", "Petar Primer", "President of Serbia"),
        ("Serbian President Petar Primer spoke.", "Petar Primer", "President of Serbia"),
        ("Serbia's Prime Minister Petar Primer spoke.", "Petar Primer", "Prime Minister of Serbia"),
        ("Prime Minister Petar Primer of Serbia spoke.", "Petar Primer", "Prime Minister of Serbia"),
        (
            "President of the Republic of Belarus Pyotr Primer spoke.",
            "Pyotr Primer",
            "President of the Republic of Belarus",
        ),
        ("Serbian Deputy Foreign Minister Petar Primer spoke.", "Petar Primer", "Deputy Foreign Minister of Serbia"),
        (
            "Chairman of the Board of the Southern Rivers Bank Petar Primer spoke.",
            "Petar Primer",
            "Chairman of the Board of the Southern Rivers Bank",
        ),
        ("High Representative for Gaza Petar Primer spoke.", "Petar Primer", "High Representative for Gaza"),
        ("Petar Primer, a former prime minister of Serbia, spoke.", "Petar Primer", "former prime minister of Serbia"),
        ("Petar Primer was appointed head of the Border Service.", "Petar Primer", "head of the Border Service"),
        (
            "The Secretary General of its Council, Petar Primer, spoke.",
            "Petar Primer",
            "Secretary General of its Council",
        ),
    ],
)
def test_an_office_is_joined_to_its_holder(read, sentence, name, office):
    assert [(person.name, person.office) for person in read(sentence).persons] == [(name, office)]


def test_two_holders_in_a_row_are_told_apart(read):
    reading = read("President of Serbia Petar Primer and President of Cuba Juan Ejemplo spoke.")
    assert [person.office for person in reading.persons] == ["President of Serbia", "President of Cuba"]


def test_a_surname_alone_is_the_same_person(read):
    assert len(read("Serbian President Petar Primer spoke. President Primer left.").persons) == 1


def test_a_name_keeps_its_accents_and_suffix(read):
    reading = read("Angolan President João Exemplo met President Joseph R. Muster, Jr. today.")
    assert [person.name for person in reading.persons] == ["João Exemplo", "Joseph R. Muster, Jr."]
