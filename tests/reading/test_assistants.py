"""What an assistant says counts only where the text says it, too."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.problems import Problem
from servanda.reading import read_text
from servanda.reading.assistants import consult
from servanda.reading.assistants.asking import pieces, schema

TEXT = """The CIS Council of Heads of State met

18 December 2020

The leaders of Belarus and Kazakhstan took part in the session. The envoy of Norway, who had
come from Oslo, left early. The Council approved the Plan of measures.
"""


class Saying:
    """An assistant that says the same to every question."""

    name = "saying"

    def __init__(self, said):
        self.said = said if isinstance(said, str) else json.dumps(said)
        self.asked = []

    def answer(self, question):
        self.asked.append(question)
        return self.said, None


class Failing:
    """An assistant that cannot be asked."""

    name = "failing"

    def answer(self, question):
        return None, Problem("R114", "no answer", None, "", "warning")


def consulted(said, text=TEXT):
    return consult(read_text(text), Saying(said))


def guests(reading):
    return [item for item in reading.participants if item.by]


def guest(evidence, party="Norway"):
    return {"participants": [{"party": party, "person": None, "evidence": evidence}]}


def test_a_verbatim_passage_is_taken_with_its_place():
    (item,) = guests(consulted(guest("The envoy of Norway")))
    assert (item.rule, item.by) == ("assistant", "model saying")
    assert TEXT[item.start : item.end] == item.evidence


def test_a_passage_with_other_white_space_is_that_of_the_text():
    reading = consulted(guest("who had come   from Oslo"))
    (item,) = guests(reading)
    assert item.evidence == "who had\ncome from Oslo"
    assert reading.assistant.respaced == 1


@pytest.mark.parametrize(
    "evidence", ["The envoy of Sweden", "the envoy of Norway", "The envoy of Norway left early.", "", "  ", "Th"]
)
def test_an_invented_passage_is_dropped_and_counted(evidence):
    reading = consulted(guest(evidence))
    assert guests(reading) == []
    assert reading.assistant.dropped == 1
    assert [problem.code for problem in reading.problems] == ["R115"]


@pytest.mark.parametrize("party", ["Sweden", "Atlantis", "SE"])
def test_a_party_that_the_text_does_not_name_is_dropped(party):
    reading = consulted(guest("The envoy of Norway", party))
    assert guests(reading) == []
    assert "name somebody or something" in reading.problems[0].message


def test_a_party_may_be_named_by_another_word_for_it():
    assert guests(consulted(guest("who had\ncome from Oslo", "norway")))


def test_a_title_from_elsewhere_is_dropped():
    document = {
        "title": "Treaty on outer space",
        "kind": "treaty",
        "action": "signed",
        "evidence": "The Council approved",
    }
    reading = consulted({"documents": [document]})
    assert [one.by for one in reading.documents] == [""]
    assert reading.assistant.dropped == 1


@pytest.mark.parametrize(
    "item",
    [
        {"party": "Norway", "person": 7, "evidence": "The envoy of Norway"},
        {"party": "Norway", "evidence": 7},
        {"person": "nobody", "evidence": "The envoy of Norway"},
        "The envoy of Norway",
        None,
    ],
)
def test_an_item_of_another_form_is_dropped_alone(item):
    good = guest("The envoy of Norway")["participants"]
    reading = consulted({"participants": [item, *good]})
    assert len(guests(reading)) == 1
    assert reading.assistant.dropped == 1


def test_places_and_marks_of_its_own_are_not_believed():
    raw = guest("The envoy of Norway")["participants"][0] | {"start": 0, "end": 9, "rule": "presence", "by": ""}
    (item,) = guests(consulted({"participants": [raw]}))
    assert TEXT[item.start : item.end] == "The envoy of Norway"
    assert item.by == "model saying"


def test_what_the_rules_found_is_not_found_twice():
    reading = consulted(guest("The leaders of Belarus and Kazakhstan", "Belarus"))
    assert guests(reading) == []
    assert (reading.assistant.doubles, reading.assistant.dropped) == (1, 0)


def test_a_session_is_taken_only_where_the_rules_found_none():
    session = {
        "organ": "Council", "organisation": None, "date": "1999-01-01", "format": None, "place": None, "chair": None,
        "evidence": "18 December 2020",
    }  # fmt: skip
    assert consulted({"session": session}).session.date == "2020-12-18"


@pytest.mark.parametrize("said", ["{broken", "[]", "7", "no JSON at all", "null", "{" * 5000])
def test_an_answer_that_is_no_json_leaves_the_rules_items(said):
    reading = consulted(said)
    assert reading.items() == read_text(TEXT).items()
    assert [problem.code for problem in reading.problems] == ["R114"]


def test_an_answer_within_a_fence_is_taken():
    assert guests(consulted(f"```json\n{json.dumps(guest('The envoy of Norway'))}\n```"))


def test_an_assistant_that_fails_costs_nothing_but_a_warning():
    reading = consult(read_text(TEXT), Failing())
    assert reading.items() == read_text(TEXT).items()
    assert [(problem.code, problem.severity) for problem in reading.problems] == [("R114", "warning")]


def test_what_it_finds_takes_back_that_nothing_was_found():
    text = "The guests from Norway were shown around the old town by its mayor and stayed for dinner.\n"
    assert [problem.code for problem in read_text(text).problems] == ["R105"]
    reading = consulted(guest("The guests from Norway"), text)
    assert [(problem.code, problem.severity) for problem in reading.problems] == [("R105", "warning")]


def test_a_long_text_is_asked_about_in_pieces_with_true_places():
    text = (
        TEXT + "\n\nThe weather was fine and nothing else happened on that day.\n" * 400 + "\nThe envoy of Sweden came."
    )
    assistant = Saying(guest("The envoy of Sweden", "Sweden"))
    reading = consult(read_text(text), assistant)
    assert len(assistant.asked) > 1
    (item,) = guests(reading)
    assert reading.text[item.start : item.end] == "The envoy of Sweden"


@given(st.text(alphabet="ab \n", max_size=300), st.integers(1, 40))
def test_pieces_hold_every_word_once(text, length):
    parts = list(pieces(text, length))
    assert all(start < end for start, end in parts)
    assert "".join("".join(text[start:end].split()) for start, end in parts) == "".join(text.split())


def test_the_form_is_closed_and_holds_no_field_of_ours():
    form = schema()
    assert form["additionalProperties"] is False
    assert "start" not in json.dumps(form["properties"])
    assert form["properties"]["documents"]["items"]["properties"]["action"]["enum"]
