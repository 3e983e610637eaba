"""Finds dates, full and partial, and resolves those that lean on the day of the text: today, next year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s\d))"
_MONTH = f"(?P<month>{'|'.join(_MONTHS)}|{_SHORT})"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SPAN = r"(?:\s?(?:-|to|and)\s?\d{1,2}(?:st|nd|rd|th)?)?"
_NOT_IN_NUMBER = r"(?<![\w$€£.-])"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its place and its value as YYYY, YYYY-MM or YYYY-MM-DD."""

    start: int
    end: int
    value: str


Meaning = Callable[[re.Match[str], dt.date | None], str | None]
Form = tuple[re.Pattern[str], Meaning, str]
"""A pattern, what it means, and a word without which no text can fit it, so that it need not be tried."""


def find_dates(plain: str, base: dt.date | None = None) -> list[FoundDate]:
    """All dates of a text by place; `base` is the day of the text, without which relative dates are left out."""
    return scan(_FORMS, plain, base)


def scan(forms: Iterable[Form], plain: str, base: dt.date | None) -> list[FoundDate]:
    """All dates that are written in some form, by place; where two forms overlap the first is meant."""
    found: list[FoundDate] = []
    taken = bytearray(len(plain))
    low = plain.lower()
    for pattern, meaning, needle in forms:
        for match in pattern.finditer(plain) if needle in low else ():
            if any(taken[match.start() : match.end()]):
                continue
            value = meaning(match, base)
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            if value:
                found.append(FoundDate(match.start(), match.end(), value))
    return sorted(found, key=lambda date: date.start)


def full_date(value: str | None) -> dt.date | None:
    """The day of a full date; nothing for a partial one."""
    try:
        return dt.date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def only_date(line: str) -> dt.date | None:
    """The day, when the line holds a full date and little else: a dateline."""
    if len(line) > 90:
        return None
    dates = [date for date in find_dates(line) if len(date.value) == 10]
    rest = len(line) - sum(date.end - date.start for date in dates)
    return full_date(dates[0].value) if dates and rest <= 50 else None


def _number(month: str) -> int:
    """The number of a month by its name or the beginning of it."""
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(month.rstrip(".")[:3]))


def _full(match: re.Match[str], _: dt.date | None) -> str | None:
    month = _number(match["month"])
    return _valid(int(match["year"]), month, int(match["day"]))


def _without_year(match: re.Match[str], base: dt.date | None) -> str | None:
    if base is None:
        return None
    month = _number(match["month"])
    return _valid(base.year, month, int(match["day"]))


def _month(match: re.Match[str], base: dt.date | None) -> str | None:
    month = _number(match["month"])
    year = match.groupdict().get("year") or (str(base.year) if base else None)
    return f"{year}-{month:02}" if year else None


def _next_month(match: re.Match[str], base: dt.date | None) -> str | None:
    """The first month of that name after the day of the text."""
    if base is None:
        return None
    month = _number(match["month"])
    return f"{base.year + (month <= base.month)}-{month:02}"


def _year_only(match: re.Match[str], _: dt.date | None) -> str:
    return match["year"]


def _relative_year(match: re.Match[str], base: dt.date | None) -> str | None:
    steps = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1, "previous": -1}
    return str(base.year + steps.get(match["which"].lower(), 0)) if base else None


def _today(match: re.Match[str], base: dt.date | None) -> str | None:
    if base is None:
        return None
    steps = {"yesterday": -1, "tomorrow": 1}
    return _moved(base, steps.get(match[0].lower(), 0))


def _weekday(match: re.Match[str], base: dt.date | None) -> str | None:
    if base is None:
        return None
    back = (base.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
    return _moved(base, -back)


def _moved(base: dt.date, days: int) -> str | None:
    try:
        return (base + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(match: re.Match[str], _: dt.date | None) -> str | None:
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def _slashed(match: re.Match[str], _: dt.date | None) -> str | None:
    """`05/27/2022` and `27/05/2022`; where both numbers may be the month, neither is guessed."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if one == two or two > _DECEMBER >= one:
        return _valid(year, one, two)
    return _valid(year, two, one) if one > _DECEMBER >= two else None


_DECEMBER = 12


def _forms() -> Iterator[tuple[str, Meaning, str]]:
    """The forms of a date, the most telling first: what one has taken, no later one sees."""
    yield rf"{_NOT_IN_NUMBER}{_DAY}\sor\s\d{{1,2}}\s{_MONTH},?\s{_YEAR}(?!\d)", _month, "or"
    yield rf"{_NOT_IN_NUMBER}{_DAY}{_SPAN}\s(?:of\s)?{_MONTH},?\s{_YEAR}(?!\d)", _full, ""
    yield rf"\b{_MONTH}\s{_DAY}{_SPAN},?\s{_YEAR}(?!\d)", _full, ""
    yield rf"{_NOT_IN_NUMBER}{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _iso, ""
    yield rf"{_NOT_IN_NUMBER}{_DAY}\.(?P<month>[01]\d)\.{_YEAR}(?![\d.])", _iso, ""
    yield rf"{_NOT_IN_NUMBER}(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/{_YEAR}(?![\d/])", _slashed, "/"
    yield rf"{_NOT_IN_NUMBER}{_DAY}{_SPAN}\s(?:of\s)?{_MONTH}(?!\w)", _without_year, ""
    yield rf"\b{_MONTH}\s{_DAY}{_SPAN}(?![\d,]|\s\d)", _without_year, ""
    yield rf"(?<!\d\s)\b{_MONTH},?\s(?:of\s)?{_YEAR}(?!\d)", _month, ""
    yield rf"\bnext\s{_MONTH}(?!\w)", _next_month, "next"
    yield rf"\b(?:in|by|until|from|since|for|next|this|last|late|early|mid)[\s-]{_MONTH}(?!\w)", _month, ""
    yield rf"{_NOT_IN_NUMBER}{_YEAR}(?![\d-]|/\d)", _year_only, ""
    yield (
        (
            r"(?i:\b(?P<which>next|this|last|coming|following|current|past|previous|"
            r"outgoing)\s(?:calendar\s)?year\b)"
        ),
        (_relative_year),
        "year",
    )
    yield r"(?i:\bend\sof\sthe\s(?P<which>)year\b)", _relative_year, "year"
    yield r"(?i:\b(?:today|yesterday|tomorrow)\b)", _today, ""
    yield rf"\bon\s(?P<weekday>{'|'.join(_WEEKDAYS)})\b", _weekday, "day"


_FORMS: tuple[Form, ...] = tuple((re.compile(pattern), meaning, needle) for pattern, meaning, needle in _forms())
