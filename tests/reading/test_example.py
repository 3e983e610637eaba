"""The example communiqué that the repository brings along."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.reading import load, read_text

EXAMPLE = Path(__file__).parents[2] / "examples" / "cis-2020-12-18.txt"


@pytest.fixture(scope="module")
def reading():
    text, problems = load(EXAMPLE)
    assert problems == []
    return read_text(text)


def test_the_example_has_nine_states_and_a_committee(reading):
    assert len(reading.participants) == 10
    assert "CIS Executive Committee" in {item.party for item in reading.participants}


def test_the_example_tells_who_was_absent_and_why(reading):
    assert [(item.party, item.reason) for item in reading.absent] == [("Armenia", "unexpected circumstances")]
    assert [item.party for item in reading.transmissions] == ["Armenia"]


def test_the_example_tells_of_the_session(reading):
    session = reading.session
    assert (session.date, session.format, session.chair) == ("2020-12-18", "videoconference", "Uzbekistan")
    assert (reading.next_session.date, reading.next_session.place) == ("2021-10-15", "Minsk")


def test_the_example_tells_who_presides(reading):
    assert {(decision.type, decision.parties, decision.when) for decision in reading.decisions} == {
        ("presidency", ("Uzbekistan",), "2020"),
        ("presidency", ("Belarus",), "2021"),
        ("presidency", ("Kazakhstan",), "2022"),
        ("co-chairs", ("Uzbekistan", "Kazakhstan"), "2021"),
    }


def test_the_example_names_the_documents(reading):
    approved = [document.title for document in reading.documents if document.action == "approved"]
    assert approved == [
        "revised Concept for further development of the CIS",
        "Plan of the main measures to the Concept",
    ]


def test_the_example_holds_commitments_and_proposals(reading):
    assert [item.actor for item in reading.commitments] == ["CIS Executive Committee", "Belarus", "Belarus", "Belarus"]
    assert [item.actor for item in reading.proposals] == ["Azerbaijan", "Russia", "Belarus", "Belarus"]
