"""Whatever is given, the answer is honest: nothing found, and why."""

from __future__ import annotations

import pytest

from servanda.reading import read_taken, read_text, take
from tests.cli.league import run
from tests.reading.texts.conftest import COMMUNIQUE, picture

RECIPE = "Take two eggs and a cup of flour. Stir them well and bake the cake for an hour.\n"
SHORT = "\n\n".join(COMMUNIQUE)


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"<html><body></body></html>"])
def test_an_empty_text_is_said_to_be_empty(data):
    taken, problems = take(data)
    assert taken is None
    assert codes(problems) == ["R102"]


def test_an_empty_text_that_is_read_all_the_same_gives_nothing():
    reading = read_text("\n")
    assert reading.items() == []
    assert codes(reading.problems) == ["R102"]


def test_a_photo_as_pdf_has_no_text(tmp_path):
    typst = pytest.importorskip("typst")
    (tmp_path / "photo.png").write_bytes(picture())
    (tmp_path / "photo.typ").write_text('#image("photo.png")')
    taken, problems = take(typst.compile(str(tmp_path / "photo.typ")))
    assert taken is None
    assert codes(problems) == ["R110"]
    assert problems[0].message.startswith("nothing found, because its page is a picture")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>Welcome</h1><form><input type=password></form></body></html>",
        "<html><body><h1>Вход в личный кабинет</h1><p>Забыли пароль?</p></body></html>",
        "<html><title>404</title><body><h1>Page not found</h1><p>Nothing is here.</p></body></html>",
    ],
)
def test_a_page_that_stands_before_the_text_is_told(page):
    taken, problems = take(page.encode())
    assert taken is None
    assert codes(problems) == ["R111"]


def test_a_communique_with_a_form_to_log_in_is_read():
    page = f"<html><body><form><input type=password></form><article><p>{SHORT * 4}</p></article></body></html>"
    assert take(page.encode())[0] is not None


def test_a_text_in_two_languages_is_told():
    russian = "Главы государств встретились в Минске и утвердили план основных мероприятий на 2024 год.\n\n"
    reading = read_text(f"{SHORT}\n\n{russian * 2}")
    assert "R112" in codes(reading.problems)
    assert "Russian" in next(problem.message for problem in reading.problems if problem.code == "R112")
    assert reading.session.date == "2020-12-18"


def test_a_language_that_is_not_read_is_named():
    reading = read_text("Les chefs d'Etat se sont réunis à Minsk pour la session du conseil et ont signé le traité.")
    assert codes(reading.problems) == ["R104"]
    assert "French" in reading.problems[0].message
    assert reading.items() == []


def test_signs_that_turn_the_writing_are_told_and_kept():
    taken, problems = take(SHORT.replace("Belarus", "\u202eBelarus\u202c").encode())
    assert codes(problems) == ["R113"]
    reading = read_taken(taken)
    assert all(item.evidence == taken.text[item.start : item.end] for item in reading.items())


def test_a_text_about_no_session_says_so():
    reading = read_text(RECIPE)
    assert reading.items() == []
    assert codes(reading.problems) == ["R105"]
    assert reading.problems[0].message == (
        "nothing found, because the text tells of no session: none of its 18 words tells that an organ met"
    )


def test_what_belongs_to_no_session_is_a_warning():
    reading = read_text("Belarus will send the report to all member states by December 2021.")
    assert reading.commitments
    assert [(problem.code, problem.severity) for problem in reading.problems] == [("R105", "warning")]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["x", "The leaders of Belarus met. "])
def test_ten_megabytes_on_one_line_are_read_to_their_end(piece):
    text = (piece * (10_000_000 // len(piece)))[:2_000_000] if len(piece) > 1 else piece * 10_000_000
    taken, problems = take(text.encode())
    assert problems == []
    reading = read_taken(taken, language="en")
    assert len(reading.text) == len(text)


def test_the_command_line_says_it_and_ends_with_one(tmp_path):
    (tmp_path / "recipe.txt").write_text(RECIPE)
    result = run("read", str(tmp_path / "recipe.txt"))
    assert result.exit_code == 1
    assert "R105 nothing found, because the text tells of no session" in result.stderr
    as_json = run("read", "--json", str(tmp_path / "recipe.txt"))
    assert as_json.exit_code == 1
    assert '"R105"' in as_json.stdout
