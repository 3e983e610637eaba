"""Figures of commitments: sums that add up, scales with their formulas, and the ledger against the plain functions."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.acts import to_json
from servanda.journal import open_journal
from servanda.pages.commitment import commitment_page
from servanda.pages.commitments import commitments_page
from servanda.pages.figures import percent
from servanda.pages.parts import View
from servanda.pages.scoreboard import scoreboard_page, years_before
from servanda.record import book_of as book_of_journal
from servanda.status.commitment import RANKS
from servanda.status.commitments import commitments
from servanda.status.figures import Figures, figures_of, measure, measured
from servanda.words.scales import scales
from tests.records_in_text import acts_of, book_of

DAY = date(2022, 1, 1)
PARTIES, TOPICS, GRADES = ("AM", "BY", "KZ"), ("t1", "t2"), ("not-started", "limited", "substantial", "complete")

PROMISES = """
2020-01-01 organisation cis "Commonwealth"
2020-01-01 undertake cis/a1 AM BY KZ "send a list" due 2019-06-30
  rank political
  topics t1
2020-01-01 undertake cis/a2 AM BY "send another" due 2021-06-30
  rank political
  topics t1 t2
2020-01-01 undertake cis/a3 AM "speak" due 2021-06-30
2021-01-01 assess cis/a1 for AM complete by cis
2021-01-01 report cis/a1 BY limited
2021-07-10 report cis/a2 AM complete
2021-02-01 extend cis/a3 to 2023-01-01
"""


def rows(text=PROMISES, day=DAY, rank="political"):
    return [one for one in commitments(book_of(text), day) if one.rank == rank]


def test_the_figures_of_a_class_are_counts_with_their_coverage():
    found = figures_of(rows(), DAY)
    assert (found.commitments, found.known, found.grades) == (5, 3, (0, 1, 0, 2))
    assert (found.fallen_due, found.past_due, found.long_past_due) == (5, 3, 2)
    assert (found.coverage, found.share_past_due) == (Fraction(3, 5), Fraction(3, 5))


def test_a_delay_ends_on_the_day_of_the_grade_complete():
    (late,) = [one for one in rows() if (one.id, one.party) == ("cis/a2", "AM")]
    assert figures_of([late], DAY).average_delay == 10


def test_a_commitment_put_off_is_not_past_its_first_day():
    assert figures_of(rows(rank="statement"), DAY).fallen_due == 0


@pytest.mark.parametrize(
    ("scale", "value", "over"),
    [
        ("g20", Fraction(5, 6), 3),  # (0 + 1 + 1) / 3 = 2/3; (2/3 + 1) / 2
        ("ogp", Fraction(2, 3), 3),
        ("eu-scoreboard", Fraction(3, 5), 5),
        ("asean", Fraction(0), 2),  # each commitment has a party that has not completed it
    ],
)
def test_each_scale_is_its_formula(scale, value, over):
    found = measure(scales()[scale], rows(), figures_of(rows(), DAY))
    assert (found.value, found.over) == (value, over)


def test_a_published_average_of_the_g7_is_its_score():
    # Brussels 2014: a mean score of +0.60 was published as 80 %.
    scale = scales()["g20"]
    made = Figures(commitments=10, known=10, not_started=1, limited=2, complete=7)
    assert percent(measured(scale, made).value) == "80.0 %"


def test_without_information_no_scale_says_anything():
    nothing = rows('2020-01-01 undertake cis/a1 AM "send a list"\n  rank political\n')
    assert [
        measure(scales()[name], nothing, figures_of(nothing, DAY)).value for name in ("g20", "ogp", "eu-scoreboard")
    ] == [None] * 3


def test_percentages_are_rounded_without_floats():
    assert [percent(share) for share in (None, Fraction(2, 3), Fraction(1, 2000), Fraction(1))] == [
        "",
        "66.7 %",
        "0.1 %",
        "100.0 %",
    ]


def test_a_trend_has_a_leap_day_too():
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2024, 2, 29), 0) == date(2024, 2, 29)


# --------------------------------------------------------------------------------------------- properties
@st.composite
def registers(draw):
    """A register of whole days: promises of a few parties, with reports, assessments, extensions and ends."""

    def day():
        return (date(2018, 1, 1) + timedelta(days=draw(st.integers(0, 1600)))).isoformat()

    lines = []
    for number in range(draw(st.integers(1, 5))):
        name = f"cis/c{number}"
        parties = " ".join(sorted(draw(st.sets(st.sampled_from(PARTIES), min_size=1))))
        due = f" due {day()}" if draw(st.booleans()) else ""
        lines.append(f'{day()} undertake {name} {parties} "do it"{due}')
        lines.append(f"  rank {draw(st.sampled_from(RANKS[:2]))}")
        topics = draw(st.lists(st.sampled_from(TOPICS), unique=True))
        lines += [f"  topics {' '.join(topics)}"] if topics else []
        acts = st.sampled_from(("report", "assess", "extend", "release", "challenge", "merge", "classify"))
        for verb in draw(st.lists(acts, max_size=4)):
            party, grade = draw(st.sampled_from(PARTIES)), draw(st.sampled_from(GRADES))
            lines.append(f"{day()} " + {
                "report": f"report {name} {party} {grade}",
                "assess": f"assess {name} for {party} {grade} by league",
                "extend": f"extend {name} to {day()}",
                "release": f"release {name} {party}",
                "challenge": f'challenge {name} {party} "no"',
                "merge": f"merge {name} into cis/c9",
                "classify": f"classify {name} as {draw(st.sampled_from(RANKS))} by league",
            }[verb])  # fmt: skip
    # One act a day and kind, so that no order within a day is asked for.
    seen, kept, dropping = set(), [], False
    for line in lines:
        key = tuple(line.split()[:2])
        dropping = (dropping and line.startswith(" ")) or (key in seen and not line.startswith(" "))
        seen.add(key)
        kept += [] if dropping else [line]
    return "\n".join(kept) + "\n"


asked = st.integers(0, 2000).map(lambda step: date(2018, 1, 1) + timedelta(days=step))


@given(registers(), asked)
def test_the_figures_of_parts_add_up_to_the_whole(text, day):
    found = list(commitments(book_of(text), day))
    for rank in RANKS:
        mine = [one for one in found if one.rank == rank]
        parts = [figures_of((one for one in mine if one.party == party), day) for party in PARTIES]
        assert sum(parts, Figures()) == figures_of(mine, day)


@given(registers(), asked)
def test_no_report_is_no_information_and_never_failure(text, day):
    for one in commitments(book_of(text), day):
        if not one.scores:
            assert one.performance == "no information"
            assert figures_of([one], day).known == 0


def test_what_is_known_later_changes_no_score_as_known_then(tmp_path):
    def told(journal, known_by):
        page = commitment_page(View(book_of_journal(journal, known_by), DAY), "cis/a1")
        return [(row.party.code, str(row.on), row.kind, row.grade) for row in page.scores]

    journal, _problems = open_journal(str(tmp_path / "kept.db"), create=True)
    with journal:
        journal.append([to_json(one.act) for one in acts_of(PROMISES)], moment="2021-08-01T00:00:00Z", by="clerk")
        size, then = journal.size, told(journal, None)
        later = """
2021-02-01 assess cis/a1 for AM limited by cis
2026-01-01 strike-entry "2021-01-01 report cis/a1 BY limited"
"""
        journal.append([to_json(one.act) for one in acts_of(later)], moment="2021-09-01T00:00:00Z", by="clerk")
        assert told(journal, size) == then == [
            ("AM", "2021-01-01", "assessment", "complete"), ("BY", "2021-01-01", "self-report", "limited"),
        ]  # fmt: skip
        assert told(journal, None) == [
            ("AM", "2021-02-01", "assessment", "limited"), ("AM", "2021-01-01", "assessment", "complete"),
        ]  # fmt: skip


@settings(max_examples=40)
@given(registers(), asked)
def test_every_figure_of_the_scoreboard_can_be_made_again_from_the_rows_of_the_register(text, day):
    view = View(book_of(text), day)
    rows_ = commitments_page(view).commitments
    for board in scoreboard_page(view).classes:
        mine = [row for row in rows_ if row.rank == board.rank]
        left = [row for row in mine if row.timing == "closed" and row.performance != "complete"]
        fallen = [row for row in mine if row.due and row.due.last < day and row not in left]
        past = [row for row in fallen if row.performance != "complete"]
        known = [row for row in mine if row.performance != "no information"]
        ends = [row.completed.first if row.completed else day for row in fallen]
        late = [days for end, row in zip(ends, fallen, strict=True) if (days := (end - row.due.last).days) > 0]
        told = board.figures
        assert (told.commitments, told.known, told.fallen_due, told.past_due) == (
            len(mine), len(known), len(fallen), len(past),
        )  # fmt: skip
        assert told.coverage == percent(Fraction(len(known), len(mine)))
        assert told.share_past_due == (percent(Fraction(len(past), len(fallen))) if fallen else "")
        assert bool(late) == bool(told.average_delay)
