"""Direct speech and its speakers."""

from __future__ import annotations

import pytest

INTRODUCED = "Serbian President Petar Primer opened the session. Cuban President Juan Ejemplo followed. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“We have come a long way together,” Petar Primer said.", "Petar Primer"),
        ("“We have come a long way together,” said President Ejemplo.", "Juan Ejemplo"),
        ('“We have come a long way together," the Serbian leader said.', "Petar Primer"),
        ('"We have come a long way together," the Cuban head of state added.', "Juan Ejemplo"),
        ("Petar Primer said: “We have come a long way together.”", "Petar Primer"),
        ("Juan Ejemplo spoke next. “We have come a long way together,” he stressed.", "Juan Ejemplo"),
        ("«We have come a long way together», the Serbian President noted.", "Petar Primer"),
    ],
)
def test_the_speaker_is_named_or_described(read, sentence, speaker):
    quotes = read(INTRODUCED + sentence).quotes
    assert [(quote.speaker, quote.evidence.rstrip(".")) for quote in quotes] == [
        (speaker, "We have come a long way together")
    ]


def test_a_second_quotation_carries_the_speaker_on(read):
    reading = read(
        INTRODUCED + "“It was time to change this,” Petar Primer said. “We have come a long way, all of us together”."
    )
    assert [quote.speaker for quote in reading.quotes] == ["Petar Primer", "Petar Primer"]


def test_a_list_of_speakers_has_colons(read):
    reading = read(
        "- Petar Primer: “We have come a long way together, all of us.”",
        "- Juan Ejemplo: “And we will go on together, come what may.”",
    )
    assert [quote.speaker for quote in reading.quotes] == ["Petar Primer", "Juan Ejemplo"]


@pytest.mark.parametrize("name", ["“Middle Corridor”", "“CIS Plus”", '"Strategy for the Growth of the River Region"'])
def test_names_in_quotation_marks_are_no_speech(read, name):
    assert read(f"The leaders praised the {name} in a statement on trade.").quotes == ()
