"""Presidencies, co-chairs, appointments, membership and the like."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "parties", "when"),
    [
        ("Moldova will takes over the chairmanship in 2021.", ("Moldova",), "2021"),
        ("Belarus will preside over the CIS next year.", ("Belarus",), "2021"),
        ("The chairmanship of the CIS passes to Kyrgyzstan in 2023.", ("Kyrgyzstan",), "2023"),
        ("Cuba hands its presidency over to Chile on 1 March 2021.", ("Chile", "Cuba"), "2021-03-01"),
        ("Kyrgyzstan takes over the presidency of the League from Tajikistan.", ("Kyrgyzstan", "Tajikistan"), None),
        ("By consensus the Russian Federation will take the chair in 2022.", ("Russia",), "2022"),
        ("Kazakhstan, which is to assume the chairmanship in 2022, agreed.", ("Kazakhstan",), "2022"),
        ("The leaders welcomed Italy's presidency next year.", ("Italy",), "2021"),
        ("In 2021 Belarus will chair the CIS.", ("Belarus",), "2021"),
        ("The presidency will be held by Moldova in 2024.", ("Moldova",), "2024"),
    ],
)
def test_a_presidency_is_told_in_many_ways(read, sentence, parties, when):
    found = [decision for decision in read(sentence).decisions if decision.type == "presidency"]
    assert [(decision.parties, decision.when) for decision in found] == [(parties, when)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The co-chairs in the coming year will be Uzbekistan, which presides now, and Kazakhstan, which follows.",
        "Uzbekistan and Kazakhstan will be its co-chairs in 2021.",
        "The co-chairs in 2021 are Uzbekistan and Kazakhstan.",
    ],
)
def test_co_chairs_are_named_with_their_year(read, sentence):
    found = [decision for decision in read(sentence).decisions if decision.type == "co-chairs"]
    assert [(decision.parties, decision.when) for decision in found] == [(("Uzbekistan", "Kazakhstan"), "2021")]


def test_co_chairs_without_a_year_go_with_the_presidency(read):
    reading = read("Moldova will preside over the CIS in 2025. Its co-chairs will be Russia and Tajikistan.")
    assert [(decision.type, decision.when) for decision in reading.decisions] == [
        ("presidency", "2025"),
        ("co-chairs", "2025"),
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("Serbia and Cuba received observer status.", "membership", ("Serbia", "Cuba")),
        ("Petar Primer, a former prime minister of Serbia, is to head the Commission.", "appointment", ("Serbia",)),
        ("Petar Primer was appointed Secretary General of the CIS.", "appointment", ()),
        ("The year 2022 was declared the Year of Rivers.", "other", ()),
        ("Petar Primer was awarded the Order of Friendship.", "award", ()),
    ],
)
def test_other_decisions_are_found(read, sentence, kind, parties):
    assert [(decision.type, decision.parties) for decision in read(sentence).decisions] == [(kind, parties)]


def test_chairing_one_meeting_is_no_presidency(read):
    assert read("Uzbekistan chaired the meeting.").decisions == ()
