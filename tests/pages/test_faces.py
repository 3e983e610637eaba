"""Two faces that are made from the record type alone."""

from __future__ import annotations

import json

from servanda.pages.documents import document_page
from servanda.pages.faces import to_data, to_json, to_text
from servanda.pages.today import today_page
from tests.pages.league import view


def test_json_holds_days_as_they_are_written() -> None:
    data = json.loads(to_json(document_page(view(), "river-treaty")))
    assert (data["as_of"], data["notified"], data["ended"]) == ("2021-01-01", "2010-08-01", None)
    assert data["chart"][3]["since"] == "2010-10-01..2010-10-30"
    assert data == to_data(document_page(view(), "river-treaty"))


def test_the_terminal_leaves_out_what_is_empty() -> None:
    text = to_text(document_page(view(), "river-treaty"))
    assert "notified: 2010-08-01" in text
    assert "ended" not in text.partition("acts:")[0].replace("recommended", "")


def test_the_terminal_ends_with_how_to_cite() -> None:
    assert "Cite: /?as-of=2021-01-01" in to_text(today_page(view()))
