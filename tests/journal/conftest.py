"""Journals on grounds of their own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from servanda.journal import Journal
from tests.journal.grounds import Ground, PostgresGround, SqliteGround, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server, one for all processes of this run."""
    # Not below pytest's own folder, whose rights keep the server's account out.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with server(f"{tempfile.gettempdir()}/servanda-{run[:12]}") as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def new_ground(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Ground]:
    """Make places where no journal is yet, on each of the stores."""
    monkeypatch.setenv("SERVANDA_CHECKPOINTS", str(tmp_path / "checkpoints"))
    if request.param == "sqlite":
        return lambda name: SqliteGround(tmp_path / f"{name}.db")
    address = request.getfixturevalue("postgres")
    return lambda _name: PostgresGround(address)


@pytest.fixture
def bare_ground(new_ground: Callable[[str], Ground]) -> Ground:
    """A place where no journal is yet."""
    return new_ground("servanda")


@pytest.fixture
def ground(bare_ground: Ground) -> Ground:
    """Where a journal of ten acts lies, closed."""
    return bare_ground.begun(10)


@pytest.fixture
def journal(ground: Ground) -> Iterator[Journal]:
    """The same journal, open."""
    with ground.open() as journal:
        yield journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal of ten acts lies in an SQLite file, closed."""
    ground = SqliteGround(tmp_path / "servanda.db")
    ground.begun(10)
    return ground.path
