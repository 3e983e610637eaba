"""When items of two different texts tell the same: by what they say, for their places cannot be compared."""

from __future__ import annotations

from servanda.reading.alike import alike, party_key, same_next, same_person, same_words, shared
from servanda.reading.proposing.matching import words_of
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
    Session,
    Suggestion,
    Transmission,
)

_HALF = 0.5
_NEARLY = 0.8


def alike_across(one: Item, other: Item) -> bool:
    """Tell whether items of two texts tell the same."""
    match one, other:
        case Document(), Document():
            return one.kind == other.kind and _in_common(one.title, other.title) >= _HALF
        case Decision(), Decision():
            same = {party_key(p) for p in one.parties} == {party_key(p) for p in other.parties}
            dated = not (one.when and other.when) or one.when[:4] == other.when[:4]
            return (
                one.type == other.type
                and same
                and dated
                and (bool(one.parties) or _in_common(one.what, other.what) >= _HALF)
            )
        case Commitment() | Suggestion(), Commitment() | Suggestion() if type(one) is type(other):
            return party_key(one.actor) == party_key(other.actor) and _in_common(one.what, other.what) >= _HALF
        case Quote(), Quote():
            return same_words(one.evidence, other.evidence) or shared(one.evidence, other.evidence) >= _NEARLY
        case Person(), Person():
            return same_person(one.name, other.name)
        case NextSession(), NextSession():
            return same_next(one, other)
        case _:
            return alike(one, other)


def _in_common(one: str, other: str) -> float:
    """The share of the telling words of the shorter text that the other has, too."""
    first, second = words_of(one), words_of(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def summary(item: Item) -> str:
    """An item in a few words."""
    match item:
        case Participant(party=party, person=person):
            return f"{party} ({person})" if person else party
        case Absent(party=party, reason=reason):
            return f"{party} ({reason})" if reason else party
        case Person(name=name, office=office):
            return f"{name}, {office}"
        case Document(title=title, action=action):
            return f"{action}: {title}"
        case Decision(type=kind, parties=parties, when=when):
            return " ".join(filter(None, [f"{kind}:", ", ".join(parties) or item.what, when]))
        case NextSession(date=date, place=place, status=status):
            return " ".join(filter(None, [date, place, f"({status})"]))
        case Commitment(actor=actor, what=what) | Suggestion(actor=actor, what=what):
            return f"{actor}: {what}"
        case Transmission(party=party, what=what):
            return f"{what} to {party}"
        case Quote(speaker=speaker):
            return f"{speaker or '?'}: “{item.evidence}”"
        case Session(organ=organ, date=date):
            return " ".join(filter(None, [organ, date]))
        case _:
            return item.evidence
