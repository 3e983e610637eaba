"""The page of a search."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.pages.faces import to_text
from servanda.pages.parts import View
from servanda.pages.search import SearchPage, next_after, search_page
from servanda.search import Index, Only
from tests.records_in_text import book_of

LONG = "The members speak at length. " * 12
RECORD = f"""
2000-01-01 organisation league "League of Rivers"
  title-ru "Лига рек"
2010-05-01 instrument river-treaty "Treaty on rivers"
  title-ru "Договор о реках"
  within league
2020-12-18 undertake  league/1 BE "{LONG}They will publish the Annual report on rivers. {LONG}"
""" + "".join(f'2020-01-01 instrument brook-{number} "Brook {number}"\n' for number in range(30))


def page(question: str, language: str = "en", after: int = 0, **only: str) -> SearchPage:
    book = book_of(RECORD)
    return search_page(View(book, date(2021, 1, 1), language), Index.of(book), question, Only(**only), after)


def test_a_hit_names_the_thing_and_how_each_word_was_met() -> None:
    (hit,) = page("treaty rivers").hits
    assert (hit.kind, hit.of.title, str(hit.on)) == ("document", "Treaty on rivers", "2010-05-01")
    assert hit.matched == ["treaty: as asked for", "rivers: as asked for"]


def test_in_russian_titles_and_labels_are_russian() -> None:
    (hit,) = page("договоры", "ru").hits
    assert (hit.kind, hit.of.title) == ("document", "Договор о реках")
    assert hit.matched == ["договоры: другая форма слова"]


def test_the_words_around_the_first_match_are_shown_verbatim() -> None:
    (hit,) = page("reports").hits
    assert hit.snippet in LONG + "They will publish the Annual report on rivers. " + LONG
    assert hit.met == ["report"]
    assert "Annual report" in hit.snippet


def test_texts_that_do_not_fit_come_on_the_next_page() -> None:
    first = page("brook")
    second = page("brook", after=next_after(first))
    assert (first.total, len(first.hits), len(second.hits), next_after(second)) == (30, 20, 10, 0)
    assert not {hit.of.id for hit in first.hits} & {hit.of.id for hit in second.hits}
    assert second.first == 21


def test_the_address_asks_the_same_again() -> None:
    assert page("rivers & brooks", kind="document").address == (
        "/search?as-of=2021-01-01&q=rivers+%26+brooks&kind=document"
    )


def test_facets_say_which_is_chosen() -> None:
    chosen = {row.value: row.chosen for row in page("rivers", kind="document").facets if row.field == "kind"}
    assert chosen == {"document": True, "organisation": False, "commitment": False}


@pytest.mark.parametrize("question", ["", "zebra"])
def test_nothing_found_is_an_empty_page(question: str) -> None:
    empty = page(question)
    assert (empty.total, empty.hits, empty.first) == (0, [], 0)


def test_the_terminal_shows_the_hits() -> None:
    assert "Treaty on rivers (river-treaty)" in to_text(page("treaty"))
