"""The founding document, read from the reference folder: what must be found in it."""

from __future__ import annotations

import json
import re

import pytest

from servanda.reading import load, read_text


@pytest.fixture(scope="module")
def gold(reference):
    return json.loads((reference / "reading" / "gold" / "seed.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading(reference):
    text, problems = load(reference / "seed" / "press-release.txt")
    assert problems == []
    return read_text(text)


def overlaps(text, expected, found):
    start = text.find(expected["evidence"])
    shared = min(start + len(expected["evidence"]), found.end) - max(start, found.start)
    return shared >= 0.5 * min(len(expected["evidence"]), found.end - found.start)


def words(text):
    return re.findall(r"\w+", text.lower())


def test_all_who_were_present_are_found_and_nobody_else(reading, gold):
    assert {item.party for item in reading.participants} == {item["party"] for item in gold["participants"]}


def test_the_absent_state_is_found_with_its_reason(reading, gold):
    assert [(item.party, item.reason) for item in reading.absent] == [(a["party"], a["reason"]) for a in gold["absent"]]


def test_all_persons_are_found_with_their_offices(reading, gold):
    assert {(p.name, p.office) for p in reading.persons} == {(p["name"], p["office"]) for p in gold["persons"]}


def test_both_documents_are_approved_and_the_second_names_the_first(reading, gold):
    approved = [document.title for document in reading.documents if document.action == "approved"]
    assert approved == [document["title"] for document in gold["documents"] if document["action"] == "approved"]


def test_the_presidencies_are_found_with_their_years(reading, gold):
    found = {(d.type, d.parties, d.when) for d in reading.decisions}
    assert found == {(d["type"], tuple(d["parties"]), d["when"]) for d in gold["decisions"]}


def test_the_next_session_is_proposed(reading, gold):
    found = reading.next_session
    assert {"date": found.date, "place": found.place, "status": found.status} == {
        key: gold["next_session"][key] for key in ("date", "place", "status")
    }


def test_the_commitments_are_found_without_false_ones(reading, gold):
    matched = [any(overlaps(reading.text, c, found) for found in reading.commitments) for c in gold["commitments"]]
    assert sum(matched) >= 4
    assert len(reading.commitments) <= len(gold["commitments"]) + 1


def test_proposals_are_found_without_false_ones(reading, gold):
    false = [p for p in reading.proposals if not any(overlaps(reading.text, g, p) for g in gold["proposals"])]
    assert len(reading.proposals) >= 6
    assert false == []


def test_all_quotations_have_their_speakers(reading, gold):
    assert [(words(quote.evidence), quote.speaker) for quote in reading.quotes] == [
        (words(quote["evidence"]), quote["speaker"]) for quote in gold["quotes"]
    ]


def test_the_documents_go_to_the_absent_state(reading):
    assert [item.party for item in reading.transmissions] == ["Armenia"]


def test_another_absent_state_is_followed(reading):
    text = reading.text.replace("Armenian", "Tajik").replace("Armenia", "Tajikistan").replace("Yerevan", "Dushanbe")
    variant = read_text(text)
    assert [(item.party, item.reason) for item in variant.absent] == [("Tajikistan", "unexpected circumstances")]
    assert [item.party for item in variant.transmissions] == ["Tajikistan"]
    assert "Tajikistan" not in {item.party for item in variant.participants}
