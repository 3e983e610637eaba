"""HTML, PDF and DOCX: their main text, and what they say about themselves."""

from __future__ import annotations

import hashlib

import pytest

from servanda.reading import read_taken, take
from tests.reading.texts.conftest import COMMUNIQUE, picture

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Summit | Press office</title>
<meta charset="utf-8">
<meta property="og:title" content="The Council met">
<meta property="og:site_name" content="Press office">
<meta property="article:published_time" content="2020-12-19T10:00:00Z">
<script>var leaders = "Atlantis";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news of Norway</a></li></ul></nav>
<header>Site of the press office</header>
<article><h1>{}</h1><p>{}</p><p>{}</p><p>{}</p>
<ul><li>the leaders adopted a statement on trade</li><li>they adopted a plan</li></ul>
<p>{}</p></article>
<aside>Read also: the leaders of Sweden</aside><footer>All rights reserved</footer></body></html>
""".format(*COMMUNIQUE)


def test_a_page_gives_its_article_and_nothing_around_it():
    taken, problems = take(PAGE.encode())
    assert problems == []
    assert all(paragraph in taken.text for paragraph in COMMUNIQUE)
    assert "they adopted a plan" in taken.text
    assert not any(word in taken.text for word in ("Atlantis", "Norway", "Sweden", "rights", "Site of"))


def test_a_page_tells_of_itself():
    origin = take(PAGE.encode())[0].origin
    assert (origin.format, origin.title, origin.publisher, origin.date) == (
        "html",
        "The Council met",
        "Press office",
        "2020-12-19",
    )
    assert origin.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()


def test_a_page_without_an_article_loses_no_list():
    page = f"<html><body><h1>{COMMUNIQUE[0]}</h1><p>{COMMUNIQUE[3]}</p><ul><li>a statement<li>a plan</ul></body></html>"
    text = take(page.encode())[0].text
    assert COMMUNIQUE[3] in text
    assert "a statement" in text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_a_page_is_decoded_as_it_declares(encoding):
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Главы государств встретились.</p></body></html>'
    taken, problems = take(page.encode(encoding))
    assert "Главы государств встретились." in taken.text
    assert problems == []


def test_a_pdf_gives_the_text_of_its_pages(pdf):
    taken, problems = take(pdf(COMMUNIQUE[:3], COMMUNIQUE[3:]))
    assert problems == []
    assert " ".join(taken.text.split()).endswith("because of unexpected circumstances.")
    assert (taken.origin.format, taken.origin.pages) == ("pdf", 2)
    assert (taken.origin.title, taken.origin.date) == ("A title", "2020-12-19")


def test_what_every_page_of_a_pdf_repeats_is_left_out(pdf):
    head = '#set page(header: "Press office of the Council", footer: context counter(page).display())\n'
    taken, _problems = take(pdf(COMMUNIQUE[:2], COMMUNIQUE[2:3], COMMUNIQUE[3:4], COMMUNIQUE[4:], before=head))
    assert "Press office" not in taken.text
    assert [line for line in taken.text.split("\n") if line.strip().isdecimal()] == []
    assert "unexpected circumstances" in taken.text


def test_a_pdf_in_russian_is_text_too(pdf):
    taken, _problems = take(pdf(["Главы государств встретились в Минске."]))
    assert "Главы государств встретились в Минске." in taken.text


def test_a_docx_gives_its_paragraphs(docx):
    taken, problems = take(docx(COMMUNIQUE))
    assert problems == []
    assert taken.text.split("\n\n") == COMMUNIQUE
    assert (taken.origin.format, taken.origin.title) == ("docx", "A title")


@pytest.mark.parametrize("kind", ["html", "pdf", "docx"])
def test_every_passage_stands_in_the_text_that_is_given_back(kind, pdf, docx):
    data = {"html": PAGE.encode(), "pdf": pdf(COMMUNIQUE), "docx": docx(COMMUNIQUE)}[kind]
    reading = read_taken(take(data)[0])
    assert reading.session.date == "2020-12-18"
    assert {item.party for item in reading.participants} >= {"Belarus", "Kazakhstan", "Uzbekistan"}
    assert all(item.evidence == reading.text[item.start : item.end] for item in reading.items())
    assert reading.origin.format == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (picture(), "a PNG picture"),
        (b"{\\rtf1 text}", "an RTF file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"PK\x03\x04 and no more", "a damaged ZIP archive"),
    ],
)
def test_what_is_not_read_is_named(data, what):
    taken, (problem,) = take(data)
    assert taken is None
    assert problem.code == "R107"
    assert what in problem.message
