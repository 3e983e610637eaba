"""What any address may ask: `as-of=YYYY-MM-DD`, `known-by=NUMBER|MOMENT`, `language=CODE`; and what its screen may."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from servanda.journal import read_known_by
from servanda.pages.addresses import Ask
from servanda.web.asks import read_asks
from servanda.web.library import KnownBy
from servanda.web.refusal import Refusal
from servanda.words.languages import FALLBACK, OWN_NAMES, is_asked_for, preferred, spoken
from servanda.words.phrases import say

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = "%Y-%m-%dT%H:%M:%S"


@dataclass(frozen=True, slots=True)
class Query:
    """The day that is asked about, and what was known when; without a day the visitor is sent to today's."""

    as_of: date | None
    known_by: KnownBy
    wanted: str = FALLBACK
    own: tuple[tuple[str, str | int], ...] = ()
    """What is asked of this screen only, which links to other pages leave behind."""

    @property
    def language(self) -> str:
        """The language of the page: the wanted one where the interface speaks it, else English."""
        return spoken(self.wanted)

    @property
    def known(self) -> str:
        """The moment of knowledge as a page tells it."""
        return "today" if self.known_by is None else str(self.known_by)

    def written(self, as_of: date) -> str:
        """The query of an address that asks the same of a day."""
        known = {} if self.known_by is None else {"known-by": self.known_by}
        language = {} if self.wanted == FALLBACK else {"language": self.wanted}
        return "?" + urlencode({"as-of": as_of.isoformat(), **known, **language}, safe=":")

    def here(self, as_of: date) -> str:
        """The query of this same page: what its screen is asked stands behind what every page is."""
        return self.written(as_of) + ("&" + urlencode(self.own) if self.own else "")

    def asking(self, **own: str | int) -> Query:
        """The same page asked otherwise: each name with its new value, or no longer asked where that is empty."""
        asked = dict(self.own) | own
        return replace(self, own=tuple((name, value) for name, value in asked.items() if value))

    def known_now(self) -> Query:
        """The same question, as known today."""
        return replace(self, known_by=None)

    def in_language(self, code: str) -> Query:
        """The same question in another language."""
        return replace(self, wanted=code)


def today() -> date:
    """The day on which the portal is asked, in UTC."""
    return timezone.now().date()


def read_query(request: HttpRequest, asks: Iterable[Ask] = ()) -> Query:
    """Read the query of a request, and what it asks of its screen; raises Refusal."""
    language = _language(request, _one(request, "language"))
    day, known_by = _as_of(_one(request, "as-of")), _known_by(_one(request, "known-by"))
    return Query(day, known_by, language, read_asks(asks, lambda name: _one(request, name)))


def language_of(request: HttpRequest) -> str:
    """The language to answer in where the query cannot be read: the one asked for, else what the browser likes."""
    asked = request.GET.get("language", "")
    return asked if is_asked_for(asked) else preferred(request.headers.get("Accept-Language", ""))


def _language(request: HttpRequest, text: str | None) -> str:
    """The language asked for; an address with a day and no language is English, one without a day the browser's."""
    if text is None:
        return FALLBACK if "as-of" in request.GET else preferred(request.headers.get("Accept-Language", ""))
    if not is_asked_for(text):
        detail = say("The portal knows no language “{text}”.", text=text)
        names = ", ".join(f"{code} ({name})" for code, name in OWN_NAMES.items())
        raise Refusal(404, say("Not in this language"), detail, say("It knows: {names}.", names=names))
    return text


def _one(request: HttpRequest, name: str) -> str | None:
    values = request.GET.getlist(name)
    if len(values) > 1:
        detail = say("The address gives “{name}” twice.", name=name)
        raise Refusal(400, say("One answer at a time"), detail, say("Keep one of them."))
    return values[0] if values else None


def _as_of(text: str | None) -> date | None:
    if text is None:
        return None
    hint = say("Write the day as year, month and day: as-of=2020-12-18.")
    if not _DAY.fullmatch(text):
        raise Refusal(400, say("That is not a day"), say("“{text}” is not a whole day.", text=text), hint)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        detail = say("There is no day {text} in the calendar.", text=text)
        raise Refusal(400, say("That is not a day"), detail, hint) from error


def _known_by(text: str | None) -> KnownBy:
    if not text:
        return None
    known_by, problem = read_known_by(text)
    if problem:
        raise Refusal(400, say("That is no moment of the journal"), problem.message, problem.hint)
    if isinstance(known_by, str) and _lies_ahead(known_by):
        detail = say("The moment {text} has not come: nobody can tell what will be known by then.", text=text)
        raise Refusal(404, say("Not known yet"), detail, say("Leave known-by out to see what is known now."))
    return known_by


def _lies_ahead(moment: str) -> bool:
    limit = moment.removesuffix("Z")
    return limit > timezone.now().strftime(_MOMENT)[: len(limit)]
