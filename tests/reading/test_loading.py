"""Taking a communiqué from a file, and what may be wrong with it."""

from __future__ import annotations

from servanda.reading import load, read_text


def codes(problems):
    return [problem.code for problem in problems]


def test_a_text_comes_with_plain_newlines():
    assert load(b"one\r\ntwo\rthree\n") == ("one\ntwo\nthree\n", [])


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "communique.txt"
    path.write_text("The leaders met.", encoding="utf-8")
    assert load(path) == ("The leaders met.", [])


def test_another_encoding_is_a_warning_with_its_place():
    text, problems = load("first line\nsécond".encode("latin-1"), name="c.txt")
    assert text == "first line\nsécond"
    assert [(problem.code, problem.severity) for problem in problems] == [("R108", "warning")]
    assert str(problems[0].place) == "c.txt:2:2"


def test_an_empty_communique_is_a_problem():
    assert codes(load(b" \n\t\n")[1]) == ["R102"]


def test_a_text_over_the_limit_is_a_problem_that_names_the_option():
    text, problems = load(b"x" * 101, limit=100)
    assert text is None
    assert codes(problems) == ["R103"]
    assert "--limit" in problems[0].hint


def test_a_language_that_is_not_read_is_a_problem():
    reading = read_text("Les chefs d'Etat se sont réunis.", language="fr")
    assert codes(reading.problems) == ["R104"]
    assert reading.items() == []


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    for path in (tmp_path / "nothing.txt", tmp_path):
        text, problems = load(path)
        assert text is None
        assert [problem.code for problem in problems] == ["R106"]
