"""Terms as plans write them: a day, a month, a quarter, a half-year, a year, a span of years, or no day at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from servanda.days import Day, NotADay

NO_DAY: Final = "no day"
"""What a term says that sets no day: constantly, each year, as needed."""

_OPEN = re.compile(
    r"(?:constantly|permanently|continuously|ongoing|regularly|annually|every year|each year|as needed|"
    r"постоянно|регулярно|ежегодно|ежеквартально|ежемесячно|по отдельному (?:плану|графику)|"
    r"на постоянной основе|по мере необходимости|в течение .*периода.*)",
    re.IGNORECASE,
)
_ALIKE = {ord("І"): "I", ord("і"): "i"}
"""A Cyrillic letter that is typed for the Roman figure."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2,
          "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january январь января", "february февраль февраля", "march март марта", "april апрель апреля",
         "may май мая", "june июнь июня", "july июль июля", "august август августа",
         "september сентябрь сентября", "october октябрь октября", "november ноябрь ноября",
         "december декабрь декабря"), start=1)
    for name in names.split()
}  # fmt: skip
_YEAR = r"(\d{4})(?:\s*(?:г\.?|гг\.?|год(?:а|ы|у|ах|ов)?|year))?"
_NTH = r"(i{1,3}|iv|[1-4]|1st|2nd|3rd|4th|first|second|third|fourth)(?:-?[йяе]{1,2})?"


def _month_span(year: str, first: int, last: int) -> Day:
    start, end = (Day.parse(f"{year}-{month:02}") for month in (first, last))
    return Day(start.first, end.last)


def _quarter(found: re.Match[str]) -> Day:
    number = _ROMAN[found[1].lower()]
    return _month_span(found[2], 3 * number - 2, 3 * number)


def _quarters(found: re.Match[str]) -> Day | None:
    first, last = _ROMAN[found[1].lower()], _ROMAN[found[2].lower()]
    return _month_span(found[3], 3 * first - 2, 3 * last) if first <= last else None


def _half(found: re.Match[str]) -> Day | None:
    number = _ROMAN[found[1].lower()]
    return _month_span(found[2], 6 * number - 5, 6 * number) if number <= 2 else None


def _years(found: re.Match[str]) -> Day | None:
    first, last = Day.parse(found[1]), Day.parse(found[2])
    return Day(first.first, last.last) if first <= last else None


def _whole(found: re.Match[str]) -> Day:
    return Day.of(date(int(found[3]), int(found[2]), int(found[1])))


def _end(found: re.Match[str]) -> Day:
    return Day.of(date(int(found[1]), 12, 31))


def _named(found: re.Match[str]) -> Day | None:
    month = _MONTHS.get(found[2].lower())
    if month is None:
        return None
    return Day.of(date(int(found[3]), month, int(found[1]))) if found[1] else Day.parse(f"{found[3]}-{month:02}")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Day | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?", _whole),
        (rf"(?:q\s*([1-4]))\s*(?:of\s+)?{_YEAR}", _quarter),
        (rf"{_NTH}\s*(?:quarter|кв\.?|квартал[еа]?)\s*(?:of\s+)?{_YEAR}", _quarter),
        (rf"{_NTH}\s*[-–—]\s*{_NTH}\s*(?:quarters?|кв\.?|квартал[ыа]?)\s*(?:of\s+)?{_YEAR}", _quarters),
        (rf"{_NTH}\s*(?:half|полугоди[ея]|half-year)\s*(?:of\s+)?{_YEAR}", _half),
        (rf"(\d{{4}})\s*[-–—]\s*{_YEAR}", _years),
        (rf"(?:by|until|before|до|к)?\s*(?:(\d{{1,2}})\s+)?([a-zа-я]+)\s+{_YEAR}", _named),
        (rf"(?:by the end of|until the end of|end of|до конца|конец)\s+{_YEAR}", _end),
        (rf"(?:in|within|в|в течение)?\s*{_YEAR}", lambda found: Day.parse(found[1])),
    )
)


@lru_cache(maxsize=4096)
def read_term(written: str) -> Day | str | None:
    """The day of a term, NO_DAY where it sets none, or None where it cannot be read."""
    text = written.translate(_ALIKE).strip().rstrip(".,;")
    if _OPEN.fullmatch(text):
        return NO_DAY
    try:
        return Day.parse(text)
    except NotADay:
        pass
    made = (_made(make, pattern.fullmatch(text)) for pattern, make in _FORMS)
    return next((day for day in made if day), None)


def _made(make: Callable[[re.Match[str]], Day | None], found: re.Match[str] | None) -> Day | None:
    try:
        return make(found) if found else None
    except (NotADay, ValueError):
        return None
