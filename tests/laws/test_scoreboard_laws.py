"""Every figure of the scoreboard, made again from the downloaded register by the formula that the page tells.

Nothing of the program's own arithmetic is used: shares are fractions of counts of rows, rounded by `decimal`.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import example, given, settings

from servanda.days import Day
from servanda.exchange.tables import tables, to_csv
from servanda.pages.commitments import commitments_page
from servanda.pages.parts import View
from servanda.pages.scoreboard import scoreboard_page
from tests.records_in_text import book_of
from tests.status.test_figures import asked, registers

IN_TIME_AND_LATE = """
2018-01-01 undertake early AM BY KZ "send 1 list" due 2019-06-30
2019-05-01 report early AM complete
2019-07-10 report early BY complete
2019-07-10 report early KZ limited
"""
GRADES = ("not started", "limited", "substantial", "complete")


def register(text, day, rank):
    """The rows of a class as somebody reads them who downloaded the register as CSV."""
    page = commitments_page(View(book_of(text), day))
    table = to_csv(next(table for table in tables(page) if table.name == "commitments"))
    return [row for row in csv.DictReader(io.StringIO(table, newline="")) if row["rank"] == rank]


def decimal(share, unit):
    """A fraction with one decimal and its unit; nothing for none."""
    if share is None:
        return ""
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return f"{exact.quantize(Decimal('0.1'), ROUND_HALF_UP)} {unit}"


def share(part, whole):
    return Fraction(part, whole) if whole else None


def percent(part, whole):
    found = share(part, whole)
    return decimal(None if found is None else 100 * found, "%")


def fell_due(row, day):
    """Whether the due day has passed, of what was not given up without being performed."""
    given_up = row["timing"] == "closed" and row["performance"] != "complete"
    return bool(row["due"]) and Day.parse(row["due"]).last < day and not given_up


def days_late(row, day):
    end = Day.parse(row["completed"]).first if row["completed"] else day
    return max(0, (end - Day.parse(row["due"]).last).days) if fell_due(row, day) else 0


def is_past_due(row, day):
    return fell_due(row, day) and row["timing"] != "closed" and row["performance"] != "complete"


def graded(rows):
    return {grade: sum(row["performance"] == grade for row in rows) for grade in GRADES}


def known(rows):
    return sum(row["performance"] != "no information" for row in rows)


def figures(rows, day):
    """The figures of rows, as the page tells them."""
    fallen = [row for row in rows if fell_due(row, day)]
    open_ones = [row for row in rows if is_past_due(row, day)]
    late = [days for row in rows if (days := days_late(row, day))]
    return {
        "commitments": len(rows),
        "known": known(rows),
        **{grade.replace(" ", "_"): number for grade, number in graded(rows).items()},
        "fallen_due": len(fallen),
        "past_due": len(open_ones),
        "long_past_due": sum(days_late(row, day) >= 730 for row in open_ones),
        "coverage": percent(known(rows), len(rows)),
        "share_past_due": percent(len(open_ones), len(fallen)),
        "average_delay": decimal(share(sum(late), len(late)), "days"),
    }


def told(row):
    return {name: getattr(row, name) for name in figures([], date(2020, 1, 1))}


def scaled(rows, day):
    """Each published scale: the sum above the line, the number below it, and the figure."""
    grades, over = graded(rows), known(rows)
    score = grades["complete"] - grades["not started"]
    good = grades["substantial"] + grades["complete"]
    fallen, late = sum(fell_due(row, day) for row in rows), sum(is_past_due(row, day) for row in rows)
    done = {row["id"]: True for row in rows}
    for row in rows:
        done[row["id"]] &= row["performance"] == "complete"
    return {
        "g20": (score, over, percent(score + over, 2 * over)),
        "ogp": (good, over, percent(good, over)),
        "eu-scoreboard": (late, fallen, percent(late, fallen)),
        "asean": (sum(done.values()), len(done), percent(sum(done.values()), len(done))),
    }


@settings(max_examples=60)
@given(registers(), asked)
@example(IN_TIME_AND_LATE, date(2021, 1, 1))
def test_every_figure_comes_out_of_the_downloaded_register(text, day):
    for board in scoreboard_page(View(book_of(text), day)).classes:
        rows = register(text, day, board.rank)
        assert told(board.figures) == figures(rows, day)
        assert {state.party.code for state in board.states} == {row["party_code"] for row in rows}
        for state in board.states:
            own = [row for row in rows if row["party_code"] == state.party.code]
            assert told(state.figures) == figures(own, day)
            for cell in state.cells:
                topic = cell.topic.id if cell.topic else ""
                assert told(cell.figures) == figures([r for r in own if topic in r["topics_id"].split("; ")], day)


@settings(max_examples=60)
@given(registers(), asked)
def test_every_published_scale_comes_out_of_the_downloaded_register(text, day):
    for board in scoreboard_page(View(book_of(text), day)).classes:
        found = {scale.id: (int(scale.part), scale.over, scale.value) for scale in board.scales}
        assert found == scaled(register(text, day, board.rank), day)


@settings(max_examples=40)
@given(registers(), asked)
def test_every_point_of_the_trend_comes_out_of_the_register_of_its_day(text, day):
    for board in scoreboard_page(View(book_of(text), day)).classes:
        assert [point.day.year for point in board.trend] == [day.year - back for back in range(5)]
        for point in board.trend:
            sums = figures(register(text, point.day, board.rank), point.day)
            names = ("commitments", "known", "share_past_due")
            assert {name: getattr(point, name) for name in names} == {name: sums[name] for name in names}


@settings(max_examples=40)
@given(registers(), asked)
def test_how_many_are_specific_comes_out_of_the_downloaded_register(text, day):
    for board in scoreboard_page(View(book_of(text), day)).classes:
        assert board.specific == sum(row["specific"] == "True" for row in register(text, day, board.rank))
