"""Persons with their offices, in the ways a text joins the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from servanda.reading.cues import either, words
from servanda.reading.mentions import STYLE, Mention
from servanda.reading.names import Name, name_at, surname

_TOKEN = re.compile(r"(?P<comma>,)? (?P<word>[^\s,;:()“”\"]+)")
_CONNECTORS = frozenset(["of", "the", "for", "and", "on", "in", "to", "its", "their", "his", "her", "&", "de"])
_FORMS = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|H\.E)\.?$")
_LONGEST_OFFICE = 24
_WITH_ARTICLE = (
    "United", "Netherlands", "Philippines", "Democratic", "Central African", "Maldives", "Bahamas", "Comoros",
    "Gambia", "Marshall", "Solomon", "Dominican", "Holy", "Cook", "Seychelles",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with an office where the text joins the two; `party` is the state or body the office is of."""

    start: int
    end: int
    name: str
    office: str
    party: str | None
    rule: str
    name_start: int


@dataclass(frozen=True, slots=True)
class Names:
    """What the finders look at: the plain text and its mentions by their beginning and end."""

    plain: str
    starting: dict[int, Mention]
    ending: dict[int, Mention]


def before_name(look: Names) -> Iterator[Holder]:
    """Belarus President X; President X; Chairman of the Executive Committee X."""
    for match in office().finditer(look.plain):
        start, owner = _owner_before(look, match.start())
        words_before = look.plain[start if owner is None else match.start() : match.end()]
        tokens = _tokens(look.plain, match.end())
        if tokens and tokens[0]["word"] in {"of", "for", "to"}:
            name, last = _after_of(look, tokens)
            office_end = last or match.end()
            owner = owner or owner_within(look, match.end(), office_end)
        else:
            name, office_end = _direct(look, match), match.end()
        if name:
            owner = owner or _owner_after(look, name.end)
            title = office_name(words_before + look.plain[match.end() : office_end], owner)
            yield Holder(start, name.end, name.text, title, owner, "office before name", name.start)


def _direct(look: Names, match: re.Match[str]) -> Name | None:
    short = match["noun"].split()[-1] in words("offices_before_surname")
    if look.plain[match.end() : match.end() + 1] not in {" ", ","}:
        return None
    comma = look.plain[match.end()] == ","
    return name_at(look.plain, match.end() + 1 + comma, look.starting, 1 if short and not comma else 2)


def _owner_before(look: Names, place: int) -> tuple[int, str | None]:
    """Where the holder's phrase begins, and whose office it is: Armenia's, Angolan, CIS."""
    for gap in (1, 3, 2):
        mention = look.ending.get(place - gap)
        if mention and look.plain[place - gap : place].strip() in {"", "'s", "'"}:
            return mention.start, mention.party
    owned = _OWNED.search(look.plain, max(0, place - 40), place)
    possessor = look.ending.get(owned.start()) if owned else None
    if possessor and possessor.kind == "state":
        return possessor.start, possessor.party
    further = _FURTHER.search(look.plain, max(0, place - 40), place)
    mention = look.ending.get(further.start()) if further else None
    return (mention.start, mention.party) if mention and mention.kind == "demonym" else (place, None)


# `French Diplomatic Counsellor`: words of the office between the adjective of its state and its noun.
_FURTHER = re.compile(r"(?: [A-Z][a-z]+){1,2} $")
# `Haiti's interim Prime Minister`.
_OWNED = re.compile(r"'s? (?:[a-z-]+ ){1,2}$")


_OF = re.compile(r" of (?:the )?")


def _owner_after(look: Names, place: int) -> str | None:
    """`Prime Minister X of Japan`."""
    link = _OF.match(look.plain, place)
    style = STYLE.match(look.plain, link.end()) if link else None
    places = [found.end() for found in (link, style) if found]
    return next((look.starting[place].party for place in places if place in look.starting), None)


def owner_within(look: Names, start: int, end: int) -> str | None:
    """The state, else the body, named between two places: whose office it is."""
    inside = [look.starting[place] for place in range(start, end) if place in look.starting]
    states = [mention.party for mention in inside if mention.kind in {"state", "demonym"}]
    whole = sorted((m for m in inside if m.end <= end), key=lambda m: m.start - m.end)
    return next(iter([*states, *(mention.party for mention in whole)]), None)


def _tokens(plain: str, place: int) -> list[re.Match[str]]:
    """The words after an office as far as they can belong to it or to the name."""
    found: list[re.Match[str]] = []
    while len(found) < _LONGEST_OFFICE and (token := _TOKEN.match(plain, place)):
        if not (token["word"] in _CONNECTORS or token["word"][0].isupper()) or _another(plain, token):
            break
        found.append(token)
        place = token.end()
        if token["word"].endswith(".") and len(token["word"]) > 4:
            break
    return found


def _another(plain: str, token: re.Match[str]) -> bool:
    """Tell whether `and` or a comma brings in the next person's office."""
    begin = token.end() + 1 if token["word"] == "and" else token.start("word") if token["comma"] else None
    if begin is None:
        return False
    return _next_office(plain, begin)


def _next_office(plain: str, begin: int) -> bool:
    """Tell whether an office, with or without its state before it, begins at a place."""
    second = plain.find(" ", begin) + 1
    return any(office().match(plain, place) is not None for place in (begin, second) if place)


def _after_of(look: Names, tokens: list[re.Match[str]]) -> tuple[Name | None, int | None]:
    """The name after `of …`, and where the office ends."""
    for number, token in enumerate(tokens[1:], 1):
        if token["comma"]:
            name = name_at(look.plain, token.start("word"), look.starting, 2)
            if name:
                return name, token.start()
            tokens = tokens[:number]
            break
    cut = _boundary(look, tokens)
    if cut is None:
        return None, None
    name = name_at(look.plain, tokens[cut].start("word"), look.starting, 1 if cut + 1 < len(tokens) else 2)
    return (name, tokens[cut].start()) if name else (None, None)


def _boundary(look: Names, tokens: list[re.Match[str]]) -> int | None:
    """The token with which the name begins, when no comma says so."""
    forms = [number for number, token in enumerate(tokens) if _FORMS.match(token["word"])]
    if forms:
        return forms[0]
    if len(tokens) < 2:
        return None
    last = max(number for number, token in enumerate(tokens) if token["word"] in _CONNECTORS)
    known = [number for number in range(last + 1, len(tokens)) if _belongs(look, tokens[number])]
    rest = len(tokens) - (known[-1] + 1 if known else last + 1)
    if known:
        return known[-1] + 1 if 1 <= rest <= 5 else None
    return len(tokens) - 2 if rest >= 3 else None


def _belongs(look: Names, token: re.Match[str]) -> bool:
    """A word of the office, not of the name: a state's name, a body's noun, a department."""
    word = token["word"].rstrip(".,").removesuffix("'s").removesuffix("'")
    inside = any(
        mention.kind != "body" and mention.start <= token.start("word") < mention.end
        for place in range(max(0, token.start("word") - 40), token.start("word") + 1)
        if (mention := look.starting.get(place))
    )
    return inside or word in words("departments") or word in words("body_nouns")


def office_name(text: str, owner: str | None) -> str:
    """President of Belarus, from what stands before and after the noun."""
    title = re.sub(r"\s+", " ", text).strip(" ,")
    return title if owner is None or " of " in title or " for " in title else f"{title} of {with_article(owner)}"


def with_article(party: str) -> str:
    """A party's name as it stands after a preposition: the United States."""
    return f"the {party}" if party.startswith(_WITH_ARTICLE) or party.isupper() else party


@cache
def office() -> re.Pattern[str]:
    """An office, with the words that may stand before its noun: `Deputy Prime Minister`."""
    modifier = either(words("office_modifiers"))
    noun = either({*words("offices"), *(office.lower() for office in words("offices"))})
    return re.compile(rf"\b(?:[Ff]ormer )?(?:{modifier} ){{0,4}}(?P<noun>{noun})(?![\w'-])")


@cache
def office_of() -> re.Pattern[str]:
    """An office with the preposition that its state follows: `the Foreign Minister of`."""
    return re.compile(rf"{office().pattern} (?:of|from) (?:the )?")


def key(name: str) -> str:
    """That by which two mentions of a person are the same: the surname in lower case."""
    return surname(name).lower()
