"""Who took part."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The presidents of Kenya, Ghana and Rwanda met in Nairobi.", ["Kenya", "Ghana", "Rwanda"]),
        ("Taking part were the heads of Azerbaijan, Armenia and Uzbekistan.", ["Azerbaijan", "Armenia", "Uzbekistan"]),
        ("Japan, the Republic of Korea and the United States took part.", ["Japan", "South Korea", "United States"]),
        (
            "We, the leaders of India, Israel, and the United Arab Emirates (UAE), convened.",
            ["India", "Israel", "United Arab Emirates"],
        ),
        ("Angolan President Paulo Exemplo hosted Kenyan President Juma Mfano.", ["Angola", "Kenya"]),
        ("The heads of the EAEU countries gathered.", ["EAEU member states"]),
        ("The Secretariat was represented at the session by its deputy head.", ["CIS Secretariat"]),
        (
            "Attending were the President of Serbia, Petar Primer, and the Prime Minister of Cuba, Juan Ejemplo.",
            ["Serbia", "Cuba"],
        ),
    ],
)
def test_participants_are_found(read, sentence, parties):
    assert sorted(item.party for item in read(sentence).participants) == sorted(parties)


def test_names_in_brackets_belong_to_the_states_before_them(read):
    reading = read(
        "Present were the presidents of Chile (Ana Ejemplo), Peru (Luis Muestra) and Cuba (Juan Modelo).",
    )
    assert [(p.party, p.person) for p in reading.participants] == [
        ("Chile", "Ana Ejemplo"),
        ("Peru", "Luis Muestra"),
        ("Cuba", "Juan Modelo"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders discussed the situation in Ukraine.",
        "Belarus thanked Kazakhstan.",
        "Trade with China has doubled.",
        "Mongolia will attend the next session.",
    ],
)
def test_a_state_that_is_only_mentioned_did_not_take_part(read, sentence):
    parties = {item.party for item in read(sentence).participants}
    assert parties.isdisjoint({"Ukraine", "Kazakhstan", "China", "Mongolia"})


def test_who_speaks_for_a_body_at_the_session_took_part(read):
    reading = read("Chairman of the CIS Executive Committee Ivan Primerov said at the session that trade grows.")
    assert [(p.party, p.person) for p in reading.participants] == [("CIS Executive Committee", "Ivan Primerov")]
