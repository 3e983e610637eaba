"""The evening's papers: the action table of a session, and the file of each absent state."""

from __future__ import annotations

from datetime import date

from servanda.pages.absence import absence_page
from servanda.pages.actions import actions_page
from servanda.pages.parts import View
from tests.records_in_text import book_of

RECORD = """
2019-10-31 clear      concept AM BY at experts
2020-12-18 convene    cis/chs/2020-12-18
2020-12-18 attend     cis/chs/2020-12-18 BY RU
2020-12-18 absent     cis/chs/2020-12-18 AM
2020-12-18 excuse     cis/chs/2020-12-18 AM "unexpected circumstances"
2020-12-18 note-verbale cis/chs/2020-12-18 AM "will not attend"
  sender "Ministry of Foreign Affairs"
  addressee "Executive Committee"
2020-12-18 instrument concept "The concept"
2020-12-18 instrument plan "The plan"
2020-12-18 decide     concept approved at cis/chs/2020-12-18
2020-12-18 decide     plan approved at cis/chs/2020-12-18
2020-12-18 depositary concept cis/excom
2020-12-18 transmit   concept to AM for signature
2020-12-18 undertake  cis/chs/2020-12-18/1 BY "send measures to all members" due 2021-06-30
2020-12-18 propose    cis/chs/2020-12-18/p1 BY "hold the next session in Minsk"
  next-session 2021-10-15
2021-02-10 sign       concept AM
2021-05-01 report     cis/chs/2020-12-18/1 BY substantial
"""
SESSION = "cis/chs/2020-12-18"


def view(as_of: str, language: str = "en") -> View:
    return View(book_of(RECORD), date.fromisoformat(as_of), language)


def actions(as_of: str, language: str = "en") -> list[tuple[str, list[str], str, str, str]]:
    rows = actions_page(view(as_of, language), SESSION).actions
    return [(row.action, [one.code for one in row.who], str(row.due), row.answering_to.id, row.done) for row in rows]


def test_the_action_table_tells_what_by_whom_by_when_and_to_whom() -> None:
    assert actions("2020-12-18") == [
        ("sign The concept", ["AM"], "None", "cis/excom", "signature not recorded as of 18 December 2020"),
        ("send measures to all members", ["BY"], "2021-06-30", "cis/chs", "no report received as of 18 December 2020"),
        (
            "consider the proposal: hold the next session in Minsk",
            ["BY"],
            "2021-10-15",
            "cis/chs",
            "a proposal, not a decision",
        ),
    ]


def test_what_was_done_later_is_told_as_of_later() -> None:
    assert [row[4] for row in actions("2021-06-01")] == [
        "signed on 10 February 2021",
        "reported on 1 May 2021",
        "a proposal, not a decision",
    ]


def test_the_action_table_speaks_russian_and_leaves_the_words_of_the_record_alone() -> None:
    assert [row[0] for row in actions("2020-12-18", "ru")][1] == "send measures to all members"
    assert actions("2020-12-18", "ru")[0][4] == "подпись не зафиксирована на 18 декабря 2020 г."


def test_the_file_of_an_absent_state_follows_each_document_there_and_back() -> None:
    page = absence_page(view("2021-01-01"), SESSION, "AM")
    assert (page.presence, page.reason) == ("did not attend; note received", "unexpected circumstances")
    assert (page.sender, page.addressee) == ("Ministry of Foreign Affairs", "Executive Committee")
    concept, plan = page.documents
    assert (concept.prepared, str(concept.transmitted), concept.signed) == (True, "2020-12-18", None)
    assert concept.words == "sent for signature on 18 December 2020; signature not recorded as of 1 January 2021"
    assert (plan.prepared, plan.transmitted) == (False, None)
    assert plan.words == "not recorded as sent for signature; signature not recorded as of 1 January 2021"


def test_a_later_signature_is_in_the_file() -> None:
    (concept, _plan) = absence_page(view("2021-03-01"), SESSION, "AM").documents
    assert (str(concept.signed), concept.words) == ("2021-02-10", "signed on 10 February 2021")
    assert [act.head.split()[1] for act in concept.acts] == ["clear", "transmit", "sign"]


def test_who_attended_or_is_not_mentioned_has_no_such_file() -> None:
    assert absence_page(view("2021-01-01"), SESSION, "BY") is None
    assert absence_page(view("2021-01-01"), SESSION, "UA") is None
    assert actions_page(view("2020-12-17"), SESSION) is None
