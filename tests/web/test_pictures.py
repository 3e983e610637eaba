"""Pictures: made from the page's record alone, safe in a page, and true to the days they show."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.days import Day
from servanda.pages.barriers import TargetRow, barriers_page
from servanda.pages.calendar import calendar_page
from servanda.pages.documents import document_page
from servanda.pages.levels import LevelCell, TopicLevels
from servanda.pages.parts import ThingRef
from servanda.pages.presidency import presidency_page
from servanda.pages.published import PublishedCount
from servanda.web.pictures import (
    barriers_picture,
    chart_picture,
    course_picture,
    figures,
    levels_picture,
    progress_picture,
    rail,
    terms_picture,
    year_picture,
)
from servanda.web.pictures.scale import Scale
from tests.pages.league import HOSTILE, view

DAY = date(2021, 1, 1)


ONE, TWO = ThingRef("wide", f"Wide {HOSTILE}"), ThingRef("narrow", "Narrow")
TOPICS = [
    TopicLevels(
        ThingRef("trade", f"Trade {HOSTILE}"),
        [LevelCell(ONE, "coordination", 2), LevelCell(TWO, "common rules", 1)],
        [],
        [],
    ),
    TopicLevels(ThingRef("ports", "Ports"), [LevelCell(ONE, "", 0), LevelCell(TWO, "not recorded", 1)], [], []),
]


def count(day: str, number: int, of: ThingRef = ONE) -> PublishedCount:
    return PublishedCount(of, "barrier", Day.parse(day), number, "", [])


def target(day: str, number: int) -> TargetRow:
    return TargetRow(ONE, "barrier", number, Day.parse(day), None, None, [])


COUNTS = [count("2018-01-01", 60), count("2020-01-01", 30), count("2019-01-01", 9, TWO)]


def pictures() -> dict[str, str]:
    river, canal = document_page(view(), "river-treaty"), document_page(view(), "canal-treaty")
    league, year = presidency_page(view(), "league"), calendar_page(view(), "2021")
    assert river is not None
    assert canal is not None
    assert league is not None
    assert year is not None
    return {
        "course": course_picture(river.timeline, DAY, HOSTILE),
        "lanes": chart_picture(river.chart, DAY, HOSTILE),
        "progress": progress_picture(canal.progress, HOSTILE),
        "terms": terms_picture(league.terms, DAY, HOSTILE),
        "year": year_picture(year.year, year.items, DAY, HOSTILE),
        "levels": levels_picture([ONE, TWO], TOPICS, HOSTILE),
        "barriers": barriers_picture(COUNTS, [target("2022-12-31", 0)], DAY, HOSTILE),
        "rail": rail(1991, DAY, DAY),
    }


@pytest.mark.parametrize("name", ["course", "lanes", "progress", "terms", "year", "levels", "barriers", "rail"])
def test_a_picture_is_well_formed_and_hostile_words_stay_words(name: str) -> None:
    found = pictures()[name]
    root = ET.fromstring(found)  # noqa: S314 - made by us a line above
    tags = {one.tag for one in root.iter()}
    assert tags <= {"div", "svg", "title", "desc", "text", "line", "rect", "circle", "path"}
    assert not {key for one in root.iter() for key in one.attrib} & {"style", "onload", "href", "fill", "stroke"}
    assert name == "rail" or HOSTILE in "".join(root.itertext())


def test_the_places_of_progress_are_as_many_as_are_needed() -> None:
    found = pictures()["progress"]
    assert found.count('class="place there"') == 1
    assert found.count('class="place"') == 2
    assert "1 / 3" in found


def test_a_mark_stands_on_the_day_it_tells_of() -> None:
    year = pictures()["year"]
    root = ET.fromstring(year)  # noqa: S314 - made by us a line above
    assert len([one for one in root.iter() if one.get("class", "").endswith("m-event")]) == 3
    assert sum(one.get("class") == "day today" for one in root.iter()) == 1
    assert sum(one.get("class", "").startswith("day") for one in root.iter("rect")) == 365


def test_nothing_is_drawn_of_nothing() -> None:
    assert not course_picture([], DAY, "t")
    assert not chart_picture([], DAY, "t")
    assert not terms_picture([], DAY, "t")
    assert not progress_picture([], "t")


def test_an_area_lies_within_the_wider_one_and_names_what_it_covers() -> None:
    root = ET.fromstring(pictures()["levels"])  # noqa: S314 - made by us a line above
    outer, inner = [
        {name: float(one.attrib[name]) for name in ("x", "y", "width", "height")}
        for one in root.iter("rect")
        if one.attrib["class"].startswith("area")
    ]
    assert outer["x"] < inner["x"]
    assert outer["x"] + outer["width"] > inner["x"] + inner["width"]
    assert outer["y"] < inner["y"]
    assert outer["y"] + outer["height"] > inner["y"] + inner["height"]
    texts = [one.text for one in root.iter("text")]
    assert texts.count("Ports") == 1
    assert not levels_picture([ONE], TOPICS, "one organisation lies within nothing")


def test_a_count_of_barriers_is_drawn_with_its_number_and_its_target() -> None:
    found = pictures()["barriers"]
    root = ET.fromstring(found)  # noqa: S314 - made by us a line above
    texts = [one.text for one in root.iter("text")]
    assert {"60", "30"} <= set(texts)
    assert "9" not in texts  # a single count says nothing of time
    assert "target: 0, 31 December 2022" in texts
    lines = [one for one in root.iter("line") if one.attrib["class"] == "l-count"]
    assert [float(one.attrib["y1"]) < float(one.attrib["y2"]) for one in lines] == [True]


def test_the_barriers_of_the_record_are_drawn() -> None:
    page = barriers_page(view(date(2022, 6, 1)))
    assert 'class="diamond m-target"' in barriers_picture(page.counts, page.targets, page.as_of, "t")
    assert not barriers_picture([], [], DAY, "t")
    assert not barriers_picture(COUNTS[2:], [], DAY, "t")


DAYS = st.dates()


@given(st.lists(DAYS, min_size=1, max_size=5), DAYS, DAYS)
def test_a_later_day_never_stands_before_an_earlier_one(days: list[date], one: date, other: date) -> None:
    scale = Scale.over(days, 10, 500)
    assert all(10 <= scale.x(day) <= 500 for day in days)
    assert (scale.x(one) <= scale.x(other)) or one > other
    assert len(list(scale.years())) <= 11


@pytest.mark.parametrize(
    ("written", "language", "words"),
    [
        ("2020-12-18", "en", "18 Dec 2020"),
        ("2020-12-18", "ru", "18.12.2020"),
        ("2020-12", "en", "2020-12"),
        ("2020..2021", "ru", "2020..2021"),
        ("nonsense", "en", "nonsense"),
    ],
)
def test_a_day_in_figures_is_as_the_language_writes_it(written: str, language: str, words: str) -> None:
    assert figures(written, language) == words
