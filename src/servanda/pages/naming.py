"""Names for what pages show: states and organisations, organs, documents, sessions, in a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from babel.dates import format_date

from servanda.acts.declarations import Instrument, Naming, Organ, Organisation
from servanda.acts.sessions import Convene
from servanda.book import Book
from servanda.days import Day, NotADay, Period
from servanda.words.parties import is_state, party_name


@dataclass(frozen=True)
class Names:
    """The names that a record uses: its own where it declares one, else the United Nations' short names."""

    book: Book
    language: str = "en"

    @cached_property
    def _own(self) -> dict[str, str]:
        return {act.by: act.title for act, _event in self.book.acts(Naming) if act.language == self.language}

    @cached_property
    def _things(self) -> dict[str, str]:
        return {}

    def party(self, code: str) -> str:
        """The name of a party."""
        if code in self._own:
            return self._own[code]
        if is_state(code):
            return party_name(code, self.language)
        return self.thing(code)

    def parties(self, codes: tuple[str, ...] | frozenset[str]) -> list[str]:
        """Names in the alphabet of the language."""
        return sorted((self.party(code) for code in codes), key=str.casefold)

    def thing(self, name: str) -> str:
        """The title of an organisation, organ, document or session, or its name when none is declared."""
        if name not in self._things:
            self._things[name] = self._look_up(name)
        return self._things[name]

    def _look_up(self, name: str) -> str:
        for kind in (Instrument, Organisation, Organ):
            act = self.book.declared(kind, name)
            if isinstance(act, Instrument | Organisation | Organ):
                return self._title(act)
        if self.book.declared(Convene, name):
            return self.session(name)
        return name

    def session(self, name: str) -> str:
        """The title of a session: its organ and its day."""
        organ, _, day = name.rpartition("/")
        return f"{self.thing(organ)}, {long_day(day[:10], self.language)}"

    def spell(self, words: str) -> str:
        """A sentence with its days in words, and with states and things by their names and titles."""
        dated = _ISO_DAY.sub(lambda found: long_day(found[0], self.language), words)
        titled = _NAME.sub(lambda found: self.thing(found[0]), dated)
        return _CODE.sub(lambda found: self.party(found[0]) if is_state(found[0]) else found[0], titled)

    def _title(self, act: Instrument | Organisation | Organ) -> str:
        return act.title_ru if self.language == "ru" and act.title_ru else act.title


_ISO_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}(?:-\d{2})?~?(?:\.\.\d{4}(?:-\d{2}){0,2}~?)?(?![\w/-])")
_NAME = re.compile(r"(?<![\w/.-])[a-z][a-z0-9]*(?:[-/][a-z0-9]+)+(?![\w/-])")
# A code stands alone; "the RU alphabet" names a language.
_CODE = re.compile(r"(?<![\w/-])[A-Z]{2}(?![\w/-]| alphabet)")


@lru_cache(maxsize=8192)
def long_day(written: str, language: str = "en") -> str:
    """A day in words: `2020-12-18` is 18 December 2020; a partial day says no more than it knows."""
    try:
        Day.parse(written)
    except NotADay:
        return written
    start, _, end = written.removesuffix("~").partition("..")
    words = f"{_part(start, language)} – {_part(end, language)}" if end else _part(start, language)
    return f"≈ {words}" if written.endswith("~") else words


def _part(written: str, language: str) -> str:
    """A whole day, a month or a year in words."""
    pattern = {4: "y", 7: "LLLL y"}.get(len(written), "d MMMM y")
    return format_date(Day.parse(written).first, pattern, locale=language)


def long_period(period: Period, language: str = "en") -> str:
    """A period in words: a whole year is its number."""
    written = str(period)
    start, dots, end = written.partition("..")
    if not dots:
        return long_day(written, language)
    return f"{long_day(start, language)} – {long_day(end, language)}" if end else f"{long_day(start, language)} –"


def plain(word: str) -> str:
    """A word of a closed list as a reader sees it: `took-note` is took note."""
    return word.replace("-", " ")
