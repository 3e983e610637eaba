"""Names and days as a reader sees them."""

from __future__ import annotations

import pytest

from servanda.days import Day, Period
from servanda.pages.days_in_words import day_in_words, long_day, long_period
from servanda.pages.naming import Names, plain
from servanda.words.phrases import joined, say
from tests.pages.league import book


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2020-12-18", "18 December 2020"),
        ("2020-12", "December 2020"),
        ("2020", "2020"),
        ("2020-12-18~", "≈ 18 December 2020"),
        ("2020-05..2020-06", "May 2020 – June 2020"),
        ("2020-13-01", "2020-13-01"),
        ("no day", "no day"),
    ],
)
def test_a_day_says_no_more_than_it_knows(written: str, words: str) -> None:
    assert long_day(written) == words


def test_a_day_speaks_the_language_of_the_page() -> None:
    assert long_day("2020-12-18", "ru") == "18 декабря 2020 г."


@pytest.mark.parametrize(
    ("written", "itself", "of", "on"),
    [
        ("2020-12-18", "18 декабря 2020 г.", "18 декабря 2020 г.", "18 декабря 2020 г."),
        ("1995-05", "май 1995 г.", "мая 1995 г.", "в мае 1995 г."),
        ("1995", "1995 г.", "1995 г.", "в 1995 г."),
        ("1995-05~", "≈ май 1995 г.", "примерно мая 1995 г.", "примерно в мае 1995 г."),
        (
            "1995-05..1995-06",
            "май 1995 г. – июнь 1995 г.",
            "мая 1995 г. – июня 1995 г.",
            "в период с мая 1995 г. по июнь 1995 г.",
        ),
        ("no day", "no day", "no day", "no day"),
    ],
)
def test_a_russian_sentence_takes_a_day_in_the_form_it_needs(written: str, itself: str, of: str, on: str) -> None:
    day = day_in_words(written, "ru")
    assert (str(day), f"{day:of}", f"{day:on}") == (itself, of, on)


def test_english_has_one_form_of_a_day() -> None:
    day = day_in_words("1995-05", "en")
    assert {str(day), f"{day:of}", f"{day:on}"} == {"May 1995"}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2021", "2021"),
        ("2014-01-01..2014-03-20", "1 January 2014 – 20 March 2014"),
        ("2014-01-01..", "1 January 2014 –"),
    ],
)
def test_a_period_is_told_by_its_ends(written: str, words: str) -> None:
    assert long_period(Period.parse(written)) == words


def test_the_record_s_own_name_goes_before_the_short_name() -> None:
    names = Names(book())
    assert names.party("AT") == "Austria on the Danube"
    assert names.party("BE") == "Belgium"
    assert names.parties(("DK", "AT", "league")) == ["Austria on the Danube", "Denmark", "League of Rivers"]


def test_a_thing_is_called_by_its_title() -> None:
    names = Names(book(), "ru")
    assert names.thing("river-treaty") == "Договор о реках"
    assert names.thing("nothing-known") == "nothing-known"
    assert Names(book()).thing("league/council/2020-12-18") == "Council of the League, 18 December 2020"


@pytest.mark.parametrize(
    ("words", "spelt"),
    [
        ("signed on 2011-10-18", "signed on 18 October 2011"),
        ("BE presides in 2020: decided", "Belgium presides in 2020: decided"),
        ("next by the DE alphabet (not: DK, NO)", "next by the DE alphabet (not: Denmark, Norway)"),
        ("decided at league/council/2020-12-18", "decided at Council of the League, 18 December 2020"),
        ("no clause of canal-treaty, self-reported", "no clause of Treaty on canals, self-reported"),
        (
            "notified 2010-08..2010-09, computed 2010-08-01",
            "notified August 2010 – September 2010, computed 1 August 2010",
        ),
        ("UN 75, art. 3-4, 1/2", "UN 75, art. 3-4, 1/2"),
    ],
)
def test_a_reason_is_spelt_out(words: str, spelt: str) -> None:
    assert Names(book()).spell(words) == spelt


def test_a_sentence_is_told_with_its_values_spelt() -> None:
    words = say("{party} objected on {day}: {why}", party="BE", day=Day.parse("2020-05"), why=say("silence"))
    assert Names(book()).tell(words) == "Belgium objected on May 2020: silence"


def test_a_sentence_is_told_in_the_language_of_the_page() -> None:
    words = joined(
        "; ", (say("terminated on {day}", day=Day.parse("2020-05")), say("consent of {parties}", parties="BE"))
    )
    assert Names(book(), "ru").tell(words) == "прекращено в мае 2020 г.; согласие: Бельгия"


def test_what_a_template_says_is_not_taken_for_a_name() -> None:
    assert Names(book()).tell(say("canal-treaty is no name here, but this is: {name}", name="canal-treaty")) == (
        "canal-treaty is no name here, but this is: Treaty on canals"
    )


def test_a_word_of_a_list_is_plain() -> None:
    assert [plain(word) for word in ("took-note", "in-person", "present")] == ["took note", "in person", "present"]
