"""The figures for whoever watches the portal."""

from __future__ import annotations

import re

import pytest

from servanda.journal import Journal
from servanda.web.library import Unavailable
from tests.web.portal import Portal


def figures(text: str) -> dict[str, int]:
    assert re.fullmatch(r"(?:# HELP (\w+) [^\n]+\n# TYPE \1 gauge\n\1 \d+\n)+", text)
    return {name: int(value) for name, value in re.findall(r"^servanda_journal_(\w+) (\d+)$", text, re.MULTILINE)}


def test_the_figures_tell_of_a_journal_that_is_whole(portal: Portal) -> None:
    answer = portal.get("/metrics")
    size = portal.library.size()
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    expected = {"up": 1, "entries": size, "checkpoint_entries": size, "problems": 0, "read_only": 0}
    assert figures(answer.text) == expected


def test_the_figures_tell_of_a_journal_that_is_gone(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Journal:
        raise Unavailable([])

    monkeypatch.setattr(portal.library, "journal", gone)
    assert figures(portal.get("/metrics").text) == {"up": 0}
