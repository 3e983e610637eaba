"""Reports of one session side by side."""

from __future__ import annotations

import json

import pytest

from servanda.pages.faces import to_json
from servanda.reading import read_text
from servanda.reading.comparing import compare, write_comparison
from tests.cli.evenings import communique
from tests.cli.league import run


def compared(*texts):
    return compare([(f"report-{number}", read_text(text)) for number, text in enumerate(texts, 1)])


def told(contradiction):
    return [one.says for one in contradiction.told]


def test_a_report_agrees_with_itself():
    found = compared(communique(), communique())
    assert found.contradictions == found.single == found.shared == ()
    assert len(found.agreed) > 15


def test_what_only_one_report_says_is_set_apart():
    more = communique() + "\nBelarus will publish a strategy on trade by June 2021.\n"
    points = compared(communique(), more).single
    assert {point.kind for point in points} >= {"commitments"}
    assert {point.silent for point in points} == {("report-1",)}
    assert all("publish a strategy" in point.told[0].evidence for point in points)


def test_what_several_and_not_all_say_is_told_apart_from_both():
    more = communique() + "\nBelarus will publish a strategy on trade by June 2021.\n"
    found = compared(communique(), more, more)
    assert {len(point.told) for point in found.shared} == {2}
    assert found.single == ()


CASES = [
    ("18 December", "17 December", "the day of the session", ["2020-12-18", "2020-12-17"]),
    ("Belarus will preside", "Kazakhstan will preside", "who presides in 2021", None),
    ("15 October 2021", "16 October 2021", "the day of the next session", ["2021-10-15", "2021-10-16"]),
    ("by December 2021", "by June 2021", "by when it is promised", None),
]


@pytest.mark.parametrize(("words", "instead", "what", "says"), CASES, ids=[case[2] for case in CASES])
def test_what_contradicts_is_told_with_both_passages(words, instead, what, says):
    found = compared(communique(), communique().replace(words, instead))
    (contradiction,) = [one for one in found.contradictions if one.what == what]
    assert [one.report for one in contradiction.told] == ["report-1", "report-2"]
    assert all(one.evidence for one in contradiction.told)
    if says:
        assert told(contradiction) == says


def test_a_party_that_one_report_has_present_and_another_absent():
    found = compared(communique(absent=("Armenia",)), communique(absent=("Moldova",)))
    (armenia, moldova) = [one for one in found.contradictions if one.kind == "participants"]
    assert told(armenia) == ["Armenia was absent", "Armenia took part"]
    assert told(moldova) == ["Moldova was absent", "Moldova took part"]


def test_a_partial_day_does_not_contradict_a_whole_one():
    vague = communique().replace("on 15 October 2021", "in October 2021")
    assert not [one for one in compared(communique(), vague).contradictions if one.kind == "next_session"]


def test_reports_of_different_sessions_are_doubted():
    other = (
        "The Nordic Council met\n\n3 May 2019\n\nThe leaders of Norway and Sweden took part in the session in Oslo.\n"
    )
    (problem,) = compared(communique(), other).problems
    assert (problem.code, problem.severity) == ("R116", "warning")


def test_both_faces_show_the_same(tmp_path):
    found = compared(communique(), communique().replace("18 December", "17 December"))
    text, data = write_comparison(found), json.loads(to_json(found))
    assert "session: the day of the session" in text
    assert data["contradictions"][0]["what"] == "the day of the session"
    assert f"Told by all ({len(data['agreed'])})" in text


def test_the_command_compares_files(tmp_path):
    (tmp_path / "one.txt").write_text(communique())
    (tmp_path / "two.txt").write_text(communique().replace("18 December", "17 December"))
    result = run("read", "--compare", "--json", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    assert result.exit_code == 0
    assert [one["date"] for one in json.loads(result.stdout)["reports"]] == ["2020-12-18", "2020-12-17"]


@pytest.mark.parametrize("files", [["--compare", "one"], ["one", "two"], ["--compare", "one", "one"]])
def test_files_that_cannot_be_compared_are_misuse(files):
    assert run("read", *files).exit_code == 2
