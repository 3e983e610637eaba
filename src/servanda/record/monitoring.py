"""Checks of commitments and their monitoring: who may assess, on what guideline, and what is followed up."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Protocol

from servanda.acts.commitments import (
    Carry,
    Classify,
    Extend,
    Merge,
    Milestone,
    Plan,
    Release,
    RequireReport,
    Supersede,
    Undertake,
)
from servanda.acts.monitoring import Assess, Challenge, Comment, Guideline, Report
from servanda.book import Book, Held
from servanda.problems import Problem
from servanda.status.commitment import term_of

_MADE = (Undertake, Plan, Milestone, RequireReport)
_FOLLOWED = (Report, Assess, Comment, Challenge, Extend, Release, Carry, Classify, Merge, Supersede)


class Checked(Protocol):
    """What a check looks at: the whole book, and the acts that are new in it."""

    @property
    def book(self) -> Book:
        """The book with the new acts in it."""

    @property
    def new(self) -> tuple[Held, ...]:
        """The new acts."""


def nobody_assesses_itself(checked: Checked) -> Iterator[Problem]:
    """An assessor does not assess its own state."""
    for one in checked.new:
        if isinstance(one.act, Assess) and one.act.by == one.act.party:
            message = f"{one.act.by} assesses its own commitment {one.act.of}"
            yield Problem("B601", message, one.place, "its own view is a report: DAY report COMMITMENT PARTY GRADE")


def guidelines_come_first(checked: Checked) -> Iterator[Problem]:
    """The guideline of an assessment is declared, and was fixed before it."""
    known = {act.of: act for act, _event in reversed(checked.book.acts(Guideline))}
    for one in checked.new:
        if isinstance(one.act, Assess) and one.act.guideline:
            guideline = known.get(one.act.guideline)
            if guideline is None:
                hint = _near(one.act.guideline, known) or 'declare it: 2021-01-10 guideline NAME "Title" by WHO'
                yield Problem("B602", f"no guideline '{one.act.guideline}' is declared", one.place, hint)
            elif guideline.on.first > one.act.on.last:
                message = f"the guideline {guideline.of} was fixed on {guideline.on}, after this assessment"
                yield Problem("B603", message, one.place, "assess anew on a guideline that was fixed before")


def terms_can_be_read(checked: Checked) -> Iterator[Problem]:
    """A term is a number of days, months or years."""
    for one in checked.new:
        if isinstance(one.act, Undertake) and one.act.within and term_of(one.act.within) is None:
            yield Problem("B604", f"'{one.act.within}' is no term", one.place, 'write within "30 days" or "6 months"')


def what_is_followed_up_was_made(checked: Checked) -> Iterator[Problem]:
    """What is reported, assessed or put off is a commitment, a milestone or a duty to report of the record."""
    made = _made(checked.book)
    for one in checked.new:
        if type(one.act) in _FOLLOWED and one.act.object not in made:
            hint = _near(one.act.object, made) or 'record it: 2020-12-18 undertake NAME BY "the words"'
            yield Problem("B605", f"no commitment '{one.act.object}' is declared", one.place, hint)


def somebody_owes(checked: Checked) -> Iterator[Problem]:
    """A commitment names its parties, or the instrument under which each state that it binds owes it."""
    for one in checked.new:
        if isinstance(one.act, Undertake | RequireReport) and not one.act.by and not one.act.under:
            hint = "name the states on the head line, or add: under INSTRUMENT"
            yield Problem("B606", f"nobody owes {one.act.of}", one.place, hint)


def _made(book: Book) -> frozenset[str]:
    return frozenset(event.act.object for kind in _MADE for event in book.events(kind))


def _near(name: str, known: object) -> str:
    near = difflib.get_close_matches(name, list(known), 1)  # type: ignore[call-overload]
    return f"did you mean {near[0]}?" if near else ""
