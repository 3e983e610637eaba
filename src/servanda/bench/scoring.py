"""Scores what was read from a text against its labels: right, labelled and found by kind, and every miss."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from servanda.reading import Reading, load
from servanda.reading.alike import alike, folded, party_key, place_key, same_next, words_in
from servanda.reading.assistants.asking import LISTS
from servanda.reading.records import Item, NextSession

_FIELDS = ("date", "format", "place", "chair", "organisation")


@dataclass(slots=True)
class Count:
    """How many were right, of how many labelled, of how many found."""

    right: int = 0
    labelled: int = 0
    found: int = 0

    def add(self, other: Count) -> None:
        """Count what another counted, too."""
        self.right += other.right
        self.labelled += other.labelled
        self.found += other.found

    def as_json(self) -> dict[str, float | int]:
        """The three numbers, and precision, recall and F1 made of them."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.labelled if self.labelled else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = {"right": self.right, "labelled": self.labelled, "found": self.found}
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), **counts}


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that was labelled and not found, or found and not labelled, or told otherwise."""

    text: str
    kind: str
    how: str
    says: str


@dataclass(slots=True)
class Score:
    """The counts by kind, and every miss."""

    counts: dict[str, Count] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def count(self, kind: str, right: int, labelled: int, found: int) -> None:
        """Add to the counts of a kind."""
        self.counts.setdefault(kind, Count()).add(Count(right, labelled, found))

    def add(self, other: Score) -> None:
        """Add the score of another text."""
        for kind, count in other.counts.items():
            self.count(kind, count.right, count.labelled, count.found)
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of the folder with its labels, its language and its provenance."""

    name: str
    text: str
    gold: dict[str, Any]
    language: str = ""
    provenance: str = ""


class NoGold(Exception):
    """The folder holds no labelled texts, or a label that cannot be used; the message says which."""


def labelled_texts(folder: Path) -> Iterator[Labelled]:
    """The texts of a folder with gold/NAME.json and texts/NAME.txt; index.csv tells language and provenance."""
    index = folder / "index.csv"
    rows = list(csv.DictReader(io.StringIO(index.read_text(encoding="utf-8")))) if index.is_file() else []
    about = {Path(row["file"]).stem: row for row in rows}
    names = sorted((folder / "gold").glob("*.json"))
    if not names:
        raise NoGold(f"{folder} holds no gold/*.json")
    for path in names:
        file = folder / "texts" / f"{path.stem}.txt"
        file = file if file.is_file() else folder.parent / path.stem / "press-release.txt"
        text, problems = load(file)
        if text is None:
            raise NoGold(str(problems[0]))
        row = about.get(path.stem, {})
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield Labelled(path.stem, text, gold, row.get("language", ""), row.get("provenance", path.stem).split()[0])


def score_text(one: Labelled, reading: Reading) -> Score:
    """Score the reading of one text by the rules of alike; participants count once a party."""
    score = Score()
    for kind in LISTS:
        if kind != "transmissions":
            _score_list(score, kind, one, reading)
    _score_next(score, one, reading)
    _score_session(score, one, reading)
    items = reading.items()
    verbatim = sum(item.evidence == one.text[item.start : item.end] for item in items)
    score.count("verbatim", verbatim, len(items), len(items))
    return score


def _score_list(score: Score, kind: str, one: Labelled, reading: Reading) -> None:
    gold, got = list(_gold(one, kind)), list(getattr(reading, kind))
    if kind == "participants":
        gold, got = _once(gold), _once(got)
    pairs, left = _paired(gold, got)
    score.count(kind, len(pairs), len(gold), len(got))
    matched = [id(item) for item, _other in pairs]
    score.misses += [Miss(one.name, kind, "missed", _says(item)) for item in gold if id(item) not in matched]
    score.misses += [Miss(one.name, kind, "false", _says(item)) for item in left]
    if kind == "quotes":
        wrong = [(item, other) for item, other in pairs if not _same_speaker(item, other)]
        score.count("speakers", len(pairs) - len(wrong), len(pairs), len(pairs))
        score.misses += [Miss(one.name, "speakers", "otherwise", _says(other)) for _item, other in wrong]


def _once(items: list[Item]) -> list[Item]:
    """One item a party: the last that names it."""
    return list({party_key(getattr(item, "party", "")): item for item in items}.values())


def _paired(gold: list[Item], got: list[Item]) -> tuple[list[tuple[Item, Item]], list[Item]]:
    """Labels and items one to one, in order, and the items that no label took."""
    left, pairs = list(got), []
    for item in gold:
        other = next((one for one in left if alike(item, one)), None)
        if other is not None:
            left.remove(other)
            pairs.append((item, other))
    return pairs, left


def _same_speaker(item: Item, other: Item) -> bool:
    surname = words_in(getattr(item, "speaker", None))[-1:]
    return bool({*surname} & {*words_in(getattr(other, "speaker", None))})


def _score_next(score: Score, one: Labelled, reading: Reading) -> None:
    gold = next(iter(_gold(one, "next_session")), None)
    got = reading.next_session
    right = isinstance(gold, NextSession) and got is not None and same_next(gold, got)
    score.count("next_session", int(right), int(gold is not None), int(got is not None))
    if not right and (gold or got):
        how = "otherwise" if gold and got else "missed" if gold else "false"
        score.misses.append(Miss(one.name, "next_session", how, _says(gold or got)))


def _score_session(score: Score, one: Labelled, reading: Reading) -> None:
    """The fields of the session that are labelled."""
    for name, value in (one.gold.get("session") or {}).items():
        if name in _FIELDS and value:
            got = getattr(reading.session, name) if reading.session else None
            same = place_key if name == "place" else party_key
            right = same(got) == same(value) or (name == "organisation" and folded(value) in folded(got))
            score.count("session", int(right), 1, 1)
            if not right:
                score.misses.append(Miss(one.name, "session", "otherwise", f"{name}: {value}, read as {got}"))


def _gold(one: Labelled, kind: str) -> Iterator[Item]:
    """The labels of a kind as items, with their places in the text."""
    raw = one.gold.get(kind) or []
    for label in raw if isinstance(raw, list) else [raw]:
        start, end = _span(label, one.text)
        fields = {**label, "evidence": one.text[start:end], "start": start, "end": end, "rule": "label"}
        try:
            yield msgspec.convert(fields, type=NextSession if kind == "next_session" else LISTS[kind])
        except msgspec.ValidationError as error:
            raise NoGold(f"{one.name}: a label of {kind} cannot be used: {error}") from error


def _span(label: dict[str, Any], text: str) -> tuple[int, int]:
    """Where a label's words stand: at its own places, verbatim, or with other white space; else nowhere."""
    if isinstance(label.get("start"), int) and isinstance(label.get("end"), int):
        return label["start"], label["end"]
    words = label.get("evidence") or ""
    start = text.find(words)
    if start >= 0:
        return start, start + len(words)
    found = re.search(r"\s+".join(map(re.escape, words.split())), text) if words.split() else None
    return found.span() if found else (-1, -1)


def _says(item: Item | None) -> str:
    return " ".join(item.evidence.split())[:140] if item else ""
