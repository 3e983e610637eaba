"""The bytes of an entry."""

from __future__ import annotations

import hashlib

import pytest

from servanda.acts.canonical import canonical
from servanda.journal.entries import (
    SIZE_LIMIT,
    Entry,
    act_bytes,
    entry_bytes,
    parse_entry,
    read_entry,
    size_problem,
)

ACT = {"also": {"a": 1, "by": "UZ"}, "kind": "excuse", "note": 'he wrote ,"by":"x" and left', "by": ["AM"]}
MOMENT = "2026-11-23T17:05:00Z"
WHOLE = {"act": ACT, "by": 'clerk ",by"', "moment": MOMENT, "number": 3, "version": 1}


def made() -> bytes:
    return entry_bytes([canonical(ACT)], by='clerk ",by"', moment=MOMENT, first=3)[0]


def test_an_entry_is_the_canonical_json_of_its_five_fields() -> None:
    assert made() == canonical(WHOLE)


def test_an_entry_reads_back_as_it_was_written() -> None:
    assert read_entry(made()) == (Entry(3, MOMENT, 'clerk ",by"', ACT, made()), None)


def test_the_bytes_of_the_act_are_cut_out_of_those_of_the_entry() -> None:
    assert act_bytes(made()) == canonical(ACT)


def test_the_act_id_can_be_checked_by_hand() -> None:
    assert hashlib.sha256(act_bytes(made())).hexdigest() == hashlib.sha256(canonical(ACT)).hexdigest()


@pytest.mark.parametrize(
    "value",
    [
        [],
        {},
        WHOLE | {"version": 2},
        WHOLE | {"more": 1},
        WHOLE | {"number": "3"},
        WHOLE | {"number": True},
        WHOLE | {"by": 1},
        WHOLE | {"act": "x"},
        WHOLE | {"moment": "yesterday"},
        WHOLE | {"moment": 5},
    ],
)
def test_other_values_are_no_entries(value: object) -> None:
    entry, problem = read_entry(canonical(value))
    assert entry is None
    assert problem is not None
    assert problem.code == "J206"


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"{}", b'"\xff"'])
def test_bytes_that_are_not_json_are_no_entry(data: bytes) -> None:
    for read in (read_entry, parse_entry):
        _, problem = read(data)
        assert problem is not None
        assert problem.code == "J206"


def test_bytes_that_are_not_canonical_are_no_entry() -> None:
    _, problem = read_entry(made() + b" ")
    assert problem is not None
    assert problem.code == "J206"


def test_an_entry_takes_fewer_than_64_kib() -> None:
    assert SIZE_LIMIT == 65536
    problem = size_problem(b"x" * 65536, "an act")
    assert (problem.code, problem.message) == (
        "J102",
        "an act takes 65,536 bytes; an entry has at most 65,535",
    )
