"""Communiqués written and labelled by somebody who had not seen the rules: what was reached on them is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.bench.reading import score_folder

FOLDER = Path(__file__).parent / "blind"
SECOND = Path(__file__).parent / "blind_second"

# A little below what the rules reach: one item may go where another rule comes, but no mechanism may break.
FLOORS = {
    "absent": 0.90,
    "commitments": 0.90,
    "decisions": 0.90,
    "documents": 0.90,
    "next_session": 0.80,
    "participants": 0.90,
    "persons": 0.92,
    "proposals": 0.90,
    "quotes": 0.95,
    "session": 0.92,
    "speakers": 0.70,
}


FLOORS_OF_SECOND = {
    "absent": 0.95,
    "commitments": 0.72,
    "decisions": 0.85,
    "documents": 0.85,
    "next_session": 0.85,
    "participants": 0.87,
    "persons": 0.93,
    "proposals": 0.72,
    "quotes": 0.82,
    "session": 0.85,
}


@pytest.fixture(scope="module")
def second():
    return score_folder(SECOND)


@pytest.mark.parametrize("kind", FLOORS_OF_SECOND)
def test_the_scores_of_the_second_half_stay_above_their_floors(second, kind):
    assert second["all"][kind]["f1"] >= FLOORS_OF_SECOND[kind]


@pytest.fixture(scope="module")
def scores():
    return score_folder(FOLDER)


def test_every_text_has_its_labels(scores):
    assert scores["texts"] == len(list((FOLDER / "texts").iterdir())) == len(list((FOLDER / "gold").iterdir()))


@pytest.mark.parametrize("kind", FLOORS)
def test_the_scores_stay_above_their_floors(scores, kind):
    assert scores["all"][kind]["f1"] >= FLOORS[kind]


def test_every_passage_stands_in_its_text(scores):
    verbatim = scores["all"]["verbatim"]
    assert verbatim["right"] == verbatim["found"] > 0


def test_a_note_on_no_session_yields_no_decision_and_nobody(scores):
    about = [miss for miss in scores["misses"] if miss["text"] == "a-en-07"]
    assert about == []
