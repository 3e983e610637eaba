"""Long lists in sections: their edges, and that all of them together are the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.pages import sections
from servanda.pages.barriers import barriers_page
from servanda.pages.commitments import commitments_page
from servanda.pages.documents import documents_page
from servanda.pages.handover import handover_page
from servanda.pages.parts import View
from servanda.pages.sections import ROWS, ListPage, bounds, in_section
from servanda.pages.sessions import sessions_page
from servanda.pages.states import states_page
from servanda.words.phrases import say
from tests.pages.league import view

SEEN = view(date(2022, 6, 1))
PAGES: dict[str, Callable[[View], Any]] = {
    "documents": documents_page,
    "sessions": sessions_page,
    "states": states_page,
    "commitments": commitments_page,
    "obstacles": barriers_page,
    "unfinished": lambda seen: handover_page(seen, "league"),
}


@pytest.mark.parametrize(
    ("size", "start", "expected"),
    [
        (0, None, (0, 0, 0, 0)),
        (0, 1, (0, 0, 0, 0)),
        (0, 7, (0, 0, 0, 0)),
        (3650, None, (1, 3650, 0, 0)),
        (1, 1, (1, 1, 0, 0)),
        (299, 1, (1, 299, 0, 0)),
        (300, 1, (1, 300, 0, 0)),
        (301, 1, (1, 300, 0, 301)),
        (301, 301, (301, 301, 1, 0)),
        (600, 301, (301, 600, 1, 0)),
        (601, 301, (301, 600, 1, 601)),
        (3650, 150, (150, 449, 1, 450)),
        (3650, 3601, (3601, 3650, 3301, 0)),
        (300, 301, (0, 0, 1, 0)),
        (301, 302, (0, 0, 301, 0)),
        (600, 9999, (0, 0, 301, 0)),
    ],
)
def test_the_ends_of_a_section_and_its_neighbours(size: int, start: int | None, expected: tuple[int, ...]) -> None:
    assert ROWS == 300
    assert bounds(size, start) == expected


@given(st.integers(0, 400), st.integers(1, 50))
def test_the_sections_together_are_the_list_each_row_once(size: int, most: int) -> None:
    rows, starts, start = [], [], 1
    while start:
        first, last, before, following = bounds(size, start, most)
        assert before == (starts[-1] if starts else 0)
        rows += range(max(first, 1), last + 1)
        starts, start = [*starts, start], following
    assert rows == list(range(1, size + 1))
    assert bounds(size, size + 1, most)[2] == (starts[-1] if size else 0)


class Lazy(Sequence[int]):
    """A list that makes a row when it is asked for, and remembers which it made."""

    def __init__(self, size: int) -> None:
        self.size, self.made = size, []

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, at: Any) -> Any:
        assert isinstance(at, slice), "the rows of a section are asked for at once"
        self.made += range(self.size)[at]
        return list(range(self.size)[at])

    def __iter__(self) -> Iterator[int]:
        raise AssertionError("nobody needs all rows")


def test_no_row_is_made_that_is_not_shown() -> None:
    rows = Lazy(100_000)
    frame, shown = in_section(replace(SEEN, start=301), say("Documents"), "/documents", "documents", rows)
    assert list(shown) == rows.made == list(range(300, 600))
    assert (frame["section"].first, frame["section"].last, frame["section"].of) == (301, 600, 100_000)


def test_the_ways_to_other_rows_keep_what_is_asked() -> None:
    seen = replace(SEEN, start=301, known="12", language="ru")
    frame, _shown = in_section(seen, say("Commitments"), "/commitments", "commitments", Lazy(1000), rank="political")
    kept = "/commitments?as-of=2022-06-01&known-by=12&language=ru&rank=political"
    section = frame["section"]
    assert (frame["address"], section.previous, section.next) == (f"{kept}&from=301", kept, f"{kept}&from=601")


@pytest.mark.parametrize("table", PAGES)
def test_a_page_without_a_section_has_all_rows(table: str) -> None:
    page = PAGES[table](SEEN)
    assert isinstance(page, ListPage)
    size = len(getattr(page, table))
    assert size > 1
    assert page.section == sections.Section(table, 1, size, size, "", "")


@pytest.mark.parametrize("table", PAGES)
@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_sections_of_a_page_are_its_rows_in_their_order(table: str, most: int, monkeypatch: Any) -> None:
    monkeypatch.setattr(sections, "ROWS", most)
    whole, shown, start = PAGES[table](SEEN), [], 1
    while start:
        page = PAGES[table](replace(SEEN, start=start))
        rows = getattr(page, table)
        assert (page.section.first, page.section.last - page.section.first + 1) == (start, len(rows))
        shown += rows
        start = page.section.last + 1 if page.section.next else 0
    assert shown == getattr(whole, table)


@pytest.mark.parametrize("table", PAGES)
def test_behind_the_end_a_page_shows_no_row_and_the_way_back(table: str) -> None:
    whole, page = PAGES[table](SEEN), PAGES[table](replace(SEEN, start=5000))
    size = len(getattr(whole, table))
    assert getattr(page, table) == []
    assert page.section == sections.Section(table, 0, 0, size, whole.address, "")
    assert page.address == f"{whole.address}&from=5000"
