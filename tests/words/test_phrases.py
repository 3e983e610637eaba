"""Phrases: the English text that they are, and the same in another language."""

from __future__ import annotations

import copy
import pickle

import pytest

from servanda.words import phrases
from servanda.words.phrases import (
    NUMBER,
    PARTIES,
    Phrase,
    Spelled,
    counted,
    joined,
    listed,
    parts_of,
    render,
    said_of,
    say,
    spelled,
    term,
)


def test_a_phrase_is_its_english_text() -> None:
    assert say("terminated on {day}", day="2020-01-02") == "terminated on 2020-01-02"


def test_it_is_said_in_russian_with_the_same_values() -> None:
    assert render(say("terminated on {day}", day="2020-01-02"), "ru") == "прекращено 2020-01-02"


def test_what_is_no_phrase_stays_as_it_is() -> None:
    assert render("as the record has it", "ru") == "as the record has it"


def test_a_language_without_a_catalogue_stays_english() -> None:
    assert render(say("terminated on {day}", day="2020-01-02"), "hy") == "terminated on 2020-01-02"


def test_a_phrase_within_a_phrase_is_translated_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "translations", lambda _language: Upper())
    inner = say("it ended")
    assert render(joined("; ", [inner, "as written"]), "ru") == "IT ENDED; as written"
    assert render(say("because {why}", why=inner), "ru") == "BECAUSE IT ENDED"


@pytest.mark.parametrize(("number", "english"), [(1, "1 act is missing"), (2, "2 acts are missing")])
def test_english_counts_in_two_forms(number: int, english: str) -> None:
    assert counted("{number} act is missing", "{number} acts are missing", number) == english


@pytest.mark.parametrize(("number", "word"), [(1, "вычислен"), (2, "вычислены"), (5, "вычислены"), (21, "вычислен")])
def test_russian_counts_in_its_own_forms(number: int, word: str) -> None:
    one = "{number} of the acts used was computed back from the published date and is no evidence for it"
    several = "{number} of the acts used were computed back from the published date and are no evidence for it"
    assert render(counted(one, several, number), "ru").split()[4] == word


def test_joined_phrases_keep_what_looks_like_a_placeholder() -> None:
    assert joined(", ", ["{day}", "a"]) == "{day}, a"


def through_pickle(phrase: Phrase) -> Phrase:
    again = pickle.loads(pickle.dumps(phrase))  # noqa: S301 - our own bytes
    assert isinstance(again, Phrase)
    return again


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, through_pickle])
def test_a_copy_remembers_as_much(again) -> None:
    copied = again(say("terminated on {day}", day="2020-01-02"))
    assert isinstance(copied, Phrase)
    assert render(copied, "ru") == "прекращено 2020-01-02"


def test_empty_parts_are_left_out() -> None:
    assert joined("; ", ["", "one", ""]) == "one"
    assert render(joined("; ", []), "ru") == ""


def test_names_are_listed_by_the_alphabet_of_the_language() -> None:
    names = {"AT": "Б", "BE": "А"}
    codes = listed(["BE", "AT"])
    assert codes == "AT, BE"
    assert render(codes, "ru", lambda code: spelled(names[str(code)])) == "А, Б"


def test_a_word_of_a_closed_list_is_said_by_its_label() -> None:
    words = say("{standing} since {day}", standing=term("standing", "party"), day="2020")
    assert words == "party since 2020"
    assert render(words, "ru") == "участник с 2020"


def test_a_value_takes_the_form_that_the_sentence_asks_for() -> None:
    def spell(_value: object) -> Spelled:
        return spelled("май", of="мая", on="в мае")

    assert render(say("in force since {day}", day="1995-05"), "ru", spell) == "в силе с мая"
    assert render(say("terminated on {day}", day="1995-05"), "ru", spell) == "прекращено в мае"


def test_a_sentence_tells_its_data() -> None:
    more = say("consent of {number} of {parties}", number=2, parties=listed(["FR", "DE", "US"]))
    words = joined(", ", [say("{number} more {noun}", number=3, noun=term("counted", "deposits")), more])
    assert said_of(words, NUMBER) == [3, 2]
    assert [parts_of(one) for one in said_of(words, PARTIES)] == [["DE", "FR", "US"]]
    assert said_of("no phrase", NUMBER) == []


class Upper:
    """A language that shouts."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("{WHY}", "{why}").replace("{PART0}", "{part0}").replace("{PART1}", "{part1}")
