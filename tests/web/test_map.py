"""The map of a document: only when asked for, with its disclaimer, and with a place for every state."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import accumulate

import html5lib
import pytest

from servanda.pages.documents import ChartRow, document_page
from servanda.pages.parts import PartyRef
from servanda.web.pictures import off_the_map, world_legend, world_picture
from servanda.web.pictures.world import HEIGHT, WIDTH, world
from servanda.words.tables import rows
from tests.pages.league import HOSTILE, view
from tests.web.portal import Portal
from tools.map import NOBODYS, TARGET, _holds, _place

PAGE = "/documents/river-treaty?as-of=2021-01-01"
DISCLAIMER = {"en": "imply no position on the status of any territory", "ru": "не выражают никакой позиции о статусе"}


def chart() -> list[ChartRow]:
    page = document_page(view(), "river-treaty")
    assert page is not None
    return page.chart


def shown_as(code: str, standing: str = "party") -> ChartRow:
    return replace(chart()[0], party=PartyRef(code, f"{code} {HOSTILE}"), standing=standing)


def test_no_page_shows_a_map_unasked(portal: Portal) -> None:
    page = portal.get(PAGE).text
    assert 'id="map"' not in page
    assert "map-party" not in page
    assert 'map=yes#map">Show on a map</a>' in page


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_map_that_is_asked_for_has_a_legend_and_a_disclaimer(portal: Portal, language: str) -> None:
    answer = portal.get(f"{PAGE}&language={language}&map=yes")
    html5lib.HTMLParser(strict=True).parse(answer.body)
    assert answer.text.count('aria-labelledby="world-t world-d"') == 1
    assert DISCLAIMER[language] in answer.text
    assert 'class="sample"' in answer.text
    assert 'id="chart"' in answer.text
    assert "map=yes#map" not in answer.text


def test_a_map_is_asked_for_by_one_word(portal: Portal) -> None:
    assert portal.get(PAGE + "&map=no").status == 400
    assert portal.get(PAGE + "&map=").status == 200


def test_a_document_without_parties_has_no_map(portal: Portal) -> None:
    assert 'id="map"' not in portal.get("/documents/rough-paper?as-of=2021-01-01&map=yes").text


def test_the_picture_is_well_formed_and_hostile_words_stay_words() -> None:
    root = ET.fromstring(world_picture([shown_as("TV"), shown_as("AT")], HOSTILE))  # noqa: S314 - made by us
    tags = {one.tag for one in root.iter()}
    assert tags == {"div", "svg", "title", "desc", "defs", "pattern", "path", "circle"}
    assert not {key for one in root.iter() for key in one.attrib} & {"style", "onload", "href", "fill", "stroke"}
    assert [one.findtext("title") for one in root.iter("circle")] == [f"TV {HOSTILE}: party"]


@pytest.mark.parametrize(("code", "tag"), [("TV", "circle"), ("MC", "circle"), ("KZ", "path"), ("AT", "path")])
def test_a_state_without_a_shape_is_a_dot(code: str, tag: str) -> None:
    root = ET.fromstring(world_picture([shown_as(code, "former party")], "t"))  # noqa: S314 - made by us
    assert [one.tag for one in root.iter() if "map-former-party" in one.get("class", "")] == [tag]


def test_every_state_of_the_record_has_a_shape_or_a_dot_on_the_map() -> None:
    assert [code for code, *_ in rows("states.tsv") if code not in world()] == []
    assert all(bool(place.path) != (place.dot is not None) for place in world().values())
    dots = [place.dot for place in world().values() if place.dot]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in dots)
    assert world()[""].path  # land without a number of ISO 3166-1: drawn, and nobody's


def test_no_line_runs_across_the_whole_map() -> None:
    lines = [step for place in world().values() for one in place.path.split("z") if one for step in _steps(one)]
    assert max(map(abs, lines)) < WIDTH / 8


def _steps(line: str) -> list[int]:
    return [int(step) for step in re.findall(r"-?\d+", line.partition("l")[2])]


def test_a_legend_names_every_party_by_its_standing() -> None:
    told = world_legend([shown_as("AT"), shown_as("BE", "signatory"), shown_as("TV")])
    assert [(one.standing, [row.party.code for row in one.rows]) for one in told] == [
        ("party", ["AT", "TV"]),
        ("signatory", ["BE"]),
    ]


def test_who_is_no_state_has_no_place() -> None:
    assert [row.party.code for row in off_the_map([shown_as("league"), shown_as("AT")])] == ["league"]
    assert not world_picture([shown_as("league")], "nothing to draw")


def rings(code: str) -> list[list[tuple[int, int]]]:
    """The closed lines of a code, out of its path."""
    found = []
    for part in land()[code].split("z"):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if points:
            found.append(list(accumulate(points, lambda a, b: (a[0] + b[0], a[1] + b[1]))))
    return found


@pytest.mark.parametrize("code", ["RU", "UA"])
def test_land_that_more_than_one_state_calls_its_own_is_drawn_as_nobodys(code: str) -> None:
    place = _place(*NOBODYS["RU"][0], 0)
    assert not any(_holds(ring, place) for ring in rings(code))
    assert any(_holds(ring, place) for ring in rings(""))


def land() -> dict[str, str]:
    rows = (line.split("\t") for line in TARGET.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {code: path for code, path, _dot in rows}
