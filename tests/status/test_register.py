"""The register of a book gives what the plain functions give: its rows, its figures, on any day and of any part."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from servanda.days import Day
from servanda.pages.commitments import commitments_page
from servanda.pages.handover import handover_page, report_page
from servanda.pages.narrowing import EVERYTHING, Wanted
from servanda.pages.parts import View
from servanda.pages.scoreboard import scoreboard_page
from servanda.status.commitment import RANKS
from servanda.status.commitments import commitments
from servanda.status.figures import Figures
from servanda.status.register import ALL, Narrowed, register
from servanda.status.register.asking import LARGE
from servanda.status.register.packed import PackedRegister
from servanda.status.register.packing import packed
from servanda.status.register.plain import PlainRegister
from servanda.status.register.rows import by_due
from tests.records_in_text import book_of

PARTIES, TOPICS, GRADES = ("AM", "BY", "KZ"), ("t1", "t2", "t3"), ("not-started", "limited", "substantial", "complete")
FIRST = date(2018, 1, 1)

FRAME = """
2017-01-01 organisation cis "Commonwealth"
2017-01-01 instrument pact "Pact"
  within cis
  topics t2
2017-01-01 instrument other-pact "Other pact"
2017-02-01 decide other-pact adopted at eaeu/council/2017-02-01
2018-03-01 ratify pact AM
2019-03-01 ratify pact BY
2018-06-01 notify-force pact since 2018-06-01 for AM
2019-06-01 notify-force pact since 2019-06-01 for BY
2020-06-01 denounce pact AM
"""


@st.composite
def days(draw):
    """A day as a source gives it: mostly whole, at times a month or a year; few, so that acts fall on one day."""
    day = FIRST + timedelta(days=draw(st.integers(0, 5)) * 200 + draw(st.sampled_from((0, 0, 1))))
    return draw(st.sampled_from((f"{day}",) * 12 + (f"{day}"[:7], f"{day}"[:4], f"{day}~")))


@st.composite
def records(draw):
    """What parties undertook, planned and owe, and anything that happened to it later."""
    lines = []
    for number in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from((f"cis/c{number}", f"pact/{number}", f"other-pact/{number}", "cis/c0")))
        kind = draw(st.sampled_from(("undertake", "undertake", "undertake", "plan", "owed")))
        parties = " ".join(sorted(draw(st.sets(st.sampled_from(PARTIES), min_size=1))))
        due = draw(st.one_of(st.just(""), days().map(lambda day: f" due {day}")))
        words = draw(st.sampled_from(("do it", "do 3 of it")))
        if kind == "owed":
            lines += [f'{draw(days())} undertake {name} "{words}"{due}', "  under pact"]
        else:
            lines.append(f'{draw(days())} {kind} {name} {parties} "{words}"{due}')
        topics = sorted(draw(st.sets(st.sampled_from(TOPICS))))
        lines += [f"  topics {' '.join(topics)}"] if topics else []
        if kind != "plan":
            lines.append(f"  rank {draw(st.sampled_from(RANKS[:2]))}")
            lines += ['  within "3 months"'] if not due and draw(st.booleans()) else []
        acts = st.sampled_from(tuple(_LATER))
        for verb in draw(st.lists(acts, max_size=5)):
            grade, party, on = (
                draw(st.sampled_from((*GRADES, "complete", "complete"))),
                draw(st.sampled_from(PARTIES)),
                draw(days()),
            )
            lines.append(f"{draw(days())} {_LATER[verb].format(name=name, party=party, grade=grade, day=on)}")
    return FRAME + "\n".join(lines) + "\n"


_LATER = {
    "report": "report {name} {party} {grade}",
    "report of a value": "report {name} {party}\n  value 3",
    "assess": "assess {name} for {party} {grade} by cis/excom",
    "assess again": "assess {name} for {party} {grade} by cis/league",
    "draft": "assess {name} for {party} {grade} by cis/excom draft",
    "extend": "extend {name} to {day}",
    "release": "release {name} {party}",
    "release all": "release {name}",
    "challenge": 'challenge {name} {party} "no"',
    "merge": "merge {name} into cis/c9",
    "supersede": "supersede {name} with cis/c9",
    "classify": "classify {name} as presidency by cis/league",
}

# Days on which something changes, the days beside them, and the same two years later; and the last day of all.
asked = st.one_of(
    st.builds(
        lambda step, beside, later: FIRST + timedelta(days=step * 200 + beside + later),
        st.integers(0, 6), st.integers(-1, 2), st.sampled_from((0, 0, 730)),
    ),
    st.just(date.max),
)  # fmt: skip
parts = st.builds(
    Narrowed,
    ids=st.one_of(st.none(), st.frozensets(st.sampled_from(("cis/c0", "cis/c1", "pact/1")))),
    party=st.sampled_from(("", "", *PARTIES, "ZZ")),
    topic=st.sampled_from(("", "", *TOPICS)),
    organisation=st.sampled_from(("", "", "cis", "eaeu")),
)


@settings(max_examples=40)
@given(records(), asked, parts)
@example(FRAME, FIRST, ALL)
def test_the_packed_register_lists_what_the_plain_one_lists(text, day, part):
    book = book_of(text)
    plain, packed_ = PlainRegister(book).newest(day, part), PackedRegister(book).newest(day, part)
    assert list(plain) == [one for one in commitments(book, day) if part.fits(book, one)]
    assert list(packed_) == list(plain)
    assert [packed_[at] for at in range(len(packed_))] == list(plain)
    assert [*packed_[:2], *packed_[2:]] == list(plain)
    assert packed_.by_rank() == plain.by_rank()


@settings(max_examples=40)
@given(records(), asked, parts)
@example(FRAME, FIRST, ALL)
def test_the_packed_register_hands_over_what_the_plain_one_hands_over(text, day, part):
    book = book_of(text)
    plain, packed_ = PlainRegister(book).unfinished(day, part), PackedRegister(book).unfinished(day, part)
    assert list(packed_) == list(plain)
    assert list(plain) == sorted(plain, key=by_due)
    assert sorted(map(id, plain)) == sorted(id(one) for one in PlainRegister(book).newest(day, part) if one.is_open)
    assert packed_.by_rank() == plain.by_rank()


@settings(max_examples=40)
@given(records(), asked, parts, days(), days())
@example(FRAME, FIRST, ALL, "2018-01-01", "2019")
def test_the_packed_register_finds_what_was_made_and_due_in_a_term_as_the_plain_one(text, day, part, one, other):
    book, (start, end) = book_of(text), sorted((Day.parse(one), Day.parse(other)))
    plain, packed_ = PlainRegister(book).newest(day, part), PackedRegister(book).newest(day, part)
    assert list(packed_.made_in(start.first, end.last)) == list(plain.made_in(start.first, end.last))
    assert list(packed_.due_in(start.first, end.last)) == list(plain.due_in(start.first, end.last))


counts = st.sampled_from(("", *(one.name for one in fields(Figures) if one.name != "delay_days")))


@settings(max_examples=40)
@given(records(), asked, parts, st.sampled_from(("", *RANKS, "no-such-class")), counts)
@example(FRAME, FIRST, ALL, "", "past_due")
def test_the_packed_register_finds_what_a_figure_counts_as_the_plain_one(text, day, part, rank, figure):
    book = book_of(text)
    plain, packed_ = PlainRegister(book).newest(day, part), PackedRegister(book).newest(day, part)
    found = plain.counted(day, rank, figure)
    assert list(packed_.counted(day, rank, figure)) == list(found)
    classes = PlainRegister(book).classes(day, part)
    assert len(found) == sum(
        getattr(sums, figure or "commitments") for name, sums in classes.items() if rank in ("", name)
    )


@settings(max_examples=40)
@given(records(), asked, parts)
@example(FRAME, FIRST, ALL)
def test_the_packed_register_comes_to_what_the_plain_one_comes_to(text, day, part):
    book = book_of(text)
    plain, packed_ = PlainRegister(book), PackedRegister(book)
    assert packed_.scores(day, part) == plain.scores(day, part)
    assert packed_.classes(day, part) == plain.classes(day, part)
    assert packed_.organisations(day) == plain.organisations(day)
    assert {rank: one.tally.figures for rank, one in plain.scores(day, part).items()} == plain.classes(day, part)


@settings(max_examples=30)
@given(records(), st.lists(asked, min_size=1, max_size=4))
def test_a_register_that_was_asked_before_answers_as_one_that_is_asked_first(text, several):
    before, book = PackedRegister(book_of(text)), book_of(text)
    for day in (*several, *several):
        assert before.scores(day) == PackedRegister(book).scores(day)
        assert before.classes(day) == PackedRegister(book).classes(day)


@settings(max_examples=40)
@given(records(), asked)
def test_pages_tell_the_same_of_a_large_register_and_of_a_small_one(text, day):
    small, large = (book_of("2018-01-01 preside cis BY in 2018..2021\n" + text) for _ in range(2))
    with patch("servanda.status.register.asking.LARGE", -1):
        assert isinstance(register(large), PackedRegister)
    for page in (scoreboard_page, lambda view: handover_page(view, "cis"), lambda view: report_page(view, "cis")):
        assert page(View(large, day)) == page(View(small, day))
    for wanted in (EVERYTHING, Wanted(rank=RANKS[0], figure="known"), Wanted(topic="t1,t2"), Wanted(party="AM")):
        for start in (None, 1, 3):
            assert commitments_page(View(large, day, start=start), wanted) == commitments_page(
                View(small, day, start=start), wanted
            )


@pytest.mark.parametrize("day", [date(1999, 12, 31), date(2014, 9, 1), date(2021, 6, 1), date(2026, 1, 1)])
def test_the_register_of_the_commonwealth_is_that_of_the_plain_functions(commonwealth, day):
    plain, packed_ = PlainRegister(commonwealth), PackedRegister(commonwealth)
    assert list(packed_.newest(day)) == list(plain.newest(day)) == list(commitments(commonwealth, day))
    assert list(packed_.unfinished(day)) == list(plain.unfinished(day))
    assert packed_.scores(day) == plain.scores(day)
    assert packed_.classes(day) == plain.classes(day)


EDGES = (
    FRAME
    + """
2018-01-01 undertake cis/on-the-day AM "done on the day on which it is due" due 2018-06-01
2018-06-01 report cis/on-the-day AM complete
2018-01-01 undertake cis/a-day-late AM "done a day later" due 2018-06-01
2018-06-02 report cis/a-day-late AM complete
2018-01-01 undertake cis/done-and-released AM "released when it was done, late" due 2018-03-01
2018-06-01 report cis/done-and-released AM complete
2018-07-01 release cis/done-and-released AM
2018-01-01 undertake cis/released-and-done AM "done when it was released" due 2018-03-01
2018-04-01 release cis/released-and-done AM
2018-06-01 report cis/released-and-done AM complete
2018-01-01 undertake cis/for-long AM BY "never done, put off once" due 2018-02-01
2018-05-01 extend cis/for-long to 2018-08-01
2018-01-01 undertake cis/twice-assessed AM "assessed twice on one day"
2018-04-01 assess cis/twice-assessed for AM complete by cis/excom
2018-04-01 assess cis/twice-assessed for AM limited by cis/league
2018-04-01 assess cis/twice-assessed for AM substantial by cis/court
2018-04-01 assess cis/twice-assessed for AM not-started by cis/bank
2018-01-01 undertake cis/reported-again AM "reported behind an assessment"
2018-04-01 assess cis/reported-again for AM limited by cis/excom
2018-05-01 report cis/reported-again AM complete
2018-01-01 plan cis/measure AM "a measure stays a decision" due 2018-03-01
2018-04-01 classify cis/measure as political by cis/excom
2018-05-01 undertake cis/left-twice AM "merged, then superseded" due 2018-09-01
2018-06-15 merge cis/left-twice into cis/for-long
2018-07-01 supersede cis/left-twice with cis/for-long
2018-01-01 undertake cis/again AM "promised again by another"
2018-05-01 undertake cis/again BY "promised again by another"
"""
)


def test_on_every_day_on_which_something_changes_the_packed_register_is_the_plain_one():
    book = book_of(EDGES)
    plain, packed_ = PlainRegister(book), PackedRegister(book)
    changes = {one.act.on.last for one in book.held} | {date(2018, 3, 1), date(2018, 8, 1), date(2018, 9, 1)}
    for day in sorted({one + timedelta(days=off) for one in changes for off in (-1, 0, 1, 729, 730, 731)}):
        assert packed_.scores(day) == plain.scores(day), day
        assert packed_.classes(day) == plain.classes(day), day
        assert list(packed_.newest(day)) == list(plain.newest(day)), day
        assert list(packed_.unfinished(day)) == list(plain.unfinished(day)), day


def test_a_commitment_is_of_the_organisations_in_whose_sessions_plans_and_instruments_it_was_made():
    text = (
        FRAME
        + """
2018-01-01 undertake cis/chs/2018-01-01/1 AM "promised in a session"
2018-01-01 undertake pact/1 AM "promised under an instrument within the organisation"
2018-01-01 undertake other-pact/1 AM "promised under a document of which a session disposed"
2018-01-01 undertake far/1 AM "promised elsewhere, under an instrument within the organisation"
  under pact
2018-01-01 undertake else/1 AM "promised elsewhere"
"""
    )
    for kept in (PlainRegister(book_of(text)), PackedRegister(book_of(text))):
        for organisation, names in {
            "cis": ["cis/chs/2018-01-01/1", "far/1", "pact/1"],
            "cis/chs": ["cis/chs/2018-01-01/1"],
            "eaeu": ["other-pact/1"],
            "none": [],
        }.items():
            assert [one.id for one in kept.newest(FIRST, Narrowed(organisation=organisation))] == names
        assert {"cis", "cis/chs", "eaeu", "eaeu/council"} <= kept.organisations(FIRST)
        assert kept.organisations(date(2017, 12, 31)) == frozenset()


def test_only_a_large_register_is_packed():
    promise = '2018-01-01 undertake cis/{number} AM "send a list"\n'
    text = "".join(promise.format(number=number) for number in range(LARGE))
    assert isinstance(register(book_of(text)), PlainRegister)
    assert isinstance(register(book_of(text + promise.format(number=LARGE))), PackedRegister)


def test_whole_days_of_named_parties_are_packed_and_the_rest_is_not():
    book = book_of(
        FRAME
        + """
2018-01-01 undertake cis/a AM BY "send a list"
2018-01-01 undertake cis/b AM "send a list"
2018-01-01 undertake pact/1 "report each year"
  under pact
2019 report cis/b AM limited
2019-01-01 report cis/a AM limited
"""
    )
    found = packed(book)
    assert [(event.act.object, event.party) for event in found.events] == [("cis/a", "AM"), ("cis/a", "BY")]
    assert sorted({event.act.object for event in found.rest}) == ["cis/b", "pact/1"]
