"""Who was absent, and why."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("The summit was not attended by the representatives of Armenia and Moldova.", ["Armenia", "Moldova"]),
        ("The session was not attended by Tajikistan's representative.", ["Tajikistan"]),
        ("Armenia and Moldova were absent.", ["Armenia", "Moldova"]),
        ("Turkmenistan did not take part in the session.", ["Turkmenistan"]),
        ("The President of Moldova could not attend.", ["Moldova"]),
        ("Nobody from Armenia came.", ["Armenia"]),
        ("Absent from the summit were Armenia and Tajikistan.", ["Armenia", "Tajikistan"]),
        ("All the states except Moldova were represented.", ["Moldova"]),
        ("Moldova sent its apologies.", ["Moldova"]),
        ("The Armenian delegation was missing.", ["Armenia"]),
        ("The Kyrgyz Republic, which had asked for another day, did not attend.", ["Kyrgyzstan"]),
        ("Chisinau sent no delegation.", ["Moldova"]),
        ("The session took place without the participation of Georgia.", ["Georgia"]),
    ],
)
def test_the_absent_are_named_in_many_ways(read, sentence, absent):
    assert [item.party for item in read(sentence).absent] == absent


def test_presence_and_absence_stand_in_one_sentence(read):
    reading = read("The leaders of Belarus, Kazakhstan and Russia met (the meeting was not attended by Tajikistan).")
    assert [item.party for item in reading.participants] == ["Belarus", "Kazakhstan", "Russia"]
    assert [item.party for item in reading.absent] == ["Tajikistan"]


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        (
            ["Armenia excused itself by a note of its foreign ministry because of an illness of its leader."],
            "an illness of its leader",
        ),
        (
            [
                "Armenia was absent.",
                "A note said that due to a storm Prime Minister of Armenia Aram Aramian would not attend.",
            ],
            "a storm",
        ),
        (["Armenia did not attend, citing elections in Yerevan."], "elections in Yerevan"),
        (["Armenia was absent."], None),
    ],
)
def test_the_reason_is_the_one_that_is_given(read, sentences, reason):
    assert read(" ".join(sentences)).absent[0].reason == reason


def test_a_reason_belongs_to_the_one_it_is_said_of(read):
    reading = read("Moldova did not take part because of a clash of dates, and Armenia sent its apologies.")
    assert {item.party: item.reason for item in reading.absent} == {"Moldova": "a clash of dates", "Armenia": None}


def test_whoever_is_represented_by_somebody_else_is_not_absent(read):
    reading = read("The President of Armenia did not attend. Armenia was represented by its foreign minister.")
    assert reading.absent == ()


def test_an_absence_at_another_time_is_not_reported(read):
    assert read("In October Armenia had also missed the summit of foreign ministers.").absent == ()


def test_who_is_not_mentioned_is_not_absent(read):
    assert read("The leaders of Belarus and Russia met.").absent == ()
