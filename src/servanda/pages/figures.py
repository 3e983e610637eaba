"""Figures of commitments on a page: sums, and the shares made of them, with one decimal."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Annotated

from servanda.status.figures import Figures, one_decimal
from servanda.words.phrases import render, say


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures of a set of commitments: sums first, then the shares made of them."""

    commitments: Annotated[int, "How many commitments."]
    known: Annotated[int, "Of how many anything is reported or assessed."]
    not_started: Annotated[int, "Graded not started."]
    limited: Annotated[int, "Graded limited."]
    substantial: Annotated[int, "Graded substantial."]
    complete: Annotated[int, "Graded complete."]
    fallen_due: Annotated[int, "Whose due day has passed."]
    past_due: Annotated[int, "Of these not complete, as far as is known."]
    long_past_due: Annotated[int, "Of these for two years or more."]
    coverage: Annotated[str, "Known of all, as a percentage."]
    share_past_due: Annotated[str, "Past due of those whose due day has passed, as a percentage."]
    average_delay: Annotated[str, "The average delay in days of those that were or are late."]


def figure_row(sums: Figures, language: str) -> FigureRow:
    """The row of figures."""
    return FigureRow(
        sums.commitments,
        sums.known,
        sums.not_started,
        sums.limited,
        sums.substantial,
        sums.complete,
        sums.fallen_due,
        sums.past_due,
        sums.long_past_due,
        percent_of(sums.known, sums.commitments, language),
        percent_of(sums.past_due, sums.fallen_due, language),
        _delay(sums.average_delay, language),
    )


@lru_cache(maxsize=4096)
def percent_of(part: int, whole: int, language: str) -> str:
    """A part of a whole as a percentage with one decimal; nothing where there is no whole."""
    return percent(Fraction(part, whole), language) if whole else ""


def percent(share: Fraction | None, language: str = "en") -> str:
    """A share as a percentage with one decimal; nothing for none."""
    return "" if share is None else f"{_decimal(share, language, 100)} %"


def _delay(days: Fraction | None, language: str) -> str:
    return "" if days is None else _in_days(language).format(_decimal(days, language))


@cache
def _in_days(language: str) -> str:
    """A number of days in words, with a gap for the number: it stands in every cell, so it is said once."""
    return render(say("{decimal} days", decimal="{}"), language)


def _decimal(number: Fraction, language: str, times: int = 1) -> str:
    """One decimal, with the decimal sign of the language."""
    told = one_decimal(number, times)
    return told if language == "en" else told.replace(".", ",")
