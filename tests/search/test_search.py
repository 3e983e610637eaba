"""What is found, by which words, as of which day, and how it says that it matched."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.search import Index, Only, read_question
from tests.records_in_text import book_of

RECORD = """
2000-01-01 organisation league "League of Rivers"
  title-ru "Лига рек"
2000-01-01 organ      league/council "Council of the League"
  title-ru "Совет лиги"
2010-05-01 instrument river-treaty "Treaty on free navigation of rivers"
  title-ru "Договор о свободном судоходстве по рекам"
  within league
2015-01-01 instrument canal-treaty "Treaty on canals"
  title-ru "Договор о каналах"
2018-03-01 instrument lake-plan "Plan for the lakes"
  within league
  note "Ratification is not needed"
2020-12-18 convene    league/council/2020-12-18
2020-12-18 say        league/council/2020-12-18 AT "Free trade begins on free rivers"
2020-12-18 undertake  league/council/2020-12-18/1 BE "send the concept to all members"
2021-02-01 attend     league/council/2020-12-18 BR
"""
TODAY = date(2021, 1, 1)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(book_of(RECORD))


def found(index: Index, question: str, as_of: date = TODAY, **only: str) -> list[str]:
    return [one.told.of for one in index.ask(read_question(question), as_of, Only(**only)).matches]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("navigation", ["river-treaty"]),
        ("NAVIGATION", ["river-treaty"]),
        ("navigations", ["river-treaty"]),
        ("navig", ["river-treaty"]),
        ("судоходства", ["river-treaty"]),
        ("договоров каналы", ["canal-treaty"]),
        ("ratified", ["lake-plan"]),
        ("ратификация", ["lake-plan"]),
        ("обязательства", []),
        ("18 December 2020", ["league/council/2020-12-18"]),
        ("18 декабря 2020", ["league/council/2020-12-18"]),
        ("Австрия", ["AT"]),
        ("canal-treaty", ["canal-treaty"]),
        ("zebra", []),
        ("", []),
        ("!?", []),
    ],
)
def test_words_are_found_in_any_form_and_in_either_language(index: Index, question: str, names: list[str]) -> None:
    assert found(index, question) == names


def test_a_title_comes_before_a_mention(index: Index) -> None:
    assert found(index, "rivers")[:2] == ["league", "river-treaty"]


def test_all_words_must_be_there(index: Index) -> None:
    assert found(index, "treaty canals") == ["canal-treaty"]


def test_where_no_text_has_all_of_them_those_with_some_are_shown_and_called_so(index: Index) -> None:
    answer = index.ask(read_question("zebra canals"), TODAY)
    assert answer.some
    assert [one.told.of for one in answer.matches] == ["canal-treaty"]


def test_a_phrase_stands_as_it_is_written(index: Index) -> None:
    assert found(index, '"free trade"') == ["league/council/2020-12-18"]
    assert found(index, '"trade free"') == []


def test_a_refused_word_keeps_its_texts_out_in_every_form(index: Index) -> None:
    assert found(index, "treaty -canal") == ["river-treaty"]


def test_a_text_is_found_from_the_day_of_its_act_on(index: Index) -> None:
    assert found(index, "canals", date(2014, 12, 31)) == []
    assert found(index, "canals", date(2015, 1, 1)) == ["canal-treaty"]


def test_a_state_is_found_since_it_first_acted(index: Index) -> None:
    assert found(index, "Brazil", date(2021, 1, 31)) == []
    assert found(index, "Brazil", date(2021, 2, 1)) == ["BR"]


def test_a_search_can_be_narrowed(index: Index) -> None:
    assert found(index, "rivers", kind="document") == ["river-treaty"]
    assert found(index, "treaty", organisation="league") == ["river-treaty"]


def test_facets_count_what_was_found_whatever_it_is_narrowed_to(index: Index) -> None:
    wide = index.ask(read_question("rivers"), TODAY)
    narrow = index.ask(read_question("rivers"), TODAY, Only(kind="document"))
    assert wide.facets == narrow.facets
    assert sum(wide.facets["kind"].values()) == wide.total
    assert narrow.total == 1


@pytest.mark.parametrize(
    ("question", "how"),
    [("treaty", "exact"), ("treaties", "form"), ("ratifies", "form"), ("navi", "beginning"), ("рекой", "form")],
)
def test_each_word_says_how_it_matched(index: Index, question: str, how: str) -> None:
    assert {way for one in index.ask(read_question(question), TODAY).matches for _word, way in one.how} == {how}


def test_a_long_question_is_shortened_and_says_so(index: Index) -> None:
    asked = read_question("canals " * 2000)
    assert asked.shortened
    assert len(asked.words) <= 24
    assert [one.told.of for one in index.ask(asked, TODAY).matches] == ["canal-treaty"]


@pytest.mark.parametrize(
    "question", ['"', "-", '-"', '""', "(a OR b)", "a:b", "a* b~2", "\u202ecanals\u202c", "\0", "'; --"]
)
def test_whatever_is_typed_is_a_question_and_no_command(index: Index, question: str) -> None:
    index.ask(read_question(question), TODAY)


def test_marks_that_nobody_sees_do_not_hide_a_word(index: Index) -> None:
    assert found(index, "ca\u00adnals") == found(index, "\u202ecanals") == ["canal-treaty"]


def test_an_empty_record_finds_nothing() -> None:
    assert Index([]).ask(read_question("anything"), TODAY).total == 0
