"""What was suggested to others."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Azerbaijan invited the CIS countries to rebuild towns.", "Azerbaijan"),
        ("The Russian side offered cooperation in aviation.", "Russia"),
        ("The United States proposed launching a dialogue on minerals.", "United States"),
        ("Serbian President Petar Primer called for a council of ministers.", "Serbia"),
        ("We call upon all countries to reject the annexation.", "CIS"),
        ("Petar Primer, President of Serbia, said that the member states should lower their tariffs.", "Serbia"),
        ("Serbian President Petar Primer thinks it is equally necessary to adopt one tariff.", "Serbia"),
        ("They recalled the idea of Serbia President Petar Primer, who invited all states to a fair.", "Serbia"),
    ],
)
def test_a_proposal_has_an_actor(read, sentence, actor):
    assert [item.actor for item in read(sentence).proposals] == [actor]


@pytest.mark.parametrize(
    "sentence",
    [
        "There were proposals to merge some of them.",
        "The parties should not allow new lines to be drawn.",
        "Belarus was invited to the fair.",
        "Serbia will suggest measures.",
    ],
)
def test_what_nobody_suggests_is_no_proposal(read, sentence):
    assert read(sentence).proposals == ()
