"""The rule behind each item, and what nothing came of."""

from __future__ import annotations

import json

from servanda.reading import read_text
from servanda.reading.explaining import explain
from servanda.reading.sentences import paragraphs, plain_text, split
from tests.cli.evenings import communique
from tests.cli.league import run

MORE = """
The weather was fine.

The members will continue to support peace and friendship.

Norway has many ports.
"""


def test_every_item_has_its_rule_and_its_passage():
    reading = read_text(communique())
    explained = explain(reading)
    assert len(explained.items) == len(reading.items())
    assert all(one.rule for one in explained.items)
    assert all(reading.text[one.start : one.end] == one.evidence for one in explained.items)
    assert sum(explained.rules.values()) == len(explained.items)


def test_every_sentence_is_read_or_has_a_reason():
    reading = read_text(communique() + MORE)
    explained = explain(reading)
    spans = [(one.start, one.end) for one in (*explained.items, *explained.unread)]
    plain = plain_text(reading.text)
    sentences = split(plain, list(paragraphs(plain)))
    assert all(any(start < one.end and one.start < end for start, end in spans) for one in sentences)
    assert all(one.why for one in explained.unread)


def test_the_reason_is_that_of_the_sentence():
    why = {one.words: one.why for one in explain(read_text(communique() + MORE)).unread}
    assert why["The weather was fine."] == "it names no party, no body and no document"
    assert "nothing that could be checked" in " ".join(
        reason for words, reason in why.items() if words.startswith("The members")
    ) or why["The members will continue to support peace and friendship."].startswith("it looks ahead")
    assert why["Norway has many ports."].startswith("it names a party")


def test_the_command_shows_it_both_ways(tmp_path):
    (tmp_path / "one.txt").write_text(communique() + MORE)
    text = run("read", "--explain", str(tmp_path / "one.txt")).stdout
    data = json.loads(run("read", "--explain", "--json", str(tmp_path / "one.txt")).stdout)
    assert all(f"[rule: {one['rule']}" in text for one in data["items"])
    assert all(one["why"] in text for one in data["unread"])
