"""Every screen answers, in valid HTML that runs nothing, with links that lead somewhere."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest

from servanda.pages.reference import PAGES
from servanda.web.screens import SCREENS
from tests.pages.league import HOSTILE, entered
from tests.web.markup import Markup
from tests.web.portal import Portal

Q = "?as-of=2021-01-01"
PATHS = [
    "/",
    "/sessions",
    "/sessions/league/council/2020-12-18",
    "/sessions/league/council/2019-10-11",
    "/sessions/league/council/2020-12-18/actions",
    "/sessions/league/council/2020-12-18/absent/CH",
    "/documents",
    "/documents/river-treaty",
    "/documents/canal-treaty",
    "/documents/old-treaty",
    "/documents/rough-paper",
    "/documents/river-concept",
    "/states",
    "/states/BE",
    "/states/CH",
    "/organs",
    "/organs/league/council",
    "/calendar/2020",
    "/matrix",
    "/matrix/league",
    "/presidency",
    "/presidency/league",
    "/presidency/club",
    "/presidency/league/hand-over",
    "/presidency/league/report",
    "/commitments",
    "/commitments/league/council/2020-12-18/1",
    "/scoreboard",
    "/levels",
    "/barriers",
    "/funnel/league",
    "/journal",
]


def act_path(portal: Portal, verb: str) -> str:
    return "/acts/" + next(one.id for one in entered(portal.path).held if one.act.verb == verb)


@pytest.mark.parametrize("path", PATHS)
def test_a_screen_answers_as_html_and_as_json(portal: Portal, path: str) -> None:
    page, answer = portal.get(path + Q), portal.get(f"{path}.json{Q}")
    assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()["address"] == path + Q
    assert answer.json() == portal.get(path + Q, accept="application/json").json()


@pytest.mark.parametrize("path", [*PATHS, "act", "refusal"])
@pytest.mark.parametrize("day", ["1999-01-01", "2010-07-15", "2021-07-15"])
def test_a_screen_is_well_formed_and_runs_nothing(portal: Portal, path: str, day: str) -> None:
    path = {"act": act_path(portal, "join"), "refusal": "/documents/nothing"}.get(path, path)
    markup = Markup(portal.get(f"{path}?as-of={day}").text)
    assert markup.faults == []
    assert not {"style", "iframe", "object", "img"} & set(markup.tags)
    assert markup.tags.count("script") == 1  # a file of ours, loaded by its address: nothing runs inline
    assert [link for link in markup.loads if not link.startswith("/")] == []
    assert [one for one in markup.ids if markup.ids.count(one) > 1] == []
    assert markup.tags.count("h1") == 1


def test_every_link_of_every_screen_leads_to_a_page_and_an_anchor(portal: Portal) -> None:
    ids: dict[str, list[str]] = {}
    waiting, broken = ["/" + Q, act_path(portal, "decide") + Q], []
    while waiting:
        address = waiting.pop()
        target = urlsplit(address)
        page = f"{target.path}?{target.query}"
        if page not in ids:
            answer = portal.get(f"{unquote(target.path)}?{target.query}")
            markup = Markup(answer.text if "html" in answer.headers["content-type"] else "")
            ids[page] = markup.ids
            broken += [address] if answer.status != 200 else []
            own = [link if link.startswith("/") else page + link for link in markup.links if not _is_outside(link)]
            waiting += [link for link in own if "known-by" not in link and not _is_another_day(link)]
        if target.fragment and unquote(target.fragment) not in ids[page]:
            broken.append(address)
    assert broken == []
    assert len(ids) > 40


def _is_another_day(link: str) -> bool:
    """Tell whether a link leads to another day or another year, of which there are too many to follow all."""
    year = re.match(r"/calendar/(\d+)", link)
    return Q not in link or (year is not None and not 2018 < int(year[1]) < 2023)


def _is_outside(link: str) -> bool:
    return not link.startswith(("/", "#"))


def test_links_keep_the_day_and_what_was_known(portal: Portal) -> None:
    markup = Markup(portal.get("/?as-of=2021-01-01&known-by=60").text)
    own = [link for link in markup.links if link.startswith("/")]
    assert [link for link in own if "&known-by=60" not in link and link != "/" + Q] == []


def test_an_address_of_a_source_is_followed_only_on_the_web(portal: Portal) -> None:
    pages = [portal.get(act_path(portal, verb) + Q) for verb in ("source", "complete", "join")]
    links = [link for page in pages for link in Markup(page.text).links]
    assert "https://gazette.example/2000?a=1&b=2" in links
    assert [link for link in links if "javascript" in link] == []


@pytest.mark.parametrize("path", PATHS)
def test_hostile_words_of_the_record_stay_words(portal: Portal, path: str) -> None:
    page = portal.get(path + Q).text
    assert page.count("<script") == 1
    assert "<script>" not in page
    assert "<b>bold" not in page
    if HOSTILE in portal.get(f"{path}.json{Q}").body.decode():
        assert HOSTILE in Markup(page).text


def test_the_depositary_s_date_stands_before_the_computed_one(portal: Portal) -> None:
    page = Markup(portal.get("/documents/river-treaty" + Q).text).text
    assert page.index("notified by the depositary") < page.index("computed from the clause")
    assert "The two differ: notified 1 August 2010; from the acts of the record 31 July 2010" in " ".join(page.split())


def test_who_is_not_recorded_as_signing_is_said_to_be_just_that(portal: Portal) -> None:
    page = portal.get("/sessions/league/council/2020-12-18" + Q).text
    assert "signature not recorded: 2" in page
    assert "sent for signature, none recorded" in page
    assert "A state may lawfully never sign." in portal.get("/" + Q).text


def test_days_are_told_in_words_with_their_form_for_machines(portal: Portal) -> None:
    page = portal.get("/documents" + Q).text
    assert '<time datetime="2020-12-18">18 December 2020</time>' in page
    assert '<span title="2016-01-01~">≈ 1 January 2016</span>' in page
    assert '<span title="2017-01..2017-03">January 2017 – March 2017</span>' in page


def test_an_act_shows_its_text_its_source_and_its_entry(portal: Portal) -> None:
    page = Markup(portal.get(act_path(portal, "join") + Q).text).text
    for words in ("2000-01-01 join league AT BE CH", "Austria, Belgium and Switzerland", "clerk <one>", "03:04 UTC"):
        assert words in page
    late = portal.get(act_path(portal, "challenge") + Q).text
    assert "of a later day than the one this page speaks of" in late


def test_the_journal_tells_its_size_and_root_as_they_were_known(portal: Portal) -> None:
    now, then = (portal.get(f"/journal.json{Q}{known}").json() for known in ("", "&known-by=20"))
    assert now["root"] == portal.library.journal().root().hex()
    assert (then["size"], len(then["root"])) == (20, 64)
    assert then["last_moment"] == "2026-01-02T03:04:05Z"
    assert portal.get(f"/journal.json{Q}&known-by=0").json()["entries"] == []


FILES_ONLY = {"/search"}
"""Pages that the command line and files show, and the portal not yet."""


def test_every_screen_is_in_the_reference() -> None:
    routes = [re.sub(r"<\w+:\w+>", "*", f"/{screen.route}") for screen in SCREENS]
    written = [re.sub(r"(?<=/)[A-Z]+", "*", path) for path in PAGES if path not in FILES_ONLY]
    assert sorted(routes) == sorted(written)
