"""Persons whom a text names with their states only: `X of A, Y of B and Z of C`; `X (A), Y (B)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.names import Name, name_at, name_start
from servanda.reading.offices import Holder, Names

PAIRED = "named with the state"
"""The rule of these holders: a list of them is a list of those who met."""
ACTS = "acts for the state"
"""The rule of one whose office the text leaves open: `Armenia's X attended`."""

_LINK = re.compile(r" (?:of (?:the )?|\((?:the )?)$")
_BETWEEN = re.compile(
    r"\)?(?:,| and|, and|, as well as| as well as|;|; and) (?:[a-z]+ |(?:Hon|H\.E|Mr|Ms|Mrs|Dr|Amb|Prof|Sir|"
    r"Senator|Ambassador)\.? )*$"
)
_MET = re.compile(
    r"\b(?:joined by|joining|welcomed|received|hosted|met with|alongside|together with|counterparts|colleagues|"
    r"leaders|guests)(?: were| are|:)? $"
)


def named_with_states(look: Names) -> Iterator[Holder]:
    """Every such person of a list, or one alone after words of a meeting."""
    run: list[Holder] = []
    for holder in _pairs(look):
        if run and not _BETWEEN.fullmatch(look.plain, run[-1].end, holder.start):
            yield from _believed(look, run)
            run = []
        run.append(holder)
    yield from _believed(look, run)
    yield from _possessed(look)


def _possessed(look: Names) -> Iterator[Holder]:
    """`Armenia's X attended`: whoever acts so after the name of a state leads it there."""
    for place, mention in look.starting.items():
        if mention.kind == "state" and look.plain.startswith("'s ", mention.end):
            name = name_at(look.plain, mention.end + 3, look.starting, 2)
            if name and name.start == mention.end + 3 and _ACTS.match(look.plain, name.end):
                yield Holder(
                    place, name.end, name.text, f"leader of {mention.party}", mention.party, PAIRED, name.start
                )


_ACTS = re.compile(
    r",? (?:also |then )?(?:took part|attended|joined|said|told|proposed|suggested|spoke|called|urged|chaired|hosted|"
    r"cancelled|skipped|did not|was (?:absent|present|not)|stayed|invited|offered|added|noted|participated|who )"
)


def _believed(look: Names, run: list[Holder]) -> list[Holder]:
    if not run:
        return []
    met = _MET.search(look.plain, max(0, run[0].start - 40), run[0].start)
    return run if len(run) > 1 or met else []


def _pairs(look: Names) -> Iterator[Holder]:
    for place, mention in sorted(look.starting.items()):
        link = _LINK.search(look.plain, max(0, place - 9), place) if mention.kind == "state" else None
        name = _name_before(look, link.start()) if link else None
        if link and name:
            closed = "(" in link[0] and look.plain[mention.end : mention.end + 1] == ")"
            if closed or "(" not in link[0]:
                end = mention.end + closed
                yield Holder(
                    name.start, end, name.text, f"leader of {mention.party}", mention.party, PAIRED, name.start
                )


def _name_before(look: Names, end: int) -> Name | None:
    """The name that ends at a place: of two words at least, none of which belongs to an office or a body."""
    begin = name_start(look.plain, end)
    while begin is not None and begin < end:
        name = name_at(look.plain, begin, look.starting, 2)
        if name and name.end == end:
            return name
        following = look.plain.find(" ", begin, end)
        begin = following + 1 if following > 0 else None
    return None
