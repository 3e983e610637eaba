"""The page of one act."""

from __future__ import annotations

from datetime import date

from servanda.pages.acts import act_page
from servanda.pages.parts import View
from servanda.text import read
from tests.pages.league import entered, journal, view


def test_an_act_is_shown_in_the_text_of_the_record() -> None:
    held = next(one for one in view().book.held if one.act.verb == "excuse")
    page = act_page(view(), held.id)
    assert page is not None
    assert read("\n".join(page.text)).acts[0].act == held.act
    assert (page.verb, str(page.on), page.object and page.object.id) == (
        "excuse",
        "2020-12-18",
        "league/council/2020-12-18",
    )
    assert [ref.name for ref in page.by] == ["Switzerland"]


def test_an_act_names_its_entry_its_moment_and_who_entered_it(tmp_path) -> None:
    book = entered(journal(tmp_path / "league.db"))
    page = act_page(View(book, date(2021, 1, 1)), book.held[4].id)
    assert page is not None
    assert (page.act.entry, page.moment, page.entered_by) == (5, "2026-01-02T03:04:05Z", "clerk <one>")
    assert page.title == "Entry 5: organisation"


def test_an_act_that_was_not_known_yet_has_no_page(tmp_path) -> None:
    path = journal(tmp_path / "league.db")
    late = entered(path).held[-1].id
    assert act_page(View(entered(path, 20), date(2021, 1, 1)), late) is None
    assert act_page(view(), "0" * 64) is None
