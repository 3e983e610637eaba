"""One entry: an act with the number, the moment and the person of its entry, in the bytes that are kept.

The stored bytes are the leaf of the tree and are never written again: whoever holds them can check them with
sha256 alone. The size limit is that of tlog-tiles (C2SP), where an entry's length is a 16-bit number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from servanda.acts.canonical import canonical, read_canonical
from servanda.journal.moments import is_moment
from servanda.problems import Problem

VERSION = 1
SIZE_LIMIT = 64 * 1024
_FIELDS = {"act", "by", "moment", "number", "version"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as it stands in the journal; `number` counts from 1, `data` are the bytes as stored."""

    number: int
    moment: str
    by: str
    act: dict[str, Any]
    data: bytes


def entry_bytes(act: bytes, *, by: str, moment: str, number: int) -> bytes:
    """Write an entry around the canonical bytes of its act; the whole is canonical again."""
    form = b'{"act":%b,"by":%b,"moment":"%b","number":%d,"version":%d}'
    return form % (act, canonical(by), moment.encode("ascii"), number, VERSION)


def act_bytes(data: bytes) -> bytes:
    """Cut the canonical bytes of the act out of those of its entry, without writing them anew.

    Takes the bytes of a canonical entry. The last `,"by":` is the entry's own: in a string the quotes are
    escaped.
    """
    return data[len(b'{"act":') : data.rindex(b',"by":')]


def read_entry(data: bytes) -> tuple[Entry | None, Problem | None]:
    """Read the stored bytes of an entry; problem J206 where they are not the canonical form of one."""
    value, problem = read_canonical(data)
    return (None, _no_entry(problem.message)) if problem else _entry(value, data)


def parse_entry(data: bytes) -> tuple[Entry | None, Problem | None]:
    """Read an entry whose hash was compared, so that it is as canonical as when it was entered; or J206."""
    try:
        return _entry(msgspec.json.decode(data), data)
    except (ValueError, RecursionError) as error:
        return None, _no_entry(str(error))


def size_problem(data: bytes, what: str) -> Problem | None:
    """Give problem J102 if an entry's bytes are too many."""
    if len(data) < SIZE_LIMIT:
        return None
    message = f"{what} takes {len(data):,} bytes; an entry has at most {SIZE_LIMIT - 1:,}"
    return Problem("J102", message, hint="keep the document outside and record its SHA-256")


def _entry(value: Any, data: bytes) -> tuple[Entry | None, Problem | None]:
    if not _is_entry(value):
        return None, _no_entry("the fields are not those of an entry of version 1")
    return Entry(value["number"], value["moment"], value["by"], value["act"], data), None


def _is_entry(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == _FIELDS
        and value["version"] == VERSION
        and type(value["number"]) is int
        and isinstance(value["by"], str)
        and isinstance(value["act"], dict)
        and isinstance(value["moment"], str)
        and is_moment(value["moment"])
    )


def _no_entry(why: str) -> Problem:
    return Problem("J206", f"the stored bytes are not an entry: {why}", hint="run 'servanda verify'")
