"""The pages of what was kept: hand-over, report, levels, barriers, documents, one commitment."""

from __future__ import annotations

from datetime import date

from servanda.pages.barriers import barriers_page
from servanda.pages.commitment import commitment_page
from servanda.pages.funnel import funnel_page
from servanda.pages.handover import handover_page, report_page
from servanda.pages.levels import levels_page
from servanda.pages.parts import View
from servanda.pages.scoreboard import Asked, scoreboard_page
from tests.pages.league import view
from tests.records_in_text import book_of

AUTUMN = view(date(2021, 12, 15))
WORKS = "river-treaty/works"


def test_the_hand_over_lists_what_is_open_by_original_due_day() -> None:
    page = handover_page(AUTUMN, "league")
    assert page is not None
    assert (page.outgoing.code, page.incoming.code, str(page.day)) == ("DK", "CH", "2021-12-31")
    assert page.incoming_why.startswith("not decided")
    due = [row.original_due or row.due for row in page.unfinished if row.due]
    assert due == sorted(due)
    assert [row.id for row in page.proposals] == ["league/council/2020-12-18/p2"]
    assert {row.party.code for row in page.signatures} == {"CH"}
    assert handover_page(AUTUMN, "nothing") is None


def test_the_report_is_interim_until_the_term_is_over() -> None:
    interim, final = report_page(AUTUMN, "league"), report_page(view(date(2021, 12, 31)), "league")
    assert (interim.kind, final.kind) == ("interim", "final")
    assert [(row.weight, row.commitments, row.unfinished) for row in interim.priorities] == [("1/2", 6, 5), ("", 6, 5)]
    assert len([row for row in interim.made if "clean-water" in {topic.id for topic in row.topics}]) == 6
    assert [row.id for row in interim.programmes] == ["river-concept"]
    assert report_page(view(date(2022, 5, 1)), "league") is None


def test_one_commitment_tells_every_grade_and_reply() -> None:
    page = commitment_page(AUTUMN, WORKS)
    assert {row.party.code for row in page.parties} == {"AT", "BE", "CH"}
    grades = [(row.kind, row.grade) for row in page.scores]
    assert [grades[0], grades[1], grades[4]] == [
        ("assessment", "complete"),
        ("draft", "limited"),
        ("self-report", "limited"),
    ]
    assert sorted(grades[2:4]) == [("coding", "limited"), ("coding", "substantial")]
    assert [row.kind for row in page.replies] == ["comment"]
    assert (page.baseline, page.target, page.value) == (3, 17, None)
    assert commitment_page(AUTUMN, "nothing") is None


def test_a_duty_to_report_has_a_page_that_opens_to_its_acts() -> None:
    text = """
2021-01-20 require-report plan-1/reports BY KZ "on the plan" first 2021-06-30 every 6
2021-06-20 report plan-1/reports BY
"""
    page = commitment_page(View(book_of(text), date(2021, 7, 1)), "plan-1/reports")
    assert page is not None
    assert (page.title, page.parties) == ("on the plan", [])
    rows = {(row.party.code, str(row.due)): row for row in page.reports}
    assert {key: str(row.received or row.finding) for key, row in rows.items()} == {
        ("BY", "2021-06-30"): "2021-06-20",
        ("KZ", "2021-06-30"): "no report received by 1 July 2021",
        ("BY", "2021-12-30"): "",
        ("KZ", "2021-12-30"): "",
    }
    assert [act.entry for reason in rows["BY", "2021-06-30"].reasons for act in reason.acts] == [1, 2]


def test_what_waits_is_named_by_its_words() -> None:
    text = '2020-12-18 undertake promise BY "send a list"\n2021-01-20 milestone promise/1 "a draft"\n  under promise\n'
    names = View(book_of(text), date(2021, 7, 1)).names
    assert [names.thing(name) for name in ("promise", "promise/1", "nothing")] == ["send a list", "a draft", "nothing"]


def test_a_report_that_was_not_received_is_a_finding() -> None:
    reports = commitment_page(view(date(2022, 1, 1)), WORKS).reports
    assert (str(reports[0].due), bool(reports[0].finding)) == ("2021-12-31", True)
    later = commitment_page(view(date(2022, 1, 2)), WORKS).reports
    assert (str(later[0].received), later[0].finding) == ("2022-01-02", "")


def test_coders_are_compared_on_their_guideline() -> None:
    (row,) = scoreboard_page(AUTUMN).agreements
    assert (row.guideline, row.units, row.percent) == ("grades-2021", 1, "0.0 %")


def test_states_stand_by_name_unless_figures_are_asked_for() -> None:
    (board,) = [one for one in scoreboard_page(AUTUMN).classes if one.rank == "legal obligation"]
    names = [row.party.name for row in board.states]
    assert names == sorted(names, key=str.casefold)
    (ordered,) = [
        one for one in scoreboard_page(AUTUMN, Asked(order="figure")).classes if one.rank == "legal obligation"
    ]
    figures = [row.figures.past_due for row in ordered.states]
    assert figures == sorted(figures, reverse=True)


def test_levels_tell_the_deepest_coverage_of_each_state() -> None:
    page = levels_page(AUTUMN, ("league",))
    (topic,) = page.topics
    assert (topic.topic.id, topic.levels[0].depth) == ("clean-water", "coordination")
    assert {row.party.code for row in topic.states} == {"AT", "BE", "CH", "DK"}


def test_barriers_have_their_road_maps_and_appeals_and_end_by_an_act() -> None:
    rows = {row.id: row for row in barriers_page(view(date(2022, 6, 1))).obstacles}
    assert rows["league-dam"].ended is None
    assert str(rows["league-toll"].ended) == "2022-02-01"
    assert len(rows["league-dam"].steps) == len(rows["league-dam"].appeals) == 1
    (aim,) = barriers_page(AUTUMN).targets
    assert (aim.number, aim.newest) == (0, 7)


def test_each_stage_of_the_funnel_is_a_part_of_the_one_before() -> None:
    page = funnel_page(AUTUMN, "league")
    assert page.adopted >= page.signed_by_all >= page.in_force_for_all >= page.carried_out
    assert page.adopted == len(page.documents)
    assert funnel_page(AUTUMN, "nothing") is None


INDICATOR = """
2020-01-01 organisation cis "Commonwealth"
2020-01-01 undertake cis/a1 AM BY "bring the number of barriers down" due 2022-01-01
  indicator "barriers"
  baseline 60
  target 10
2020-06-01 report cis/a1 BY
  value 50
2021-06-01 report cis/a1 BY limited
  value 70
2021-07-01 report cis/a1 AM
  value 10
"""


def test_an_indicator_has_a_series_with_the_share_of_the_way_to_its_target():
    page = commitment_page(View(book_of(INDICATOR), date(2022, 1, 1)), "cis/a1")
    told = [(one.party.code, str(one.on), one.value, one.covered) for one in page.series]
    assert told == [
        ("AM", "2021-07-01", 10, "100.0 %"), ("BY", "2020-06-01", 50, "20.0 %"), ("BY", "2021-06-01", 70, "-20.0 %"),
    ]  # fmt: skip
    assert all(one.acts for one in page.series)
    before = commitment_page(View(book_of(INDICATOR), date(2021, 1, 1)), "cis/a1")
    assert [one.value for one in before.series] == [50]


TERM = """
1991-12-08 organisation cis "Commonwealth"
1991-12-08 organ cis/chs "Council"
2020-12-18 convene cis/chs/2020-12-18
2020-12-18 preside cis BY in 2021
2020-12-18 propose cis/chs/2020-12-18/p1 BY "meet in Minsk"
  next-session 2021-10-15
  organ cis/chs
2020-12-18 propose cis/chs/2020-12-18/p2 BY "meet again"
  next-session 2021-12-28
  organ cis/chs
2021-10-15 convene cis/chs/2021-10-15
2022-10-14 convene cis/chs/2022-10-14
"""


def test_the_report_of_a_presidency_has_the_calendar_of_its_term():
    book = book_of(TERM)
    interim = report_page(View(book, date(2021, 3, 1)), "cis")
    assert interim.kind == "interim"
    assert [(str(one.on), one.what) for one in interim.calendar] == [
        ("2021-10-15", "session proposed"), ("2021-12-28", "session proposed"),
    ]  # fmt: skip
    final = report_page(View(book, date(2021, 12, 31)), "cis")
    assert final.kind == "final"
    assert [(str(one.on), one.what) for one in final.calendar] == [
        ("2021-10-15", "session"), ("2021-12-28", "session proposed"),
    ]  # fmt: skip
