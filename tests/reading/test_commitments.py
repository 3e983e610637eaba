"""What was promised, and what only sounds like a promise."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor", "strength"),
    [
        ("Belarus will publish the concept of its presidency.", "Belarus", "pledged"),
        ("Kazakhstan promised to send experts to Minsk.", "Kazakhstan", "pledged"),
        (
            "The UAE - home to many parks and host of a summit - will invest $2 billion in farms.",
            "United Arab Emirates",
            "pledged",
        ),
        ("Russia plans to build a bridge by 2025.", "Russia", "planned"),
        ("Belarus will also try to implement the unfinished initiatives.", "Belarus", "planned"),
        ("The Commission was instructed to settle the price of gas.", "Commission", "decided"),
        ("The heads of state agreed to establish a fund by the end of 2021.", "CIS", "decided"),
        ("The Commission will report on prices at the next sitting.", "Commission", "pledged"),
        ("Petar Primer told reporters that Serbia will send measures to all members.", "Serbia", "pledged"),
        ("We will never recognise the annexation.", "CIS", "pledged"),
        ("The United States announced more than $5 million in new funding.", "United States", "pledged"),
        ("Japan announced the intent to provide up to $5 million.", "Japan", "planned"),
    ],
)
def test_a_commitment_has_an_actor_and_a_strength(read, sentence, actor, strength):
    assert [(item.actor, item.strength) for item in read(sentence).commitments] == [(actor, strength)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Belarus will continue to support peace.",
        "The leaders will strengthen their cooperation.",
        "These investments will help to raise yields.",
        "We stand ready to act.",
        "Belarus will pay close attention to sport.",
        "Particular attention will be paid to trade.",
        "He is confident that the countries will be able to grow.",
        "Belarus will preside over the CIS in 2021.",
        "Belarus intends to focus on trade.",
        "The scheme is expected to bring more trade.",
        "The platform will complement what exists.",
        "Armenia would not attend the meeting.",
    ],
)
def test_goodwill_is_no_commitment(read, sentence):
    assert read(sentence).commitments == ()


def test_papers_that_will_be_sent_are_sent_by_the_committee(read):
    reading = read("The CIS Executive Committee met too. The papers will be sent to Podgorica for signature.")
    assert [item.actor for item in reading.commitments] == ["CIS Executive Committee"]


def test_a_deadline_is_the_date_that_lies_ahead(read):
    assert read("Russia will open two schools by June 2022.").commitments[0].deadline == "2022-06"


def test_two_actors_in_one_sentence_are_two_commitments(read):
    reading = read("The Secretary General of the CIS will travel to Minsk, and the papers will be handed to Armenia.")
    assert len(reading.commitments) == 2
