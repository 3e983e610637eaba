"""The scoreboard: states and topics, one class at a time, every figure with its coverage and its formula."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from servanda.acts.monitoring import Select
from servanda.pages.naming import plain
from servanda.pages.parts import Listed, Page, PartyRef, ThingRef, View
from servanda.status.agreement import Agreement, agreements
from servanda.status.commitments import RANKS, Commitment, commitments
from servanda.status.figures import Figures, Part, by_rank, classes_as_of, measure, one_decimal, tally
from servanda.status.specificity import specificity
from servanda.words.labels import label
from servanda.words.phrases import Phrase, joined, say, verbatim
from servanda.words.scales import scales

YEARS = 5
"""So many years back the trend goes."""


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
    rank: str = ""
    party: str = ""
    topic: str = ""
    order: str = ""

    def fits(self, one: Commitment) -> bool:
        """Tell whether a commitment is asked for, selections aside."""
        if self.rank and plain(one.rank) != plain(self.rank):
            return False
        return self.party in ("", one.party) and (not self.topic or self.topic in one.topics)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One value that the scoreboard can be narrowed to, or ordered by."""

    field: Annotated[str, "selection, rank, party, topic or order.", Listed("choice")]
    value: Annotated[str, "The value in the address."]
    label: Annotated[str, "The same in the language of the page."]
    chosen: Annotated[bool, "Whether it is chosen."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreboardPage(Page):
    """The scoreboard of all classes as of a day."""

    choices: Annotated[list[ChoiceRow], "What the scoreboard can be narrowed to and ordered by."]
    classes: Annotated[list[ClassBoard], "The classes that occur."]
    agreements: Annotated[list[AgreementRow], "How far coders agree."]


def scoreboard_page(view: View, asked: Asked = Asked()) -> ScoreboardPage:
    """The scoreboard; of the commitments that are asked for."""
    chosen = _selection(view, asked.selection)
    # The day that is asked about comes last, so that a large register keeps it in memory for the next page.
    past = [_past(view, years_before(view.as_of, years), chosen, asked) for years in reversed(range(YEARS))]
    history = past[::-1]
    found = commitments(view.book, view.as_of)
    rows = _chosen(found, chosen, asked)
    classes = [(rank, [one for one in rows if one.rank == rank]) for rank in RANKS]
    boards = [_board(view, rank, own, history, chosen, asked.order) for rank, own in classes if own]
    return ScoreboardPage(
        **view.frame(say("Scoreboard"), "/scoreboard", **asdict(asked)),  # type: ignore[arg-type]
        choices=choices(view, asked, found),
        classes=boards,
        agreements=[_agreement(view, one) for one in agreements(view.book, view.as_of)],
    )


def choices(view: View, asked: Asked, rows: tuple[Commitment, ...]) -> list[ChoiceRow]:
    """What the scoreboard of these commitments can be narrowed to, each list by its words."""
    ranks = [(rank, label("rank", rank, view.language)) for rank in map(plain, RANKS)]
    known = {plain(one.rank) for one in rows}
    offered = {
        "selection": [(act.of, act.words) for act, _event in view.book.acts(Select, None, view.as_of)],
        "rank": [one for one in ranks if one[0] in known],
        "party": [(code, view.names.party(code)) for code in {one.party for one in rows} if code],
        "topic": [(name, view.thing(name).title) for name in {topic for one in rows for topic in one.topics}],
        "order": [("figure", view.tell(say("by what is past due")))] if rows else [],
    }
    return [
        ChoiceRow(field, value, words, plain(getattr(asked, field)) == value)
        for field, found in offered.items()
        for value, words in (found if field == "rank" else sorted(found, key=lambda one: view.order(one[1])))
    ]


def _selection(view: View, name: str) -> Select | None:
    acts = view.book.acts(Select, name, view.as_of) if name else []
    return acts[-1][0] if acts else None


def _chosen(found: tuple[Commitment, ...], chosen: Select | None, asked: Asked) -> tuple[Commitment, ...]:
    return tuple(one for one in found if (chosen is None or one.id in chosen.chosen) and asked.fits(one))


History = list[tuple[date, dict[str, Figures]]]
"""The figures of each class as they were on each day of the trend."""


def _past(view: View, day: date, chosen: Select | None, asked: Asked) -> tuple[date, dict[str, Figures]]:
    if chosen is None and not (asked.rank or asked.party or asked.topic):
        return day, classes_as_of(view.book, day)
    return day, by_rank(_chosen(commitments(view.book, day), chosen, asked), day)


def _board(
    view: View, rank: str, rows: list[Commitment], history: History, chosen: Select | None, order: str
) -> ClassBoard:
    told = tally(rows, view.as_of)
    states = [_state(view, code, part) for code, part in told.parties.items()]
    states.sort(key=lambda row: view.order(row.party.name))
    if order == "figure":
        states.sort(key=lambda row: -row.figures.past_due)
    return ClassBoard(
        plain(rank),
        view.tell(_how_chosen(chosen)),
        figure_row(view, told.figures),
        sum(specificity(one).is_specific for one in rows),
        states,
        _scales(view, rows, told.figures),
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
        ScoreCell(view.thing(topic) if topic else None, figure_row(view, sums)) for topic, sums in part.topics.items()
    ]
    found.sort(key=lambda cell: (cell.topic is None, view.order(cell.topic.title if cell.topic else "")))
    return StateScore(view.party(code), figure_row(view, part.figures), found)


def figure_row(view: View, sums: Figures) -> FigureRow:
    """The row of figures."""
    delay = sums.average_delay
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
        percent(sums.coverage, view.language),
        percent(sums.share_past_due, view.language),
        "" if delay is None else view.tell(say("{decimal} days", decimal=_rounded(delay, view.language))),
    )


def percent(share: Fraction | None, language: str = "en") -> str:
    """A share as a percentage with one decimal; nothing for none."""
    return "" if share is None else f"{_rounded(100 * share, language)} %"


def _rounded(number: Fraction, language: str) -> str:
    """One decimal, with the decimal sign of the language."""
    return one_decimal(number) if language == "en" else one_decimal(number).replace(".", ",")


def _scales(view: View, rows: list[Commitment], sums: Figures) -> list[ScaleRow]:
    found = (measure(scale, rows, sums) for scale in scales().values())
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
