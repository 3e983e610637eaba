"""The languages of the portal: in the address, in the browser's wish, on the page, and where a translation waits."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from servanda.web import query
from tests.web.markup import Markup
from tests.web.portal import Portal
from tests.web.test_screens import PATHS

Q = "?as-of=2021-01-01"
LATIN = re.compile(r"[A-Za-z]{4,}")


def test_the_language_stands_in_the_address_and_in_every_link(portal: Portal) -> None:
    markup = Markup(portal.get(f"/states/AT{Q}&language=ru").text)
    own = [link for link in markup.links if link.startswith("/") and not link.endswith((".ics", ".atom"))]
    assert [link for link in own if "language=ru" not in link] == [f"/states/AT{Q}"]
    assert portal.get(f"/states/AT.json{Q}&language=ru").json()["address"] == f"/states/AT{Q}&language=ru"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_its_language_and_leads_to_the_other(portal: Portal, path: str) -> None:
    for language in ("en", "ru"):
        page = portal.get(f"{path}{Q}&language={language}").text
        assert f'<html lang="{language}">' in page
        assert f'hreflang="ru" lang="ru"{" aria-current" if language == "ru" else ""}' in page


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("fr, ru;q=0.2", "ru"),
        ("en;q=0.5, ru;q=0.4", ""),
        ("ru;q=0", ""),
        ("ru;q=x", ""),
        ("de", ""),
        ("", ""),
    ],
)
def test_who_comes_without_a_day_gets_the_language_of_the_browser(portal: Portal, wish: str, language: str) -> None:
    answer = portal.get("/states", accept_language=wish)
    expected = f"/states?as-of={query.today()}" + (f"&language={language}" if language else "")
    assert (answer.headers["location"], answer.headers["vary"]) == (expected, "Accept-Language")


def test_an_address_with_a_day_means_the_same_for_everybody(portal: Portal) -> None:
    assert '<html lang="en">' in portal.get(f"/states{Q}", accept_language="ru").text


@pytest.mark.parametrize("code", ["az", "be", "hy", "kk", "ky", "ro", "tg", "uz"])
def test_a_language_without_a_translation_is_told_of_and_kept(portal: Portal, code: str) -> None:
    page = portal.get(f"/states{Q}&language={code}")
    assert page.status == 200
    assert '<html lang="en">' in page.text
    assert "There is no translation into" in page.text
    assert f"/states/AT{Q}&amp;language={code}" in page.text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/documents/nothing?as-of=2021-01-01&language=ru", 404, "в записи нет документа «nothing»"),
        ("/?as-of=2021-02-30&language=ru", 400, "В календаре нет дня 2021-02-30"),
        ("/nowhere?language=ru", 404, "На портале нет страницы /nowhere"),
        ("/?q=" + quote("ы" * 10_000), 414, "The address is too long"),
        ("/?language=ru&q=" + "x" * 10_000, 414, "Адрес слишком длинный"),
        ("/sessions?as-of=0001-01-01&language=ru", 200, "не записано ни одного заседания"),
        ("/?as-of=1990-01-01&known-by=0&language=ru", 200, "не записано ни одного акта"),
    ],
)
def test_what_cannot_be_answered_is_told_in_the_language_of_the_page(
    portal: Portal, address: str, status: int, words: str
) -> None:
    answer = portal.get(address)
    assert answer.status == status
    assert words in " ".join(Markup(answer.text).text.split())


def test_states_stand_in_the_alphabet_of_the_language(portal: Portal) -> None:
    names = {
        language: [row["party"]["name"] for row in portal.get(f"/states.json{Q}&language={language}").json()["states"]]
        for language in ("en", "ru")
    }
    assert names["en"] == ["Austria on the Danube", "Belgium", "Denmark", "Norway", "Switzerland"]
    assert names["ru"] == ["Австрия", "Бельгия", "Дания", "Норвегия", "Швейцария"]


def test_the_frame_of_a_russian_page_is_russian(portal: Portal) -> None:
    page = portal.get(f"/calendar/1999{Q}&language=ru").text
    body = page[page.index("<body>") :]
    text = re.sub(r"<desc.*?</desc>", "", body)
    words = set(LATIN.findall(" ".join(Markup(text).text.split())))
    assert words <= {"Servanda", "English", "JSON", "localhost", "calendar", "language"}
