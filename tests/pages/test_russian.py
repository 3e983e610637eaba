"""In Russian everything that a page says for itself is Russian: reasons, differences, what is missing, titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from servanda.acts.declarations import Instrument
from servanda.book import Book, Held
from servanda.data import shipped
from servanda.pages.documents import document_page
from servanda.pages.faces import to_text
from servanda.pages.parts import View
from servanda.pages.states import state_page
from servanda.record import load
from servanda.status.force import force
from servanda.status.party import chart
from servanda.words.phrases import Phrase, Term

DAY = date(2021, 3, 1)


def sentences(book: Book, of: str) -> Iterator[str]:
    """All that an answer about a document can say."""
    found = force(book, of, DAY)
    yield from (*found.missing, *([found.difference] if found.difference else ()))
    yield from (reason.words for reason in found.reasons)
    yield from (reason.words for one in chart(book, of, DAY) for reason in one.reasons)


@pytest.fixture(scope="module")
def book() -> Book:
    loaded = load(sorted(shipped("records/cis").glob("*.acts")))
    return Book.build(Held.of(one.act) for one in loaded.acts)


def test_every_sentence_of_an_answer_can_be_said_in_russian(book: Book) -> None:
    plain = {words for act, _event in book.acts(Instrument) for words in sentences(book, act.of) if words}
    assert {words for words in plain if not isinstance(words, Phrase | Term)} == set()


def test_no_english_word_is_left_in_a_russian_reason(book: Book) -> None:
    names = View(book, DAY, "ru").names
    told = {names.tell(bare(words)) for act, _event in book.acts(Instrument) for words in sentences(book, act.of)}
    left = {word for text in told for word in re.findall(r"[A-Za-z]{3,}", re.sub(r"«[^»]*»", "", text))}
    assert left == set()
    assert len(told) > 100


def bare(words: str) -> str:
    """A sentence without the words of the record in it: they stay in the language in which they are recorded."""
    if not isinstance(words, Phrase):
        return words
    kept = {"cause", "what", "name", "provision", "line"}
    values = {
        name: "…" if name in kept else bare(one) if isinstance(one, Phrase) else one
        for name, one in words.values.items()
    }
    return type(words).made(words.template, words.plural, values)


def test_a_page_of_a_document_is_russian_to_its_labels(book: Book) -> None:
    page = document_page(View(book, DAY, "ru"), "cis-2011-fta")
    assert page is not None
    text = to_text(page)
    assert page.title == "Договор о зоне свободной торговли"
    assert "состояние: в силе" in text
    assert "положение участник" in text
    assert "Преимущество имеют уведомления депозитария" in text
    assert "По состоянию на 2021-03-01; известно: на сегодня" in text


def test_the_page_of_a_state_is_russian_to_its_labels(book: Book) -> None:
    page = state_page(View(book, DAY, "ru"), "AM")
    assert page is not None
    assert page.title == "Армения"
    assert "ждёт" in to_text(page)


def test_data_keep_the_words_of_closed_lists(book: Book) -> None:
    page = document_page(View(book, DAY, "ru"), "cis-2011-fta")
    assert page is not None
    assert page.state == "in force"
    assert {row.standing for row in page.chart} <= {"party", "signatory", "suspended", "withdrawal running", "entitled"}
