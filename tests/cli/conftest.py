"""A folder with a small record in its journal."""

from __future__ import annotations

import pytest

from tests.cli.league import LEAGUE, run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, and no journal named from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SERVANDA_JOURNAL", raising=False)
    return tmp_path


@pytest.fixture
def league(folder):
    """The same folder with the record of a league loaded."""
    (folder / "league.acts").write_text(LEAGUE, encoding="utf-8")
    result = run("load", "league.acts")
    assert result.exit_code == 0, result.output
    return folder
