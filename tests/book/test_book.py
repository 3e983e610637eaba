"""The book: testimonies merged into events, corrections applied, and the facts that law asks for."""

from dataclasses import replace
from datetime import date

import pytest

from servanda.acts.consent import Consent, Denounce
from servanda.acts.documents import Sign
from servanda.acts.membership import Join
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Attend, Decide
from servanda.book import Book, Held
from servanda.text import read
from tests.records_in_text import book_of

LATE = date(2030, 1, 1)


def told(book, kind, of=None):
    return [(str(event.on), event.party, len(event.ids)) for event in book.events(kind, of)]


def test_an_act_of_many_actors_is_an_event_for_each():
    book = book_of("2011-10-18 sign x AM BY\n2011-10-19 sign x RU")
    assert told(book, Sign, "x") == [("2011-10-18", "AM", 1), ("2011-10-18", "BY", 1), ("2011-10-19", "RU", 1)]
    assert [act.by for act, _event in book.acts(Sign)] == [("AM", "BY"), ("RU",)]


def test_two_testimonies_of_one_act_are_one_event():
    book = book_of("2011-10-18 ratify x BY\n  source a\n2011-10-18 ratify x BY RU\n  source b")
    assert told(book, Consent) == [("2011-10-18", "BY", 2), ("2011-10-18", "RU", 1)]


@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_the_testimony_that_tells_more_speaks_for_the_event(order):
    blocks = ["2008-08-18 denounce x GE", "2008-08-18 denounce x GE\n  effective 2009-08-18"][order]
    (event,) = book_of("\n".join(blocks)).events(Denounce)
    assert str(event.act.effective) == "2009-08-18"


def test_another_means_is_another_event():
    assert len(book_of("2011-10-18 ratify x BY\n2011-10-18 accede x BY").events(Consent)) == 2


def test_two_terms_decided_on_one_day_are_two_events():
    book = book_of("2012-12-05 preside cis BY in 2013\n2012-12-05 preside cis BY in 2016")
    assert [str(event.act.period) for event in book.events(Preside)] == ["2013", "2016"]


def test_two_circles_joined_on_one_day_are_two_events():
    book = book_of("1991-12-08 join cis BY as founding\n1991-12-08 join cis BY as participant")
    assert len(book.events(Join)) == 2


def test_a_denunciation_of_a_part_is_not_that_of_the_whole():
    book = book_of('2010-01-01 denounce x RU "art. 5"\n2010-01-01 denounce x RU')
    assert sorted(event.act.part for event in book.events(Denounce)) == ["", "art. 5"]


def test_two_outcomes_of_one_day_are_two_events():
    book = book_of("2020-12-18 decide x approved\n  by BY\n2020-12-18 decide x adopted\n  by BY")
    assert len(book.events(Decide)) == 2


def test_events_that_are_surely_done_by_a_day():
    book = book_of("2012-07 ratify x BY\n2012-08-21 ratify x UA")
    assert [event.party for event in book.events(Consent, "x", date(2012, 7, 30))] == []
    assert [event.party for event in book.events(Consent, "x", date(2012, 7, 31))] == ["BY"]


def test_the_head_of_a_book_is_its_newest_entry():
    assert book_of("").head == 0
    assert book_of("2011-10-18 sign x BY\n2011-10-19 sign x RU").head == 2


# ------------------------------------------------------------------------------------------- corrections
def problems(book):
    return [problem.code for problem in book.problems]


def test_a_struck_act_is_still_among_what_was_entered():
    book = book_of('2011-10-18 sign x BY\n2026-01-01 strike-entry "2011-10-18 sign x BY"')
    assert told(book, Sign) == []
    assert len(book.entered) == 2
    assert problems(book) == []


def test_an_actor_is_struck_and_the_others_stay():
    book = book_of('2011-10-18 attend s BY KZ UZ\n2026-01-01 strike-entry "2011-10-18 attend s KZ UZ"')
    assert told(book, Attend) == [("2011-10-18", "BY", 1)]


def test_a_corrected_act_keeps_its_fields_below_and_its_id():
    text = '2011-10-18 sign x AM BY\n  person "A"\n'
    book = book_of(text + '2026-01-01 correct-entry "2011-10-18 sign x AM" reads "2011-10-19 sign x KG"')
    assert told(book, Sign) == [("2011-10-18", "BY", 1), ("2011-10-19", "KG", 1)]
    assert [event.act.person for event in book.events(Sign)] == ["A", "A"]
    assert len({act for event in book.events(Sign) for act in event.ids}) == 1


def test_an_act_corrected_into_another_kind_keeps_its_source():
    text = '2020-12-18 attend s AM\n  source by-press "Armenia"\n'
    book = book_of(text + '2026-01-01 correct-entry "2020-12-18 attend s AM" reads "2020-12-18 absent s AM"')
    (found,) = [one.act for one in book.held if one.act.verb == "absent"]
    assert found.source[0].passage == "Armenia"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("2011-10-18 sign x UZ", "B301"),
        ("2011-10-17 sign x BY", "B301"),
        ("2011-10-18 sign y BY", "B301"),
        ("2011-10-18 initial x BY", "B301"),
        ("2011-10-18 sign x BY definitive", "B301"),
        ("nonsense", "B301"),
        ("2011-10-18 publish z", "B301"),
        ("2011-10-20 sign x RU", "B302"),
    ],
)
def test_a_correction_must_match_exactly_one_act(head, code):
    text = "2011-10-18 sign x AM BY\n2011-10-18 publish z BY\n"
    text += "2011-10-20 sign x RU\n  source a\n2011-10-20 sign x RU\n  source b\n"
    book = book_of(f'{text}2026-01-01 strike-entry "{head}"')
    assert problems(book) == [code]
    assert len(book.events(Sign)) == 3


def test_an_act_without_actors_is_struck_by_its_head():
    book = book_of('2011-10-18 publish z\n2026-01-01 strike-entry "2011-10-18 publish z"')
    assert [one.act.verb for one in book.held] == ["strike-entry"]


# ------------------------------------------------------------------------------------------------- facts
def deeds(book, kind, as_of=LATE):
    return [(str(deed.on), deed.party) for deed in book.facts(as_of).deeds("x", kind)]


def test_conflicting_days_of_one_consent_have_both_ends():
    book = book_of("1999-06-11 ratify x BY\n1999-06-01 ratify x BY")
    assert deeds(book, "consent") == [("1999-06-01..1999-06-11", "BY")]


def test_a_consent_after_a_withdrawal_is_another_one():
    twice = ["1992-01-01 accede x MN", "1996-01-01 denounce x MN", "2000-01-01 accede x MN", "2004-01-01 denounce x MN"]
    book = book_of("\n".join(twice))
    assert deeds(book, "consent") == [("1992-01-01", "MN"), ("2000-01-01", "MN")]
    assert deeds(book, "withdrawal") == [("1996-01-01", "MN"), ("2004-01-01", "MN")]


def test_a_withdrawal_taken_back_is_none_from_that_day():
    book = book_of("2016-11-10 denounce x GM\n2017-02-10 revoke x GM")
    assert deeds(book, "withdrawal", date(2017, 2, 9)) == [("2016-11-10", "GM")]
    assert deeds(book, "withdrawal", date(2017, 2, 10)) == []


def test_what_is_taken_back_is_the_latest_withdrawal_only():
    before = "2000-01-01 denounce x GM\n2010-01-01 accede x GM\n"
    book = book_of(before + "2016-11-10 denounce x GM\n2017-02-10 revoke x GM")
    assert deeds(book, "withdrawal") == [("2000-01-01", "GM")]


def test_a_group_is_what_it_was_on_the_day():
    book = book_of("2000-01-01 group g BY RU\n2001-01-01 group g BY")
    facts = book.facts(LATE)
    assert facts.group("g", date(1999, 1, 1)) is None
    assert facts.group("g", date(2000, 6, 1)) == {"BY", "RU"}
    assert facts.group("g", LATE) == {"BY"}


def test_the_clause_is_the_newest_that_holds():
    book = book_of(
        "2000-01-01 clause x entry-into-force\n  when 3 deposits\n"
        "2005-01-01 clause x entry-into-force\n  when 1 deposits\n"
        "2003-01-01 ratify x BY"
    )
    assert book.clause("x", date(1999, 1, 1)) is None
    assert book.entry("x", date(2004, 1, 1)).since is None
    assert str(book.entry("x", date(2005, 1, 1)).since) == "2003-01-01"


# ------------------------------------------------------------------- corrections by entry, by id, and before their act


def numbered(*texts: str) -> list[Held]:
    """The acts of several loads, entered one after the other, each load at a moment of its own."""
    acts = [(load, located.act) for load, text in enumerate(texts, 1) for located in read(text, "x.acts").acts]
    return [replace(Held.of(act), number=n, moment=f"2026-01-0{load}") for n, (load, act) in enumerate(acts, 1)]


TWICE = '2011-10-18 sign x BY KZ\n  note "one"\n2011-10-18 sign x BY KZ\n  note "two"\n'


@pytest.mark.parametrize(("actors", "left"), [("", ()), (" KZ", ("BY",)), (" BY KZ", ())])
def test_one_of_two_acts_with_one_head_is_struck_by_its_entry_or_its_id(actors, left):
    second = numbered(TWICE)[1]
    for name in ("entry 2", f"act {second.id[:12]}", f"act {second.id}"):
        book = Book.build(numbered(TWICE, f'2026-01-02 strike-entry "{name}{actors}"'))
        assert book.problems == ()
        kept = [(one.act.note, one.act.actors) for one in book.held if one.act.verb == "sign"]
        assert kept == [("one", ("BY", "KZ")), *([("two", left)] if left else [])]


@pytest.mark.parametrize("name", ["entry 9", "entry 2 AM", "act 00000000", "entry 0"])
def test_an_entry_that_is_not_there_or_is_another_partys_cannot_be_struck(name):
    book = Book.build(numbered(TWICE, f'2026-01-02 strike-entry "{name}"'))
    assert [problem.code for problem in book.problems] == ["B301"]


def test_an_entry_is_corrected_by_its_number():
    book = Book.build(numbered(TWICE, '2026-01-02 correct-entry "entry 2" reads "2011-10-19 sign x KZ"'))
    assert [(str(one.act.on), one.act.note) for one in book.held if one.act.verb == "sign"] == [
        ("2011-10-18", "one"),
        ("2011-10-19", "two"),
    ]


def test_two_acts_with_one_head_are_told_with_their_entries():
    book = Book.build(numbered(TWICE, '2026-01-02 strike-entry "2011-10-18 sign x KZ"'))
    (problem,) = book.problems
    assert (problem.code, problem.hint) == ("B302", 'name one of them by "entry 1" or "entry 2"')


def test_in_one_load_a_correction_may_stand_before_its_act():
    book = Book.build(numbered('2026-01-01 strike-entry "2011-10-18 sign x BY"\n2011-10-18 sign x BY\n'))
    assert (book.problems, [one.act.verb for one in book.held]) == ((), ["strike-entry"])


def test_a_correction_does_not_reach_into_a_later_load():
    book = Book.build(numbered('2026-01-01 strike-entry "2011-10-18 sign x BY"\n', "2011-10-18 sign x BY\n"))
    assert [problem.code for problem in book.problems] == ["B301"]
    assert [one.act.verb for one in book.held] == ["strike-entry", "sign"]
