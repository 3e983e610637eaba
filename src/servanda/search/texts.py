"""What there is to be found: every act that says something in words, and every name that the record knows.

An act is found by its own words only, so that nothing told later finds a thing as of an earlier day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from babel.dates import format_date

from servanda.acts import Act
from servanda.acts.base import Shape
from servanda.acts.commitments import Plan, Undertake
from servanda.acts.declarations import Instrument, Organ, Organisation, Source, Topic
from servanda.acts.market import Restrict
from servanda.acts.sessions import Convene, Propose, Say
from servanda.book import Book, Held
from servanda.days import Day
from servanda.words.parties import is_state, party_name
from servanda.words.vocabulary import SearchKind

_KINDS: dict[type[Act], SearchKind] = {
    Organisation: "organisation",
    Organ: "organ",
    Convene: "session",
    Instrument: "document",
    Undertake: "commitment",
    Plan: "commitment",
    Propose: "proposal",
    Say: "statement",
    Topic: "topic",
    Restrict: "barrier",
    Source: "source",
}
# Text that names no thing: how a depositary counts, how a name is spelled in another field, where a page lies.
_UNSAID = frozenset({"zone", "sha256", "address", "language", "languages"})
NAMES_IN = ("en", "ru")


@dataclass(frozen=True, slots=True)
class Told:
    """One text that can be found: of what kind, about which thing, by which act, since which day."""

    kind: SearchKind
    of: str
    act: str
    since: int
    title: str
    text: str
    organisation: str = ""
    parties: tuple[str, ...] = ()


def texts_of(book: Book) -> Iterator[Told]:
    """All that can be found in a book."""
    within = {act.of: act.within for act, _event in book.acts(Instrument)}
    organs = {act.of: act for act, _event in book.acts(Organ)}
    organisations = frozenset(act.of for act, _event in book.acts(Organisation))
    yield from _states(book)
    for held in book.held:
        told = _told(held, within, organs, organisations)
        if told:
            yield told


def _states(book: Book) -> Iterator[Told]:
    """The parties that act in the record, since the first day on which one did."""
    since: dict[str, int] = {}
    for held in book.held:
        for code in held.act.actors:
            since[code] = min(since.get(code, held.act.on.first.toordinal()), held.act.on.first.toordinal())
    for code in sorted(filter(is_state, since)):
        names = " · ".join(dict.fromkeys(party_name(code, language) for language in NAMES_IN))
        yield Told("state", code, "", since[code], names, code, parties=(code,))


def _told(held: Held, within: dict[str, str], organs: dict[str, Organ], organisations: frozenset[str]) -> Told | None:
    act = held.act
    title, text = _title(act, organs), " · ".join(_said(act))
    if not title and not text:
        return None
    kind: SearchKind = _KINDS.get(type(act), "act")
    organisation = within.get(act.object) or act.object.partition("/")[0]
    organisation = organisation if organisation in organisations else ""
    return Told(kind, act.object, held.id, act.on.first.toordinal(), title, text, organisation, act.actors)


def _title(act: Act, organs: dict[str, Organ]) -> str:
    """The titles that a declaration gives to a thing, in each language, and the name that the record gives it."""
    if type(act) not in _KINDS or isinstance(act, Say | Propose | Undertake | Plan | Restrict):
        return ""
    titled: Act | None = organs.get(act.of.rpartition("/")[0]) if isinstance(act, Convene) else act
    given = (getattr(titled, name, "") for name in ("title", "title_ru", "short"))
    days = _days(act.day or act.on) if isinstance(act, Convene) else ()
    return " · ".join(dict.fromkeys(part for part in (*given, *days, act.object) if part))


def _days(day: Day) -> tuple[str, ...]:
    """The day of a session in words of each language; a partial day only as it is written."""
    return tuple(format_date(day.first, "d MMMM y", locale=language) for language in NAMES_IN) if day.is_whole else ()


def _said(act: Act) -> Iterable[str]:
    """What an act says in words, field by field."""
    titles = {"title", "title_ru", "short"} if type(act) in _KINDS else set()
    values = (getattr(act, name) for name in _spoken(type(act)) if name not in titles)
    return dict.fromkeys(value for value in values if value)


@cache
def _spoken(kind: type[Act]) -> tuple[str, ...]:
    """The fields of a kind of act that hold words."""
    hints: dict[str, Any] = get_type_hints(kind, include_extras=True)
    return tuple(name for name, hint in hints.items() if name not in _UNSAID and _is_text(hint))


def _is_text(hint: Any) -> bool:
    return get_origin(hint) is Annotated and Shape.TEXT in get_args(hint)
