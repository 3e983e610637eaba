"""Asks whether the parties and documents of an act stand in the passages it quotes: what keeps an edit honest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from servanda.acts import Act
from servanda.acts.declarations import Instrument, Organ, Organisation, Source
from servanda.acts.documents import Transmit
from servanda.acts.sessions import Decide, Say
from servanda.book import Book
from servanda.problems import Problem
from servanda.reading.naming import parties_named
from servanda.reading.proposing.matching import words_of
from servanda.text import Located
from servanda.words.parties import is_state

_PARTIES = ("by", "to", "chair", "country", "co_chairs")
_HALF = 0.5
_SAID = frozenset(["known", "inferred"])


@dataclass(frozen=True)
class Naming:
    """How parties and documents are named: by the record, and by declarations that are not entered yet."""

    book: Book
    titles: dict[str, str] = field(default_factory=dict)

    def learn(self, act: Act) -> None:
        """Remember the title that an act declares."""
        if isinstance(act, Organ | Organisation | Instrument):
            self.titles[act.of] = act.title

    def title(self, name: str) -> str:
        """The title of an organ, an organisation or a document, or nothing where none is known."""
        if name in self.titles:
            return self.titles[name]
        declared = self.book.declared
        found = declared(Organ, name) or declared(Organisation, name) or declared(Instrument, name)
        return found.title if found else ""

    def names_party(self, code: str, words: str) -> bool:
        """Tell whether words name a party: a state by name, adjective or capital, a body by its title."""
        if is_state(code):
            return any(code == named.code for named in parties_named(words))
        title, organisation = self.title(code), self.book.declared(Organisation, code)
        said = words_of(words)
        short = words_of(organisation.short) if organisation and organisation.short else frozenset[str]()
        return bool(title and words_of(title) <= said) or bool(short and short <= said)

    def names_document(self, name: str, words: str) -> bool:
        """Tell whether words name a document: at least half of the words of its title."""
        title = words_of(self.title(name))
        return not title or len(title & words_of(words)) >= _HALF * len(title)


def parties_of(act: Act) -> tuple[str, ...]:
    """All parties that an act names, whatever their part in it."""
    found: list[str] = []
    for name in _PARTIES:
        value = getattr(act, name, ())
        found += [value] if isinstance(value, str) else value
    return tuple(dict.fromkeys(code for code in found if code))


def missing(act: Act, words: str, naming: Naming) -> tuple[str, ...]:
    """The parties and the document of an act that do not stand in the words it rests on."""
    parties = [code for code in parties_of(act) if not naming.names_party(code, words)]
    document = act.object if isinstance(act, Decide | Transmit | Instrument) else ""
    return tuple(parties + ([document] if document and not naming.names_document(document, words) else []))


def check_standing(acts: Sequence[Located], book: Book) -> Iterator[Problem]:
    """The problems of acts that name somebody or something their passages do not, and do not say so themselves."""
    naming = Naming(book)
    for one in acts:
        naming.learn(one.act)
    for one in acts:
        if isinstance(one.act, Source) or one.act.confidence in _SAID:
            continue
        passages = _passages(one.act)
        wanting = missing(one.act, " ".join(passages), naming) if passages else ()
        if wanting:
            hint = "quote the passage that names it, or write under the act: confidence known"
            message = f"{_listed(wanting)} does not stand in the passage quoted"
            yield Problem("B404", message, one.place, hint)
        if isinstance(one.act, Say) and passages and not any(one.act.words in passage for passage in passages):
            hint = "quote the words as they stand in the text"
            yield Problem("B404", "the words said do not stand in the passage quoted", one.place, hint)


def _passages(act: Act) -> list[str]:
    return [cite.passage for cite in act.source if cite.passage]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)
