"""The register of commitments."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.pages import sections
from servanda.pages.commitments import commitments_page
from servanda.pages.figures import FigureRow
from servanda.pages.narrowing import FIGURES, Wanted
from servanda.pages.parts import View
from tests.pages.league import view
from tests.records_in_text import book_of


def test_commitments_are_counted_by_class_and_with_coverage() -> None:
    counts = [(one.rank, one.commitments, one.with_information) for one in commitments_page(view()).classes]
    assert counts == [("legal obligation", 2, 0), ("statement", 1, 0)]


def test_the_three_axes_are_kept_apart() -> None:
    rows = {(row.id[-1], row.party.code): row for row in commitments_page(view(date(2021, 7, 1))).commitments}
    found = {key: (row.timing, row.performance, row.standing) for key, row in rows.items()}
    assert found == {
        ("1", "BE"): ("past due", "not started", "contested"),
        ("1", "DK"): ("past due", "limited", "contested"),
        ("2", "AT"): ("no due day", "no information", "not reported"),
    }


def test_parties_of_one_commitment_stand_by_name() -> None:
    rows = commitments_page(view()).commitments
    assert [(row.id[-1], row.party.code) for row in rows] == [("1", "BE"), ("1", "DK"), ("2", "AT")]
    assert [row.strength for row in rows] == ["pledged", "pledged", ""]


def test_nothing_is_promised_before_it_was_said() -> None:
    assert commitments_page(view(date(2020, 12, 17))).commitments == []


SUMMER = view(date(2021, 7, 1))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Wanted(rank="legal obligation"), "1-BE 1-DK"),
        (Wanted(rank="legal-obligation"), "1-BE 1-DK"),
        (Wanted(party="DK"), "1-DK"),
        (Wanted(party="-"), ""),
        (Wanted(topic="-"), "1-BE 1-DK 2-AT"),
        (Wanted(topic="clean-water"), ""),
        (Wanted(standing="contested"), "1-BE 1-DK"),
        (Wanted(standing="contested", figure="limited"), "1-DK"),
        (Wanted(figure="known"), "1-BE 1-DK"),
        (Wanted(figure="past_due", party="BE"), "1-BE"),
        (Wanted(figure="complete"), ""),
        (Wanted(party="XX"), ""),
    ],
)
def test_the_register_is_narrowed_to_what_is_asked(asked: Wanted, expected: str) -> None:
    page = commitments_page(SUMMER, asked)
    assert " ".join(f"{row.id[-1]}-{row.party.code}" for row in page.commitments) == expected
    assert sum(one.commitments for one in page.classes) == len(page.commitments)


def test_several_topics_are_all_asked_for() -> None:
    seen = view(date(2022, 6, 1))
    rows = commitments_page(seen, Wanted(topic="clean-water")).commitments
    assert rows
    assert {one.id for row in rows for one in row.topics} == {"clean-water"}
    assert commitments_page(seen, Wanted(topic="clean-water,no-such-topic")).commitments == []


def test_what_it_can_be_narrowed_to_is_what_occurs_in_it_and_stays_when_it_is_narrowed() -> None:
    offered = commitments_page(SUMMER).choices
    assert {(one.field, one.value) for one in offered} >= {
        ("rank", "statement"),
        ("party", "DK"),
        ("topic", "-"),
        ("standing", "contested"),
        ("figure", "past_due"),
    }
    narrowed = commitments_page(SUMMER, Wanted(party="DK")).choices
    assert [(one.field, one.value) for one in narrowed] == [(one.field, one.value) for one in offered]
    assert [one.value for one in narrowed if one.chosen] == ["DK"]


def test_the_figures_that_can_be_asked_for_are_those_of_the_scoreboard_that_count() -> None:
    counts = [name for name, kind in FigureRow.__annotations__.items() if "int" in str(kind).partition(",")[0]]
    assert ["commitments", *FIGURES] == counts


@pytest.mark.parametrize("rows", [1, 2, 3, 4, 7])
def test_parties_stand_by_name_also_where_a_section_ends_between_them(
    rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "ROWS", rows)
    text = '2018-01-01 undertake cis/a KZ UZ AT "send a list"\n2018-01-01 undertake cis/b DE AT CH "speak"\n'
    book, day = book_of(text + '2018-02-01 undertake cis/c BE "hear"\n'), date(2020, 1, 1)
    expected = "c-BE a-AT a-KZ a-UZ b-AT b-DE b-CH"  # Austria, Germany, Switzerland; their codes stand otherwise
    found: list[str] = []
    while len(found) < 7:
        page = commitments_page(View(book, day, start=len(found) + 1))
        found += [f"{row.id[-1]}-{row.party.code}" for row in page.commitments]
    assert " ".join(found) == expected
    assert [f"{row.id[-1]}-{row.party.code}" for row in commitments_page(View(book, day)).commitments] == found
