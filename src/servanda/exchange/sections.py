"""The titles of a plan's sections: rows that name no measure and stand above the rows that do.

A title fills one cell, in the first column or in that of the provision, as a cell joined across the table does in CSV
(in another column if it says that it is a section); or it has the number of a section ("1.", "II") and words, and
nobody and no day. Titles of one kind (a word such as "Section", a Roman number, a number, a letter, words alone) take
each other's place; one of another kind stands below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_KINDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:section|part|chapter|title|раздел|часть|глава)\s+(?:\d+|[ivxlc]+)\b",
        r"[ivxlc]+(?:[.)]|\s|$)",
        r"\d+(?:\.\d+)*(?:[.)]|\s|$)",
        r"[a-zа-я](?:[.)])",
    )
)
_ROMAN = re.compile(r"[ivxlc]+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{3,}|[^\W\d_]+\s+[^\W\d_]+")


def is_title(words: str) -> bool:
    """Tell whether words can be a title: not a number alone, Roman or not."""
    return bool(_WORDS.search(words)) and not _ROMAN.fullmatch(words.strip(" .)"))


def names_a_section(words: str) -> bool:
    """Tell whether words begin as the title of a section does: Section III, Part 2, IV. Health."""
    return _kind(words) < 2


def is_section_number(number: str) -> bool:
    """Tell whether a number is Roman: measures are not numbered so."""
    return bool(_ROMAN.fullmatch(number.strip(" .)")))


@dataclass(slots=True)
class Title:
    """A title as it stands in a row, and whether a measure stands under it."""

    words: str
    row: int
    used: bool = False


@dataclass(slots=True)
class Sections:
    """The titles that hold at a row, the widest first, and all that were met."""

    met: list[Title] = field(default_factory=list)
    _open: list[tuple[int, Title]] = field(default_factory=list)

    def begin(self, words: str, row: int) -> None:
        """A title begins: those of its kind, and those below them, end."""
        title, kind = Title(words, row), _kind(words)
        kinds = [one for one, _title in self._open]
        if kind in kinds:
            del self._open[kinds.index(kind) :]
        self._open.append((kind, title))
        self.met.append(title)

    def above(self, provision: str) -> str:
        """What a measure stands under: the titles, and the provision that its own row names."""
        for _kind_of_it, title in self._open:
            title.used = True
        words = [title.words for _kind_of_it, title in self._open]
        return ": ".join([*words, provision] if provision else words)


def _kind(words: str) -> int:
    return next((index for index, kind in enumerate(_KINDS) if kind.match(words)), len(_KINDS))
