"""The addresses of the pages: which record lies at which, and how it is made; every face asks here.

`/sessions/ID/absent/CODE` has its variable parts in capitals. A name may have slashes, so the longest address that fits
is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from servanda.pages.absence import AbsencePage, absence_page
from servanda.pages.actions import ActionsPage, actions_page
from servanda.pages.acts import ActPage, act_page
from servanda.pages.barriers import BarriersPage, barriers_page
from servanda.pages.calendar import CalendarPage, calendar_page
from servanda.pages.commitment import CommitmentPage, commitment_page
from servanda.pages.commitments import CommitmentsPage, commitments_page
from servanda.pages.documents import DocumentPage, DocumentsPage, document_page, documents_page
from servanda.pages.funnel import FunnelPage, funnel_page
from servanda.pages.handover import HandoverPage, PresidencyReportPage, handover_page, report_page
from servanda.pages.journal import JournalPage
from servanda.pages.levels import LevelsPage, levels_page
from servanda.pages.matrix import MatricesPage, MatrixPage, matrices_page, matrix_page
from servanda.pages.narrowing import FIGURES, NONE, STANDINGS
from servanda.pages.organs import OrganPage, OrgansPage, organ_page, organs_page
from servanda.pages.parts import Page, View
from servanda.pages.presidency import PresidenciesPage, PresidencyPage, presidencies_page, presidency_page
from servanda.pages.scoreboard import ScoreboardPage, scoreboard_page
from servanda.pages.search import SearchPage
from servanda.pages.sections import FROM
from servanda.pages.sessions import SessionPage, SessionsPage, session_page, sessions_page
from servanda.pages.states import StatePage, StatesPage, state_page, states_page
from servanda.pages.today import TodayPage, today_page
from servanda.words.languages import OWN_NAMES

_PART = re.compile(r"(?<=/)[A-Z]+")
_FITS = {"ID": "(.+)", "CODE": "([A-Z0-9-]+)", "ORGANISATION": "(.+)", "YEAR": "([0-9]{4})"}

_NUMBER = "0|[1-9][0-9]{0,8}"
_MONTH_AND_DAY = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]Z?)?"
_MOMENT = f"[12][0-9]{{3}}-({_MONTH_AND_DAY})(T{_CLOCK})?"


@dataclass(frozen=True)
class Ask:
    """One thing that an address may ask behind its `?`: the name, the JSON Schema of its value, what it means."""

    name: str
    schema: dict[str, Any]
    meaning: str


EVERYWHERE: tuple[Ask, ...] = (
    Ask("as-of", {"type": "string", "format": "date"}, "The day that is asked about."),
    Ask(
        "known-by",
        {"type": "string", "pattern": f"^({_NUMBER}|{_MOMENT})?$"},
        "What the journal held by this entry or moment; what it holds now when left out.",
    ),
    Ask("language", {"enum": list(OWN_NAMES)}, "The language of names and sentences; English when left out."),
)
"""What every address may ask."""

FURTHEST = 10_000
"""So many texts that were found may be left out; who wants the rest narrows the question."""

MOST = 10_000_000
"""No list of a record is longer: a larger number is no row of any."""

_SECTION = Ask(FROM, {"type": "integer", "minimum": 1, "maximum": MOST}, "The rows from this one on; 1 when left out.")

_SEARCH = (
    Ask("q", {"type": "string"}, 'Words that must all be there, "exact phrases", and -words that must not.'),
    Ask("kind", {"type": "string"}, "Only texts of this kind: session, document, commitment and so on."),
    Ask("organisation", {"type": "string"}, "Only texts of this organisation, by its name in the record."),
    Ask("after", {"type": "integer", "minimum": 0, "maximum": FURTHEST}, "From the text behind so many on."),
)

_SELECTION = Ask("selection", {"type": "string"}, "Only commitments that this selection chose, by its name.")
_ORGANISATION = Ask("organisation", {"type": "string"}, "Only commitments made in this organisation, by its name.")
_RANK = Ask("rank", {"type": "string"}, "Only commitments of this class.")
_PARTY = Ask("party", {"type": "string"}, "Only commitments of this party.")
_TOPIC = Ask("topic", {"type": "string"}, "Only commitments on this topic, by its name in the record.")

_SCOREBOARD = (
    _SELECTION,
    _ORGANISATION,
    _RANK,
    _PARTY,
    _TOPIC,
    Ask("order", {"enum": ["", "figure"]}, "States by what is past due; by the alphabet when left out."),
)

_COMMITMENTS = (
    _SELECTION,
    _ORGANISATION,
    _RANK,
    replace(_PARTY, meaning=f"Only commitments of this party; {NONE} for those of nobody named."),
    replace(_TOPIC, meaning=f"Only commitments on this topic, or on all of several a,b; {NONE} for those on none."),
    Ask("standing", {"enum": ["", *STANDINGS]}, "Only commitments reported, assessed or contested so far."),
    Ask("figure", {"enum": ["", *FIGURES]}, "Only commitments that this figure of the scoreboard counts."),
    _SECTION,
)

_MAP = (Ask("map", {"enum": ["", "yes"]}, "Beside the chart also a map of it, which no page shows unasked."),)


@dataclass(frozen=True)
class Address:
    """One address: its path, the record that lies there, and how it is made of a view and the parts of the path.

    `make` is None for a page that asks for more than a view: the journal itself, the index of the search. `asks` is
    what it may be asked beside what every address may: the portal reads it, and the description for machines tells it.
    """

    path: str
    page: type[Page]
    make: Callable[..., Page | None] | None = None
    asks: tuple[Ask, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a written path must be to fit."""
        return re.compile(_PART.sub(lambda part: _FITS[part[0]], self.path))


ADDRESSES: tuple[Address, ...] = (
    Address("/", TodayPage, today_page),
    Address("/sessions", SessionsPage, sessions_page, (_SECTION,)),
    Address("/sessions/ID/actions", ActionsPage, actions_page),
    Address("/sessions/ID/absent/CODE", AbsencePage, absence_page),
    Address("/sessions/ID", SessionPage, session_page),
    Address("/calendar/YEAR", CalendarPage, calendar_page),
    Address("/organs", OrgansPage, organs_page),
    Address("/organs/ID", OrganPage, organ_page),
    Address("/documents", DocumentsPage, documents_page, (_SECTION,)),
    Address("/documents/ID", DocumentPage, document_page, _MAP),
    Address("/matrix", MatricesPage, matrices_page),
    Address("/matrix/ORGANISATION", MatrixPage, matrix_page),
    Address("/states", StatesPage, states_page, (_SECTION,)),
    Address("/states/CODE", StatePage, state_page),
    Address("/presidency", PresidenciesPage, presidencies_page),
    Address("/presidency/ORGANISATION/hand-over", HandoverPage, handover_page, (_SECTION,)),
    Address("/presidency/ORGANISATION/report", PresidencyReportPage, report_page),
    Address("/presidency/ORGANISATION", PresidencyPage, presidency_page),
    Address("/commitments", CommitmentsPage, commitments_page, _COMMITMENTS),
    Address("/commitments/ID", CommitmentPage, commitment_page),
    Address("/scoreboard", ScoreboardPage, scoreboard_page, _SCOREBOARD),
    Address("/levels", LevelsPage, levels_page),
    Address("/barriers", BarriersPage, barriers_page, (_SECTION,)),
    Address("/funnel/ID", FunnelPage, funnel_page),
    Address("/search", SearchPage, asks=_SEARCH),
    Address("/acts/ID", ActPage, act_page),
    Address("/journal", JournalPage),
)
"""Every page; of two that fit a path the first one is meant."""


def asks_of(path: str) -> tuple[Ask, ...]:
    """What the address of a page may ask of it."""
    return next(one.asks for one in ADDRESSES if one.path == path)


def page_at(view: View, path: str) -> Page | None:
    """The page at a path as it is written, or None where there is none, or none that is made of a view alone."""
    for address in ADDRESSES:
        found = address.pattern.fullmatch(path)
        if found:
            return address.make(view, *found.groups()) if address.make else None
    return None
