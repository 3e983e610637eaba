"""Who is who: merges the mentions of a person, and resolves surnames, descriptions and pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from heapq import merge
from itertools import groupby

from servanda.reading.cues import either, words
from servanda.reading.mentions import UPPER
from servanda.reading.offices import Holder, key
from servanda.reading.sentences import Sentence, plain_text
from servanda.reading.speech import Speech, Spoken, speech_verb
from servanda.words.demonyms import demonyms
from servanda.words.parties import common_name, find_party

_DESCRIPTION = (
    r"(?:[Tt]he|[Tt]heir|[Hh]is) (?:(?P<adjective>{adjectives}) )?(?P<noun>{nouns})(?!\w| of (?!(?:the )?[A-Z]))"
)


@dataclass(frozen=True, slots=True)
class Who:
    """A person of the text: the fullest name, the office, and the state or body the office is of."""

    name: str
    office: str
    party: str | None
    holder: Holder
    short: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean a person: a surname, or a description, or a pronoun (which has neither)."""

    start: int
    end: int
    surname: str
    adjective: str = ""
    noun: str = ""


@dataclass(frozen=True)
class People:
    """The persons of a text, and who is in focus at each place: the last subject of a sentence."""

    plain: str
    known: dict[str, Who]
    surnames: re.Pattern[str]
    family: dict[str, Who] = field(default_factory=dict)
    """Those whom the text also calls by the first word of their name, which is the family name in some languages."""
    places: list[int] = field(default_factory=list)
    focus: list[Who] = field(default_factory=list)

    def refer(self, start: int, end: int) -> Who | None:
        """Whom the first reference between two places means."""
        first = next(self.references(start, end), None)
        return self.resolve(first) if first else None

    def resolve(self, reference: Reference) -> Who | None:
        """Whom a reference means: a surname by itself, anything else by who is in focus there."""
        if reference.surname:
            name = reference.surname.lower()
            return self.known.get(name) or self.family.get(name)
        if reference.adjective:
            state = common_name(demonyms()[reference.adjective])
            holders = self.by_party.get(state, [])
            fitting = [who for who in holders if _fits(who, reference.noun)]
            return next(iter(fitting or holders), None)
        owner = _OWNER.match(self.plain, reference.end)
        if owner and reference.noun:
            code = find_party(owner["state"]) or find_party(owner["state"].split()[0])
            if not code:
                return None
            holders = self.by_party.get(common_name(code), [])
            return next((who for who in holders if _fits(who, reference.noun)), None)
        return self.before(reference.start, reference.noun)

    def before(self, place: int, noun: str = "") -> Who | None:
        """The person last in focus before a place whom the noun can describe."""
        last = bisect_right(self.places, place - 1)
        for who in reversed(self.focus[max(0, last - 40) : last]):
            if _fits(who, noun):
                return who
        fitting = self._fitting(noun) if noun else []
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def by_party(self) -> dict[str | None, list[Who]]:
        """The persons of each party, in the order in which the text names them."""
        found: dict[str | None, list[Who]] = {}
        for who in self.known.values():
            found.setdefault(who.party, []).append(who)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all persons."""
        return frozenset(who.name for who in self.known.values())

    @cached_property
    def _fits_to(self) -> dict[str, list[Who]]:
        return {}

    def _fitting(self, noun: str) -> list[Who]:
        """The persons whom a noun can describe; asked once a noun, for a long text knows thousands."""
        if noun not in self._fits_to:
            self._fits_to[noun] = [who for who in self.known.values() if _fits(who, noun)]
        return self._fits_to[noun]

    def references(self, start: int, end: int) -> Iterator[Reference]:
        """Every reference to a person between two places, in order."""
        named = (Reference(m.start(), m.end(), m[0]) for m in self.surnames.finditer(self.plain, start, end))
        described = (
            Reference(m.start(), m.end(), "", m["adjective"] or "", m["noun"] or "")
            for m in _description().finditer(self.plain, start, end)
        )
        return merge(named, described, key=lambda reference: reference.start)


def meet(
    plain: str,
    sentences: list[Sentence],
    speech: list[Speech],
    holders: list[Holder],
    home: str | None = None,
    *,
    seated: bool = False,
) -> People:
    """The people of a text, with the focus followed from its beginning to its end; `home` is whence the text speaks."""
    known = _merge(holders)
    known = _of_government(known, home) if seated and home else _at_home(known, home)
    family = _inner_names(known) | {who.name.split()[0].lower(): who for who in known.values() if who.short}
    people = People(plain, known, _any_of(known | family), family)
    if not people.known:
        return people
    spoken = Spoken(speech)
    for sentence in sentences:
        if sentence.role != "heading":
            _follow(people, sentence, spoken)
    return people


def _at_home(known: dict[str, Who], home: str | None) -> dict[str, Who]:
    """A head of state named without a state, where only one is, is that of the state from which the text speaks."""
    nowhere = [key for key, who in known.items() if who.party is None and who.office in words("heads_of_state")]
    if home is None or len(nowhere) != 1 or any(_is_head(who) and who.party == home for who in known.values()):
        return known
    return known | {nowhere[0]: replace(known[nowhere[0]], party=home)}


def _of_government(known: dict[str, Who], home: str) -> dict[str, Who]:
    """Where a text shows whose government publishes it, its officers without a state are that government's."""
    own = words("offices_of_government")
    return {
        name: replace(who, party=home) if who.party is None and who.office.startswith(own) else who
        for name, who in known.items()
    }


def _inner_names(known: dict[str, Who]) -> dict[str, Who]:
    """Those of long names by a word between the first and the last, if it is one person's: `Lula`."""
    found: dict[str, list[Who]] = {}
    for who in known.values():
        for word in who.name.split()[1:-1]:
            if len(word) > _SHORTEST and word[0].isupper():
                found.setdefault(word.lower(), []).append(who)
    return {word: them[0] for word, them in found.items() if len(them) == 1 and word not in known}


def _is_head(who: Who) -> bool:
    return who.office.startswith(words("heads_of_state"))


_SHORTEST = 3
# `the Emir of Kuwait`: of which state the person described is.
_OWNER = re.compile(rf" of (?:the )?(?P<state>{UPPER}[\w'-]+(?: {UPPER}[\w'-]+)?)")


def _follow(people: People, sentence: Sentence, spoken: Spoken) -> None:
    """Puts the subjects of a sentence into focus: its first reference, and whoever a verb of speech stands beside."""
    first = True
    for reference in people.references(sentence.start, sentence.end):
        if spoken.holds(reference.start):
            continue
        if first or _beside_speech(people.plain, reference):
            who = people.resolve(reference)
            if who:
                people.places.append(reference.start)
                people.focus.append(who)
                first = False


def _beside_speech(plain: str, reference: Reference) -> bool:
    after = plain[reference.end : reference.end + 24].lstrip()
    return (
        speech_verb().match(after) is not None
        or speech_verb().search(plain[max(0, reference.start - 12) : reference.start]) is not None
    )


def _merge(holders: list[Holder]) -> dict[str, Who]:
    groups: dict[str, list[Holder]] = {}
    for holder in holders:
        groups.setdefault(key(plain_text(holder.name)), []).append(holder)
    _family_names_first(groups)
    return {surname: _who(group) for surname, group in groups.items()}


def _family_names_first(groups: dict[str, list[Holder]]) -> None:
    """A single name with which one fuller name begins is that person's: `President Yoon` for `Yoon Suk Yeol`."""
    for short in [name for name, group in groups.items() if all(" " not in holder.name for holder in group)]:
        longer = [name for name, group in groups.items() if group[0].name.lower().startswith(f"{short} ")]
        if len(longer) == 1:
            groups[longer[0]] += groups.pop(short)


def _who(group: list[Holder]) -> Who:
    fullest = max(group, key=lambda holder: len(holder.name.split()))
    stated = next((holder for holder in group if holder.party), fullest)
    short = any(" " not in holder.name and fullest.name.startswith(f"{holder.name} ") for holder in group)
    return Who(fullest.name, stated.office, stated.party, stated if stated.party else fullest, short)


def _fits(who: Who, noun: str) -> bool:
    """Tell whether a description can mean the person: the head of state is no prime minister."""
    office, noun = who.office.lower(), noun.lower()
    if noun in {"", "leader", "official", "diplomat"}:
        return True
    if noun in {"head of state", "president", "king", "emir"}:
        return re.match(r"(?:vice|deputy|former)\b", office) is None and any(
            title.lower() in office for title in words("heads_of_state")
        )
    if noun in {"head of government", "prime minister", "premier", "chancellor"}:
        return any(title.lower() in office for title in words("heads_of_government"))
    return noun.replace("-", " ") in office.replace("-", " ") or (noun.startswith("chair") and "chair" in office)


def _any_of(known: dict[str, Who]) -> re.Pattern[str]:
    """A pattern for the surnames of a text, in any case."""
    named = _branches(sorted(filter(None, known))) if any(known) else r"(?!)"
    return re.compile(rf"(?<!\w){named}(?!\w)", re.IGNORECASE)


def _branches(names: list[str], shared: int = 0) -> str:
    """A pattern for any of the sorted names, the longest first, that branches letter by letter.

    Thousands of names side by side would each be tried at every place of the text.
    """
    if len(names) == 1:
        return re.escape(names[0][shared:])
    ends = len(names[0]) == shared
    groups = groupby(names[1:] if ends else names, key=lambda name: name[shared])
    parts = [re.escape(letter) + _branches(list(group), shared + 1) for letter, group in groups]
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"


@cache
def _description() -> re.Pattern[str]:
    nouns = f"(?i:{either(words('person_nouns'))})"
    described = _DESCRIPTION.format(adjectives=either(demonyms()), nouns=nouns)
    return re.compile(rf"(?<!\w)(?:{described}|(?P<pronoun>[Hh]e|[Ss]he)(?!\w))")
