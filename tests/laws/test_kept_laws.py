"""What must always hold of commitments kept or not: who owes, what adds up, what is known, what can be made again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servanda.acts import to_json
from servanda.acts.commitments import Classify, Extend, Merge, Release, Undertake
from servanda.acts.market import Lift, Restrict
from servanda.acts.monitoring import Assess, Challenge, Report
from servanda.book import Book, Held
from servanda.days import Day
from servanda.exchange.tables import tables, to_csv
from servanda.journal import open_journal
from servanda.pages.barriers import barriers_page
from servanda.pages.commitments import commitments_page
from servanda.pages.figures import percent
from servanda.pages.funnel import funnel_page
from servanda.pages.handover import handover_page
from servanda.pages.narrowing import FIGURES, NONE, Wanted
from servanda.pages.parts import View
from servanda.pages.scoreboard import Asked, scoreboard_page
from servanda.record import book_of as book_of_journal
from servanda.status.commitment import share_of_the_way
from servanda.status.commitments import OWING, commitments
from servanda.status.figures import Figures, by_rank, figures_of, tally
from servanda.status.happened import happened
from servanda.status.party import chart
from tests.laws.strategies import FEW, TREATY, histories, history_days, questions
from tests.records_in_text import acts_of, book_of
from tests.status.test_figures import asked, registers


def in_memory(acts) -> Book:
    return Book.build(Held.of(act) for act in acts)


def downloaded(page, name):
    """The rows of a table of a page as somebody reads them who downloaded it as CSV."""
    text = to_csv(next(table for table in tables(page) if table.name == name))
    return list(csv.DictReader(io.StringIO(text, newline="")))


OWED = Undertake(on=Day.parse("2000-01-01"), of="duty-1", words="report each year", under=TREATY)


@settings(max_examples=150)
@given(histories(), questions)
def test_a_state_owes_what_a_treaty_lays_on_it_exactly_while_it_is_bound(history, day):
    book = in_memory([*history, OWED])
    owing = {one.party for one in commitments(book, day) if one.origin == "owed"}
    bound = {one.party for one in chart(book, TREATY, day) if one.word in OWING}
    assert owing == (bound if OWED.on.surely_by(day) else set())
    not_bound = {one.party for one in chart(book, TREATY, day) if not one.is_bound}
    assert not owing & not_bound


@given(registers(), asked, st.randoms(use_true_random=False))
def test_the_figures_of_any_part_and_of_the_rest_add_up_to_the_whole(text, day, chance):
    found = list(commitments(book_of(text), day))
    part = [one for one in found if chance.random() < 0.5]
    rest = [one for one in found if one not in part]
    assert figures_of(part, day) + figures_of(rest, day) == figures_of(found, day)


@given(registers(), asked)
def test_taking_away_every_report_leaves_no_information_and_no_grade(text, day):
    silent = "\n".join(line for line in text.splitlines() if line.split()[1:2] not in (["report"], ["assess"])) + "\n"
    found = list(commitments(book_of(silent), day))
    assert {one.performance for one in found} <= {"no information"}
    sums = figures_of(found, day)
    assert (sums.known, sums.grades) == (0, (0, 0, 0, 0))
    for board in scoreboard_page(View(book_of(silent), day)).classes:
        assert board.figures.coverage == "0.0 %"
        assert {scale.value for scale in board.scales if scale.id in ("g20", "ogp")} == {""}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registers(), registers(), asked)
def test_nothing_known_later_changes_a_figure_as_known_then(tmp_path_factory, before, after, day):
    path = str(tmp_path_factory.mktemp("kept") / "kept.db")
    journal, _problems = open_journal(path, create=True)
    with journal:
        journal.append([to_json(one.act) for one in acts_of(before)], moment="2020-01-01T00:00:00Z", by="clerk")
        size = journal.size
        then = [(one.id, one.party, one.performance, one.scores) for one in commitments(book_of_journal(journal), day)]
        board = scoreboard_page(View(book_of_journal(journal), day)).classes
        journal.append([to_json(one.act) for one in acts_of(after)], moment="2020-02-01T00:00:00Z", by="clerk")
        known = book_of_journal(journal, size)
        assert [(one.id, one.party, one.performance, one.scores) for one in commitments(known, day)] == then
        assert scoreboard_page(View(known, day)).classes == board


# ------------------------------------------------------------------------------ figures from downloaded rows
def _day(cell: str) -> Day | None:
    return Day.parse(cell) if cell else None


def _sums(row: dict[str, str], day: date) -> Figures:
    """The figures of one downloaded row of the register, made with nothing but its cells."""
    due, done = _day(row["due"]), _day(row["completed"])
    complete, closed = row["performance"] == "complete", row["timing"] == "closed"
    fallen = due is not None and due.last < day and not (closed and not complete)
    late = max(0, ((done.first if done else day) - due.last).days) if fallen else 0
    still = fallen and not closed and not complete
    grades = [int(row["performance"] == grade) for grade in ("not started", "limited", "substantial", "complete")]
    known = int(row["performance"] != "no information")
    return Figures(1, known, *grades, int(fallen), int(still), int(still and late >= 730), int(late > 0), late)


@settings(max_examples=60)
@given(registers(), asked)
def test_every_figure_of_the_scoreboard_comes_out_of_the_downloaded_register(text, day):
    view = View(book_of(text), day)
    rows = downloaded(commitments_page(view), "commitments")
    for board in scoreboard_page(view).classes:
        mine = [row for row in rows if row["rank"] == board.rank]
        _same(board.figures, mine, day)
        for state in board.states:
            own = [row for row in mine if row["party_code"] == state.party.code]
            _same(state.figures, own, day)
            for cell in state.cells:
                under = [row for row in own if (cell.topic.id if cell.topic else "") in row["topics_id"].split("; ")]
                _same(cell.figures, under, day)


@settings(max_examples=60)
@given(registers(), asked, st.sampled_from(("", "t1", "t2")))
def test_every_figure_of_the_scoreboard_is_the_number_of_rows_of_a_register_narrowed_to_it(text, day, topic):
    view = View(book_of(text), day)
    for board in scoreboard_page(view, Asked(topic=topic)).classes:
        of_class = Wanted(rank=board.rank, topic=topic)
        _counts(view, board.figures, of_class)
        for state in board.states:
            of_state = replace(of_class, party=state.party.code or NONE)
            _counts(view, state.figures, of_state)
            for cell in state.cells:
                both = ",".join(dict.fromkeys(filter(None, (topic, cell.topic.id if cell.topic else NONE))))
                _counts(view, cell.figures, replace(of_state, topic=both))


def _counts(view, told, narrowed):
    assert told.commitments == len(commitments_page(view, narrowed).commitments)
    for figure in FIGURES:
        page = commitments_page(view, replace(narrowed, figure=figure))
        assert getattr(told, figure) == len(page.commitments) == page.section.of == sum(
            one.commitments for one in page.classes
        )  # fmt: skip


def _same(told, rows, day):
    sums = sum((_sums(row, day) for row in rows), Figures())
    assert (told.commitments, told.known, told.not_started, told.limited, told.substantial, told.complete) == (
        sums.commitments, sums.known, *sums.grades,
    )  # fmt: skip
    assert (told.fallen_due, told.past_due, told.long_past_due) == (sums.fallen_due, sums.past_due, sums.long_past_due)
    assert (told.coverage, told.share_past_due) == (percent(sums.coverage), percent(sums.share_past_due))
    late = sums.average_delay
    assert told.average_delay == ("" if late is None else f"{percent(late / 100).removesuffix(' %')} days")


TERMS = """
2017-01-01 organisation cis "Commonwealth"
2017-01-01 preside cis BY in 2017..2030
"""


@settings(max_examples=60)
@given(registers(), asked)
def test_the_counts_of_a_hand_over_come_out_of_its_downloaded_rows(text, day):
    page = handover_page(View(book_of(TERMS + text), day), "cis")
    rows = downloaded(page, "unfinished")
    assert {one.rank: one.unfinished for one in page.classes} == {
        rank: sum(row["rank"] == rank for row in rows) for rank in {row["rank"] for row in rows}
    }
    assert not [row for row in rows if row["timing"] == "closed" or row["performance"] == "complete"]


@given(
    st.lists(st.tuples(st.sampled_from(("barrier", "exemption", "restriction")), st.booleans(), history_days)),
    questions,
)
def test_the_counts_of_limits_come_out_of_the_downloaded_rows(made, day):
    acts = []
    for number, (form, lifted, on) in enumerate(made):
        acts.append(Restrict(on=on, of=f"limit-{number}", form=form, by=(FEW[number % len(FEW)],)))
        acts += [Lift(on=Day.parse("2002-01-01"), of=f"limit-{number}", by=acts[-1].by)] if lifted else []
    page = barriers_page(View(in_memory(acts), day))
    lasting = [row["form"] for row in downloaded(page, "obstacles") if not row["ended"]]
    assert {one.form: one.number for one in page.forms} == {form: lasting.count(form) for form in set(lasting)}


@pytest.mark.parametrize("day", [date(2008, 1, 15), date(2021, 6, 1), date(2026, 1, 1)])
@pytest.mark.parametrize("body", ["cis", "cis/chs", "eaeu"])
def test_the_funnel_comes_out_of_its_downloaded_rows(commonwealth, body, day):
    page = funnel_page(View(commonwealth, day), body)
    if page is None:
        assert (body, day.year) == ("eaeu", 2008), "not yet founded"
        return
    rows = downloaded(page, "documents")
    signed = [row for row in rows if row["signed_by_all"] == "True"]
    in_force = [row for row in signed if row["in_force_for_all"] == "True"]
    done = [row for row in in_force if row["carried_out"] == "True"]
    assert (page.adopted, page.signed_by_all, page.in_force_for_all, page.carried_out) == (
        len(rows), len(signed), len(in_force), len(done),
    )  # fmt: skip
    assert page.without_commitments == sum(row["has_commitments"] == "False" for row in rows)
    assert {one.commencement: one.number for one in page.commencing} == {
        way: sum(row["commencement"] == way for row in rows) for way in {row["commencement"] for row in rows}
    }


def test_the_share_of_the_way_goes_down_as_well_as_up():
    assert share_of_the_way(60, 10, 50) == Fraction(1, 5)
    assert share_of_the_way(0, 10, 12) == Fraction(6, 5)
    assert share_of_the_way(5, 5, 5) is share_of_the_way(None, 5, 5) is None


@settings(max_examples=60)
@given(registers(), st.lists(asked, min_size=1, max_size=4))
def test_a_book_that_was_asked_before_answers_as_one_that_is_asked_first(text, days):
    book = book_of(text)
    for day in (*days, *days):
        new = book_of(text)
        assert commitments(book, day) == commitments(new, day)
        assert scoreboard_page(View(book, day)) == scoreboard_page(View(new, day))


@settings(max_examples=60)
@given(registers(), asked)
def test_what_one_pass_finds_is_what_each_part_gives_by_itself(text, day):
    found = commitments(book_of(text), day)
    told = tally(found, day)
    assert told.figures == figures_of(found, day)
    for party, part in told.parties.items():
        own = [one for one in found if one.party == party]
        assert part.figures == figures_of(own, day)
        for topic, sums in part.topics.items():
            assert sums == figures_of((one for one in own if topic in (one.topics or ("",))), day)
    assert by_rank(found, day) == {
        rank: figures_of((one for one in found if one.rank == rank), day) for rank in {one.rank for one in found}
    }


@settings(max_examples=60)
@given(registers(), asked)
def test_the_index_tells_of_a_commitment_what_the_book_tells(text, day):
    book = book_of(text)
    for one in commitments(book, day):
        reports = [event.ids for act, event in book.acts(Report, one.id, day) if one.party in act.by]
        assessed = [event.ids for act, event in book.acts(Assess, one.id, day) if act.party == one.party]
        assert sorted(score.acts for score in one.scores) == sorted(reports + assessed)
        later = happened(book)
        for kind in (Classify, Extend, Merge, Release):
            assert later.acts(kind, one.id, day) == book.acts(kind, one.id, day)
        challenges = [event.ids for _act, event in book.acts(Challenge, one.id, day)]
        assert sorted(reply.acts for reply in one.replies) == sorted(challenges)
