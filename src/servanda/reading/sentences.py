"""Splits a text into paragraphs and sentences, each with its place, without changing a character of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

Role = Literal["heading", "body", "item"]

# Same length in, same length out: places in the plain text are places in the text.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\ufeff": " ", "–": "-",
     "—": "-", "−": "-", "‑": "-", "‐": "-"}
)  # fmt: skip
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "jr",
        "sr",
        "gen",
        "col",
        "prof",
        "no",
        "nos",
        "art",
        "e.g",
        "i.e",
        "vs",
        "h.e",
        "hon",
        "rt",
        "amb",
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec"),
    ]
)
_END = re.compile(r"[.!?…][\"”»')\]]*[ \n]+(?=[\"“„«(\[]*[^\W_a-zа-я])|[.!?…][ \n]+(?=[-•*][ ])")
_LAST_WORD = re.compile(r"[\w.]{1,12}$")
_RUSSIAN_INITIALS = re.compile(r"(?:[А-ЯЁ]\. ?)*(?:[А-ЯЁ]|Дж|Дз)")
_AFTER_INITIALS = re.compile(r"(?:The|This|These|They|We|It|In|On|At|He|She|Its|Their|A|An)\b")
_BULLET = re.compile(r"(?:[-•*▪·|]|\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\([a-zа-я0-9]{1,2}\)|[a-zа-я]\))[ ]+")
_DATED = re.compile(r"[^\W\d_][\w .'-]{2,40}, [^.;]{0,20}\b(?:19|20)\d\d\b[^.;]{0,12}\.?")
_ROW = re.compile(r"[^\W\d_]{2,3} [-|] ")
_LABEL = re.compile(r"[A-Z][\w ,&'/-]{2,48}:[ ]+(?=[\"“]?[A-Z])")
_SPEAKER = re.compile(r"(?P<who>[A-Z][A-Z.'-]+(?: [A-Z.'-]+)*)(?: \([^()\n]{2,80}\))?: +(?=\S)")
_HONORIFIC = re.compile(r"(?:H\.? ?[EHM]\.?|Rt\.? Hon\.?|Hon\.?|Honourable|Prof\.) (?=[A-Z])")
_WRAPPED = 60
_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading or list item: its place, its plain text, and the paragraph it belongs to."""

    start: int
    end: int
    plain: str
    paragraph: int
    role: Role

    def asserts(self) -> bool:
        """Tell whether the sentence tells anything: a heading only names it, a question only asks."""
        return self.role != "heading" and not self.plain.endswith("?")


def plain_text(text: str) -> str:
    """The text with one kind of apostrophe, dash and space, and every character in its place."""
    return text.translate(_PLAIN)


def lowered(plain: str) -> str:
    """The text in lower case, every character in its place: a pattern that ignores case takes three times as long."""
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def normalise(text: str) -> str:
    r"""The text with its newlines as \\n."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of a text in order, those that overlap made one: so that a place is looked up, not searched for."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def unwrapped(plain: str, blocks: list[tuple[int, int]]) -> str:
    """The plain text with every paragraph on one line, and every character in its place."""
    parts: list[str] = []
    last = 0
    for start, end in blocks:
        parts += [plain[last:start], plain[start:end].replace("\n", " ")]
        last = end
    return "".join(parts) + plain[last:]


def split(plain: str, blocks: list[tuple[int, int]]) -> list[Sentence]:
    """All sentences of the paragraphs of a plain text, in order."""
    found: list[Sentence] = []
    listed = False
    speakers = _speakers(plain, blocks)
    for number, (start, end) in enumerate(blocks):
        listed = bool(found) and (found[-1].plain.endswith(":") or (found[-1].role == "item" and listed))
        inside = list(_sentences(plain, speakers.get(start, start), end, number))
        goes_on = listed and len(inside) == 1 and _ends_item(plain[end - 1], found[-1])
        for sentence in inside:
            is_line = goes_on or (listed and sentence.role == "heading" and plain[end - 1] != ":")
            found.append(replace(sentence, role="item") if is_line else sentence)
    return found


def _ends_item(last: str, before: Sentence) -> bool:
    """Tell whether a line is one of a list: it ends in a semicolon, or the item before it did."""
    return last in ";," or (before.role == "item" and before.plain.endswith((";", ",", "; and", "; и", ", and", ", и")))


def _speakers(plain: str, blocks: list[tuple[int, int]]) -> dict[int, int]:
    """Where the words of each paragraph of a transcript begin: after a label in capitals that comes again."""
    labels = [(start, label) for start, _ in blocks if (label := _SPEAKER.match(plain, start))]
    times = Counter(label["who"] for _, label in labels)
    return {start: label.end() for start, label in labels if times[label["who"]] > 1}


def paragraphs(plain: str) -> Iterator[tuple[int, int]]:
    """The paragraphs: lines, where a line that was only wrapped is joined with the next."""
    position = 0
    for blank, group in groupby(plain.split("\n"), key=lambda line: not line.strip()):
        lines = list(group)
        if not blank:
            yield from _paragraphs_of(lines, position)
        position += sum(len(line) + 1 for line in lines)


def _paragraphs_of(lines: list[str], position: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of lines that no empty line parts."""
    width = max(map(len, lines))
    wrapped = any(
        not _ended(one) and two.lstrip()[:1].islower() and len(one) >= _WRAPPED for one, two in pairwise(lines)
    )
    begin = position
    for number, line in enumerate(lines):
        if number and not _continues(lines[number - 1], line, width, wrapped=wrapped):
            yield begin, position - 1
            begin = position
        position += len(line) + 1
    yield begin, position - 1


def _continues(previous: str, line: str, width: int, *, wrapped: bool) -> bool:
    """Tell whether a line goes on with the one before: its first word had no room there any more."""
    bare = line.lstrip()
    if _DATED.fullmatch(bare) or _BULLET.match(bare) or _HONORIFIC.match(bare) or _ROW.match(bare):
        return False
    if len(previous) < _WRAPPED or " | " in line + previous:
        return False
    if not _ended(previous) and not bare[0].isupper() and not bare[0].isdigit():
        return True
    no_room = len(previous.rstrip()) + 1 + len(bare.split(maxsplit=1)[0]) > width
    return no_room and (wrapped or not _ended(previous))


def _ended(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":", ";", '."', ".”", '"', "”"))


def _sentences(plain: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    block = plain[start:end]
    cuts = [match.end() for match in _END.finditer(block) if not _is_abbreviation(block, match)]
    single = not cuts
    for begin, stop in _not_too_long(block, [0, *cuts, len(block)]):
        bare_start, bullet = _without_mark(block, begin, stop)
        text = block[bare_start:stop].rstrip()
        if text:
            role: Role = "item" if bullet else "heading" if single and _is_heading(text) else "body"
            place = start + bare_start
            yield Sentence(place, place + len(text), text.replace("\n", " "), paragraph, role)


def _not_too_long(block: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the cuts; one that is no sentence any more is cut at a space."""
    for begin, stop in pairwise(cuts):
        while stop - begin > _LONGEST:
            space = block.rfind(" ", begin + 1, begin + _LONGEST)
            middle = space if space > begin else begin + _LONGEST
            yield begin, middle
            begin = middle  # noqa: PLW2901  # what is left is cut again
        yield begin, stop


def _without_mark(block: str, begin: int, stop: int) -> tuple[int, bool]:
    """Where the sentence begins after its bullet and label, and whether there was a bullet."""
    while begin < stop and block[begin] in " \n":
        begin += 1
    mark = _BULLET.match(block, begin, stop)
    if not mark:
        return begin, False
    label = _LABEL.match(block, mark.end(), stop)
    return (label.end() if label and '"' not in label[0] else mark.end()), True


def _is_abbreviation(block: str, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return False
    word = _LAST_WORD.search(block, max(0, match.start() - 12), match.start())
    if not word:
        return False
    last = word[0].lower()
    if last.isdigit() and len(last) < 3 and not block[: match.start() - len(last)].strip():
        return True
    if last in _ABBREVIATIONS:
        return True
    if _RUSSIAN_INITIALS.fullmatch(word[0]) or _is_town(block, match, last):
        return True
    initials = re.fullmatch(r"(?:[a-z]\.)*[a-z]", last) is not None
    return initials and not ("." in last and _AFTER_INITIALS.match(block, match.end()))


def _is_town(block: str, match: re.Match[str], last: str) -> bool:
    """Tell whether `г.` stands for a town and not, after a number, for a year."""
    return last in {"г", "им"} and not block[: match.start() - len(last)].rstrip().endswith(tuple("0123456789"))


def _is_heading(text: str) -> bool:
    if text.endswith(",") and len(text) > _WRAPPED:
        return False
    return len(text) < 200 and not text.endswith((".", "!", "?", '"', "”", ":", ";", "…"))
