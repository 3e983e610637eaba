"""Days and periods in words, in each language, and in the forms in which its sentences take them.

A Russian sentence asks for a day in one of three forms: by itself (май 1995 г.), of it (с мая 1995 г.), on it (в мае
1995 г.). English has one form for all three.
"""

from __future__ import annotations

from functools import lru_cache

from babel.dates import format_date

from servanda.days import Day, NotADay, Period
from servanda.words.phrases import Spelled, spelled

_PATTERNS = {"en": {4: "y", 7: "LLLL y", 10: "d MMMM y"}, "ru": {4: "y 'г'.", 7: "LLLL y 'г'.", 10: "d MMMM y 'г'."}}
_OF = {4: "y 'г'.", 7: "MMMM y 'г'.", 10: "d MMMM y 'г'."}
_MONTHS_ON = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)


@lru_cache(maxsize=8192)
def long_day(written: str, language: str = "en") -> str:
    """A day in words: `2020-12-18` is 18 December 2020; a partial day says no more than it knows."""
    start, end = _ends(written)
    if not start:
        return written
    words = f"{_part(start, language)} – {_part(end, language)}" if end else _part(start, language)
    return f"≈ {words}" if written.endswith("~") else words


def day_in_words(written: str, language: str) -> Spelled:
    """A day in words, in the forms of the language."""
    words, (start, end) = long_day(written, language), _ends(written)
    if language != "ru" or not start:
        return spelled(words)
    about = "примерно " if written.endswith("~") else ""
    if end:
        of = f"{_of(start)} – {_of(end)}"
        return spelled(words, of=of, on=f"{about}в период с {_of(start)} по {_part(end, language)}")
    return spelled(words, of=f"{about}{_of(start)}", on=f"{about}{_on(start)}")


def long_period(period: Period, language: str = "en") -> str:
    """A period in words: a whole year is its number."""
    start, dots, end = str(period).partition("..")
    if not dots:
        return long_day(start, language)
    return f"{long_day(start, language)} – {long_day(end, language)}" if end else f"{long_day(start, language)} –"


def _ends(written: str) -> tuple[str, str]:
    """The two ends of a day as written; the second empty where there is one, both where it is no day."""
    try:
        Day.parse(written)
    except NotADay:
        return "", ""
    start, _, end = written.removesuffix("~").partition("..")
    return start, end


def _part(written: str, language: str) -> str:
    """A whole day, a month or a year by itself."""
    return _formatted(written, _PATTERNS.get(language, _PATTERNS["en"])[len(written)], language)


def _of(written: str) -> str:
    """The Russian genitive."""
    return _formatted(written, _OF[len(written)], "ru")


def _on(written: str) -> str:
    """The Russian of the time at which something happens."""
    if len(written) == 10:
        return _of(written)
    first = Day.parse(written).first
    return f"в {first.year} г." if len(written) == 4 else f"в {_MONTHS_ON[first.month - 1]} {first.year} г."


def _formatted(written: str, pattern: str, language: str) -> str:
    return format_date(Day.parse(written).first, pattern, locale=language)
