"""The catalogues say what the sources say now, all of it, with the same values in each sentence."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from servanda.words.catalogue import LANGUAGES
from tools.messages import CATALOGUES, is_translated, messages

PATHS = sorted(CATALOGUES.glob("*.po"))


@pytest.fixture(scope="module")
def told() -> Catalog:
    """The sentences of the sources."""
    return messages()


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def test_every_language_but_english_has_a_catalogue() -> None:
    assert {path.stem for path in PATHS} | {"en"} == set(LANGUAGES)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_it_holds_the_sentences_of_the_sources_and_no_others(path: Path, told: Catalog) -> None:
    assert {one.id for one in catalogue(path)} ^ {one.id for one in told} == set(), "run: make messages"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_sentence_is_translated(path: Path) -> None:
    assert [one.id for one in catalogue(path) if one.id and not (is_translated(one.string) and not one.fuzzy)] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_translation_puts_the_same_values_into_the_sentence(path: Path) -> None:
    wrong = [one.id for one in catalogue(path) if one.id and any(differs(one.id, form) for form in forms(one.string))]
    assert wrong == []


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def differs(source: str | tuple[str, ...], form: str) -> bool:
    return placeholders(form) != set().union(*map(placeholders, forms(source)))


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
