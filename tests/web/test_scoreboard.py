"""The scoreboard in the portal: narrowed and ordered by its address; colour says nothing that words do not."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.markup import Markup
from tests.web.portal import Portal

Q = "?as-of=2022-06-01"


def board(portal: Portal, asked: str = "") -> dict[str, list[str]]:
    """The states of each class."""
    found = portal.get(f"/scoreboard.json{Q}{asked}").json()["classes"]
    return {one["rank"]: [row["party"]["code"] for row in one["states"]] for one in found}


def test_the_address_narrows_by_class_state_and_topic(portal: Portal) -> None:
    whole = board(portal)
    rank = next(iter(whole))
    assert list(board(portal, f"&rank={rank.replace(' ', '+')}")) == [rank]
    assert {code for codes in board(portal, "&party=BE").values() for code in codes} == {"BE"}
    assert board(portal, "&topic=no-such-topic") == {}
    assert len(whole) > 1


def test_the_address_narrows_to_the_commitments_of_an_organisation(portal: Portal) -> None:
    assert board(portal, "&organisation=league") != {}
    assert board(portal, "&organisation=no-such-organisation") == {}
    page = portal.get(f"/scoreboard{Q}&organisation=league").text
    assert '<option value="league" selected>' in page


def test_an_order_that_is_none_is_refused(portal: Portal) -> None:
    answer = portal.get(f"/scoreboard{Q}&order=worst")
    assert answer.status == 400
    assert "cannot be chosen here" in answer.text


def test_the_choice_stands_in_the_form_and_in_the_address(portal: Portal) -> None:
    page = portal.get(f"/scoreboard{Q}&party=BE&order=figure").text
    assert '<option value="BE" selected>' in page
    assert '<option value="figure" selected>' in page
    assert f"/scoreboard{Q}&language=ru&party=BE&order=figure" in Markup(page).links


@pytest.mark.parametrize(("language", "words"), [("en", "no information"), ("ru", "сведений нет")])
def test_what_is_not_known_says_so_and_has_a_shape_of_its_own(portal: Portal, language: str, words: str) -> None:
    page = portal.get(f"/scoreboard{Q}&language={language}").text
    cells = re.findall(r'<td class="heat (h-\w+)">(.*?)</td>', page)
    assert {shape for shape, cell in cells if words in cell} == {"h-none"}
    assert all(Markup(f"<p>{cell}</p>").text.strip() for _shape, cell in cells)


@pytest.mark.parametrize("path", ["/commitments", "/commitments/league/council/2020-12-18/1", "/scoreboard"])
def test_a_page_of_monitoring_says_that_it_is_a_part_of_its_own(portal: Portal, path: str) -> None:
    assert "Monitoring is a part of its own." in portal.get(path + Q).text
    assert "Мониторинг — отдельная часть." in portal.get(f"{path}{Q}&language=ru").text


@pytest.mark.parametrize(
    "asked", ["", "&topic=clean-water", "&party=BE", "&rank=legal+obligation", "&organisation=league"]
)
def test_every_figure_leads_to_as_many_rows_as_it_counts(portal: Portal, asked: str) -> None:
    page = portal.get(f"/scoreboard{Q}{asked}").text
    links = re.findall(r'<a href="(/commitments[^"]*)">(\d+)</a>', page)
    assert len(links) > 5
    for link, number in set(links):
        told = portal.get(unescape(link), accept="application/json").json()
        assert told["section"]["of"] == int(number), link


@pytest.mark.parametrize("asked", ["figure=worst", "standing=praised", "from=0"])
def test_what_the_register_cannot_be_narrowed_to_is_refused(portal: Portal, asked: str) -> None:
    assert portal.get(f"/commitments{Q}&{asked}").status == 400
