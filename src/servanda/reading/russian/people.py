"""Who is who in a Russian text: surnames in any case, descriptions (белорусский лидер) and pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from servanda.reading.cues import words as cue
from servanda.reading.offices import key
from servanda.reading.russian.lists import listed
from servanda.reading.russian.offices import Officer
from servanda.reading.russian.speech import Speech, says_word
from servanda.reading.russian.tokens import Token, Tokens
from servanda.reading.sentences import Sentence
from servanda.reading.speech import Spoken
from servanda.words.morphology import bare

_PRONOUNS = listed("people.pronouns")
_FAR_BACK = 40
_VOWELS = "аеёиоуыэюя"


@dataclass(frozen=True, slots=True)
class Who:
    """A person of the text: the fullest name, the office, whose office it is, and where the two are joined."""

    name: str
    office: str
    noun: str
    party: str | None
    officer: Officer


Surnames = dict[str, list[tuple[re.Pattern[str], Who]]]
"""Who is meant by a surname in any case, by the surname's first two letters."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that mean a person, and in which cases they may stand."""

    start: int
    end: int
    who: Who
    cases: frozenset[str]
    kind: str


@dataclass(slots=True)
class People:
    """The persons of a text, and whom its words mean at each place."""

    known: dict[str, Who]
    references: list[Reference] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    focus: list[Reference] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> list[Reference]:
        """The references between two places, in order."""
        return self.references[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end - 1)]

    def before(self, place: int, fitting: str = "") -> Who | None:
        """The person last in focus before a place whom a noun can describe."""
        last = bisect_right(self.places, place - 1)
        for reference in reversed(self.focus[max(0, last - _FAR_BACK) : last]):
            if not fitting or fits(reference.who, fitting):
                return reference.who
        return None


def meet(tokens: Tokens, sentences: list[Sentence], officers: list[Officer], speech: list[Speech]) -> People:
    """The people of a text, with the focus followed from its beginning to its end."""
    people = People(_merged(officers))
    surnames = _by_beginning(people.known.values())
    spoken = Spoken(speech)
    alone = {officer.start: officer for officer in officers if not officer.name}
    for sentence in sentences:
        if sentence.role != "heading":
            _follow(people, tokens, sentence, surnames, alone, spoken)
    return people


def _by_beginning(known: Iterable[Who]) -> Surnames:
    """The patterns of the surnames by their first two letters, which no case changes."""
    found: Surnames = {}
    for who in known:
        surname = bare(key(who.name.split(".")[-1]))
        found.setdefault(surname[:2], []).append((surname_pattern(who.name), who))
    return found


def _follow(
    people: People,
    tokens: Tokens,
    sentence: Sentence,
    surnames: Surnames,
    alone: dict[int, Officer],
    spoken: Spoken,
) -> None:
    """Enters every reference of a sentence, and puts its subjects into focus."""
    words = tokens.between(sentence.start, sentence.end)
    focused = False
    for number, word in enumerate(words):
        reference = _reference(people, word, surnames, alone)
        if reference is None:
            continue
        people.references.append(reference)
        people.starts.append(reference.start)
        beside = any(says_word(near) for near in words[max(0, number - 2) : number + 5])
        if not spoken.holds(word.start) and (not focused or beside):
            people.focus.append(reference)
            people.places.append(reference.start)
            focused = True


def _reference(people: People, word: Token, surnames: Surnames, alone: dict[int, Officer]) -> Reference | None:
    if word.start in alone:
        who = _described(people, alone[word.start])
        officer = alone[word.start]
        return Reference(officer.start, officer.end, who, officer.cases, "described") if who else None
    if word.bare in _PRONOUNS:
        before = people.before(word.start)
        cases = frozenset({"nomn"} if word.bare in {"он", "она"} else {"gent"})
        return Reference(word.start, word.end, before, cases, "pronoun") if before else None
    if word.capital:
        for pattern, who in surnames.get(word.bare[:2], ()):
            if pattern.fullmatch(word.bare):
                return Reference(word.start, word.end, who, surname_cases(word.bare, who.name), "named")
    return None


def _described(people: People, officer: Officer) -> Who | None:
    """Whom an office without a name means: the state's own holder, else who is in focus and fits."""
    if officer.party:
        holders = [who for who in people.known.values() if who.party == officer.party]
        fitting = [who for who in holders if fits(who, officer.noun)]
        return next(iter(fitting or (holders if officer.noun in {"лидер", "глава", "руководитель"} else [])), None)
    noun = bare(officer.office)
    if noun.startswith(("глава государства", "глава правительства", "президент", "премьер", "лидер", "генсек",
                        "генеральный секретарь", "министр", "председатель", "секретарь", "канцлер")):  # fmt: skip
        alone = [who for who in people.known.values() if fits(who, noun)]
        return people.before(officer.start, noun) or (alone[0] if len(alone) == 1 else None)
    return None


def fits(who: Who, noun: str) -> bool:
    """Tell whether a description can mean the person: a head of state is no prime minister."""
    office = bare(who.office)
    if noun in {"лидер", "глава", "руководитель", ""}:
        return True
    if noun.startswith(("глава государства", "президент", "король", "эмир")):
        return office.startswith(tuple(bare(word) for word in cue("heads_of_state", "ru"))) and "мид" not in office
    if noun.startswith(("глава правительства", "премьер", "канцлер")):
        return office.startswith(tuple(bare(word) for word in cue("heads_of_government", "ru")))
    if noun.startswith(("генсек", "генеральный секретарь", "секретарь")):
        return "секретар" in office or "генсек" in office
    return noun.split(maxsplit=1)[0] in office


def _merged(officers: list[Officer]) -> dict[str, Who]:
    """Every person once, by surname; the fullest name, and the office that says whose it is."""
    groups: dict[str, list[Officer]] = {}
    for officer in officers:
        if officer.name:
            groups.setdefault(bare(key(officer.name.split(".")[-1])), []).append(officer)
    return {surname: _who(group) for surname, group in groups.items()}


def _who(group: list[Officer]) -> Who:
    fullest = max(group, key=lambda officer: (len(str(officer.name).split()), "nomn" in officer.cases))
    stated = next((officer for officer in group if officer.party), fullest)
    return Who(str(fullest.name), stated.office, stated.noun, stated.party, stated)


def surname_pattern(name: str) -> re.Pattern[str]:
    """A pattern for a surname in any case."""
    surname = bare(key(name.rsplit(".", maxsplit=1)[-1]))
    return re.compile(_declined(surname))


def _declined(surname: str) -> str:
    for ending, forms in (("ский", "ск(?:ий|ого|ому|им|ом)"), ("цкий", "цк(?:ий|ого|ому|им|ом)"),
                          ("ская", "ск(?:ая|ой|ую)"), ("ова", "ов(?:а|ой|у)"), ("ева", "ев(?:а|ой|у)"),
                          ("ина", "ин(?:а|ой|у)"), ("ый", "(?:ый|ого|ому|ым|ом)"),
                          ("ий", "(?:ий|ия|ию|ием|ии|его|ему|им)"),
                          ("ой", "(?:ой|ого|ому|ым|ом)")):  # fmt: skip
        if surname.endswith(ending):
            return re.escape(surname.removesuffix(ending)) + forms
    stem = re.escape(surname[:-1])
    if surname.endswith(("а", "я")):
        return f"{stem}(?:а|я|ы|и|е|у|ю|ой|ей)"
    if surname.endswith(("й", "ь")):
        return f"{stem}(?:й|ь|я|ю|ем|е)"
    return re.escape(surname) + ("" if surname[-1:] in _VOWELS else "(?:а|у|ым|ом|ем|е)?")


def surname_cases(word: str, name: str) -> frozenset[str]:
    """The cases in which a surname may stand, by its ending against the nominative."""
    surname = bare(key(name.rsplit(".", maxsplit=1)[-1]))
    if word != surname:
        return frozenset(["gent", "accs", "datv", "ablt", "loct"])
    return (
        frozenset(["nomn"])
        if surname[-1:] not in "оеиую"
        else frozenset(["nomn", "gent", "datv", "accs", "ablt", "loct"])
    )


def all_named(people: People) -> Iterator[Who]:
    """Every person of the text, in the order of their first passage."""
    yield from sorted(people.known.values(), key=lambda who: who.officer.start)
