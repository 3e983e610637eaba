"""Beside every table stands a link to its rows as a file, by the name of the table; it is not printed."""

from __future__ import annotations

import dataclasses
import re
from html import unescape
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from servanda.exchange.tables import table_names
from servanda.pages.listed import field_label
from servanda.pages.parts import PartyRef, ThingRef
from servanda.web.screens import SCREENS
from tests.pages.league import entered
from tests.web.portal import Portal
from tests.web.test_browser import OWN, PATHS

ELSEWHERE = {
    ("today", "waiting"): "figures without a table of their own",
    ("session", "reasons"): "where the session is recorded, which opens on demand",
    ("organ", "recorded"): "the same",
    ("organ", "upcoming"): "a card with the next day",
    ("actions", "actions"): "stands with the papers of the page",
    ("document", "lacking"): "a sentence each",
    ("commitments", "choices"): "a form",
    ("scoreboard", "choices"): "a form",
    ("search", "hits"): "a search has ways of its own",
    ("search", "facets"): "a form",
}
"""Tables without a link beside them, and why; like all others they are named at the foot of the page."""


def rows_of(page: Any, name: str) -> Any:
    """The record type of the rows of a table."""
    hint = get_type_hints(page)[name]
    assert get_origin(hint) is list
    return get_args(hint)[0]


def expected(screen: Any, page: Any, filled: dict[str, Any]) -> set[str]:
    """The tables that have rows, are no mere names, and are not told elsewhere."""
    named = {name for name in table_names(page) if rows_of(page, name) not in (PartyRef, ThingRef)}
    return {name for name in named if filled[name] and (screen, name) not in ELSEWHERE}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_table_has_its_file_beside_it_and_says_its_name(portal: Portal, screen: Any, language: str) -> None:
    path = PATHS[screen.name] or "/acts/" + next(one.id for one in entered(portal.path).held if one.act.verb == "join")
    day = "2021-12-15" if screen.name == "report" else "2022-06-01"
    query = f"?as-of={day}&language={language}" + (f"&{OWN[path]}" if path in OWN else "")
    told, html = portal.get(f"{path}.json{query}").json(), portal.get(path + query).text
    page = type_of(screen)
    main = html.partition("<main")[2].partition("</main>")[0]
    found = re.findall(r'<a class="csv" href="([^"]*)" download>CSV<span class="hidden">: ([^<]*)</span></a>', main)
    linked = {unescape(link).rpartition("table=")[2]: (unescape(link), words) for link, words in found}
    assert len(linked) == len(found)
    assert set(linked) == expected(screen.name, page, told)
    for name, (link, words) in linked.items():
        assert words == field_label(page, name, language)
        answer = portal.get(link)
        assert (answer.status, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")


def type_of(screen: Any) -> Any:
    """The record type of a screen."""
    hint = get_type_hints(screen.record)["return"]
    return next(one for one in (hint, *get_args(hint)) if dataclasses.is_dataclass(one))


def test_what_is_told_elsewhere_is_a_table_of_some_page() -> None:
    tables = {(screen.name, name) for screen in SCREENS for name in table_names(type_of(screen))}
    assert set(ELSEWHERE) <= tables
