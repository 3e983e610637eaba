"""Rolls of those present in English, line by line: which parties a line names, and whom it names for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from servanda.reading.cues import either, words
from servanda.reading.mentions import Mention
from servanda.reading.names import name_at
from servanda.reading.offices import Holder, office, office_name
from servanda.reading.presence import presence
from servanda.reading.rolls import ON_ROLL, Entry, Labels, RollLine, cells, find_rolls
from servanda.reading.sentences import Sentence, lowered
from servanda.words.parties import STATES, common_name

_MANY = (
    r"(?:(?:also|those|all|list of|other|the|member|observer|partner|members?|delegations?|states?|countries|parties|"
    r"heads of delegations?|delegates|ministers|roll call) )*"
)
_COUNT = r"(?: \(?\d+\)?)?(?::\s*|\s+-\s+|\s*$)"
_SENTENCE = r"(?:the )?[^.;:]{0,90}?\b"
_PRESENT = (
    rf"{_MANY}(?:present|in attendance|attendance|attending|taking part|attended by|attended|participants|"
    rf"attendees|roll call|in the room|"
    rf"participating|"
    r"who (?:was there|attended|took part|came)|delegations|members|observers?|guests?|by invitation|invited|"
    r"(?:for|from) the secretariat|in the chair|presiding|chair(?:man|woman|person)?|chaired by)"
)
_ABSENT = (
    rf"{_MANY}(?:not present|not represented|not in attendance|absent(?: with apologies)?|excused|unable to attend|"
    r"(?:apologies|regrets)(?: for absence)?(?: (?:were )?(?:received|sent))?(?: from| by)?)"
)
_LEADING = re.compile(
    r"\b(?:following|were|participants|participation|presence|attendance|attended by|delegations|represented|list)\b"
)
_CODE = re.compile(r"(?P<code>[A-Z]{2}) (?:[-|] |\()")
_CODES_IN_LABEL = re.compile(r"\b[A-Z]{2}\b")
_STYLED = re.compile(
    r"(?:(?:Rt|Right|The)\.? )?(?:H\. ?[EMHR]\.?|Hon|His|Her|Their|Mr|Ms|Mrs|Dr|Amb|Prof|Sir|Dame|Sheikh|Gen|Lt)\b"
)
_OWNERS = frozenset(["state", "demonym", "organisation", "body"])
_SINGLE = re.compile(r"(?:the |H\.E\. )?")
_SPEAKER = re.compile(r"^[A-Z][A-Z .'-]{2,40} \((?P<who>[^()\n]{2,80})\):(?= )", re.MULTILINE)
# So many lines that begin with a code show that the text calls states by their codes.
_ENOUGH = 3


def _tells(sentence: Sentence) -> bool:
    return office().search(sentence.plain) is not None or _CAME_NOT.search(sentence.plain) is not None


_CAME_NOT = re.compile(
    r"\b(?:absent|suspended|nobody|no one|vacant|not (?:present|represented|attending)|apolog\w+|excused|"
    r"unable to attend)\b",
    re.IGNORECASE,
)
_LABELS = Labels(
    present=re.compile(
        rf"{_PRESENT}{_COUNT}|{_SENTENCE}(?:attended|took part|participated|(?:were|was) (?:present|represented|"
        rf"joined))\b"
        r"[^.;:]{0,60}:\s*(?=\S)",
        re.IGNORECASE,
    ),
    absent=re.compile(
        rf"{_ABSENT}{_COUNT}|{_SENTENCE}(?:(?:were|was) (?:not (?:present|represented)|absent|excused|"
        rf"unable to attend)|"
        r"did not (?:attend|take part|participate))\b[^.;:]{0,60}:\s*(?=\S)",
        re.IGNORECASE,
    ),
    came_not=_CAME_NOT,
    leads=lambda sentence: bool(presence().search(lowered(sentence.plain))) and bool(_LEADING.search(sentence.plain)),
    tells=_tells,
)


def by_code(sentences: list[Sentence]) -> Iterator[tuple[int, int, str]]:
    """The places at which a text names a state by its code, where lines of a roll begin with such codes."""
    heads = {match["code"] for s in sentences if (match := _CODE.match(s.plain)) and match["code"] in STATES}
    if len(heads) < _ENOUGH:
        return
    for sentence in sentences:
        labelled = _LABELS.present.match(sentence.plain) or _LABELS.absent.match(sentence.plain)
        if labelled:
            heads |= {code for code in _CODES_IN_LABEL.findall(sentence.plain, labelled.end()) if code in STATES}
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(heads))})(?![\w-])")
    for sentence in sentences:
        for match in pattern.finditer(sentence.plain):
            yield sentence.start + match.start(), sentence.start + match.end(), common_name(match[0])


def entries(
    plain: str, sentences: list[Sentence], mentions: tuple[Mention, ...], holders: list[Holder]
) -> list[Entry[Holder]]:
    """Every line of every roll of the text; `holders` are the persons that the text joins to an office."""
    starting = {mention.start: mention for mention in sorted(mentions, key=lambda m: m.end - m.start)}
    lines = find_rolls(sentences, _LABELS, lambda sentence: _names_party(starting, sentence))
    found = [_entry(plain, line, mentions, holders, starting) for line in (*lines, *_speakers(plain))]
    return [entry for entry in found if entry.parties]


def _speakers(plain: str) -> Iterator[RollLine]:
    """Who speaks in a transcript, where a label says for which state: `CHAIR (Norway, Ambassador X):`."""
    for match in _SPEAKER.finditer(plain):
        yield RollLine(match.start("who"), match.end("who"), absent=False, label=match[0])


def with_rolls(holders: list[Holder], roll: list[Entry[Holder]]) -> list[Holder]:
    """The persons of a text and those of its rolls, who are of the party that their line names."""
    taken = {entry.holder.name_start: entry.holder for entry in roll if entry.holder and entry.holder.office}
    others = [holder for holder in holders if holder.name_start not in taken]
    return sorted([*others, *taken.values()], key=lambda holder: (holder.start, holder.name_start))


def _names_party(starting: dict[int, Mention], sentence: Sentence) -> bool:
    article = _SINGLE.match(sentence.plain)
    place = sentence.start + (article.end() if article else 0)
    if place in starting and starting[place].kind in {"state", "organisation", "body"}:
        return True
    if _STYLED.match(sentence.plain) or office().match(sentence.plain):
        return any(
            place in starting and starting[place].kind in _OWNERS for place in range(sentence.start, sentence.end)
        )
    return _header().match(sentence.plain) is not None


@cache
def _header() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?i:{either(words('headers'))}) (?:of|from) (?:the )?(?=[A-Z])")


def _entry(
    plain: str, line: RollLine, mentions: tuple[Mention, ...], holders: list[Holder], starting: dict[int, Mention]
) -> Entry[Holder]:
    parts = cells(plain, line)
    several = bool(line.label) or _header().match(plain, line.start, line.end) is not None
    first = line.end if several or not parts else parts[0][1]
    named = _named(plain, line.start, first, mentions) or _first_owner(plain, line, mentions)
    parties = tuple(dict.fromkeys(m.party for m in named if m.kind in {"state", "demonym"}))
    parties = parties or tuple(dict.fromkeys(m.party for m in named))[:1]
    if len(parties) != 1:
        return Entry(line, parties)
    first_holder = bisect_left(holders, line.start, key=lambda holder: holder.start)
    known = next((h for h in holders[first_holder : first_holder + 1] if h.end <= line.end), None)
    holder = replace(known, party=known.party or parties[0]) if known else None
    return Entry(line, parties, holder or _in_cells(plain, line, parts[not line.label :], parties[0], starting))


def _first_owner(plain: str, line: RollLine, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The state whose office a line tells after the name, else the organisation: `H.E. X, President of Ghana`."""
    named = _named(plain, line.start, line.end, mentions)
    return sorted(named, key=lambda mention: mention.kind not in {"state", "demonym"})[:1]


def _named(plain: str, start: int, end: int, mentions: tuple[Mention, ...]) -> list[Mention]:
    """The states and bodies between two places, but for those in brackets."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    inside = [m for m in mentions[first:last] if m.end <= end and m.kind in _OWNERS]
    outside = [m for m in inside if plain.count("(", start, m.start) <= plain.count(")", start, m.start)]
    return outside or inside


def _in_cells(
    plain: str, line: RollLine, parts: list[tuple[int, int]], party: str, starting: dict[int, Mention]
) -> Holder | None:
    """A name in one cell of a line, and its office in another."""
    for start, end in parts:
        name = name_at(plain, start, starting, 2)
        if name and name.end == end:
            offices = [plain[a:b] for a, b in parts if (a, b) != (start, end) and office().search(plain, a, b)]
            title = office_name(offices[0], party) if offices else ""
            return Holder(line.start, line.end, name.text, title, party, ON_ROLL, name.start)
    return None
