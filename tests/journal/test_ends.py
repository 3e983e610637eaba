"""The ends of entries: what is written for many at once is what each of them ends in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from servanda.acts.canonical import canonical
from servanda.journal.ends import ends, moments_of
from servanda.journal.entries import entry_bytes

ACT = {"by": ["UA"], "kind": "complete", "of": "cis-2011-fta", "on": "2012-08-21"}
MORNING, NOON, EVENING = (f"2026-11-23T{hour}:00:00Z" for hour in ("08", "12", "18"))
# Where numbers become longer, and where their thousands change.
FIRSTS = [1, 8, 98, 995, 1000, 1998, 9_999, 65_535, 99_998, 999_999, 10**6, 12_345_678]


def entries(first: int, *moments: str) -> list[bytes]:
    """Entries with numbers from the first on, each of its moment."""
    made = [
        entry_bytes([canonical(ACT)], by="clerk", moment=moment, first=first + at) for at, moment in enumerate(moments)
    ]
    return [line for lines in made for line in lines]


@pytest.mark.parametrize("first", FIRSTS)
def test_entries_end_in_their_numbers_and_moments(first: int) -> None:
    assert moments_of(entries(first, *[NOON] * 12), first, MORNING) == (NOON, NOON)
    assert moments_of(entries(first, MORNING, MORNING, NOON, EVENING), first, "") == (MORNING, EVENING)


@pytest.mark.parametrize("first", [1, 1000, 999_000])
def test_an_end_is_what_stands_behind_who_entered(first: int) -> None:
    written = ends(NOON, first, 3).split(b"\n")
    assert len(written) == 3
    for line, end in zip(entries(first, NOON, NOON, NOON), written, strict=True):
        assert line.endswith(b',"by":"clerk",' + end)


@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("at", range(5))
def test_one_other_number_is_seen(first: int, at: int) -> None:
    lines = entries(first, *[NOON] * 5)
    lines[at] = entries(first + at + 1, NOON)[0]
    assert moments_of(lines, first, "") is None


def test_a_moment_that_goes_back_is_seen_wherever_it_stands() -> None:
    assert moments_of(entries(7, MORNING, NOON, MORNING), 7, "") is None
    assert moments_of(entries(7, NOON, MORNING, NOON), 7, "") is None
    assert moments_of(entries(7, MORNING), 7, NOON) is None
    for earlier, later in pairwise([MORNING, NOON, EVENING]):
        assert moments_of(entries(999, later, earlier), 999, "") is None


@pytest.mark.parametrize(
    "moment", ["yesterday", "2026-02-30T17:05:00Z", "2026-11-23t17:05:00Z", "2026-11-23 17:05:00Z"]
)
def test_what_is_no_moment_is_seen(moment: str) -> None:
    assert moments_of(entries(3, moment), 3, "") is None


@pytest.mark.parametrize("line", [b"", b"}", b'{"act":{}}', "“…”".encode() * 40])
def test_what_is_no_entry_is_seen(line: bytes) -> None:
    for at in range(3):
        lines = entries(1000, NOON, NOON, NOON)
        lines[at] = line
        assert moments_of(lines, 1000, "") is None
