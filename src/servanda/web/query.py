"""What every address may ask: `as-of=YYYY-MM-DD` and `known-by=NUMBER|MOMENT`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from servanda.journal import read_known_by
from servanda.web.library import KnownBy
from servanda.web.refusal import Refusal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = "%Y-%m-%dT%H:%M:%S"


@dataclass(frozen=True, slots=True)
class Query:
    """The day that is asked about, and what was known when; without a day the visitor is sent to today's."""

    as_of: date | None
    known_by: KnownBy

    @property
    def known(self) -> str:
        """The moment of knowledge as a page tells it."""
        return "today" if self.known_by is None else str(self.known_by)

    def written(self, as_of: date) -> str:
        """The query of an address that asks the same of a day."""
        known = {} if self.known_by is None else {"known-by": self.known_by}
        return "?" + urlencode({"as-of": as_of.isoformat(), **known}, safe=":")


def today() -> date:
    """The day on which the portal is asked, in UTC."""
    return timezone.now().date()


def read_query(request: HttpRequest) -> Query:
    """Read the query of a request; raises Refusal."""
    return Query(_as_of(_one(request, "as-of")), _known_by(_one(request, "known-by")))


def _one(request: HttpRequest, name: str) -> str | None:
    values = request.GET.getlist(name)
    if len(values) > 1:
        raise Refusal(400, "One answer at a time", f"The address gives “{name}” twice.", "Keep one of them.")
    return values[0] if values else None


def _as_of(text: str | None) -> date | None:
    if text is None:
        return None
    hint = "Write the day as year, month and day: as-of=2020-12-18."
    if not _DAY.fullmatch(text):
        raise Refusal(400, "That is not a day", f"“{text}” is not a whole day.", hint)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(400, "That is not a day", f"There is no day {text} in the calendar.", hint) from error


def _known_by(text: str | None) -> KnownBy:
    if text is None:
        return None
    known_by, problem = read_known_by(text)
    if problem:
        raise Refusal(400, "That is no moment of the journal", problem.message, problem.hint)
    if isinstance(known_by, str) and _lies_ahead(known_by):
        detail = f"The moment {text} has not come: nobody can tell what will be known by then."
        raise Refusal(404, "Not known yet", detail, "Leave known-by out to see what is known now.")
    return known_by


def _lies_ahead(moment: str) -> bool:
    limit = moment.removesuffix("Z")
    return limit > timezone.now().strftime(_MOMENT)[: len(limit)]
