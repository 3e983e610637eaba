"""Labels of the closed vocabularies."""

from __future__ import annotations

import pytest

from servanda.words.labels import label, labels
from servanda.words.vocabulary import VOCABULARIES


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_word_of_every_vocabulary_has_a_label(language):
    assert {name: set(table) for name, table in labels(language).items()} == {
        name: set(vocabulary) for name, vocabulary in VOCABULARIES.items()
    }


def test_a_label_is_in_the_language():
    assert label("kind", "plan", "ru") == "план"
    assert label("kind", "plan") == "plan"


def test_a_missing_label_falls_back_to_english_and_then_to_the_word():
    assert label("kind", "other", "fr") == "other document"
    assert label("kind", "unheard of", "ru") == "unheard of"
