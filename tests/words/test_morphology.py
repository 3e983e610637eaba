"""Russian words by the analyser: whatever stands in a text is understood in some way."""

from __future__ import annotations

import pytest

from servanda.words import lemmas, morphology


def test_a_word_has_its_dictionary_form():
    assert (morphology.lemma("саммита"), morphology.lemma("ещё")) == ("саммит", "еще")


@pytest.mark.parametrize(
    "word", ["\U00017000", "а\U00017000", "\ue000", "\t"], ids=["Tangut", "mixed", "private", "tab"]
)
def test_a_letter_whose_name_nobody_gave_is_no_fault(word):
    assert morphology.forms(word)
    assert lemmas.lemma(word)
