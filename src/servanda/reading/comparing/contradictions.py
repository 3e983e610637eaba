"""What reports of one session tell differently: day, place, form, chair, presence, documents, offices, next session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from servanda.reading.alike import folded, party_key, same_person, words_in
from servanda.reading.comparing.across import summary
from servanda.reading.comparing.records import Contradiction, Group, Told, told_by
from servanda.reading.records import Absent, Commitment, Decision, Document, Item, Person, Quote, Reading
from servanda.words.phrases import Phrase, say

Reports = Sequence[tuple[str, Reading]]
_DONE = frozenset(["approved", "adopted", "signed", "in force"])
_NOT_DONE = frozenset(["drafted", "proposed"])
_SESSION = {
    "date": say("the day of the session"),
    "place": say("the place of the session"),
    "format": say("the form of the session"),
    "chair": say("who chaired the session"),
}
_NEXT = {
    "date": say("the day of the next session"),
    "place": say("the place of the next session"),
    "status": say("whether the next session is decided or proposed"),
}


def contradictions(reports: Reports, groups: list[tuple[str, Group]]) -> Iterator[Contradiction]:
    """Everything that two reports cannot both be right about."""
    yield from _fields("session", reports, lambda reading: reading.session, _SESSION)
    yield from _fields("next_session", reports, lambda reading: reading.next_session, _NEXT)
    yield from _presence(reports)
    yield from _presidencies(reports)
    yield from _offices(reports)
    for kind, group in groups:
        yield from _within(kind, group)


def _fields(
    kind: str, reports: Reports, part: Callable[[Reading], Item | None], names: dict[str, Phrase]
) -> Iterator[Contradiction]:
    """The fields of a session that two reports fill differently; a partial day agrees with a whole one within it."""
    for name, what in names.items():
        told = [(report, item, value) for report, reading in reports if (item := part(reading))
                and (value := getattr(item, name))]  # fmt: skip
        if len(told) > 1 and not all(_same(name, told[0][2], value) for _report, _item, value in told[1:]):
            yield _contradiction(kind, what, [told_by(report, item, value) for report, item, value in told])


def _same(name: str, one: str, other: str) -> bool:
    if name == "date":
        return one.startswith(other) or other.startswith(one)
    return party_key(one) == party_key(other) if name in {"chair", "place"} else folded(one) == folded(other)


def _presence(reports: Reports) -> Iterator[Contradiction]:
    """A party that was there by one report, and absent by another."""
    for report, reading in reports:
        for absent in reading.absent:
            key = party_key(absent.party)
            others = [
                told_by(name, one, say("{party} took part", party=one.party))
                for name, other in reports
                if name != report and not any(party_key(away.party) == key for away in other.absent)
                for one in other.participants
                if party_key(one.party) == key
            ]
            if others:
                told = told_by(report, absent, say("{party} was absent", party=absent.party))
                yield _contradiction(
                    "participants", say("whether {party} took part", party=absent.party), [told, *others]
                )


def _presidencies(reports: Reports) -> Iterator[Contradiction]:
    """One year with two different presidencies."""
    seen: dict[str, list[tuple[str, Decision]]] = {}
    for name, reading in reports:
        for one in reading.decisions:
            if one.type == "presidency" and one.parties and one.when:
                seen.setdefault(one.when[:4], []).append((name, one))
    for year, told in seen.items():
        if len({party_key(one.parties[0]) for _name, one in told}) > 1 and len({name for name, _one in told}) > 1:
            yield _contradiction(
                "decisions",
                say("who presides in {year}", year=year),
                [told_by(name, one, summary(one)) for name, one in told],
            )


def _offices(reports: Reports) -> Iterator[Contradiction]:
    """One office with two different holders."""
    holders: dict[str, list[tuple[str, Person]]] = {}
    for name, reading in reports:
        for person in reading.persons:
            holders.setdefault(folded(person.office), []).append((name, person))
    for told in holders.values():
        first = told[0][1]
        single = len(words_in(first.office)) > 1 and len({name for name, _one in told}) > 1
        if single and not all(same_person(first.name, one.name) for _name, one in told[1:]):
            what = say("who was {office}", office=first.office)
            yield _contradiction("persons", what, [told_by(name, one, summary(one)) for name, one in told])


def _within(kind: str, group: Group) -> Iterator[Contradiction]:
    """Items that tell of the same thing, and differ in what they say of it."""
    items = [item for _name, item in group]
    what = ""
    documents = {item.action for item in items if isinstance(item, Document)}
    if documents & _DONE and documents & _NOT_DONE:
        what = say("what was done with the document")
    elif len({folded(item.reason) for item in items if isinstance(item, Absent) and item.reason}) > 1:
        what = say("why the party was absent")
    elif len({item.deadline for item in items if isinstance(item, Commitment) and item.deadline}) > 1:
        what = say("by when it is promised")
    elif len({words_in(item.speaker)[-1] for item in items if isinstance(item, Quote) and words_in(item.speaker)}) > 1:
        what = say("who said it")
    elif len({folded(item.evidence) for item in items if isinstance(item, Quote)}) > 1:
        what = say("the exact words")
    if what:
        yield _contradiction(kind, what, [told_by(name, item, summary(item)) for name, item in group])


def _contradiction(kind: str, what: str, told: list[Told]) -> Contradiction:
    return Contradiction(kind=kind, what=what, told=tuple(told))
