"""What the templates can say."""

from __future__ import annotations

import pytest

from servanda.web.places import Places
from servanda.web.templating import day, environment, foreign, is_web, moment
from servanda.words.phrases import render, say
from tests.pages.league import book


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("2020-12-18", '<time datetime="2020-12-18">18 December 2020</time>'),
        ("2020-12", '<time datetime="2020-12">December 2020</time>'),
        ("2020", '<time datetime="2020">2020</time>'),
        ("2020..2021", '<span title="2020..2021">2020 – 2021</span>'),
        ("<b>", '<time datetime="&lt;b&gt;">&lt;b&gt;</time>'),
    ],
)
def test_a_day_is_told_in_words(written: str, html: str) -> None:
    assert day(written) == html


def test_a_moment_is_told_in_words() -> None:
    assert moment("2026-01-02T03:04:05Z").endswith(">2 January 2026, 03:04 UTC</time>")
    assert moment("2026-01-02").endswith(">2 January 2026</time>")


def test_only_the_schemes_of_the_web_may_be_links() -> None:
    addresses = ["https://a", "http://a", "javascript:a", "data:a", "//a", "", " https://a"]
    assert [one for one in addresses if is_web(one)] == ["https://a", "http://a"]


def test_a_thing_is_linked_to_its_page() -> None:
    places = Places.of(book())
    assert places.link("river-treaty", "?q") == "/documents/river-treaty?q"
    assert places.link("league/council/2020-12-18", "?q") == "/sessions/league/council/2020-12-18?q"
    assert places.link("league", "?q") == "/presidency/league?q"
    assert places.link("AT", "?q") == "/states/AT?q"
    assert places.link("league/council/2020-12-18/1", "?q") == "/commitments/league/council/2020-12-18/1?q"
    assert places.link("league/council", "?q") == "/organs/league/council?q"
    assert places.link("league/office", "?q") == ""


@pytest.mark.parametrize(
    ("text", "language", "attribute"),
    [
        ("Known by its own words.", "ru", ' lang="en"'),
        ("Known by its own words.", "en", ""),
        ("Договор о реках", "en", ' lang="ru"'),
        ("Договор о реках (FTA)", "ru", ""),
        ("2011", "ru", ""),
        ("", "ru", ""),
    ],
)
def test_a_text_in_other_letters_than_the_page_says_its_language(text: str, language: str, attribute: str) -> None:
    assert foreign(text, language) == attribute


def test_a_withheld_text_is_said_to_be_withheld_in_the_language_of_the_page() -> None:
    shown = {language: environment(language).from_string("{{ a }}, {{ b }}") for language in ("en", "ru")}
    told = {language: template.render(a="[withheld]", b="x [withheld]") for language, template in shown.items()}
    assert told["en"] == "[withheld], x [withheld]"
    assert told["ru"] == "[текст не раскрыт], x [withheld]"  # the head of an act stays as the record writes it


def test_a_sentence_that_tells_a_withheld_reason_says_so_in_its_language() -> None:
    assert render(say("Because of {reason}.", reason="[withheld]"), "ru") == "Because of [текст не раскрыт]."
    assert render(say("Because of {reason}.", reason="[withheld]"), "en") == "Because of [withheld]."
