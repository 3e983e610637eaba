"""The ends of entries, where moment and number stand: those of some hundred entries are compared as one long string."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from servanda.journal.bundles import BREAK
from servanda.journal.entries import CLOSE, STAMP
from servanda.journal.moments import is_moment

_ANY = "0000-00-00T00:00:00Z"
_MOMENT = slice(10, 10 + len(_ANY))  # where it stands in an end
_THOUSAND = [b"%03d" % number for number in range(1000)]


def moments_of(lines: Sequence[bytes], first: int, before: str) -> tuple[str, str] | None:
    """Give the moments of the first and the last of some entries, whose numbers must follow each other from the first.

    None where an entry does not end in its number, or in a moment not before the last one's.
    """
    at, earliest = 0, ""
    while at < len(lines):
        length, number = len(ends(_ANY, first + at, 1)), first + at
        part = list(map(itemgetter(slice(-length, None)), lines[at : at + _alike(number)]))
        for moment, run in _by_moment(part):
            if moment < before or not is_moment(moment) or BREAK.join(run) != ends(moment, number, len(run)):
                return None
            earliest, before, number = earliest or moment, moment, number + len(run)
        at += len(part)
    return earliest, before


def ends(moment: str, first: int, count: int) -> bytes:
    """Write the ends of so many entries of one moment as lines; their numbers have the same thousands and length."""
    start = STAMP % moment.encode("ascii")
    if first < 1000:
        numbers = [b"%d" % number for number in range(first, first + count)]
    else:
        start += b"%d" % (first // 1000)
        numbers = _THOUSAND[first % 1000 : first % 1000 + count]
    return start + (CLOSE + BREAK + start).join(numbers) + CLOSE


def _alike(number: int) -> int:
    """Tell how many numbers, from one on, have the same thousands and the same length."""
    last = min(int("9" * len(str(number))), number // 1000 * 1000 + 999)
    return last - number + 1


def _by_moment(part: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Group ends by their moments; as these must not go back, all are one where the first is the last."""
    if part[0][_MOMENT] == part[-1][_MOMENT]:
        yield part[0][_MOMENT].decode("ascii", "replace"), part
        return
    for moment, run in groupby(part, itemgetter(_MOMENT)):
        yield moment.decode("ascii", "replace"), list(run)
