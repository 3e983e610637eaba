"""A long list on the screen: so many rows of how many, with ways to the others; as a file it is whole."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Any
from zipfile import ZipFile

import pytest

from servanda.pages import sections
from servanda.web.screens import SCREENS
from servanda.web.templating import counted
from tests.pages.league import journal
from tests.web.markup import Markup
from tests.web.portal import Portal

Q = "?as-of=2022-06-01"
LISTS = {
    "/documents": "documents",
    "/sessions": "sessions",
    "/states": "states",
    "/commitments": "commitments",
    "/barriers": "obstacles",
    "/presidency/league/hand-over": "unfinished",
}


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(journal(tmp_path_factory.mktemp("sections") / "league.db"))


@pytest.fixture(autouse=True)
def of_one_row(monkeypatch: Any) -> None:
    monkeypatch.setattr(sections, "ROWS", 1)


def table(portal: Portal, path: str, query: str, kind: str = "csv") -> list[dict[str, str]]:
    answer = portal.get(f"{path}.{kind}{query}&table={LISTS[path]}")
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def words_of_paper(portal: Portal, address: str) -> bytes:
    with ZipFile(io.BytesIO(portal.get(address).body)) as paper:
        return paper.read("word/document.xml")


def way(html: str, rel: str) -> str:
    """The link of a page to the section before or behind, in the section's own words."""
    found = re.findall(rf'<a href="([^"]*)" rel="{rel}">The ', html)
    assert len(set(found)) <= 1
    return unescape(found[0]) if found else ""


def test_every_page_with_a_long_list_is_among_these() -> None:
    asking = {f"/{screen.route}" for screen in SCREENS if any(ask.name == "from" for ask in screen.asks)}
    assert asking == {path.replace("league", "<path:organisation>") for path in LISTS}


@pytest.mark.parametrize("path", LISTS)
def test_the_next_rows_lead_through_the_whole_list_and_back(short: Portal, path: str) -> None:
    rows, walked, address = [], [], path + Q
    while address:
        page = short.get(address).text
        told = short.get(address, accept="application/json").json()
        assert told["address"] == address
        assert Markup(page).faults == []
        rows += [str(row) for row in told[LISTS[path]]]
        walked, address = [*walked, address], way(page, "next")
        assert way(page, "prev") == (walked[-2] if len(walked) > 1 else "")
        section = told["section"]
        assert f"Rows {section['first']}–{section['last']} of {section['of']}" in " ".join(Markup(page).text.split())
    assert len(rows) == len(set(rows)) == len(table(short, path, Q)) == len(walked) > 1


@pytest.mark.parametrize("path", LISTS)
def test_a_file_has_all_rows_whatever_section_was_on_the_screen(short: Portal, path: str) -> None:
    whole = table(short, path, Q)
    assert table(short, path, Q + "&from=3") == whole
    page = short.get(f"{path}{Q}&from=3").text
    assert f'href="{path}.csv{Q}&amp;table={LISTS[path]}"' in page
    assert words_of_paper(short, f"{path}.docx{Q}&from=3") == words_of_paper(short, f"{path}.docx{Q}")


@pytest.mark.parametrize("path", LISTS)
def test_behind_the_end_a_page_says_where_the_list_ends(short: Portal, path: str) -> None:
    size = len(table(short, path, Q))
    page = short.get(f"{path}{Q}&from=9000")
    text = " ".join(Markup(page.text).text.split())
    assert (page.status, f"the last one is row {size}." in text) == (200, True)
    last = short.get(way(page.text, "prev"), accept="application/json").json()["section"]
    assert (last["last"], last["next"]) == (size, "")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("from=0", "is no place in a list"),
        ("from=-1", "is no place in a list"),
        ("from=", "is no place in a list"),
        ("from=1.5", "is no place in a list"),
        ("from=one", "is no place in a list"),
        ("from=%D9%A1", "is no place in a list"),
        ("from=10000001", "is no place in a list"),
        ("from=" + "9" * 40, "is no place in a list"),
        ("from=1&from=2", "twice"),
    ],
)
@pytest.mark.parametrize("suffix", ["", ".json", ".csv"])
def test_what_is_no_row_is_refused(short: Portal, asked: str, words: str, suffix: str) -> None:
    answer = short.get(f"/documents{suffix}{Q}&{asked}")
    assert answer.status == 400
    assert words in unescape(answer.text)


def test_the_first_row_need_not_be_named(short: Portal) -> None:
    assert short.get(f"/documents.json{Q}&from=1").json() == short.get(f"/documents.json{Q}").json()


def test_a_list_that_is_shown_whole_says_how_long_it_is(short: Portal, monkeypatch: Any) -> None:
    size = len(table(short, "/documents", Q))
    monkeypatch.setattr(sections, "ROWS", size)
    page = short.get(f"/documents{Q}&language=en").text
    assert f'<data value="{size}">{size}</data> rows' in page
    assert (way(page, "next"), way(page, "prev")) == ("", "")


def test_another_day_and_another_language_keep_the_section(short: Portal) -> None:
    page = short.get(f"/documents{Q}&from=3").text
    assert '<input type="hidden" name="from" value="3">' in page
    assert f'href="/documents{Q}&amp;language=ru&amp;from=3"' in page


def test_long_numbers_are_set_apart_as_the_language_does() -> None:
    assert counted(3650) == '<data value="3650">3,650</data>'
    assert counted(3650, "ru") == '<data value="3650">3\N{NO-BREAK SPACE}650</data>'
    assert counted(300) == '<data value="300">300</data>'
