"""One page, three faces: what the JSON of a page says, its HTML and its terminal text say as well."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any, NamedTuple, get_args, get_type_hints
from urllib.parse import urlencode

import pytest

from servanda.data import shipped
from servanda.journal import open_journal
from servanda.pages import sections
from servanda.pages.faces import to_data, to_text
from servanda.pages.listed import vocabularies
from servanda.pages.parts import View
from servanda.record import enter, load
from servanda.web.screen import Screen
from servanda.web.screens import SCREENS
from servanda.words.labels import label
from tests.pages.league import entered, journal
from tests.web.portal import Portal

DAYS = ("2010-07-15", "2019-12-31", "2020-12-18", "2021-01-01", "2021-12-15", "2022-06-01", "1999-12-31")
PARTS = {
    "session": ["league/council/2019-10-11", "league/council/2020-12-18"],
    "actions": ["league/council/2019-10-11", "league/council/2020-12-18"],
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


OF_AN_ORGANISATION = {
    "presidency": "/presidency/{}",
    "handover": "/presidency/{}/hand-over",
    "report": "/presidency/{}/report",
    "funnel": "/funnel/{}",
    "matrix": "/matrix/{}",
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
        self.figures += [value for name, value in attrs if tag == "data" and name == "value" and value]
        self.attributes += [value for name, value in attrs if name in ("href", "datetime", "title", "value") and value]

    def handle_endtag(self, tag: str) -> None:
        self._in_time -= tag == "time"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if not self._in_time:
            self.figures.append(data)

    def tells(self, leaf: Leaf) -> bool:
        """Tell whether a leaf is shown: a word of a closed list by its own label, a number on its own."""
        if (leaf.where, leaf.value) in TOLD_OTHERWISE:
            return True
        return self._says(said(leaf, self.language)) if isinstance(leaf.value, str) else str(leaf.value) in self.numbers

    def _says(self, words: str) -> bool:
        return squeezed(words) in self.text or squeezed(words) in self.run_on


NUMBER = re.compile(r"(?<![\w./:-])\d+(?![\w/:-])")


def squeezed(text: str) -> str:
    return " ".join(text.split())


TOLD_OTHERWISE = {
    (".rows.cells.sign", "date"): "the day itself stands in the cell",
    (".total", 0): "nothing was found",
    (".first", 0): "nothing was found",
    (".section.first", 1): "all rows are shown, or the first of them",
    (".section.first", 0): "no row is shown",
    (".section.last", 0): "no row is shown",
    (".section.of", 0): "there is no row",
}
"""What the HTML of a page tells in words of its own."""


class Leaf(NamedTuple):
    """A string or a number of a page: the field that holds it, and the closed list of its word, if it is of one."""

    where: str
    value: Any
    vocabulary: str = ""


def said(leaf: Leaf, language: str) -> str:
    """A leaf as a reader should see it: of a word of a closed list the label in that list, and of no other."""
    return label(leaf.vocabulary, leaf.value, language) if leaf.vocabulary else leaf.value


def leaves(data: Any, record: Any, where: str = "", vocabulary: str = "") -> Iterator[Leaf]:
    """The leaves of a page as JSON, its record type beside it; what is empty is left out."""
    if isinstance(data, dict):
        hints = get_type_hints(record, include_extras=True)
        for name, value in data.items():
            yield from leaves(value, part_of(hints[name]), f"{where}.{name}", vocabularies(record).get(name, ""))
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, record, where, vocabulary)
    elif data not in (None, "") and not isinstance(data, bool):
        yield Leaf(where, data, vocabulary)


def part_of(hint: Any) -> Any:
    """The record that a field holds, or holds several of."""
    found = [hint] if dataclasses.is_dataclass(hint) else [part_of(one) for one in get_args(hint)]
    return next((one for one in found if one is not None), None)


def page_type(screen: Screen) -> Any:
    """The record type of a screen."""
    return part_of(get_type_hints(screen.record)["return"]) or get_type_hints(screen.record)["return"]


TYPES = {screen.name: page_type(screen) for screen in SCREENS}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(journal(tmp_path_factory.mktemp("faces") / "league.db"))


Parts = dict[str, str]
ASKED: dict[str, list[Parts]] = {
    "search": [{}, {"q": "treaty rivers"}, {"q": "канал", "kind": "document"}, {"q": "nothing-of-this"}],
    "commitments": [
        {},
        {"rank": "political", "standing": "contested"},
        {"party": "-", "topic": "-", "figure": "known"},
        {"topic": "no-such-topic"},
    ],
    "scoreboard": [{}, {"rank": "political", "order": "figure"}, {"party": "NO"}, {"topic": "no-such-topic"}],
}


def addresses(portal: Portal) -> Iterator[tuple[str, str, Parts, Parts]]:
    """Every page of the league: the screen, its path, the parts of the path, and what is asked of the screen."""
    yield (
        "absence",
        "/sessions/league/council/2019-10-11/absent/CH",
        {"of": "league/council/2019-10-11", "code": "CH"},
        {},
    )
    for screen in SCREENS:
        name = re.search(r"<\w+:(\w+)>", screen.route)
        if screen.name == "absence":
            continue
        if name is None:
            for own in ASKED.get(screen.name, [{}]):
                yield screen.name, f"/{screen.route}", {}, own
            continue
        ids = [one.id for one in entered(portal.path).held] if screen.name == "act" else PARTS[screen.name]
        for part in ids:
            yield screen.name, "/" + screen.route.replace(name[0], part), {name[1]: part}, {}


def test_every_page_is_among_those_compared(portal: Portal) -> None:
    assert {name for name, _, _, _ in addresses(portal)} == {screen.name for screen in SCREENS}


def compared(portal: Portal, name: str, address: str, language: str = "en") -> set[Leaf]:
    """What the HTML of an address does not say of its JSON."""
    path, _, query = address.partition("?")
    answer, page = portal.get(f"{path}.json?{query}"), portal.get(address)
    assert answer.status == page.status, address
    if answer.status != 200:
        return set()
    shown = Shown(page.text, language)
    return {leaf for leaf in leaves(answer.json(), TYPES[name]) if not shown.tells(leaf)}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("day", DAYS)
def test_the_html_says_all_that_the_json_says(portal: Portal, day: str, language: str) -> None:
    silent = {}
    for name, path, _parts, own in addresses(portal):
        if path.startswith("/acts/") and day != DAYS[0]:
            continue
        asked = {"as-of": day, **({} if language == "en" else {"language": language}), **own}
        missing = compared(portal, name, f"{path}?{urlencode(asked)}", language)
        if missing:
            silent[path] = missing
    assert silent == {}


@pytest.mark.parametrize("known_by", ["0", "10", "21", "2026-01-02"])
def test_the_html_says_all_that_the_json_says_of_an_earlier_knowledge(portal: Portal, known_by: str) -> None:
    for name, path, _parts, own in addresses(portal):
        asked = {"as-of": "2021-01-01", "known-by": known_by, **own}
        assert compared(portal, name, f"{path}?{urlencode(asked)}") == set(), path


@pytest.mark.parametrize("day", DAYS)
def test_the_terminal_says_all_that_the_json_says(portal: Portal, day: str) -> None:
    screens = {screen.name: screen for screen in SCREENS}
    view = View(entered(portal.path), date.fromisoformat(day))
    for name, path, parts, own in addresses(portal):
        page = screens[name].record(view, **parts, **own)
        if page is not None:
            text = squeezed(to_text(page))
            numbers = set(NUMBER.findall(text))
            missing = [
                leaf
                for leaf in leaves(to_data(page), TYPES[name])
                if not (
                    squeezed(said(leaf, "en")) in text if isinstance(leaf.value, str) else str(leaf.value) in numbers
                )
            ]
            assert missing == [], path


@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize("start", [1, 2, 3, 99])
def test_a_section_of_a_list_has_three_equal_faces(portal: Portal, monkeypatch: Any, rows: int, start: int) -> None:
    monkeypatch.setattr(sections, "ROWS", rows)
    view = View(entered(portal.path), date(2022, 6, 1), start=start)
    for screen in SCREENS:
        if not any(ask.name == "from" for ask in screen.asks):
            continue
        path = f"/{screen.route}".replace("<path:organisation>", "league")
        # The query names the number of rows too: no answer that the cache keeps of another test is taken for this one.
        assert compared(portal, screen.name, f"{path}?as-of=2022-06-01&from={start}&of={rows}") == set(), path
        page = screen.record(view, *(["league"] if path != f"/{screen.route}" else []))
        text = squeezed(to_text(page))
        words = [leaf.value for leaf in leaves(to_data(page), TYPES[screen.name]) if leaf.where.startswith(".section")]
        assert [one for one in words if str(one) not in text] == [], path


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
    paths = [(screen.name, f"/{screen.route}") for screen in SCREENS if "<" not in screen.route]
    paths += [(name, path.format("cis")) for name, path in OF_AN_ORGANISATION.items()]
    paths += [("organ", "/organs/cis/chs"), ("calendar", "/calendar/2020"), ("calendar", "/calendar/2021")]
    held = [row["session"]["id"] for row in lists["sessions"]["sessions"]]
    paths += [("session", f"/sessions/{of}") for of in held] + [("actions", f"/sessions/{of}/actions") for of in held]
    paths += [("document", "/documents/" + row["document"]["id"]) for row in lists["documents"]["documents"]]
    paths += [("state", "/states/" + row["party"]["code"]) for row in lists["states"]["states"]]
    for name, path in paths:
        assert portal.get(path + query).status == 200, path
        assert compared(portal, name, path + query) == set(), path
