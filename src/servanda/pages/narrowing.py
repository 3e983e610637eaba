"""What the register of commitments is narrowed to, so that every figure of the scoreboard can link to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from servanda.acts.monitoring import Select
from servanda.pages.naming import plain
from servanda.pages.parts import View
from servanda.pages.scoreboard import ChoiceRow
from servanda.status.axes import Stand
from servanda.status.commitment import RANKS, Commitment
from servanda.status.figures import figures_of
from servanda.words.labels import label
from servanda.words.phrases import Phrase, say

NONE = "-"
"""Asks for the commitments of nobody named, or on no topic; it is the name of nothing."""

STANDINGS: tuple[str, ...] = get_args(Stand)
FIGURES: dict[str, Phrase] = {
    "known": say("with information"),
    "not_started": say("not started"),
    "limited": say("limited"),
    "substantial": say("substantial"),
    "complete": say("complete"),
    "fallen_due": say("due day passed"),
    "past_due": say("past due"),
    "long_past_due": say("past due for two years or more"),
}
"""The figures of the scoreboard that count commitments, beside the number of all of them, in words."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the register is narrowed to; what is empty narrows nothing."""

    selection: str = ""
    rank: str = ""
    party: str = ""
    topic: str = ""
    standing: str = ""
    figure: str = ""

    def of(self, view: View, found: Sequence[Commitment]) -> Sequence[Commitment]:
        """Those of the commitments that are asked for."""
        if self == EVERYTHING:
            return found
        chosen = _chosen(view, self.selection)
        return [one for one in found if (chosen is None or one.id in chosen) and self._fits(one, view.as_of)]

    def _fits(self, one: Commitment, as_of: date) -> bool:
        if (self.rank and plain(one.rank) != plain(self.rank)) or self.standing not in ("", one.standing):
            return False
        if self.party not in ("", one.party or NONE):
            return False
        if self.topic and not set(self.topic.split(",")) <= set(one.topics or (NONE,)):
            return False
        return not self.figure or bool(getattr(figures_of((one,), as_of), self.figure))


EVERYTHING = Narrowed()
"""The whole register."""


def _chosen(view: View, selection: str) -> frozenset[str] | None:
    """The names that a selection chose; None where none is asked for, or none has the name, as on the scoreboard."""
    acts = view.book.acts(Select, selection, view.as_of) if selection else []
    return frozenset(acts[-1][0].chosen) if acts else None


def narrowings(view: View, asked: Narrowed, found: Iterable[Commitment]) -> list[ChoiceRow]:
    """What a register of these commitments can be narrowed to: what occurs in it, each list by its words."""
    parties, topics, ranks, standings = _occurring(found)
    offered = {
        "selection": [(act.of, act.words) for act, _event in view.book.acts(Select, None, view.as_of)],
        "rank": [(plain(one), label("rank", plain(one), view.language)) for one in RANKS if one in ranks],
        "party": [(code or NONE, _party(view, code)) for code in parties],
        "topic": [(name or NONE, _topic(view, name)) for name in topics],
        "standing": [(one, label("reporting", one, view.language)) for one in STANDINGS if one in standings],
        "figure": [(name, view.tell(words)) for name, words in FIGURES.items()] if ranks else [],
    }
    return [
        ChoiceRow(field, value, words, plain(getattr(asked, field)) == value)
        for field, rows in offered.items()
        for value, words in (rows if field in _AS_LISTED else sorted(rows, key=lambda row: view.order(row[1])))
    ]


_AS_LISTED = ("rank", "standing", "figure")


def _occurring(found: Iterable[Commitment]) -> tuple[set[str], set[str], set[str], set[str]]:
    """The parties, topics, classes and standings of commitments, each once, in one pass."""
    parties: set[str] = set()
    topics: set[tuple[str, ...]] = set()
    ranks: set[str] = set()
    standings: set[str] = set()
    for one in found:
        parties.add(one.party)
        topics.add(one.topics or ("",))
        ranks.add(one.rank)
        standings.add(one.standing)
    return parties, {name for several in topics for name in several}, ranks, standings


def _party(view: View, code: str) -> str:
    return view.names.party(code) if code else view.tell(say("nobody named"))


def _topic(view: View, name: str) -> str:
    return view.thing(name).title if name else view.tell(say("no topic"))
