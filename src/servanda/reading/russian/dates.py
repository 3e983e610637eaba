"""Dates in Russian, full and partial, and those that lean on the day of the text: сегодня, в следующем году."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from servanda.reading.dates import Form, FoundDate, full_date, scan
from servanda.reading.sentences import lowered

_MONTHS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр")
_OF = r"(?P<month>январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:я|а)\b"
_IN = r"(?P<month>январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:я|а|е|ь|й|ю|у|ём|ем|)\b"
_DAY = r"(?<![\d.,:])«?(?P<day>[0-3]?\d)»?(?:-?(?:го|е))?"
_ANY_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_SPAN = rf"(?:\s?(?:-|и|по)\s?\d{{1,2}})?(?:\s{_ANY_MONTH}(?=\s-))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_G = r"(?:\s?(?:годами|годов|годах|годы|года|году|годом|год|г\.|гг\.|г\b)|-(?:го|м|й)\b)"
_FULL_YEAR = re.compile(r"(?:19|20)\d\d|\d\.\d")
_WEEKDAYS = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
_SHIFTS = {"следующ": 1, "будущ": 1, "прошл": -1, "минувш": -1, "предыдущ": -1, "прошедш": -1, "позапрошл": -2}
_SEASON = r"(?:весн(?:ой|у|ы|е)|лет(?:ом|о|а|у)|осен(?:ью|ь|и)|зим(?:ой|у|ы|е))"

Meaning = Callable[[re.Match[str], "dt.date | None"], "str | None"]


def find_dates(plain: str, base: dt.date | None = None) -> list[FoundDate]:
    """All dates of a text by place; without the day of the text, relative dates are left out."""
    return scan(_FORMS, lowered(plain), base)


def only_date(line: str) -> dt.date | None:
    """The day, when the line holds a full date and little else: a dateline."""
    if len(line) > 90 or not _FULL_YEAR.search(line):
        return None
    dates = [date for date in find_dates(line) if len(date.value) == 10]
    rest = len(line) - sum(date.end - date.start for date in dates)
    return full_date(dates[0].value) if dates and rest <= 45 else None


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"].lower()) + 1


def _full(match: re.Match[str], _: dt.date | None) -> str | None:
    return _valid(int(match["year"]), _month_number(match), int(match["day"]))


def _day(match: re.Match[str], base: dt.date | None) -> str | None:
    return _valid(base.year, _month_number(match), int(match["day"])) if base else None


def _numbers(match: re.Match[str], _: dt.date | None) -> str | None:
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def _month_of_year(match: re.Match[str], _: dt.date | None) -> str:
    return f"{match['year']}-{_month_number(match):02}"


def _month(match: re.Match[str], base: dt.date | None) -> str | None:
    return f"{base.year}-{_month_number(match):02}" if base else None


def _month_next(match: re.Match[str], base: dt.date | None) -> str | None:
    year = _shifted(match, base)
    return f"{year}-{_month_number(match):02}" if year else None


def _year_only(match: re.Match[str], _: dt.date | None) -> str:
    return match["year"]


def _shifted(match: re.Match[str], base: dt.date | None) -> str | None:
    which = match.groupdict().get("which") or ""
    step = next((step for stem, step in _SHIFTS.items() if which.lower().startswith(stem)), 0)
    return str(base.year + step) if base else None


def _near(match: re.Match[str], base: dt.date | None) -> str | None:
    steps = {"вчера": -1, "накануне": -1, "завтра": 1}
    return _moved(base, steps.get(match[0].lower(), 0)) if base else None


def _weekday(match: re.Match[str], base: dt.date | None) -> str | None:
    return _moved(base, -((base.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7)) if base else None


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


_RELATIVE_YEAR = (
    r"(?P<which>следующ\w+|будущ\w+|прошл\w+|минувш\w+|предыдущ\w+|прошедш\w+|позапрошл\w+|этот|этого|этом|эт\w+|"
    r"текущ\w+|нынешн\w+|наступающ\w+)\s(?:календарн\w+\s)?год(?:а|у|ом)?\b"
)

# The most telling form first: what one has taken, no later one sees.
_FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern), meaning, needle)
    for pattern, meaning, needle in (
        (rf"{_DAY}\s{_OF}\s?-\s?\d{{1,2}}\s{_ANY_MONTH}\s{_YEAR}(?!\d){_G}?", _full, ""),
        (rf"{_DAY}{_SPAN}\s{_OF},?\s{_YEAR}(?!\d){_G}?", _full, ""),
        (r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]\d)\.(?P<year>(?:19|20)\d\d)(?!\d)", _numbers, ""),
        (r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)", _numbers, ""),
        (rf"{_DAY}{_SPAN}\s{_OF}", _day, ""),
        (rf"\b{_IN}\s{_YEAR}(?!\d){_G}?", _month_of_year, ""),
        (rf"\b{_IN}\s{_RELATIVE_YEAR}", _month_next, "год"),
        (rf"(?<=\b[вВ]\s){_IN}", _month, ""),
        (rf"(?<=\b(?:до|по|за|на)\s){_IN}", _month, ""),
        (rf"(?<=\b[кК]\s){_IN}", _month, ""),
        (rf"(?<![\d.,-])(?P<year>(?:19|20)\d\d)(?:\s?[-и]\s?(?:19|20)\d\d)?{_G}", _year_only, ""),
        (rf"\b(?:{_SEASON}\s)?{_RELATIVE_YEAR}", _shifted, "год"),
        (r"\bчерез\sгод\b", lambda _, base: str(base.year + 1) if base else None, "через"),
        (r"\b(?:на|к|до)\s(?:весн[уеы]|лет[оуа]|осен[ьи]|зим[уеы])\b", _shifted, ""),
        (r"\b(?:до|к|в|по)\s(?:самого\s)?конц[ауе]\s(?:года|календарного\sгода)\b", _shifted, "год"),
        (r"\b(?:в\sтечение|на\sпротяжении)\sгода\b(?!\s)", _shifted, "год"),
        (r"\b(?:сегодня|вчера|завтра|накануне)\b", _near, ""),
        (rf"\b(?:в|во)\s(?P<weekday>{'|'.join(_WEEKDAYS)})\b", _weekday, "в"),
    )
)
