"""The days that a text names: as the record writes them, or in English or Russian words, down to a bare year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    *("jan(?:uary)?|январ[ьяе]", "feb(?:ruary)?|феврал[ьяе]", "mar(?:ch)?|март[ае]?", "apr(?:il)?|апрел[ьяе]"),
    *("may|ма[йяе]", "june?|июн[ьяе]", "july?|июл[ьяе]", "aug(?:ust)?|август[ае]?", "sept?(?:ember)?|сентябр[ьяе]"),
    *("oct(?:ober)?|октябр[ьяе]", "nov(?:ember)?|ноябр[ьяе]", "dec(?:ember)?|декабр[ьяе]"),
)
_YEAR = r"(?P<year>1[6-9]\d{2}|20\d{2})(?!\d)"
_DATE = re.compile(
    rf"(?<![\d.,]){_YEAR}-(?P<m>\d{{2}})(?:-(?P<d>\d{{2}}))?(?!\d)"
    rf"|(?:(?<!\d)(?P<day>\d{{1,2}})\s+)?\b(?P<month>{'|'.join(_MONTHS)})\.?\s+{_YEAR.replace('year', 'year2')}"
    rf"|(?<![\d.,]){_YEAR.replace('year', 'year3')}",
    re.IGNORECASE,
)


def named_days(text: str) -> Iterator[date]:
    """The last day that each day, month or year named in a text may mean."""
    for found in _DATE.finditer(text):
        year = int(found["year"] or found["year2"] or found["year3"])
        month = int(found["m"] or 0) or _month(found["month"] or "")
        day = int((found["d"] if found["m"] else found["day"]) or 0)
        yield _last(year, month, day if month else 0)


def _month(word: str) -> int:
    """The number of a month by its name; 0 for none."""
    fits = (bool(re.fullmatch(names, word, re.IGNORECASE)) for names in _MONTHS)
    return next((number for number, fit in enumerate(fits, start=1) if fit), 0)


def _last(year: int, month: int, day: int) -> date:
    """The last day of a year, a month or a day; what the calendar does not have is read as the longer time."""
    if not 1 <= month <= 12:
        return date(year, 12, 31)
    length = monthrange(year, month)[1]
    return date(year, month, day if 1 <= day <= length else length)
