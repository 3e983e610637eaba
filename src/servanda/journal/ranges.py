"""Checking a range of entries: quickly while all is well, one by one where something is not.

The quick way takes some hundred entries at once: their hashes, and their ends, which hold the moment and the number,
are compared as two long strings each. Only where these differ is every entry looked at for itself, and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, takewhile

from servanda.journal.bundles import BREAK, Bundle, Row
from servanda.journal.ends import moments_of
from servanda.journal.entries import SIZE_LIMIT, act_bytes, read_entry, size_problem
from servanda.journal.findings import Finding
from servanda.journal.merkle import Frontier, leaf_hash, leaf_hashes
from servanda.journal.store import Store

HEIGHT = 16
RANGE = 1 << HEIGHT
_TOGETHER = 1 << 19  # bytes that are looked at together
_GROWN = 1 << 12  # leaves by which the tree grows at once


@dataclass(slots=True)
class Checked:
    """What was found in one range: its part of the tree, the peaks at the sizes asked for, and its moments."""

    frontier: Frontier = field(default_factory=Frontier)
    at: dict[int, Frontier] = field(default_factory=dict)
    first_moment: str = ""
    last_moment: str = ""
    last_number: int = 0
    findings: list[Finding] = field(default_factory=list)


def check_range(store: Store, index: int, upto: int, stops: Sequence[int], *, thorough: bool) -> Checked:
    """Check the entries of the range of an index, as far as a number; `stops` are sizes whose peaks are wanted."""
    after, upto = index * RANGE, min((index + 1) * RANGE, upto)
    found, leaves = Checked(last_number=after), list[bytes]()
    wanted = {stop - after for stop in stops if after < stop <= upto}
    for chunk in _chunks(store.bundles(after), after, upto):
        leaves += _check(chunk, found, store, thorough=thorough)
        if len(leaves) >= _GROWN:
            _grow(found, leaves, wanted)
            leaves = []
    _grow(found, leaves, wanted)
    if found.last_number < upto:
        found.findings.append(_missing(found.last_number, upto + 1))
    return found


def _chunks(bundles: Iterator[Bundle], after: int, upto: int) -> Iterator[list[Bundle]]:
    """Put small bundles together, so that none costs much more than its entries; a large one stands alone.

    What is checked at once stays in the processor's cache while it is split, hashed and compared.
    """
    chunk, size = list[Bundle](), 0
    for bundle in takewhile(lambda bundle: bundle.first <= upto, bundles):
        if bundle.first <= after and bundle.last <= after:
            continue  # it belongs to the range before; where one is missing here, it is the nearest
        chunk.append(bundle.clipped(after, upto))
        size += len(bundle.leaves) + len(bundle.lines) + 1
        if size >= _TOGETHER:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _grow(found: Checked, leaves: list[bytes], wanted: Iterable[int]) -> None:
    """Add leaves to the range's part of the tree, and keep its peaks at the sizes that are wanted."""
    size = found.frontier.size
    for stop in wanted:
        if size < stop <= size + len(leaves):
            found.at[stop] = found.frontier.extended(leaves[: stop - size])
    found.frontier = found.frontier.extended(leaves)


def _check(chunk: list[Bundle], found: Checked, store: Store, *, thorough: bool) -> list[bytes]:
    """Check bundles together, or, where anything is not as it should be, entry by entry; gives their leaf hashes."""
    parts = [bundle.entries() for bundle in chunk]
    lines = list(chain.from_iterable(parts))
    leaves = leaf_hashes(lines)
    sound = b"".join(leaves) == b"".join([bundle.leaves for bundle in chunk])
    follow = sound and not thorough and _follow(chunk, parts, found.last_number)
    moments = moments_of(lines, found.last_number + 1, found.last_moment) if follow else None
    if moments:
        found.last_number += len(lines)
        found.first_moment, found.last_moment = found.first_moment or moments[0], moments[1]
        return leaves
    rows = [row for bundle in chunk for row in _aligned(bundle)]
    found.findings += [finding for row in rows for finding in _check_row(row, found)]
    if thorough:
        found.findings += _check_names(rows, store)
    return leaf_hashes([row.data for row in rows])


def _follow(chunk: Sequence[Bundle], parts: Sequence[Sequence[bytes]], number: int) -> bool:
    """Tell whether no number is left out, and every bundle has as many lines as hashes."""
    for bundle, lines in zip(chunk, parts, strict=True):
        if bundle.first != number + 1 or bundle.count != len(lines):
            return False
        number = bundle.last
    return True


def _aligned(bundle: Bundle) -> Iterator[Row]:
    """The entries of a bundle, each beside its hash, also where a line break was lost or came in between.

    Lines that are too many belong to the entry at which they stand, so that it is named.
    """
    hashes, lines = bundle.hashes() or [b""], bundle.entries()
    if len(lines) == len(hashes):
        return (Row(bundle.first + at, *pair) for at, pair in enumerate(zip(hashes, lines, strict=True)))
    most = min(len(hashes) - 1, len(lines))  # so many can be as they were
    same = [leaf_hash(line) == leaf for leaf, line in zip(hashes, lines, strict=False)]
    before = [*same[:most], False].index(False)
    same = [leaf_hash(line) == leaf for leaf, line in zip(reversed(hashes), reversed(lines), strict=False)]
    behind = [*same[: most - before], False].index(False)
    middle = BREAK.join(lines[before : len(lines) - behind])
    whole = [*lines[:before], *[middle] * (len(hashes) - before - behind), *lines[len(lines) - behind :]]
    return (Row(bundle.first + at, *pair) for at, pair in enumerate(zip(hashes, whole, strict=True)))


def _check_row(row: Row, found: Checked) -> Iterator[Finding]:
    """Check one entry for itself and against the one before."""
    if row.number != found.last_number + 1:
        yield _missing(found.last_number, row.number)
    found.last_number = row.number
    if leaf_hash(row.data) != row.leaf:
        yield Finding("J201", row.number, f"entry {row.number} was altered: its bytes do not have its hash")
        return
    entry, problem = read_entry(row.data)
    if entry is None:
        yield Finding("J206", row.number, problem.message if problem else "no entry")
        return
    if entry.number != row.number:
        yield Finding("J202", row.number, f"entry {row.number} says of itself that it is entry {entry.number}")
    if entry.moment < found.last_moment:
        yield Finding("J202", row.number, f"the moment of entry {row.number} lies before that of the entry before")
    found.first_moment, found.last_moment = found.first_moment or entry.moment, entry.moment
    if len(row.data) >= SIZE_LIMIT:
        yield Finding("J102", row.number, size_problem(row.data, f"entry {row.number}").message)


def _check_names(rows: Sequence[Row], store: Store) -> Iterator[Finding]:
    """Check that every act is found under its id, at its own entry and at no other."""
    names = {row.number: _name(row) for row in rows}
    numbers = store.numbers([name for name in names.values() if name], sure=False)
    for number, name in names.items():
        if name and numbers.get(name) != number:
            where = f"at entry {numbers[name]}" if name in numbers else "nowhere"
            yield Finding("J207", number, f"the database finds the act of entry {number} {where}")


def _name(row: Row) -> bytes | None:
    try:
        return sha256(act_bytes(row.data)).digest()
    except ValueError:
        return None


def _missing(before: int, number: int) -> Finding:
    return Finding("J202", before + 1, f"after entry {before} comes entry {number}: what lay between is missing")
