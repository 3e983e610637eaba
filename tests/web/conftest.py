"""One portal over the made-up league for all tests of the web."""

from __future__ import annotations

import pytest

from tests.pages.league import journal
from tests.web.portal import Portal


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return Portal(journal(tmp_path_factory.mktemp("portal") / "league.db"))
