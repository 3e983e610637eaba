"""When two items tell the same: the rule by which assistants are merged, reports compared, and readings scored."""

from __future__ import annotations

import re
import unicodedata

from servanda.reading.records import (
    Absent,
    Commitment,
    Decision,
    Document,
    Item,
    NextSession,
    Participant,
    Person,
    Quote,
    Suggestion,
    Transmission,
)
from servanda.reading.russian.gazetteer import city_names
from servanda.words.morphology import bare
from servanda.words.organisations import find_organisation
from servanda.words.parties import find_party

_HALF = 0.5
_LONG = 20


def alike(one: Item, other: Item) -> bool:
    """Tell whether two items of one text tell the same."""
    match one, other:
        case Participant() | Absent() | Transmission(), Participant() | Absent() | Transmission():
            return type(one) is type(other) and party_key(one.party) == party_key(other.party)
        case Person(), Person():
            return same_person(one.name, other.name)
        case Document(), Document():
            near = overlap(one, other) > 0 or folded(one.title) == folded(other.title)
            return shared(one.title, other.title) >= _HALF and near
        case Decision(), Decision():
            return one.type == other.type and _same_parties(one, other)
        case NextSession(), NextSession():
            return same_next(one, other)
        case Commitment() | Suggestion(), Commitment() | Suggestion():
            return type(one) is type(other) and overlap(one, other) >= _HALF
        case Quote(), Quote():
            return same_words(one.evidence, other.evidence)
        case _:
            return False


def place_key(name: str | None) -> str:
    """What a place is compared by: a town's English name in whichever language it is named, else as a party."""
    return folded(city_names().get(bare(name or ""), "")) or party_key(name)


def party_key(name: str | None) -> str:
    """What a party is compared by: its code where it has one, else the short name of an organisation, else its name."""
    return find_party(name or "") or find_party(name or "", "ru") or folded(find_organisation(name or "") or name)


def same_person(one: str, other: str) -> bool:
    """Tell whether two names are of one person: one surname at the end, or two words in common."""
    first, second = words_in(one), words_in(other)
    return bool(first and second) and (first[-1] == second[-1] or len({*first} & {*second}) >= 2)


def same_next(one: NextSession, other: NextSession) -> bool:
    """Tell whether two next sessions are one: by month, or by place."""
    by_day = bool(one.date) and str(other.date or "").startswith(str(one.date)[:7])
    return by_day or (bool(one.place) and place_key(one.place) == place_key(other.place))


def same_words(one: str, other: str) -> bool:
    """Tell whether two quotations are one: the same words, or a long one within the other."""
    first, second = folded(one), folded(other)
    return first == second or (len(first) > _LONG and (first in second or second in first))


def overlap(one: Item, other: Item) -> float:
    """The share of the shorter passage that two passages have in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, min(one.end - one.start, other.end - other.start))


def shared(one: str, other: str) -> float:
    """The share of the words of the shorter text that the other has, too."""
    first, second = {*words_in(one)}, {*words_in(other)}
    return len(first & second) / max(1, min(len(first), len(second)))


def words_in(text: str | None) -> list[str]:
    """The words of a text in lower case, ё as е."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text or "").lower().replace("ё", "е"))


def folded(text: str | None) -> str:
    """A text as it is compared: its words, with single spaces."""
    return " ".join(words_in(text))


def _same_parties(one: Decision, other: Decision) -> bool:
    first, second = {party_key(party) for party in one.parties}, {party_key(party) for party in other.parties}
    return bool(first & second) or not (first or second) or overlap(one, other) >= _HALF
