"""Moments of entry, and what a person may write for `--known-by`."""

from __future__ import annotations

import pytest

from servanda.journal.moments import is_known, is_moment, read_known_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T17:05:00Z", True),
        ("2026-11-23T17:05:00+00:00", False),
        ("2026-11-23T17:05:00.5Z", False),
        ("2026-11-23 17:05:00Z", False),
        ("2026-02-30T17:05:00Z", False),
        ("2026-11-23T25:05:00Z", False),
        ("2026-11-23", False),
        ("", False),
    ],
)
def test_a_moment_has_one_written_form(text: str, expected: bool) -> None:
    assert is_moment(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("12", 12),
        ("2026-11-23", "2026-11-23"),
        ("2026-11-23T17:05", "2026-11-23T17:05"),
        ("2026-11-23T17:05:00Z", "2026-11-23T17:05:00Z"),
    ],
)
def test_known_by_takes_a_number_or_a_moment(text: str, expected: object) -> None:
    assert read_known_by(text) == (expected, None)


@pytest.mark.parametrize("text", ["", "-1", "yesterday", "2026-11", "2026-13-01", "2026-11-23T17", "١٢", "9" * 6000])
def test_known_by_takes_nothing_else(text: str) -> None:
    value, problem = read_known_by(text)
    assert value is None
    assert problem is not None
    assert problem.code == "J107"


def test_a_day_stands_for_the_whole_of_it() -> None:
    assert is_known("2026-11-23T23:59:59Z", "2026-11-23")
    assert not is_known("2026-11-24T00:00:00Z", "2026-11-23")
    assert is_known("2026-11-23T17:05:59Z", "2026-11-23T17:05")
    assert not is_known("2026-11-23T17:05:01Z", "2026-11-23T17:05:00Z")
