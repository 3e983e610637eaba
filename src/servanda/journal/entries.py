"""One entry: an act with the number, the moment and the person of its entry, in the bytes that are kept.

The stored bytes are the leaf of the tree and are never written again: whoever holds them can check them with
sha256 alone. The size limit is that of tlog-tiles (C2SP), where an entry's length is a 16-bit number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from servanda.acts.canonical import act_id, canonical, read_canonical
from servanda.journal.merkle import leaf_hash
from servanda.journal.moments import is_moment
from servanda.journal.store import Row, StoreFailed
from servanda.problems import Problem

VERSION = 1
SIZE_LIMIT = 64 * 1024
STAMP = b'"moment":"%b","number":'  # with which the end of an entry begins, behind who entered it
CLOSE = b',"version":%d}' % VERSION
_FIELDS = {"act", "by", "moment", "number", "version"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An act as it stands in the journal; `number` counts from 1, `data` are the bytes as stored."""

    number: int
    moment: str
    by: str
    act: dict[str, Any]
    data: bytes

    @property
    def act_id(self) -> str:
        """The id of its act, from the stored bytes."""
        return act_id(act_bytes(self.data))


def entry_bytes(acts: Iterable[bytes], *, by: str, moment: str, first: int) -> list[bytes]:
    """Write entries around the canonical bytes of acts, numbered from the first; each is canonical again."""
    middle = b',"by":%b,' % canonical(by) + STAMP % moment.encode("ascii")
    return [b"".join((b'{"act":', act, middle, b"%d" % number, CLOSE)) for number, act in enumerate(acts, first)]


def act_bytes(data: bytes) -> bytes:
    """Cut the canonical bytes of the act out of those of its entry, without writing them anew.

    Takes the bytes of a canonical entry. The last `,"by":` is the entry's own: in a string the quotes are
    escaped.
    """
    return data[len(b'{"act":') : data.rindex(b',"by":')]


def verified_entry(row: Row) -> Entry:
    """Read a stored entry whose bytes must have their hash; raises StoreFailed with J201 or J206."""
    if leaf_hash(row.data) != row.leaf:
        raise StoreFailed(Problem("J201", f"entry {row.number} was altered", hint="run 'servanda verify'"))
    entry, problem = parse_entry(row.data)
    if problem or not entry:
        raise StoreFailed(problem or Problem("J206", f"entry {row.number} cannot be read"))
    return entry


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


def size_problem(data: bytes, what: str) -> Problem:
    """Say by problem J102 that an entry's bytes are too many."""
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
