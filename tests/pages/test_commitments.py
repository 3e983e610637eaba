"""The register of commitments."""

from __future__ import annotations

from datetime import date

import pytest

from servanda.pages.commitments import commitments_page
from servanda.pages.figures import FigureRow
from servanda.pages.narrowing import FIGURES, Narrowed
from tests.pages.league import view


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
        (Narrowed(rank="legal obligation"), "1-BE 1-DK"),
        (Narrowed(rank="legal-obligation"), "1-BE 1-DK"),
        (Narrowed(party="DK"), "1-DK"),
        (Narrowed(party="-"), ""),
        (Narrowed(topic="-"), "1-BE 1-DK 2-AT"),
        (Narrowed(topic="clean-water"), ""),
        (Narrowed(standing="contested"), "1-BE 1-DK"),
        (Narrowed(standing="contested", figure="limited"), "1-DK"),
        (Narrowed(figure="known"), "1-BE 1-DK"),
        (Narrowed(figure="past_due", party="BE"), "1-BE"),
        (Narrowed(figure="complete"), ""),
        (Narrowed(party="XX"), ""),
    ],
)
def test_the_register_is_narrowed_to_what_is_asked(asked: Narrowed, expected: str) -> None:
    page = commitments_page(SUMMER, asked)
    assert " ".join(f"{row.id[-1]}-{row.party.code}" for row in page.commitments) == expected
    assert sum(one.commitments for one in page.classes) == len(page.commitments)


def test_several_topics_are_all_asked_for() -> None:
    seen = view(date(2022, 6, 1))
    rows = commitments_page(seen, Narrowed(topic="clean-water")).commitments
    assert rows
    assert {one.id for row in rows for one in row.topics} == {"clean-water"}
    assert commitments_page(seen, Narrowed(topic="clean-water,no-such-topic")).commitments == []


def test_what_it_can_be_narrowed_to_is_what_occurs_in_it_and_stays_when_it_is_narrowed() -> None:
    offered = commitments_page(SUMMER).choices
    assert {(one.field, one.value) for one in offered} >= {
        ("rank", "statement"),
        ("party", "DK"),
        ("topic", "-"),
        ("standing", "contested"),
        ("figure", "past_due"),
    }
    narrowed = commitments_page(SUMMER, Narrowed(party="DK")).choices
    assert [(one.field, one.value) for one in narrowed] == [(one.field, one.value) for one in offered]
    assert [one.value for one in narrowed if one.chosen] == ["DK"]


def test_the_figures_that_can_be_asked_for_are_those_of_the_scoreboard_that_count() -> None:
    counts = [name for name, kind in FigureRow.__annotations__.items() if "int" in str(kind).partition(",")[0]]
    assert ["commitments", *FIGURES] == counts
