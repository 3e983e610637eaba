"""Match names in a text with what the record knows: states, organs, organisations, documents; each with a reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from servanda.acts.declarations import Instrument, Organ, Organisation
from servanda.book import Book
from servanda.words.parties import find_party

_EMPTY = frozenset(
    ["the", "a", "an", "of", "to", "for", "and", "in", "on", "its", "it", "this", "that", "new", "draft"]
)
_ENOUGH = 0.5
_LATIN = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
     "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
     "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
     "я": "ya"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """The name in the record, and why it is meant."""

    name: str
    why: str


def words_of(text: str) -> frozenset[str]:
    """The words of a title that tell it from others: without articles and prepositions, plurals cut."""
    found = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return frozenset(word.removesuffix("s") for word in found if word not in _EMPTY)


def slug(text: str) -> str:
    """A name in ASCII lower case with hyphens; Cyrillic letters by sound."""
    latin = text.lower().translate(_LATIN)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "unnamed"


@dataclass(frozen=True)
class Known:
    """What a record knows, to match with."""

    book: Book

    @cached_property
    def _organs(self) -> list[Organ]:
        return [act for act, _event in self.book.acts(Organ)]

    @cached_property
    def _organisations(self) -> list[Organisation]:
        return [act for act, _event in self.book.acts(Organisation)]

    @cached_property
    def _instruments(self) -> list[Instrument]:
        return [act for act, _event in self.book.acts(Instrument)]

    def organisation(self, text: str) -> Match | None:
        """The organisation whose short name or title is the text, or stands in it."""
        for act in self._organisations:
            for name in (act.short, act.title):
                if name and re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
                    return Match(act.of, f"'{name}' is the name of {act.of}")
        return None

    def organ(self, text: str) -> Match | None:
        """The organ whose title the text holds, of an organisation that it names if it names one."""
        organisation = self.organisation(text)
        found = [act for act in self._organs if words_of(act.title) <= words_of(text)]
        if organisation:
            found = [act for act in found if act.of.startswith(organisation.name + "/")]
        if not found:
            return None
        best = max(found, key=lambda act: len(words_of(act.title)))
        return Match(best.of, f"'{best.title}' is the title of {best.of}")

    def actor(self, text: str) -> Match | None:
        """The state or the body of a name."""
        code = find_party(text)
        if code:
            return Match(code, f"'{text}' is a name of {code}")
        return self.organ(text) or self.organisation(text)

    def document(self, title: str, kind: str, day: str) -> Match | None:
        """The document of that day with a title of mostly the same words and the same kind."""
        for act in self._instruments:
            same_day = str(act.on) == day
            if same_day and kind in (act.character, "other") and _likeness(title, (act.title,)) >= _ENOUGH:
                return Match(act.of, f"adopted on the same day, with mostly the same words in its title: {act.title}")
        return None


def _likeness(title: str, others: Iterable[str]) -> float:
    """The share of words in common, of the shorter title's."""
    own = words_of(title)
    return max(
        (len(own & words_of(other)) / max(1, min(len(own), len(words_of(other)))) for other in others), default=0
    )
