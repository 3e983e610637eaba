"""Rolls: `Present:` with a line for each party, `Apologies: X`, tables with a row for each state. In any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from servanda.reading.records import Absent
from servanda.reading.sentences import Sentence

ON_ROLL = "on a roll"
"""The rule of what a line of a roll tells."""

_CELLS = re.compile(r" \| |\t+| - |: |; |, (?=\D)")
_ASIDE = re.compile(r"\s*\([^()]*\)|\s*[.;,|]+\s*$")
_ROW = re.compile(r"[^.;:|]{1,60}?(?: \||: | -) ?|[-|:= ]+$")
_ENOUGH = 3
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Labels:
    """How a language heads those who came and those who did not, and what a line says of one who did not."""

    present: re.Pattern[str]
    absent: re.Pattern[str]
    came_not: re.Pattern[str]
    leads: Callable[[Sentence], bool]
    """Whether a sentence that ends in a colon brings in those who came."""
    tells: Callable[[Sentence], bool]
    """Whether a line tells by whom a party was represented, or that it was not."""


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of a roll: its place without the label, and whether it tells of somebody absent."""

    start: int
    end: int
    absent: bool
    label: str
    """Its own label, if it has one: such a line may name several."""


class Holder(Protocol):
    """Whoever a line names with an office."""

    @property
    def name(self) -> str | None: ...


H = TypeVar("H", bound=Holder)


@dataclass(frozen=True, slots=True)
class Entry(Generic[H]):
    """What one line of a roll tells: the parties, and who spoke for a single one."""

    line: RollLine
    parties: tuple[str, ...]
    holder: H | None = None


class Told(Protocol):
    """A text with its rolls."""

    @property
    def roll(self) -> list[Entry[Any]]: ...

    def passage(self, start: int, end: int, rule: str, /) -> Any: ...


def absent_on(context: Told) -> dict[str, Absent]:
    """Every party that a line of a roll tells to be absent."""
    found: dict[str, Absent] = {}
    for entry in (entry for entry in context.roll if entry.line.absent):
        for party in entry.parties:
            passage = context.passage(entry.line.start, entry.line.end, ON_ROLL)
            found.setdefault(party, Absent(party=party, **passage))
    return found


def present_on(context: Told) -> Iterator[tuple[str, str | None, int, int]]:
    """Every party of a roll that came, who spoke for it, and where the line stands."""
    for entry in (entry for entry in context.roll if not entry.line.absent):
        for party in entry.parties:
            yield party, entry.holder.name if entry.holder else None, entry.line.start, entry.line.end


def find_rolls(
    sentences: list[Sentence], labels: Labels, names_party: Callable[[Sentence], bool]
) -> Iterator[RollLine]:
    """Every line of a roll: after a label on the same line, or one by one as long as lines begin with a party."""
    roll: bool | None = None
    paragraph = -1
    unlabelled = _unlabelled(sentences, labels, names_party)
    for sentence in sentences:
        if roll is None and sentence.start in unlabelled:
            roll = False
        absent, present = _label(labels, sentence.plain)
        label = absent or present
        if label is None and sentence.paragraph == paragraph and roll is not None:
            continue
        if label:
            paragraph = sentence.paragraph
            inline = label.end() < len(sentence.plain)
            roll = roll if inline and roll is not None else absent is not None
            if inline:
                yield from _labelled(sentence, labels, label, absent=absent is not None)
            continue
        if sentence.plain.endswith(":") and labels.leads(sentence):
            roll = False
        elif roll is not None and len(sentence.plain) < _LONGEST and names_party(sentence):
            paragraph = sentence.paragraph
            missing = roll or labels.came_not.search(sentence.plain) is not None
            yield RollLine(sentence.start, sentence.end, missing, "")
        elif roll is None or not _ROW.match(sentence.plain):
            roll = None


def _label(labels: Labels, plain: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The label of a line, of those absent or of those present; only short lines and those with a colon have one."""
    if len(plain) > _SHORT and ":" not in plain and " - " not in plain:
        return None, None
    absent = labels.absent.match(plain)
    return absent, None if absent else labels.present.match(plain)


_SHORT = 60


def _unlabelled(sentences: list[Sentence], labels: Labels, names_party: Callable[[Sentence], bool]) -> frozenset[int]:
    """Where lines begin, one below the other, that name a party each and who spoke for it: a roll without a label."""
    run: list[Sentence] = []
    found: set[int] = set()
    for sentence in sentences:
        is_row = len(sentence.plain) < _LONGEST and _ROW.match(sentence.plain) is not None and names_party(sentence)
        run = [*run, sentence] if is_row else []
        if len(run) == _ENOUGH and all(labels.tells(one) for one in run):
            found.add(run[0].start)
    return frozenset(found)


def _labelled(sentence: Sentence, labels: Labels, label: re.Match[str], *, absent: bool) -> Iterator[RollLine]:
    """`Present: A, B; apologies: C`: a line after its label, and after every further label on the same line."""
    begin, name = label.end(), label[0]
    parts = _each(sentence, begin)
    if parts:
        yield from (RollLine(start, end, absent, "") for start, end in parts)
        return
    for cut in _FURTHER.finditer(sentence.plain, begin):
        missing, present = (
            labels.absent.match(sentence.plain, cut.end()),
            labels.present.match(sentence.plain, cut.end()),
        )
        further = missing or present
        if further:
            yield RollLine(sentence.start + begin, sentence.start + cut.start(), absent, name)
            begin, name, absent = further.end(), further[0], missing is not None
    yield RollLine(sentence.start + begin, sentence.end, absent, name)


def _each(sentence: Sentence, begin: int) -> list[tuple[int, int]]:
    """`A - X, minister; B - Y, ambassador`: the parts of a line of which each is a line of its own."""
    cuts = [begin, *(cut.end() for cut in _SEMICOLON.finditer(sentence.plain, begin))]
    stops = [*(cut.start() for cut in _SEMICOLON.finditer(sentence.plain, begin)), len(sentence.plain)]
    parts = [(one, two) for one, two in zip(cuts, stops, strict=True) if sentence.plain[one:two].strip(" .")]
    if len(parts) < _ENOUGH or not all(" - " in sentence.plain[one:two] for one, two in parts):
        return []
    return [(sentence.start + one, sentence.start + two) for one, two in parts]


_SEMICOLON = re.compile(r"; (?:(?:and|и|а также) )?")
_FURTHER = re.compile(r"[.;] ")


def cells(plain: str, line: RollLine) -> list[tuple[int, int]]:
    """The cells of a line, between bars, dashes, colons and commas, without what stands in brackets at their end."""
    found = []
    begin = line.start
    for cut in (*_CELLS.finditer(plain, line.start, line.end), None):
        stop = cut.start() if cut else line.end
        bare = _ASIDE.search(plain, begin, stop)
        end = bare.start() if bare else stop
        if end > begin:
            found.append((begin, end))
        begin = cut.end() if cut else stop
    return found
