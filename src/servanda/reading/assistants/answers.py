"""Takes an assistant's answer apart: an item counts only if its passage and its names stand in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from servanda.days import Day, NotADay
from servanda.reading.alike import folded, party_key, shared
from servanda.reading.assistants.asking import LISTS, SINGLE, Question
from servanda.reading.records import Document, Item

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_MOST = 500
_SHORTEST = 3
_DAYS = ("date", "when", "deadline")
_NAMES = ("party", "person", "name", "speaker", "actor", "chair", "place")


@dataclass(slots=True)
class Answer:
    """The items of an answer that stand in the text, and how many were dropped for which reason."""

    items: list[tuple[str, Item]] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    respaced: int = 0
    """Items whose passage differed from the text in its white space only, and was taken from the text."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a text names: all of its words, and the parties behind its names, adjectives and capitals."""

    words: str
    parties: frozenset[str]

    def has(self, name: str) -> bool:
        """Tell whether a text names somebody or something."""
        return party_key(name) in self.parties or f" {folded(name)} " in self.words


def take_answer(said: str, question: Question, known: Known, by: str) -> Answer | None:
    """The items of an answer that can be believed, or nothing where the answer is no JSON object."""
    fenced = _FENCE.match(said)
    try:
        given = msgspec.json.decode(fenced[1] if fenced else said)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None
    if not isinstance(given, dict):
        return None
    answer = Answer()
    for name, raw in _raw_items(given):
        _take(answer, name, raw, question, known, by)
    return answer


def _raw_items(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in LISTS:
        listed = given.get(name)
        if isinstance(listed, list):
            yield from ((name, raw) for raw in listed[:_MOST])
        elif listed is not None:
            yield name, listed
    yield from ((name, given[name]) for name in SINGLE if given.get(name) is not None)


def _take(answer: Answer, name: str, raw: Any, question: Question, known: Known, by: str) -> None:
    """Count one item: kept with its place in the text, or dropped with the reason."""
    evidence = raw.get("evidence") if isinstance(raw, dict) else None
    if not isinstance(evidence, str):
        answer.dropped["form"] += 1
        return
    place = _place(evidence, question.text)
    if place is None:
        answer.dropped["passage"] += 1
        return
    words = question.text[slice(*place)]
    ours = {"evidence": words, "start": question.start + place[0], "end": question.start + place[1]}
    try:
        kind = {**LISTS, **SINGLE}[name]
        item = msgspec.convert({**raw, **ours, "rule": "assistant", "by": by}, type=kind)
    except msgspec.ValidationError:
        answer.dropped["form"] += 1
        return
    wrong = _wrong(item, known)
    if wrong:
        answer.dropped[wrong] += 1
        return
    answer.respaced += words != evidence
    answer.items.append((name, item))


def _place(evidence: str, text: str) -> tuple[int, int] | None:
    """Where the words stand, verbatim; white space of any kind and number is taken as one."""
    bare = evidence.strip()
    if len(bare) < _SHORTEST:
        return None
    start = text.find(bare)
    if start >= 0:
        return start, start + len(bare)
    found = re.search(r"\s+".join(map(re.escape, bare.split())), text)
    return found.span() if found else None


def _wrong(item: Item, known: Known) -> str:
    """What an item says that its text does not: a name or a title from elsewhere, a day that is none."""
    fields = msgspec.structs.asdict(item)
    names = [fields[name] for name in _NAMES if fields.get(name)] + list(fields.get("parties") or ())
    if not all(known.has(name) for name in names):
        return "name"
    if isinstance(item, Document) and shared(item.title, item.evidence) < 0.5:
        return "name"
    return "" if all(_is_day(fields.get(name)) for name in _DAYS) else "form"


def _is_day(written: str | None) -> bool:
    try:
        return not written or bool(Day.parse(written))
    except NotADay:
        return False


def told(dropped: Counter[str]) -> Iterable[str]:
    """The reasons for which items were dropped, as parts of a sentence."""
    reasons = {
        "passage": "quote words that do not stand in the text",
        "name": "name somebody or something that the text does not name",
        "form": "are not of the form that was asked for",
    }
    return [f"{dropped[key]} {words}" for key, words in reasons.items() if dropped[key]]
