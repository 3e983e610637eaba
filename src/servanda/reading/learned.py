"""States that no table knows, learned from how an English text speaks of them: `the leaders of Norvania and Oster`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.reading.cues import words
from servanda.reading.mentions import UPPER, Mention

_NAME = rf"{UPPER}[\w'-]{{2,}}(?: {UPPER}[\w'-]{{2,}})?"
_LISTED = re.compile(
    r"\b(?:[Ll]eaders|[Hh]eads of [Ss]tate(?: and [Gg]overnment)?|[Hh]eads of [Gg]overnment|[Pp]residents|"
    r"[Pp]rime [Mm]inisters|[Ff]oreign [Mm]inisters|[Dd]elegations?|[Rr]epresentatives?) (?:of|from) (?:the )?"
    rf"(?P<list>{_NAME}(?:(?:, | and |, and )(?:the )?{_NAME})*)"
)
_OF = re.compile(
    rf"\b(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|Foreign Minister) "
    rf"(?:{UPPER}[\w'.-]+ ){{0,3}}of (?:the )?(?P<list>{_NAME})"
)


_ABSENT = re.compile(
    rf"(?<![\w-])(?P<name>{UPPER}[\w-]{{2,}}) (?:was|were|did|could) (?:not (?:represented|present|attend|"
    r"take part|send)|absent)\b|"
    rf"\b(?:to|from|for) (?P<other>{UPPER}[\w-]{{2,}}) for (?:its )?(?:signature|signing)\b"
)


def learn(plain: str, known: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of states that only this text can tell to be such."""
    taken = {mention.start for mention in known}
    covered = {place for m in known if m.kind != "body" for place in range(m.start, m.end)}
    names = {name for name in _names(plain, taken) if _may_be_state(name)}
    if not names:
        return ()
    names |= {name for name in _absent(plain, taken) if _may_be_state(name)}
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")
    found = (Mention(m.start(), m.end(), "state", m[0]) for m in pattern.finditer(plain))
    return tuple(m for m in found if m.start not in taken and m.start not in covered)


def _absent(plain: str, taken: set[int]) -> Iterator[str]:
    """Where some states are made up, one that was only absent is too."""
    for match in _ABSENT.finditer(plain):
        if match.start() not in taken:
            yield match["name"] or match["other"]


def _names(plain: str, taken: set[int]) -> Iterator[str]:
    for pattern in (_LISTED, _OF):
        for match in pattern.finditer(plain):
            place = match.start("list")
            for part in re.finditer(_NAME, match["list"]):
                if place + part.start() not in taken:
                    yield part[0].removesuffix("'s").removesuffix("'")


def _may_be_state(name: str) -> bool:
    return not any(word in _other_words() for word in re.split(r"[ -]", name))


@cache
def _other_words() -> frozenset[str]:
    """Capitalised words that belong to bodies, offices, documents and the calendar, not to a state's name."""
    offices = {word for office in words("offices") for word in office.split()}
    lists = ("not_in_names", "body_nouns", "office_modifiers", "departments", "months", "no_city")
    others = {word for name in lists for word in words(name)} | offices
    return frozenset(others | {word.title() for word in words("session_nouns")} | set(_MORE)) - {"King", "Prince"}


_MORE = (
    "Commonwealth", "Community", "Charter", "Member", "Members", "Company", "Companies", "Nations", "European",
    "African", "Asian", "Arab", "Pacific", "Caribbean", "American", "Central", "Region", "Regional", "International",
    "Islamic", "Global", "World", "Participating", "Founding", "Partner", "Partners", "Participants", "Parties",
    "Chairman", "Chambers", "Civil", "Business", "Private", "Special", "Eastern", "Western", "Northern", "Southern",
)  # fmt: skip
