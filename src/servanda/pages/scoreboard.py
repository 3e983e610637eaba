"""The scoreboard: states and topics, one class at a time, every figure with its coverage and its formula."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated

from servanda.acts.declarations import Organisation
from servanda.acts.monitoring import Select
from servanda.pages.figures import FigureRow, figure_row, percent
from servanda.pages.naming import plain
from servanda.pages.parts import Listed, Page, PartyRef, ThingRef, View
from servanda.status.agreement import Agreement, agreements
from servanda.status.commitment import RANKS
from servanda.status.figures import Figures, Part, measured
from servanda.status.register import Narrowed, Scored, register
from servanda.words.labels import label
from servanda.words.phrases import Phrase, joined, say, verbatim
from servanda.words.scales import scales

YEARS = 5
"""So many years back the trend goes."""


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One topic of one state."""

    topic: Annotated[ThingRef | None, "The topic; none for commitments without one."]
    figures: Annotated[FigureRow, "The figures."]


@dataclass(frozen=True, slots=True)
class StateScore:
    """One state: its figures by topic, and of all its commitments of the class, each counted once."""

    party: Annotated[PartyRef, "The state; nobody's name for measures without one."]
    figures: Annotated[FigureRow, "The figures of all its commitments of the class."]
    cells: Annotated[list[ScoreCell], "The figures by topic; one with several topics stands under each."]


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A figure by a published scale."""

    id: Annotated[str, "The name of the scale."]
    title: Annotated[str, "Its title."]
    value: Annotated[str, "The figure, as a percentage; empty where nothing can be said."]
    part: Annotated[str, "The sum above the line."]
    over: Annotated[int, "The number below the line."]
    formula: Annotated[str, "The formula."]
    authority: Annotated[str, "Where the scale is published."]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The figures as they were on a day."""

    day: Annotated[date, "The day."]
    commitments: Annotated[int, "How many commitments there were."]
    known: Annotated[int, "Of how many anything was known."]
    share_past_due: Annotated[str, "The share past due."]


@dataclass(frozen=True, slots=True)
class ClassBoard:
    """The scoreboard of one class; classes are never added up."""

    rank: Annotated[str, "The class.", Listed("rank")]
    chosen: Annotated[str, "How these commitments were chosen."]
    figures: Annotated[FigureRow, "The figures of all commitments of the class."]
    specific: Annotated[int, "How many commitments say who, by when and what can be checked."]
    states: Annotated[list[StateScore], "The states by name."]
    scales: Annotated[list[ScaleRow], "Figures by published scales."]
    trend: Annotated[list[TrendPoint], "This day and the same day of the years before."]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How far coders agree who graded the same commitments apart."""

    guideline: Annotated[str, "The guideline."]
    units: Annotated[int, "Commitments graded by two or more."]
    coders: Annotated[str, "The coders."]
    percent: Annotated[str, "Percent agreement."]
    alpha: Annotated[str, "Krippendorff's alpha for ordered grades; empty where nothing can differ."]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scoreboard is narrowed to and how it is ordered; what is empty narrows nothing."""

    selection: str = ""
    organisation: str = ""
    rank: str = ""
    party: str = ""
    topic: str = ""
    order: str = ""

    def narrowed(self, chosen: Select | None) -> Narrowed:
        """Which commitments are asked for, of whatever class."""
        return Narrowed(frozenset(chosen.chosen) if chosen else None, self.party, self.topic, self.organisation)

    def wants(self, rank: str) -> bool:
        """Tell whether a class is asked for."""
        return not self.rank or plain(rank) == plain(self.rank)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One value that the scoreboard, or the register, can be narrowed to, or ordered by."""

    field: Annotated[str, "selection, organisation, rank, party, topic, order, standing or figure.", Listed("choice")]
    value: Annotated[str, "The value in the address."]
    label: Annotated[str, "The same in the language of the page."]
    chosen: Annotated[bool, "Whether it is chosen."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreboardPage(Page):
    """The scoreboard of all classes as of a day."""

    classes: Annotated[list[ClassBoard], "The classes that occur."]
    agreements: Annotated[list[AgreementRow], "How far coders agree."]
    choices: Annotated[list[ChoiceRow], "What the scoreboard can be narrowed to and ordered by."]


def scoreboard_page(view: View, asked: Asked = Asked()) -> ScoreboardPage:
    """The scoreboard; of the commitments that are asked for."""
    chosen = _selection(view, asked.selection)
    narrowed, kept = asked.narrowed(chosen), register(view.book)
    found = kept.scores(view.as_of, narrowed)
    days = [years_before(view.as_of, years) for years in range(YEARS)]
    history = [(day, kept.classes(day, narrowed)) for day in days]
    boards = [_board(view, rank, found[rank], history, chosen, asked.order) for rank in RANKS if rank in found]
    return ScoreboardPage(
        **view.frame(say("Scoreboard"), "/scoreboard", **asdict(asked)),  # type: ignore[arg-type]
        choices=choices(view, asked, kept.scores(view.as_of)),
        classes=[board for board in boards if asked.wants(board.rank)],
        agreements=[_agreement(view, one) for one in agreements(view.book, view.as_of)],
    )


def choices(view: View, asked: Asked, found: dict[str, Scored]) -> list[ChoiceRow]:
    """What the scoreboard of these classes can be narrowed to, each list by its words."""
    parties = {code: part for scored in found.values() for code, part in scored.tally.parties.items()}
    topics = {topic for scored in found.values() for part in scored.tally.parties.values() for topic in part.topics}
    offered = {
        "selection": [(act.of, act.words) for act, _event in view.book.acts(Select, None, view.as_of)],
        "organisation": organisations(view),
        "rank": [(plain(rank), label("rank", plain(rank), view.language)) for rank in RANKS if rank in found],
        "party": [(code, view.names.party(code)) for code in parties if code],
        "topic": [(name, view.thing(name).title) for name in topics if name],
        "order": [("figure", view.tell(say("by what is past due")))] if found else [],
    }
    return [
        ChoiceRow(field, value, words, plain(getattr(asked, field)) == value)
        for field, found in offered.items()
        for value, words in (found if field == "rank" else sorted(found, key=lambda one: view.order(one[1])))
    ]


def organisations(view: View) -> list[tuple[str, str]]:
    """The organisations in which any commitment was made by the day, with their titles."""
    made = register(view.book).organisations(view.as_of)
    declared = {act.of for act, _event in view.book.acts(Organisation, None, view.as_of)}
    return [(name, view.thing(name).title) for name in made & declared]


def _selection(view: View, name: str) -> Select | None:
    acts = view.book.acts(Select, name, view.as_of) if name else []
    return acts[-1][0] if acts else None


History = list[tuple[date, dict[str, Figures]]]
"""The figures of each class as they were on each day of the trend."""


def _board(view: View, rank: str, scored: Scored, history: History, chosen: Select | None, order: str) -> ClassBoard:
    told = scored.tally
    states = [_state(view, code, part) for code, part in told.parties.items()]
    states.sort(key=lambda row: view.order(row.party.name))
    if order == "figure":
        states.sort(key=lambda row: -row.figures.past_due)
    return ClassBoard(
        plain(rank),
        view.tell(_how_chosen(chosen)),
        figure_row(told.figures, view.language),
        scored.specific,
        states,
        _scales(view, scored),
        [_point(view, day, classes.get(rank, Figures())) for day, classes in history],
    )


def _how_chosen(chosen: Select | None) -> Phrase:
    if chosen is None:
        return say("all that are recorded; none was chosen")
    number, day, by = len(chosen.chosen), chosen.on, chosen.by
    if chosen.out_of:
        told = say(
            "{number} out of {all}, chosen by {party} on {day}", number=number, all=chosen.out_of, party=by, day=day
        )
    else:
        told = say("{number}, chosen by {party} on {day}", number=number, party=by, day=day)
    return joined(" · ", [verbatim(chosen.words), told])


def _state(view: View, code: str, part: Part) -> StateScore:
    found = [
        ScoreCell(view.thing(topic) if topic else None, figure_row(sums, view.language))
        for topic, sums in part.topics.items()
    ]
    found.sort(key=lambda cell: (cell.topic is None, view.order(cell.topic.title if cell.topic else "")))
    return StateScore(view.party(code), figure_row(part.figures, view.language), found)


def _scales(view: View, scored: Scored) -> list[ScaleRow]:
    sums, done, of = scored.tally.figures, scored.all_done, scored.commitments
    found = (measured(scale, sums, done, of) for scale in scales().values())
    return [
        ScaleRow(
            one.scale.id,
            label("scale", one.scale.id, view.language),
            percent(one.value, view.language),
            str(one.part),
            one.over,
            label("formula", one.scale.kind, view.language),
            one.scale.authority,
        )
        for one in found
    ]


def _point(view: View, day: date, sums: Figures) -> TrendPoint:
    return TrendPoint(day, sums.commitments, sums.known, percent(sums.share_past_due, view.language))


def years_before(day: date, years: int) -> date:
    """The same day of an earlier year; 29 February becomes the 28th, and no day lies before the first."""
    year = max(day.year - years, 1)
    last = day.replace(day=28, year=year) if (day.month, day.day) == (2, 29) else day.replace(year=year)
    return day if not years else last


def _agreement(view: View, one: Agreement) -> AgreementRow:
    alpha = "" if one.alpha is None else f"{float(one.alpha):.3f}"
    return AgreementRow(one.guideline, one.units, ", ".join(one.coders), percent(one.percent, view.language), alpha)
