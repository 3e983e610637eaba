"""The screen of the search: what is found is marked, narrowed and followed, and whatever is typed is answered."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import pytest
from markupsafe import Markup as Safe

from servanda.search.asking import LONGEST
from servanda.web.templating import marked
from servanda.words.labels import label
from tests.pages.league import HOSTILE
from tests.web.markup import Markup
from tests.web.portal import Portal

Q = "?as-of=2021-01-01"


def text(portal: Portal, address: str) -> str:
    return " ".join(Markup(portal.get(address).text).text.split())


def test_what_is_found_is_marked_and_says_how(portal: Portal) -> None:
    page = portal.get(f"/search{Q}&q=treaties").text
    assert "<mark>treaty</mark>" in page.lower()
    assert f"treaties: {label('match', 'form', 'en')}" in page
    assert f'href="/documents/river-treaty{Q.replace("&", "&amp;")}"' in page


def test_every_page_has_a_box_that_keeps_the_day_what_was_known_and_the_language(portal: Portal) -> None:
    for path in ("/", "/documents/river-treaty", "/nowhere"):
        page = portal.get(f"{path}?as-of=2020-01-01&known-by=60&language=ru").text
        box = page[page.index('role="search"') : page.index("</form>")]
        assert 'action="/search"' in box
        if path != "/nowhere":
            for name, value in (("as-of", "2020-01-01"), ("known-by", "60"), ("language", "ru")):
                assert f'<input type="hidden" name="{name}" value="{value}">' in box


def test_a_question_without_a_day_leads_to_todays_and_keeps_its_words(portal: Portal) -> None:
    answer = portal.get("/search?q=river&kind=document")
    assert (answer.status, answer.headers["location"].endswith("&q=river&kind=document")) == (302, True)


def test_facets_narrow_and_widen(portal: Portal) -> None:
    wide = portal.get(f"/search.json{Q}&q=river").json()
    narrow = portal.get(f"/search.json{Q}&q=river&kind=document").json()
    assert {hit["kind"] for hit in narrow["hits"]} == {"document"}
    assert 0 < narrow["total"] < wide["total"]
    assert f"/search{Q}&q=river&kind=document" in Markup(portal.get(f"/search{Q}&q=river").text).links
    assert f"/search{Q}&q=river" in Markup(portal.get(f"/search{Q}&q=river&kind=document").text).links


def test_the_other_language_and_another_day_ask_the_same(portal: Portal) -> None:
    links = Markup(portal.get(f"/search{Q}&q=river").text).links
    assert f"/search{Q}&language=ru&q=river" in links
    assert "/search?as-of=2020-01-01&q=river" in links


def test_links_to_other_pages_do_not_carry_the_question(portal: Portal) -> None:
    links = Markup(portal.get(f"/search{Q}&q=river").text).links
    assert [link for link in links if "q=" in link and not link.startswith("/search")] == []


def test_nothing_found_is_a_page_that_helps(portal: Portal) -> None:
    told = text(portal, f"/search{Q}&q=zebra&kind=document")
    assert "Nothing was found" in told
    assert "Search everything, not only what was chosen" in told


@pytest.mark.parametrize("long", ["treaty " * 1430, "ы" * 10_000])
def test_a_question_of_ten_thousand_characters_is_shortened_and_says_so(portal: Portal, long: str) -> None:
    answer = portal.get(f"/search{Q}&q={quote(long[:10_000])}")
    assert answer.status == 200
    assert "longer than what is read of one" in answer.text
    assert len(answer.body) < 60_000
    read = portal.get(f"/search.json{Q}&q={quote(long[:10_000])}").json()
    assert (read["question"], read["shortened"]) == (long[:LONGEST], True)
    assert portal.get(read["address"]).status == 200


def test_a_long_question_is_not_kept_in_the_cache(portal: Portal) -> None:
    before = len(portal.application._kept)
    portal.get(f"/search{Q}&q={'x' * 5000}")
    assert len(portal.application._kept) == before


@pytest.mark.parametrize("after", ["-1", "x", "٣", "10001", "9" * 30, "1.5"])
def test_a_place_that_is_none_is_refused(portal: Portal, after: str) -> None:
    answer = portal.get(f"/search{Q}&q=river&after={quote(after)}")
    assert answer.status == 400
    assert "is no place in a list" in answer.text


@pytest.mark.parametrize("question", [HOSTILE, "\x00", '"', "-", '""', "a" * 399, "title:x OR *"])
def test_whatever_is_typed_is_answered(portal: Portal, question: str) -> None:
    answer = portal.get(f"/search{Q}&q={quote(question)}")
    assert answer.status == 200
    assert Markup(answer.text).faults == []
    assert "<script>" not in answer.text


def test_an_unknown_kind_finds_nothing_and_offers_everything(portal: Portal) -> None:
    assert "Search everything" in text(portal, f"/search{Q}&q=river&kind=zebra")


def test_one_index_serves_all_days_of_a_book(portal: Portal) -> None:
    portal.get(f"/search{Q}&q=river")
    volume = portal.library.volume(None, date(2021, 1, 1))
    assert volume.index is portal.library.index(volume.book)


def test_marked_words_are_whole_and_safe() -> None:
    assert marked("a <b> river & rivers", ["river"]) == Safe("a &lt;b&gt; <mark>river</mark> &amp; rivers")
    assert marked("Annual report", ["report", "Annual report"]) == Safe("<mark>Annual report</mark>")
    assert marked("<i>", []) == Safe("&lt;i&gt;")
