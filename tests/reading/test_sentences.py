"""Paragraphs and sentences with their places."""

from __future__ import annotations

from servanda.reading.sentences import paragraphs, plain_text, split


def sentences(text):
    plain = plain_text(text)
    return [(sentence.role, text[sentence.start : sentence.end]) for sentence in split(plain, list(paragraphs(plain)))]


def test_plain_text_keeps_every_place():
    text = "’“–\u00a0\ufeffé"
    assert len(plain_text(text)) == len(text)
    assert plain_text("it’s—so") == "it's-so"


def test_a_short_line_without_a_full_stop_is_a_heading():
    assert sentences("A title\n\nA sentence.") == [("heading", "A title"), ("body", "A sentence.")]


def test_abbreviations_and_initials_end_no_sentence():
    assert len(sentences("President John Q. Muster, Jr. met Mr. Primer of the U.S. Senate today.")) == 1


def test_a_country_in_capitals_may_end_a_sentence():
    assert len(sentences("They flew to the U.S. The talks began there.")) == 2


def test_wrapped_lines_are_one_sentence():
    wrapped = "The leaders met in the capital and spoke for a long time about the\nstate of trade.\n"
    assert [role for role, _ in sentences(wrapped)] == ["body"]


def test_items_lose_their_bullets_and_labels():
    assert sentences("- Energy: The fund will grow. - Water: The river rises.") == [
        ("item", "The fund will grow."),
        ("item", "The river rises."),
    ]
