"""What all tests share: the reference material beside the repository, and Hypothesis's settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from servanda.book import Book, Held
from servanda.data import shipped
from servanda.record import load

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "servanda", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("deep", settings.get_profile("servanda"), max_examples=500)  # --hypothesis-profile=deep
settings.load_profile("servanda")


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference material (texts, clauses, tables); tests that need it are skipped where it is not."""
    folder = ROOT / os.environ.get("SERVANDA_REFERENCE", "../shared")
    if folder.is_dir():
        return folder.resolve()
    if os.environ.get("SERVANDA_REFERENCE_REQUIRED") == "1":
        pytest.fail(f"SERVANDA_REFERENCE_REQUIRED=1, but there is no folder {folder}")
    pytest.skip("no reference material: set SERVANDA_REFERENCE to its folder")


@pytest.fixture(scope="session")
def commonwealth() -> Book:
    """The record of the Commonwealth that is shipped; a book is never changed, so one serves all."""
    return Book.build(Held.of(one.act, one.place, one.lines) for one in load([shipped("records/cis")]).acts)


def pytest_terminal_summary(terminalreporter):
    """Say in one line what was not run."""
    skipped = terminalreporter.getreports("skipped")
    count = sum("no reference material" in str(report.longrepr) for report in skipped)
    if count:
        line = f"not run: {count} tests that need the reference material (SERVANDA_REFERENCE)"
        terminalreporter.write_line(line, yellow=True)
