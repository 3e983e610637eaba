"""Bytes become text: UTF-8 as it is, older encodings as a guess that is told."""

from __future__ import annotations

import pytest

from servanda.reading.texts import take

RUSSIAN = "Лидеры Белоруссии и Казахстана встретились в Минске.\nОни приняли решение о создании совета.\n"
ENGLISH = "The leaders met in São Tomé and agreed on a plan.\n"


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(encoding):
    taken, problems = take(RUSSIAN.encode(encoding))
    assert taken.text.removeprefix("\ufeff") == RUSSIAN
    assert problems == []


def test_places_are_those_of_the_file_decoded_as_utf_8():
    taken, _problems = take(b"\xef\xbb\xbfone\r\ntwo\rthree")
    assert taken.text == "\ufeffone\ntwo\nthree"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "windows-1251"), ("koi8_r", "koi8-r"), ("cp866", "ibm866"), ("utf-16-le", "utf-16-le")],
)
def test_an_old_encoding_of_russian_is_found_and_told(encoding, name):
    taken, problems = take(RUSSIAN.encode(encoding))
    assert (taken.text, taken.origin.encoding) == (RUSSIAN, name)
    assert codes(problems) == ["R108"]
    assert name in problems[0].message


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [(ENGLISH, "latin-1", "latin-1"), (f"“{ENGLISH}”", "cp1252", "windows-1252")],
)
def test_an_old_encoding_of_english_is_told_with_its_place(text, encoding, name):
    taken, problems = take(text.encode(encoding), name="c.txt")
    assert (taken.text, taken.origin.encoding) == (text, name)
    assert codes(problems) == ["R108"]
    assert str(problems[0].place) == ("c.txt:1:21" if name == "latin-1" else "c.txt:1:1")


def test_a_few_broken_bytes_do_not_cost_the_text():
    data = (RUSSIAN * 4).encode()
    taken, problems = take(data.replace(b" ", b" \xff", 1))
    assert taken.origin.encoding == "utf-8"
    assert "Казахстана" in taken.text
    assert problems[0].message == "1 place of the text could not be read as utf-8"


def test_a_text_that_was_decoded_wrongly_before_is_told():
    _taken, problems = take(RUSSIAN.encode().decode("cp1251", "replace").encode())
    assert [problem.message for problem in problems] == [
        "the letters stand in false pairs: the text was saved in a wrong encoding"
    ]


def test_data_is_no_text():
    taken, problems = take(bytes(range(256)) * 8)
    assert taken is None
    assert codes(problems) == ["R101"]


@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH * 3])
def test_what_is_utf_8_is_never_called_a_guess(text):
    assert take(text.encode())[1] == []
