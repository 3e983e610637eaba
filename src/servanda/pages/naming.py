"""Names for what pages show: states and organisations, organs, documents, sessions, in a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from servanda.acts.commitments import Milestone, Plan, RequireReport, Undertake
from servanda.acts.declarations import Instrument, Naming, Organ, Organisation, Topic
from servanda.acts.sessions import Convene
from servanda.book import Book
from servanda.days import Day, Period
from servanda.pages.days_in_words import day_in_words, long_day, long_period
from servanda.words.citations import citation
from servanda.words.collation import collation_key
from servanda.words.parties import is_state, party_name
from servanda.words.phrases import Phrase, Spelled, render, spelled


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
        return sorted((self.party(code) for code in codes), key=lambda name: collation_key(name, self.language))

    def thing(self, name: str) -> str:
        """The title of an organisation, organ, document or session, the words of a commitment; else its name."""
        if name not in self._things:
            self._things[name] = self._look_up(name)
        return self._things[name]

    def _look_up(self, name: str) -> str:
        for kind in (Instrument, Organisation, Organ, Topic):
            act = self.book.declared(kind, name)
            if isinstance(act, Instrument | Organisation | Organ | Topic):
                return self._title(act)
        if self.book.declared(Convene, name):
            return self.session(name)
        for promised in (Undertake, Plan, Milestone, RequireReport):
            made = self.book.declared(promised, name)
            if isinstance(made, Undertake | Plan | Milestone | RequireReport):
                return made.words
        return name

    def session(self, name: str) -> str:
        """The title of a session: its organ and its day."""
        organ, _, day = name.rpartition("/")
        return f"{self.thing(organ)}, {long_day(day[:10], self.language)}"

    def tell(self, words: str) -> str:
        """A sentence in the language of the page, with what stands in it spelled."""
        return render(words, self.language, self._spelled)

    def authority(self, words: str) -> str:
        """An article, a rule or an office in the language of the page."""
        return citation(self.tell(words) if isinstance(words, Phrase) else words, self.language)

    def _spelled(self, value: object) -> Spelled:
        """A value of a sentence in words: a day, a period, a code, a name, or words of the record themselves."""
        match value:
            case Day() | date():
                return day_in_words(str(value), self.language)
            case Period():
                return spelled(long_period(value, self.language))
            case str():
                return spelled(self.thing(value) if value in self.book.objects else self.spell(value))
        return spelled(str(value))

    def spell(self, words: str) -> str:
        """Words of the record with their days in words, and with states and things by their names and titles."""
        dated = _ISO_DAY.sub(lambda found: long_day(found[0], self.language), words)
        titled = _NAME.sub(lambda found: self.thing(found[0]), dated)
        return _CODE.sub(lambda found: self.party(found[0]) if is_state(found[0]) else found[0], titled)

    def _title(self, act: Instrument | Organisation | Organ | Topic) -> str:
        return act.title_ru if self.language == "ru" and act.title_ru else act.title


_ISO_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}(?:-\d{2})?~?(?:\.\.\d{4}(?:-\d{2}){0,2}~?)?(?![\w/-])")
_NAME = re.compile(r"(?<![\w/.-])[a-z][a-z0-9]*(?:[-/][a-z0-9]+)+(?![\w/-])")
# A code stands alone; "the RU alphabet" names a language.
_CODE = re.compile(r"(?<![\w/-])[A-Z]{2}(?![\w/-]| alphabet)")


def plain(word: str) -> str:
    """A word of a closed list as a reader sees it: `took-note` is took note."""
    return word.replace("-", " ")
