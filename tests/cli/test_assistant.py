"""`servanda read --model`: an endpoint that is right, and every way in which one can be wrong."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

import click
import pytest

from servanda.cli.assistant import ANSWER, Endpoint, assistant_of
from servanda.reading.assistants import Question
from tests.cli.league import run
from tests.cli.stand_in import (
    answering,
    dripping_head,
    endless,
    first_then,
    saying,
    silent,
    standing_in,
)

TEXT = """The CIS Council of Heads of State met

18 December 2020

The leaders of Belarus and Kazakhstan took part in the session in Minsk. The guests saw Norway's envoy leave early.
"""
GUEST = {"party": "Norway", "person": None, "evidence": "The guests saw Norway's envoy leave early."}
INVENTED = {"party": "Norway", "person": None, "evidence": "Norway promised to return"}
QUESTION = Question("Read.", TEXT, 0, {"type": "object"})


@pytest.fixture
def file(tmp_path, monkeypatch):
    for name in ("SERVANDA_MODEL", "SERVANDA_MODEL_URL", "SERVANDA_MODEL_KEY", "SERVANDA_MODEL_SECONDS"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "communique.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def asked(file, way, *options):
    """What the command says with a model that answers so, and what the model was asked."""
    with standing_in(way) as (address, questions):
        result = run("read", "--json", "--model", address, *options, file)
    return json.loads(result.stdout), result, questions


def test_a_right_answer_adds_its_items_and_marks_them(file):
    reading, result, questions = asked(file, answering({"participants": [GUEST]}))
    assert result.exit_code == 0
    (added,) = [item for item in reading["participants"] if item["party"] == "Norway"]
    assert added["by"] == "model default"
    assert TEXT[added["start"] : added["end"]] == added["evidence"] == GUEST["evidence"]
    assert {item["by"] for item in reading["participants"] if item["party"] != "Norway"} == {""}
    assert (reading["assistant"]["given"], reading["assistant"]["added"]) == (1, 1)
    assert len(questions) == 1


def test_the_question_holds_the_text_and_the_form(file):
    _reading, _result, ((path, headers, body),) = asked(file, answering({}))
    assert path == "/v1/chat/completions"
    assert body["messages"][1]["content"] == TEXT
    assert body["stream"] is False
    form = body["response_format"]["json_schema"]["schema"]
    assert set(form["properties"]["participants"]["items"]["properties"]) == {"party", "person", "evidence"}
    assert "Authorization" not in headers


def test_an_invented_quotation_is_dropped_and_told(file):
    reading, result, _questions = asked(file, answering({"participants": [INVENTED, GUEST]}))
    assert [item["party"] for item in reading["participants"]].count("Norway") == 1
    assert reading["assistant"]["dropped"] == 1
    assert "R115 1 of 2 items of default were dropped: 1 quote words that do not stand in the text" in result.stderr


@pytest.mark.parametrize(
    ("way", "why"),
    [
        (answering("{broken"), "no JSON object"),
        (saying(200, b"<html>"), "not the form agreed"),
        (saying(200, b'{"choices": []}'), "not the form agreed"),
        (saying(401), "status 401"),
        (saying(302), "status 302"),
        (endless(), f"longer than {ANSWER:,} bytes"),
    ],
)
def test_a_wrong_answer_leaves_what_the_rules_found(file, way, why):
    reading, result, questions = asked(file, way)
    assert result.exit_code == 0
    assert {item["party"] for item in reading["participants"]} == {"Belarus", "Kazakhstan"}
    assert "R114" in result.stderr
    assert why in result.stderr
    assert len(questions) == 1


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_endpoint_that_is_busy_is_asked_again(status):
    with standing_in(first_then(saying(status), answering("{}"))) as (address, questions):
        said, problem = Endpoint("m", urlsplit(address), pauses=(0.01,)).answer(QUESTION)
    assert (said, problem) == ("{}", None)
    assert len(questions) == 2


@pytest.mark.parametrize("status", [429, 500])
def test_an_endpoint_that_stays_busy_is_given_up(status):
    with standing_in(saying(status)) as (address, questions):
        said, problem = Endpoint("m", urlsplit(address), pauses=(0.01,)).answer(QUESTION)
    assert said is None
    assert f"status {status}" in problem.message
    assert len(questions) == 3


@pytest.mark.parametrize("way", [silent, dripping_head, endless(b" ", 0.02)], ids=["silent", "head", "body"])
def test_an_answer_that_takes_too_long_is_cut_off(way):
    with standing_in(way) as (address, _questions):
        begin = time.monotonic()
        said, problem = Endpoint("m", urlsplit(address), seconds=0.4).answer(QUESTION)
        assert time.monotonic() - begin < 5
    assert said is None
    assert "took too long" in problem.message


def test_an_endpoint_that_is_not_there_is_a_problem():
    said, problem = Endpoint("m", urlsplit("http://127.0.0.1:9/v1"), seconds=2).answer(QUESTION)
    assert said is None
    assert problem.code == "R114"
    assert "cannot be reached" in problem.message


def test_the_key_and_the_model_come_from_the_environment(file, monkeypatch):
    with standing_in(answering({})) as (address, questions):
        monkeypatch.setenv("SERVANDA_MODEL_URL", address)
        monkeypatch.setenv("SERVANDA_MODEL_KEY", "secret")
        result = run("read", "--json", "--model", "small", file)
    assert json.loads(result.stdout)["assistant"]["name"] == "small"
    ((_path, headers, body),) = questions
    assert headers["Authorization"] == "Bearer secret"
    assert body["model"] == "small"
    assert "secret" not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("named", "key", "why"),
    [
        ("small", "", "where is the model"),
        ("http://example.org/v1", "secret", "https only"),
        ("https://", "", "no address"),
    ],
)
def test_a_model_that_cannot_be_asked_is_misuse(named, key, why, file, monkeypatch):
    monkeypatch.setenv("SERVANDA_MODEL_KEY", key)
    with pytest.raises(click.UsageError, match=why):
        assistant_of(named)


def test_proposals_say_which_of_them_a_model_found(file):
    with standing_in(answering({"participants": [GUEST]})) as (address, _questions):
        result = run("read", "--model", address, file)
    assert "(found by model default)" in result.stdout
