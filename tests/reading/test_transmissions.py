"""Documents that go to a party for signature."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Both texts will then be forwarded to Yerevan for signing by Armenia.", ["Armenia"]),
        ("The documents will be sent to Dushanbe for signature.", ["Tajikistan"]),
        ("The texts will be sent to Yerevan and Chisinau for signature.", ["Armenia", "Moldova"]),
        ("Both papers are to be forwarded to Moldova to be signed.", ["Moldova"]),
        ("The Executive Committee will send the papers to Yerevan for signature.", ["Armenia"]),
        (
            "Armenia and Moldova were absent. The documents will be sent to the absent states for signature.",
            ["Armenia", "Moldova"],
        ),
        (
            "Armenia and Moldova were absent. The documents will be sent to both capitals for signing.",
            ["Armenia", "Moldova"],
        ),
        ("The texts will be sent to Yerevan for information.", []),
    ],
)
def test_papers_for_signature_are_sent_to_parties(read, sentence, parties):
    assert [item.party for item in read(sentence).transmissions] == parties


def test_a_transmission_says_what_is_sent(read):
    assert read("After the session the documents will be sent to Podgorica for signature.").transmissions[0].what == (
        "the documents"
    )
