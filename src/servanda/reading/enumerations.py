"""Enumerations of states: with which a stretch of words begins or ends, and what joins them."""

from __future__ import annotations

import re

from servanda.reading.context import STATE_WORDS, Context
from servanda.reading.mentions import STYLE, STYLED, Mention


def last_list(context: Context, start: int, end: int) -> list[Mention]:
    """The enumeration of states with which a stretch of words ends: `…, A, B and C`."""
    found: list[Mention] = []
    for mention in reversed(context.mentioned(start, end, STATE_WORDS)):
        if found and not _JOINS.fullmatch(context.plain, mention.end, found[-1].start):
            break
        found.append(mention)
    return found[::-1]


def outside_brackets(context: Context, start: int, end: int) -> list[Mention]:
    """The states that a stretch of words names, but for those in brackets."""
    plain = context.plain
    return [
        m for m in context.mentioned(start, end) if plain.count("(", start, m.start) <= plain.count(")", start, m.start)
    ]


def first_list(context: Context, start: int, end: int) -> list[Mention]:
    """The enumeration of states with which a stretch of words begins; what stands in brackets is passed over."""
    found: list[Mention] = []
    for mention in context.mentioned(start, end, ("state",)):
        gap = context.plain[found[-1].end if found else start : mention.start]
        if not found:
            gap = STYLE.sub("", gap)
        if not (_JOINS if found else LEADS).fullmatch(gap):
            if found and gap.strip() == "(":
                continue
            break
        found.append(mention)
    return found


_SIDE = r"(?: (?:side|delegation|government|representatives?|leadership|president|leader|prime minister))?"


_JOINS = re.compile(
    rf"(?:'s?)?{_SIDE}(?: ?\([^()]{{0,80}}\))?\s*(?:,\s*| )?(?:and |& |or |as well as |along with |"
    r"together with |also |then |- )*"
    rf"(?:the |of |by |from |that of )*(?:(?:former|representatives? of|delegation of|{STYLED}) )*"
)


LEADS = re.compile(r"\s*(?:the |all |both |those |that |of |by |from |to |only |its )*", re.IGNORECASE)
