"""What a page says of itself to machines: its tables, linked data, and what a shared link shows."""

from __future__ import annotations

import re

import pytest

from servanda.web import negotiation
from tests.pages.league import HOSTILE, entered
from tests.web.markup import Markup
from tests.web.portal import Portal

Q = "?as-of=2021-01-01"


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(negotiation, "SUFFIXES", ("json", "csv", "jsonld"))


@pytest.mark.usefixtures("files")
def test_a_page_offers_every_one_of_its_tables_at_its_foot(portal: Portal) -> None:
    page = portal.get(f"/scoreboard{Q}&order=figure&language=ru", cached=False)
    links = [link for link in Markup(page.text.partition("<footer>")[2]).links if ".csv" in link]
    start = f"/scoreboard.csv{Q}&language=ru&order=figure&table="
    assert links == [start + name for name in ("classes", "agreements", "choices")]


@pytest.mark.usefixtures("files")
def test_a_page_of_one_thing_leads_to_its_linked_data(portal: Portal) -> None:
    of_a_thing = portal.get(f"/documents/river-treaty{Q}", cached=False).text
    assert f'href="/documents/river-treaty.jsonld{Q}" type="application/ld+json"' in of_a_thing
    assert "jsonld" not in portal.get(f"/documents{Q}", cached=False).text


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("ru", "ru_RU")])
def test_a_shared_link_shows_the_title_the_day_and_the_whole_address(
    portal: Portal, language: str, locale: str
) -> None:
    page = portal.get(f"/documents/river-treaty{Q}&language={language}").text
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    data = portal.get(f"/documents/river-treaty.json{Q}&language={language}").json()
    assert told["locale"] == locale
    assert told["url"].replace("&amp;", "&") == "http://localhost" + data["address"]
    assert "2021" in told["description"]
    assert HOSTILE not in page


@pytest.mark.parametrize("day", ["1999-01-01", "2015-01-01"])
def test_no_link_of_the_page_of_an_act_leads_nowhere(portal: Portal, day: str) -> None:
    acts = [one for one in entered(portal.path).held if one.act.verb in ("attend", "decide", "ratify", "undertake")]
    for one in acts:
        links = Markup(portal.get(f"/acts/{one.id}?as-of={day}").text).links
        own = [link for link in links if link.startswith(("/sessions/", "/documents/", "/commitments/", "/organs/"))]
        assert [link for link in own if portal.get(link).status != 200] == [], one.act.verb
