"""The reference of the pages is written from the record types, and is up to date."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import get_args, get_type_hints

from servanda.pages.reference import PAGES, markdown

FILE = Path(__file__).parents[2] / "docs/reference/pages.md"


def test_the_reference_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == markdown(), (
        "run: python -m servanda.pages.reference > docs/reference/pages.md"
    )


def test_every_field_of_every_page_says_what_it_holds() -> None:
    for page in PAGES.values():
        hints = get_type_hints(page, include_extras=True)
        meanings = [get_args(hints[field.name])[1] for field in dataclasses.fields(page)]
        assert [meaning for meaning in meanings if not meaning.endswith(".")] == []


def test_every_part_that_is_named_has_its_own_heading() -> None:
    text = markdown()
    linked = {part.partition("]")[0] for part in text.split("[")[1:] if "](#" in part}
    assert [name for name in sorted(linked) if f"\n### {name}\n" not in text] == []
