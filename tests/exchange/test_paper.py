"""A page as a paper: what is printed of it, and what is not read as a command."""

from __future__ import annotations

import pypdfium2

from servanda.exchange.paper import Paper, PaperTable, paper
from servanda.exchange.paper_pdf import to_pdf
from servanda.pages.documents import document_page
from servanda.pages.sessions import session_page
from tests.pages.league import HOSTILE, view


def test_a_paper_has_the_facts_and_the_tables_of_its_page() -> None:
    made = paper(document_page(view(), "river-treaty"))
    assert dict(made.facts)["notified"] == "1 August 2010"
    assert dict(made.facts)["organisation"] == "League of Rivers"
    assert [table.heading for table in made.tables] == ["timeline", "chart", "signatures"]
    assert made.tables[1].rows[0][:3] == ("Austria on the Danube", "party", "1 May 2010")


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    made = paper(session_page(view(), "league/council/2020-12-18"))
    for table in made.tables:
        assert all(any(row[at] for row in table.rows) for at in range(len(table.columns)))


def test_words_of_the_record_are_printed_and_never_run() -> None:
    hostile = f'#panic("x") $x$ *bold* _em_ @ref <label> \\ {HOSTILE}'
    made = Paper(
        hostile,
        "2021-01-01",
        "told",
        ((hostile, hostile),),
        (PaperTable("t", (hostile,), ((hostile,),)),),
        "",
        "/",
        "en",
    )
    text = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(to_pdf(made)))
    assert text.replace("\r\n", "").replace(" ", "").count('#panic("x")$x$*bold*') >= 3


def test_a_table_with_many_columns_turns_the_sheet() -> None:
    narrow = Paper("t", "2021-01-01", "", (), (PaperTable("t", ("a",), (("b",),)),), "", "/", "en")
    wide = Paper("t", "2021-01-01", "", (), (PaperTable("t", ("a",) * 7, (("b",) * 7,)),), "", "/", "en")
    sizes = [pypdfium2.PdfDocument(to_pdf(one))[0].get_size() for one in (narrow, wide)]
    assert sizes[0] == sizes[1][::-1]
