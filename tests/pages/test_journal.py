"""The page of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servanda.journal import Journal, merkle, open_journal
from servanda.pages.journal import SHOWN, JournalPage, journal_page
from servanda.pages.parts import View
from tests.pages.league import entered, journal


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Journal]:
    found, _problems = open_journal(str(journal(tmp_path / "league.db")))
    assert found is not None
    with found:
        yield found


def page_of(journal: Journal, path: Path, known_by: int | str | None = None) -> JournalPage:
    known = "today" if known_by is None else str(known_by)
    return journal_page(View(entered(path, known_by), date(2021, 1, 1), known=known), journal)


def test_the_newest_entries_stand_first(opened: Journal, tmp_path: Path) -> None:
    page = page_of(opened, tmp_path / "league.db")
    assert (page.size, page.root) == (opened.size, opened.root().hex())
    assert [row.number for row in page.entries] == list(range(opened.size, opened.size - SHOWN, -1))
    assert page.entries[0].head == "2021-09-30 target league barriers 0 by 2022-12-31"
    assert (page.last_moment, page.entries[0].by) == ("2026-02-03T04:05:06Z", "clerk <two>")


@pytest.mark.parametrize(("known_by", "size"), [(7, 7), ("2026-01-02", 20), ("2026-02-03T04:05:05Z", 20)])
def test_an_earlier_knowledge_has_its_own_size_and_root(
    opened: Journal, tmp_path: Path, known_by: int | str, size: int
) -> None:
    page = page_of(opened, tmp_path / "league.db", known_by)
    leaves = [row.leaf for row in opened.store.rows()][:size]
    assert (page.size, page.root) == (size, merkle.root(leaves).hex())
    assert page.entries[0].number == size


def test_before_the_first_entry_the_journal_held_nothing(opened: Journal, tmp_path: Path) -> None:
    page = page_of(opened, tmp_path / "league.db", "2025-01-01")
    assert (page.size, page.entries, page.last_moment) == (0, [], "")
    assert page.root == merkle.EMPTY_ROOT.hex()


def test_what_was_found_wrong_with_the_journal_is_told(opened: Journal, tmp_path: Path) -> None:
    (tmp_path / "league.db.checkpoint").write_text("no checkpoint", encoding="ascii")
    broken, _problems = open_journal(str(tmp_path / "league.db"))
    assert broken is not None
    with broken:
        page = page_of(broken, tmp_path / "league.db")
    assert page.problems[0].startswith("J204 ")
