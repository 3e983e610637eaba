"""Checks of a record, its loading, and its one door into the journal."""

import pytest

from servanda.acts.keeping import Expect
from servanda.data import shipped
from servanda.days import Day
from servanda.journal import open_journal
from servanda.record import accept, book_before, check_acts, enter, load
from servanda.record.expectations import agrees, computed_claim
from tests.records_in_text import acts_of, book_of

MOMENT = "2026-11-23T17:05:00Z"


@pytest.fixture
def journal(tmp_path):
    opened, problems = open_journal(str(tmp_path / "servanda.db"), create=True)
    assert problems == []
    with opened:
        yield opened


def codes(text, before=""):
    return [problem.code for problem in check_acts(acts_of(text), book_of(before) if before else None)]


SESSION = "2020-12-18 convene cis/chs/2020-12-18\n"
PRESENT = "2020-12-18 attend cis/chs/2020-12-18 AM\n"
ABSENT = "2020-12-18 absent cis/chs/2020-12-18 AM\n"


@pytest.mark.parametrize("text", [PRESENT + ABSENT, ABSENT + PRESENT])
def test_nobody_is_present_and_absent_in_one_record(text):
    assert codes(SESSION + text) == ["B107"]


@pytest.mark.parametrize(("before", "text"), [(PRESENT, ABSENT), (ABSENT, PRESENT)])
def test_nobody_is_present_and_absent_whichever_was_there_before(before, text):
    assert codes(text, SESSION + before) == ["B107"]


def test_a_contradiction_that_is_struck_is_none():
    assert codes(SESSION + PRESENT + ABSENT + f'2026-01-01 strike-entry "{ABSENT.strip()}"') == []


def test_an_old_contradiction_is_not_told_again():
    assert codes('2021-01-01 topic t1 "Topic"', SESSION + PRESENT + ABSENT) == []


def test_what_the_journal_holds_counts_as_declared():
    assert codes("2012-01-01 ratify x1 BY", '2011-01-01 instrument x1 "Treaty"') == []
    assert codes("2012-01-01 ratify x1 BY") == ["B103"]


def test_a_thing_may_be_declared_twice_alike():
    assert codes('2011-01-01 instrument x1 "Treaty"\n2012-01-01 instrument x1 "Treaty"') == []


def test_an_act_that_is_there_already_is_not_checked_again():
    text = "2012-01-01 ratify undeclared1 BY"
    assert codes(text, text) == []


# -------------------------------------------------------------------------------------------- loading
def test_a_folder_is_loaded_with_the_law_it_uses(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.acts").write_text("uses law/cis\n", encoding="utf-8")
    (tmp_path / "folder.acts").mkdir()
    (tmp_path / "two.acts").write_text("2011-10-18 sign x BY\n", encoding="utf-8-sig")
    (tmp_path / "note.txt").write_text("not a record", encoding="utf-8")
    loaded = load([tmp_path, tmp_path / "two.acts"])
    assert loaded.problems == ()
    assert loaded.files == 2 + len(list(shipped("law/cis").glob("*.acts")))
    assert {one.act.verb for one in loaded.acts} >= {"sign", "clause"}


def test_an_act_in_two_files_is_entered_once_with_a_warning(tmp_path):
    for name in ("a.acts", "b.acts"):
        (tmp_path / name).write_text("2011-10-18 sign x BY\n", encoding="utf-8")
    loaded = load([tmp_path])
    assert len(loaded.acts) == 1
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("B101", "warning")]
    assert str(loaded.problems[0].place).endswith("b.acts:1:1")
    assert "a.acts:1:1" in loaded.problems[0].message


# ------------------------------------------------------------------------------------------- entering
def test_acts_are_entered_all_or_none(journal):
    good, bad = '2011-01-01 instrument x1 "Treaty"\n', "2012-01-01 ratify x2 BY\n"
    refused = enter(journal, acts_of(good + bad), moment=MOMENT, by="clerk")
    assert (refused.entered, journal.size) == (0, 0)
    assert enter(journal, acts_of(good), moment=MOMENT, by="clerk").entered == 1
    again = enter(journal, acts_of(good), moment=MOMENT, by="clerk")
    assert (again.entered, again.already, journal.size) == (0, 1, 1)


TEXT = "The Council met by videoconference on 18 December 2020."
PROPOSED = (
    '2020-12-18 source p1 "Press"\n  sha256 "abc"\n'
    '2020-12-18 convene cis/chs/2020-12-18\n  source p1 "met by videoconference"'
)


def test_a_proposal_whose_passage_stands_in_the_text_is_accepted(journal):
    placed = f'{PROPOSED} at "12-34"'
    assert TEXT[12:34] == "met by videoconference"
    for proposals in (PROPOSED, placed):
        entered = accept(journal, proposals.encode(), "proposals", TEXT, moment=MOMENT, by="clerk")
        assert not entered.problems
    assert journal.size == 3


@pytest.mark.parametrize("place", ["13-35", "0-5", "²-³", ""])
def test_a_passage_in_the_wrong_place_is_refused(journal, place):
    proposals = f'{PROPOSED.replace("met by", "sat by") if place in ("", "²-³") else PROPOSED} at "{place or "p. 1"}"'
    entered = accept(journal, proposals.encode(), "proposals", TEXT, moment=MOMENT, by="clerk")
    assert [problem.code for problem in entered.problems] == ["B403"]
    assert journal.size == 0


def test_proposals_that_are_not_text_are_refused(journal):
    entered = accept(journal, b"\xff\xfe", "proposals", moment=MOMENT, by="clerk")
    assert [problem.code for problem in entered.problems] == ["T101"]


def test_a_text_read_again_meets_the_book_as_it_was_before(journal):
    enter(journal, acts_of('2011-01-01 instrument x1 "Treaty"'), moment=MOMENT, by="clerk")
    accept(journal, PROPOSED.encode(), "proposals", TEXT, moment=MOMENT, by="clerk")
    assert book_before(journal, "abc").head == 1
    assert book_before(journal, "another").head == 3


# --------------------------------------------------------------------------------------- expectations
@pytest.mark.parametrize(
    "claim",
    [
        "in force",
        "in force since 2012-01-01",
        "not in force",
        "may be in force",
        "ended",
        "in force for BY",
        "in force for BY since 2012-01-01",
        "standing BY party",
        "presided by BY",
        "next presided by BY",
        "member BY",
        "not member BY",
        "members 9",
        "signature open for BY",
        "signature not recorded for BY",
        "attendance BY present",
        "attendance BY did not attend; note received",
    ],
)
def test_a_known_claim_is_computed_even_on_nothing(claim):
    assert computed_claim(book_of(""), Expect(on=Day.parse("2012-01-01"), of="x1", claim=claim)) is not None


@pytest.mark.parametrize(
    "claim", ["splendid", "in", "in force until 2012", "members many", "members ²", "member", "signature for BY", ""]
)
def test_another_claim_is_not_computed(claim):
    assert computed_claim(book_of(""), Expect(on=Day.parse("2012-01-01"), of="x1", claim=claim)) is None


def test_a_claim_agrees_with_the_same_words_before_the_explanation():
    assert agrees("not in force", "not in force (1 more deposits)")
    assert not agrees("in force", "in force since 2012-01-01")
