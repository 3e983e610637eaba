"""Paragraphs and sentences with their places."""

from __future__ import annotations

import textwrap

import pytest

from servanda.reading import read_text
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


@pytest.mark.parametrize("width", [72, 100, 130])
def test_a_wrapped_text_reads_as_the_same_text_in_long_lines(width):
    long = (
        "The CIS Council of Heads of State met in Minsk\n\n18 December 2020\n\n"
        "The session was chaired by President Anna Example of Uzbekistan and attended by the presidents of Armenia, "
        "Belarus, Kazakhstan, Kyrgyzstan, Tajikistan and Turkmenistan. Moldova did not send a delegation. The leaders "
        "approved the Strategy of Economic Development until 2030 and signed the Agreement on the Protection of Rivers "
        "and Lakes.\n"
    )
    lines = [textwrap.fill(line, width, break_on_hyphens=False) for line in long.split("\n")]
    wrapped, whole = read_text("\n".join(lines)), read_text(long)
    assert [item.party for item in wrapped.participants] == [item.party for item in whole.participants]
    assert [item.title for item in wrapped.documents] == [item.title for item in whole.documents]
    assert [item.party for item in wrapped.absent] == ["Moldova"]


def test_lines_of_a_list_are_not_joined_though_they_are_long():
    text = (
        "The CIS Council of Heads of State met in Minsk\n\n18 December 2020\n\nThe leaders signed these documents:\n"
        "Agreement on the Mutual Recognition of Diplomas of Higher Education Institutions;\n"
        "Protocol on Amendments to the Treaty on the Common Market of Services and Labour;\n"
        "Convention on Rivers.\n"
    )
    assert [item.title.split()[0] for item in read_text(text).documents] == ["Agreement", "Protocol", "Convention"]
