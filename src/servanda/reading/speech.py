"""Finds direct speech: the words between quotation marks that somebody said, and not names in quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from servanda.reading.cues import either, words

_CLOSERS = {"“": '”"', '"': '"”', "«": "»", "„": "“”"}
_MARK = re.compile('[“”"«»„]')
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_REACH = 160
_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """Words in quotation marks: the place of the words without the marks, and of the paragraph."""

    start: int
    end: int
    paragraph: tuple[int, int]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Spoken:
    """Tells whether a place lies inside direct speech."""

    def __init__(self, speech: Sequence[_Placed]) -> None:
        self.starts = [said.start for said in speech]
        self.ends = [said.end for said in speech]

    def holds(self, place: int) -> bool:
        """Tell whether somebody is speaking there."""
        number = bisect_right(self.starts, place) - 1
        return number >= 0 and place < self.ends[number]


def find_speech(plain: str, blocks: list[tuple[int, int]]) -> list[Speech]:
    """All direct speech in the paragraphs of a plain text, in order."""
    found: list[Speech] = []
    for block in blocks:
        for start, end in between_marks(plain, *block):
            goes_on = bool(found) and found[-1].paragraph == block and _is_whole(plain, start, end)
            if goes_on or _is_direct(plain, start, end, block):
                found.append(Speech(start, end, block))
    return found


def between_marks(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between an opening mark and its closing one, the outermost only."""
    opened: int | None = None
    closers = ""
    depth = 0
    for mark in _MARK.finditer(plain, start, end):
        place, sign = mark.start(), mark[0]
        if opened is None:
            if sign in _CLOSERS and not _leans_left(plain, place, start):
                opened, closers, depth = place + 1, _CLOSERS[sign], 0
        elif sign in "“«" and sign not in closers:
            depth += 1
        elif sign in closers and not (sign == '"' and _leans_right(plain, place, end)):
            if depth and sign in "”»":
                depth -= 1
                continue
            yield opened, place
            opened = None
    if opened is not None and end - opened > 40 and opened - start <= 3:
        yield opened, end


def _leans_left(plain: str, place: int, start: int) -> bool:
    """A straight mark right after a word closes something that was never opened."""
    return plain[place] == '"' and place > start and not plain[place - 1].isspace() and plain[place - 1] not in "([-"


def _leans_right(plain: str, place: int, end: int) -> bool:
    """A straight mark after a space and before a letter opens, so it closes nothing."""
    return place + 1 < end and plain[place - 1].isspace() and plain[place + 1].isalnum()


def _is_direct(plain: str, start: int, end: int, block: tuple[int, int]) -> bool:
    content = plain[start:end].strip()
    found = _WORD.findall(content)
    if len(found) < 3 or _is_title(found):
        return False
    closed = content[-1] in ",.!?…" or plain[end + 1 : end + 2] in (",", ".")
    before, after = plain[max(block[0], start - _REACH) : start - 1], plain[end + 1 : min(block[1], end + _REACH)]
    introduced = before.rstrip().endswith((":", ",")) or re.search(r"\bthat\s*$", before) is not None
    said = attributed_after(after) is not None or (introduced and speech_verb().search(before) is not None)
    if introduced and len(found) >= _CLAUSE and _IN_WORDS_OF.search(before):
        return True
    if len(found) < 8:
        told = closed and len(found) >= _CLAUSE and _TOLD.search(before) is not None
        return told or (said and (closed or (introduced and len(found) >= _CLAUSE)))
    told = closed and _TOLD.search(before) is not None
    return told or said or (closed and _stands_alone(content, before)) or speech_verb().search(before) is not None


_IN_WORDS_OF = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s) [^.;:“”\"]{2,80}, $")
_TOLD = re.compile(
    r"\b(?:said|says|stressed|warned|stated|states|noted|declared|added|argued|insisted|urged|told \w+) (?:that )?"
    r"(?:[^\s.;:,“”\"]+ ){1,9}$"
)


def _is_whole(plain: str, start: int, end: int) -> bool:
    """A whole sentence in marks, after direct speech in the same paragraph, is by the same speaker."""
    content, before = plain[start:end].strip(), plain[: start - 1].rstrip()
    whole = content[:1].isupper() and content[-1:] in ".!?…" and len(_WORD.findall(content)) >= 3
    return whole and before.endswith((".", "!", "?", "”", '"'))


def _stands_alone(content: str, before: str) -> bool:
    begins = not before.strip() or before.rstrip().endswith((":", ".", "!", "?", "”", '"'))
    return begins and not content[:1].islower()


def _is_title(found: list[str]) -> bool:
    long = [word for word in found if len(word) > 3]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def attributed_after(after: str) -> re.Match[str] | None:
    """The clause after a closing mark that says who spoke: `, the head of state said`."""
    return _after().match(after)


@cache
def speech_verb() -> re.Pattern[str]:
    """A verb of speech."""
    return re.compile(rf"\b{either(words('speech'))}\b")


@cache
def _after() -> re.Pattern[str]:
    verb = either(words("speech"))
    return re.compile(rf"[\"”]?[,.]?\s*-?\s*(?P<clause>(?:[^\s.;:“\"!?]+(?:\.(?=\s))?\s+){{0,14}}?{verb}\b)")
