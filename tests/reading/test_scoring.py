"""Scores of a reading, on labels made here and on the reference, where score.py is the judge."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from servanda.bench.reading import score_folder
from servanda.bench.scoring import Labelled, NoGold, labelled_texts, score_text
from servanda.pages.faces import to_json
from servanda.reading import load, read_text
from tests.cli.evenings import communique
from tests.cli.league import run

LINE = re.compile(r"^  (\w+) +P \S+ R \S+ F1 \S+  \((\d+) of (\d+), (\d+) proposed\)$", re.MULTILINE)


def gold_of(text):
    """Labels that say what the reader says: right by definition."""
    return json.loads(to_json(read_text(text)))


@pytest.fixture
def one():
    return Labelled("one", communique(), gold_of(communique()))


def scored(labelled):
    return score_text(labelled, read_text(labelled.text))


def test_what_the_labels_say_is_right(one):
    score = scored(one)
    assert score.misses == []
    assert all(count.right == count.labelled == count.found for count in score.counts.values())


@pytest.mark.parametrize("kind", ["participants", "absent", "documents", "decisions", "commitments", "proposals"])
def test_what_is_not_labelled_is_false_and_what_is_not_found_is_missed(one, kind):
    items = one.gold[kind]
    fewer = scored(replace(one, gold=one.gold | {kind: items[1:]}))
    assert [(miss.kind, miss.how) for miss in fewer.misses] == [(kind, "false")]
    invented = {**items[0], "party": "Norway", "title": "outer space", "type": "award", "start": 0, "end": 9}
    more = scored(replace(one, gold=one.gold | {kind: [*items, invented]}))
    assert [(miss.kind, miss.how) for miss in more.misses] == [(kind, "missed")]


def test_a_wrong_field_of_the_session_is_told_with_both_values(one):
    wrong = replace(one, gold=one.gold | {"session": one.gold["session"] | {"chair": "Norway"}})
    assert [miss.says for miss in scored(wrong).misses] == ["chair: Norway, read as Uzbekistan"]


def test_a_label_that_cannot_be_used_is_named(one):
    bad = replace(one, gold=one.gold | {"documents": [{"title": "x", "kind": "novel", "action": "signed"}]})
    with pytest.raises(NoGold, match=r"one: a label of documents cannot be used: .*novel"):
        scored(bad)


def test_the_scores_are_those_of_the_reference(reference, tmp_path):
    folder = reference / "reading"
    got = tmp_path / "got"
    got.mkdir()
    for labelled in labelled_texts(folder):
        (got / f"{labelled.name}.json").write_bytes(to_json(read_text(labelled.text)))
        (got / f"{labelled.name}.txt").write_text(labelled.text, encoding="utf-8")
    said = subprocess.run(
        [sys.executable, str(folder / "score.py"), "all", str(folder / "gold"), str(got)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    theirs = {kind: tuple(map(int, numbers)) for kind, *numbers in LINE.findall(said)}
    ours = {
        kind: (count["right"], count["labelled"], count["found"])
        for kind, count in score_folder(folder)["all"].items()
        if kind != "verbatim"  # counted there over the kinds that are scored
    }
    assert len(ours) == 11
    assert ours == {kind: theirs[kind] for kind in ours}


def test_groups_add_up_to_the_whole(reference):
    found = score_folder(reference / "reading")
    for group in ("language", "provenance"):
        for kind, whole in found["all"].items():
            parts = [counts.get(kind, {"right": 0, "found": 0}) for counts in found[group].values()]
            assert sum(part["right"] for part in parts) == whole["right"]
            assert sum(part["found"] for part in parts) == whole["found"]
    assert set(found["provenance"]) == {"verbatim", "retold", "synthetic", "seed"}


def test_every_passage_of_the_reference_stands_in_its_text(reference):
    for labelled in labelled_texts(reference / "reading"):
        reading = read_text(labelled.text)
        assert all(item.evidence == labelled.text[item.start : item.end] for item in reading.items())


def folder_of(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(communique(), encoding="utf-8")
    labels = gold_of(communique())
    labels["participants"] = labels["participants"][1:]
    (tmp_path / "gold" / "one.json").write_text(json.dumps(labels), encoding="utf-8")
    (tmp_path / "index.csv").write_text("file,language,provenance\none.txt,en,made here\n", encoding="utf-8")
    return str(tmp_path)


def test_the_command_prints_scores_by_group_and_every_miss(tmp_path):
    result = run("bench", "reading", "--no-speed", folder_of(tmp_path))
    assert result.exit_code == 0
    assert "language: en" in result.stdout
    assert "provenance: made" in result.stdout
    assert "every miss (1)" in result.stdout
    assert "one  participants, false: " in result.stdout


def test_the_command_answers_as_json(tmp_path):
    data = json.loads(run("bench", "reading", "--no-speed", "--json", folder_of(tmp_path)).stdout)
    assert data["texts"] == 1
    assert data["all"]["verbatim"]["f1"] == 1.0
    assert [miss["kind"] for miss in data["misses"]] == ["participants"]


def test_a_folder_without_labels_is_an_error(tmp_path):
    result = run("bench", "reading", "--no-speed", str(tmp_path))
    assert result.exit_code == 1
    assert "holds no gold" in result.stderr


@pytest.mark.slow
def test_the_speed_is_measured(tmp_path):
    data = json.loads(run("bench", "reading", "--megabytes", "0.2", "--json", folder_of(tmp_path)).stdout)
    assert data["texts_per_s"] > 0
    assert data["long_s"] > 0
    assert data["long_peak_rss_mb"] > 0


def test_the_text_of_the_founding_release_is_found(reference):
    (seed,) = [one for one in labelled_texts(reference / "reading") if one.name == "seed"]
    assert seed.text == load(reference / "seed" / "press-release.txt")[0]
