"""Documents and what was done with them."""

from __future__ import annotations

import pytest


def titles(reading):
    return [(document.title, document.kind, document.action) for document in reading.documents]


def test_it_means_the_document_before(read):
    assert titles(read("The Council approved the revised concept for growth and the plan of first steps to it.")) == [
        ("revised concept for growth", "concept", "approved"),
        ("plan of first steps to the revised concept", "plan", "approved"),
    ]


def test_each_verb_has_its_own_documents(read):
    found = titles(
        read("They approved an action plan on water, endorsed the protocol on rail and signed a statement on peace.")
    )
    assert found == [
        ("action plan on water", "plan", "approved"),
        ("protocol on rail", "protocol", "approved"),
        ("statement on peace", "statement", "signed"),
    ]


def test_one_noun_may_stand_for_several_documents(read):
    found = titles(read("Statements were issued on the anniversary of peace, on trade and on water."))
    assert [title for title, _, _ in found] == [
        "Statement on the anniversary of peace",
        "Statement on trade",
        "Statement on water",
    ]


def test_one_and_the_other_are_two_documents(read):
    found = titles(read("The ministers approved two strategies: one on ports, the other on rivers."))
    assert found == [("strategy on ports", "strategy", "approved"), ("strategy on rivers", "strategy", "approved")]


@pytest.mark.parametrize(
    ("sentence", "title", "kind", "action"),
    [
        ("A Convention on rivers, drafted by experts, was endorsed too.", "Convention on rivers", "treaty", "approved"),
        ("The old programme was adopted in 2009.", "old programme (2009)", "programme", "adopted"),
        ("Around 20 documents were signed.", "Around 20 documents", "other", "signed"),
        ("The leaders adopted a declaration.", "declaration", "declaration", "adopted"),
        ("The president ratified the Charter of the League.", "Charter of the League", "treaty", "in force"),
        (
            "These rules prepare a multilateral treaty on water, which is to be signed in 2022.",
            "multilateral treaty on water",
            "treaty",
            "proposed",
        ),
        (
            "The two leaders signed a historic agreement on peace after years of war.",
            "agreement on peace",
            "agreement",
            "signed",
        ),
        (
            "The leaders approved the Strategic Directions for Growth until 2025.",
            "Strategic Directions for Growth until 2025",
            "strategy",
            "approved",
        ),
    ],
)
def test_a_document_has_title_kind_and_action(read, sentence, title, kind, action):
    assert titles(read(sentence)) == [(title, kind, action)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders recalled the United Nations Charter.",
        "They signed papers.",
        "The parties approved of the tone of the talks.",
        "He adopted a firm voice.",
    ],
)
def test_what_is_only_mentioned_is_no_document(read, sentence):
    assert titles(read(sentence)) == []


def test_a_budget_is_a_document_and_a_decision(read):
    reading = read("The Council approved the CSTO budget for 2024.", day="23 November 2023")
    assert titles(reading) == [("CSTO budget for 2024", "other", "approved")]
    assert [(decision.type, decision.when) for decision in reading.decisions] == [("budget", "2024")]


def test_items_of_a_list_are_documents(read):
    reading = read("The following documents were signed:", "- Agreement on rivers", "- Protocol on rail")
    assert [title for title, _, _ in titles(reading)] == ["Agreement on rivers", "Protocol on rail"]
