"""The pages of the matrix: the organisations that have one, and one: states × instruments, one sign for each pair."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Instrument
from servanda.days import Day
from servanda.pages.parts import Listed, Page, PartyRef, ThingRef, View
from servanda.status.force import force
from servanda.status.matrix import NOTHING, Deeds, matrix
from servanda.status.membership import members
from servanda.words.parties import is_state
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class MatrixOf:
    """An organisation with a matrix."""

    organisation: Annotated[ThingRef, "The organisation."]
    documents: Annotated[int, "How many of its documents some party signed or consented to by the day."]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatricesPage(Page):
    """The organisations whose documents parties signed or consented to by the day."""

    matrices: Annotated[list[MatrixOf], "The organisations, by title."]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party did to one document."""

    party: Annotated[str, "The code of the party."]
    sign: Annotated[
        str,
        "date: consented, or completed its procedures, on the day; +: signed; -: no signature recorded; "
        "PA: applies provisionally; w: gave notice of withdrawal.",
        Listed("matrix"),
    ]
    on: Annotated[Day | None, "The day of it."]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One document and what each party did to it."""

    document: Annotated[ThingRef, "The document."]
    state: Annotated[str, "In force, not in force, may be in force, ended, unknown.", Listed("force")]
    cells: Annotated[list[Cell], "One for each party, in the order of the columns."]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage(Page):
    """States × instruments of an organisation: deeds, not standings."""

    organisation: Annotated[ThingRef, "The organisation."]
    parties: Annotated[list[PartyRef], "The columns: its members and whoever acted on one of the documents, by name."]
    rows: Annotated[list[MatrixRow], "The documents, the newest first."]


def matrices_page(view: View) -> MatricesPage:
    """The organisations that have a matrix."""
    found = matrix(view.book, [act.of for act in _instruments(view)], view.as_of)
    within = {act.of: act.within for act in _instruments(view)}
    counted = Counter(within[one.instrument] for one in found if one.signs and within[one.instrument])
    rows = [MatrixOf(view.thing(name), number) for name, number in counted.items()]
    rows.sort(key=lambda row: view.order(row.organisation.title))
    return MatricesPage(**view.frame(say("States × documents"), "/matrix"), matrices=rows)  # type: ignore[arg-type]


def _instruments(view: View, within: str = "") -> list[Instrument]:
    acts = [act for act, _event in view.book.acts(Instrument, None, view.as_of) if not within or act.within == within]
    return sorted(acts, key=lambda act: (-act.on.first.toordinal(), act.of))


def matrix_page(view: View, organisation: str) -> MatrixPage | None:
    """The matrix of an organisation, or None where no party acted on a document of it by the day."""
    acts = _instruments(view, organisation)
    found = [one for one in matrix(view.book, [act.of for act in acts], view.as_of) if one.signs]
    if not found:
        return None
    acted = {party for one in found for party in one.signs}
    states = [code for code in acted | members(view.book, organisation, view.as_of) if is_state(code) or code in acted]
    parties = view.parties(tuple(states))
    codes = [party.code for party in parties]
    title = say("States × documents: {organisation}", organisation=view.names.thing(organisation))
    return MatrixPage(
        **view.frame(title, f"/matrix/{organisation}"),  # type: ignore[arg-type]
        organisation=view.thing(organisation),
        parties=parties,
        rows=[_row(view, one, codes) for one in found],
    )


def _row(view: View, one: Deeds, codes: list[str]) -> MatrixRow:
    cells = [Cell(code, *one.signs.get(code, NOTHING)) for code in codes]
    return MatrixRow(view.thing(one.instrument), force(view.book, one.instrument, view.as_of).state, cells)
