"""One page, three faces: what the JSON of a page says, its HTML and its terminal text say as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from servanda.data import shipped
from servanda.journal import open_journal
from servanda.pages.faces import to_data, to_text
from servanda.pages.parts import View
from servanda.record import enter, load
from servanda.web.screens import SCREENS
from servanda.words.labels import labels
from tests.pages.league import entered, journal
from tests.web.portal import Portal

DAYS = ("2010-07-15", "2019-12-31", "2020-12-18", "2021-01-01", "2021-12-15", "2022-06-01", "1999-12-31")
LABELS = {language: list(labels(language).values()) for language in ("en", "ru")}
PARTS = {
    "session": ["league/council/2019-10-11", "league/council/2020-12-18"],
    "document": ["river-treaty", "canal-treaty", "old-treaty", "river-concept", "rough-paper", "spring-paper"],
    "state": ["AT", "BE", "CH", "DK", "NO"],
    "presidency": ["league", "club"],
    "handover": ["league", "club"],
    "report": ["league"],
    "funnel": ["league", "league/council"],
    "commitment": [
        "league/council/2020-12-18/1",
        "league-plan/1.1",
        "river-treaty/works",
        "league/council/2020-12-18/3",
    ],
    "organ": ["league/council"],
    "matrix": ["league"],
    "calendar": ["2010", "2020", "2021"],
}


class Shown(HTMLParser):
    """What a reader of the HTML can get at: its texts, and its links, days and titles."""

    def __init__(self, html: str, language: str = "en") -> None:
        super().__init__()
        self.language = language
        self.texts: list[str] = []
        self.attributes: list[str] = []
        self._in_time = 0
        self.figures: list[str] = []
        self.feed(html)
        self.text = squeezed(" ".join([*self.texts, *self.attributes]))
        self.run_on = squeezed("".join(self.texts))
        self.numbers = {number for text in self.figures for number in NUMBER.findall(text)}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_time += tag == "time"
        self.attributes += [value for name, value in attrs if name in ("href", "datetime", "title") and value]

    def handle_endtag(self, tag: str) -> None:
        self._in_time -= tag == "time"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if not self._in_time:
            self.figures.append(data)

    def tells(self, leaf: Any) -> bool:
        """Tell whether a leaf is shown, or its label; a number must stand on its own, not within a day or a name."""
        if isinstance(leaf, str):
            return self._says(leaf) or any(self._says(table[leaf]) for table in LABELS[self.language] if leaf in table)
        return str(leaf) in self.numbers

    def _says(self, words: str) -> bool:
        return squeezed(words) in self.text or squeezed(words) in self.run_on


NUMBER = re.compile(r"(?<![\w./:-])\d+(?![\w/:-])")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def leaves(data: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """The strings and numbers of a page with the names of their fields; what is empty is left out."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, f"{where}.{name}")
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, where)
    elif data not in (None, "") and not isinstance(data, bool):
        yield where, data


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(journal(tmp_path_factory.mktemp("faces") / "league.db"))


def addresses(portal: Portal) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every page of the league: the screen, its path, and the parts of the path."""
    for screen in SCREENS:
        name = re.search(r"<\w+:(\w+)>", screen.route)
        if name is None:
            yield screen.name, f"/{screen.route}", {}
            continue
        ids = [one.id for one in entered(portal.path).held] if screen.name == "act" else PARTS[screen.name]
        for part in ids:
            yield screen.name, "/" + screen.route.replace(name[0], part), {name[1]: part}


def test_every_page_is_among_those_compared(portal: Portal) -> None:
    assert {name for name, _, _ in addresses(portal)} == {screen.name for screen in SCREENS}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("day", DAYS)
def test_the_html_says_all_that_the_json_says(portal: Portal, day: str, language: str) -> None:
    silent = {}
    for _name, path, _parts in addresses(portal):
        if path.startswith("/acts/") and day != DAYS[0]:
            continue
        query = f"?as-of={day}&language={language}"
        answer, page = portal.get(f"{path}.json{query}"), portal.get(path + query)
        assert answer.status == page.status
        if answer.status == 200:
            shown = Shown(page.text, language)
            missing = {leaf for leaf in leaves(answer.json()) if not shown.tells(leaf[1])}
            if missing:
                silent[path] = missing
    assert silent == {}


@pytest.mark.parametrize("known_by", ["0", "10", "21", "2026-01-02"])
def test_the_html_says_all_that_the_json_says_of_an_earlier_knowledge(portal: Portal, known_by: str) -> None:
    for _name, path, _parts in addresses(portal):
        query = f"?as-of=2021-01-01&known-by={known_by}"
        answer, page = portal.get(f"{path}.json{query}"), portal.get(path + query)
        assert answer.status == page.status
        if answer.status == 200:
            shown = Shown(page.text)
            assert [leaf for leaf in leaves(answer.json()) if not shown.tells(leaf[1])] == [], path


def says(text: str, leaf: str) -> bool:
    """Tell whether a text holds a leaf, or the label of the word that it is."""
    return any(squeezed(words) in text for words in (leaf, *(one[leaf] for one in LABELS["en"] if leaf in one)))


@pytest.mark.parametrize("day", DAYS)
def test_the_terminal_says_all_that_the_json_says(portal: Portal, day: str) -> None:
    screens = {screen.name: screen for screen in SCREENS}
    view = View(entered(portal.path), date.fromisoformat(day))
    for name, path, parts in addresses(portal):
        page = screens[name].record(view, **parts)
        if page is not None:
            text = squeezed(to_text(page))
            numbers = set(NUMBER.findall(text))
            missing = [
                (where, leaf)
                for where, leaf in leaves(to_data(page))
                if not (says(text, leaf) if isinstance(leaf, str) else str(leaf) in numbers)
            ]
            assert missing == [], path


@pytest.mark.slow
def test_the_pages_of_the_shipped_record_have_three_equal_faces(tmp_path: Any) -> None:
    opened, _problems = open_journal(str(tmp_path / "cis.db"), create=True)
    assert opened is not None
    with opened:
        entered_ = enter(opened, load([shipped("records/cis")]).acts, moment="2026-01-02T03:04:05Z", by="clerk")
        assert entered_.entered > 500
    portal = Portal(tmp_path / "cis.db")
    query = "?as-of=2021-01-15"
    lists = {name: portal.get(f"/{name}.json{query}").json() for name in ("sessions", "documents", "states")}
    paths = ["/", "/sessions", "/documents", "/states", "/presidency", "/presidency/cis", "/commitments", "/journal"]
    paths += [
        "/scoreboard",
        "/levels",
        "/barriers",
        "/presidency/cis/hand-over",
        "/presidency/cis/report",
        "/funnel/cis",
    ]
    paths += ["/organs", "/organs/cis/chs", "/matrix", "/matrix/cis", "/calendar/2020", "/calendar/2021"]
    paths += ["/sessions/" + row["session"]["id"] for row in lists["sessions"]["sessions"]]
    paths += ["/documents/" + row["document"]["id"] for row in lists["documents"]["documents"]]
    paths += ["/states/" + row["party"]["code"] for row in lists["states"]["states"]]
    for path in paths:
        answer, page = portal.get(f"{path}.json{query}"), portal.get(path + query)
        assert (answer.status, page.status) == (200, 200), path
        shown = Shown(page.text)
        assert [leaf for leaf in leaves(answer.json()) if not shown.tells(leaf[1])] == [], path
