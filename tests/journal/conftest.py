"""A journal on a disk of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from servanda.journal import Journal
from tests.journal.helpers import found, must_open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal of ten acts lies, closed."""
    return found(tmp_path / "servanda.db", 10)


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """The same journal, open."""
    with must_open(path) as journal:
        yield journal
