"""All persons with offices in a text: by the office before the name, and by the other ways to join the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from servanda.reading.cues import either, words
from servanda.reading.mentions import Mention
from servanda.reading.names import Name, name_at, name_start
from servanda.reading.offices import Holder, Names, before_name, owner_within
from servanda.reading.pairs import named_with_states


def find_holders(plain: str, mentions: tuple[Mention, ...]) -> list[Holder]:
    """Every person with an office in the text, by place; the same person may be found more than once."""
    known = [mention for mention in mentions if mention.kind != "capital"]
    by_length = sorted(known, key=lambda mention: mention.end - mention.start)
    starting = {mention.start: mention for mention in by_length}
    look = Names(plain, starting, {mention.end: mention for mention in by_length})
    found = [
        *before_name(look),
        *_after_name(look),
        *_appointed(look),
        *_named_as(look),
        *_counterparts(look),
        *_in_lists(look),
        *_plural(look),
        *named_with_states(look),
    ]
    return sorted(found, key=lambda holder: (holder.start, holder.name_start))


def _after_name(look: Names) -> Iterator[Holder]:
    """X, Prime Minister of Y; X, a former prime minister of Y."""
    for match in _apposition().finditer(look.plain):
        begin = name_start(look.plain, match.start())
        name = name_at(look.plain, begin, look.starting, 2) if begin is not None else None
        if name and name.end == match.start():
            text = match["office"].rstrip(" ,")
            owner = owner_within(look, match.start("office"), match.start("office") + len(text))
            end = match.start("office") + len(text)
            office = re.sub(r"^(?:the|an?|its|his|her) ", "", text)
            yield Holder(name.start, end, name.text, office, owner, "name before office", name.start)


def _appointed(look: Names) -> Iterator[Holder]:
    """X was appointed chief of staff."""
    for match in _APPOINTED.finditer(look.plain):
        begin = name_start(look.plain, _without_state(look, match.start()))
        name = name_at(look.plain, begin, look.starting, 2) if begin is not None else None
        if name and begin is not None:
            office = re.sub(r"^(?:as )?(?:the |an? )?", "", match["office"].strip())
            owner = owner_within(look, match.start("office"), match.end())
            yield Holder(begin, match.end(), name.text, office, owner, "appointed", name.start)


def _named_as(look: Names) -> Iterator[Holder]:
    """To appoint Mrs. X as Executive Director of Y."""
    for match in _NAMED_AS.finditer(look.plain):
        name = name_at(look.plain, match.end(), look.starting, 2)
        link = _AS_OFFICE.match(look.plain, name.end) if name else None
        if name and link:
            owner = owner_within(look, link.start("office"), link.end())
            yield Holder(match.end(), link.end(), name.text, link["office"], owner, "appointed", name.start)


_NAMED_AS = re.compile(r"\b(?i:appoint|elect|nominat|nam)(?:ed|e|es|s|ing|ment of)? (?=[A-Z])")
_AS_OFFICE = re.compile(
    r"(?: \([A-Z][\w ]+\))? (?:as|to the (?:post|office|position) of) (?:the |an? |its )?"
    r"(?P<office>(?:[A-Z][\w-]*|head|director|chair|secretary|commissioner|coordinator|envoy)(?: (?:(?:of|for|"
    r"and|the|of the) )?[A-Z][\w-]*){0,9})"
)


def _without_state(look: Names, end: int) -> int:
    """Where a name ends that its state follows: `X of Armenia was appointed`."""
    state = look.ending.get(end)
    link = re.compile(r" of (?:the )?$").search(look.plain, max(0, state.start - 8), state.start) if state else None
    return link.start() if link else end


def _counterparts(look: Names) -> Iterator[Holder]:
    """His Kazakh counterpart X."""
    for match in re.finditer(r"\b(?:his|her|their) (?:[\w-]+ ){0,2}counterpart,? ", look.plain):
        name = name_at(look.plain, match.end(), look.starting, 2)
        if name:
            owner = owner_within(look, match.start(), match.end())
            yield Holder(match.start(), name.end, name.text, "counterpart", owner, "counterpart", name.start)


def _in_lists(look: Names) -> Iterator[Holder]:
    """The presidents of A (X), B (Y); the presidents of A, B and C - X, Y and Z."""
    for match in _list_header().finditer(look.plain):
        office = _singular(match["header"])
        stretch = re.match(r"[^.;“\"\n]{0,400}", look.plain[match.end() :])
        end = match.end() + (stretch.end() if stretch else 0)
        yield from _bracketed(look, office, match.start(), match.end(), end)
        yield from _parallel(look, office, match.start(), match.end(), end)


def _bracketed(look: Names, office: str, first: int, start: int, end: int) -> Iterator[Holder]:
    for bracket in re.finditer(r" \((?=[^\W\d_])", look.plain[start:end]):
        state = look.ending.get(start + bracket.start())
        name = name_at(look.plain, start + bracket.end(), look.starting, 2)
        if state and name and look.plain[name.end : name.end + 1] in {")", ","}:
            title = f"{office} of {state.party}"
            yield Holder(first, name.end + 1, name.text, title, state.party, "list with names", name.start)


def _parallel(look: Names, office: str, first: int, start: int, end: int) -> Iterator[Holder]:
    dash = re.search(r" - |: ", look.plain[start:end])
    if not dash:
        return
    states = [look.starting[place] for place in range(start, start + dash.start()) if place in look.starting]
    listed = [state for state in states if state.kind == "state"]
    names: list[Name] = []
    for part in re.finditer(r"(?:^|, (?:and )?| and )(?=[^\W\d_])", look.plain[start + dash.end() : end]):
        name = name_at(look.plain, start + dash.end() + part.end(), look.starting, 2)
        if not name:
            break
        names.append(name)
    if len(names) == len(listed):
        for state, name in zip(listed, names, strict=True):
            yield Holder(
                first, name.end, name.text, f"{office} of {state.party}", state.party, "parallel lists", name.start
            )


def _plural(look: Names) -> Iterator[Holder]:
    """Presidents A of X, B of Y and C of Z."""
    for match in _PLURAL.finditer(look.plain):
        office, place = match["office"][:-1], match.end()
        while name := name_at(look.plain, place, look.starting, 2):
            link = re.compile(r" of (?:the )?").match(look.plain, name.end)
            state = look.starting.get(link.end()) if link else None
            if state is None:
                break
            title = f"{office} of {state.party}"
            yield Holder(name.start, state.end, name.text, title, state.party, "list with names", name.start)
            join = re.compile(r",? and |, ").match(look.plain, state.end)
            if join is None:
                break
            place = join.end()


_PLURAL = re.compile(r"\b(?P<office>Presidents|Prime Ministers|Foreign Ministers|Chancellors|Premiers|Kings) (?=[A-Z])")


def _singular(header: str) -> str:
    office = re.sub(r"(?<=\w)s\b", "", header.replace("Heads", "Head").replace("heads", "head"))
    return office if office.startswith("head") else office.title()


@cache
def _apposition() -> re.Pattern[str]:
    noun = either([*words("offices"), "member", "official", "diplomat", "head", "chief"])
    lead = r"(?:the |an? |its |his |her )?(?:[a-z-]+ ){0,2}"
    return re.compile(
        rf", (?P<office>{lead}(?i:(?:[\w'-]+ ){{0,3}}?{noun})\b(?: (?:of|for|to|at)(?: (?!(?:who|which|"
        rf"said|was|is|joined|took|has|met|also|and(?! [A-Z][\w-]+ (?:of|for|and)\b))\b)[\w'&-]+){{1,12}})?)"
    )


@cache
def _list_header() -> re.Pattern[str]:
    header = either(words("headers"))
    return re.compile(rf"\b(?P<header>(?i:{header})) (?:of|from) (?:the )?")


_APPOINTED = re.compile(
    r" (?:remains|remained|(?:was|were|has been|is|had been|will be) (?:re-?)?(?:appointed|elected|named|confirmed as|"
    r"designated|chosen)) "
    r"(?P<office>(?:as )?(?:the |a )?(?:new )?[\w'-]+(?: (?!(?:by|at|for|from|in|on|until|"
    r"with)\b)[\w'-]+){0,10})"
)
