"""What the register of commitments is narrowed to, so that every figure of the scoreboard can link to its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from servanda.acts.monitoring import Select
from servanda.pages.naming import plain
from servanda.pages.parts import View
from servanda.pages.scoreboard import ChoiceRow, organisations
from servanda.status.axes import Stand
from servanda.status.commitment import RANKS, Commitment
from servanda.status.register import Narrowed, PlainRows, Rows, Scored, register
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
class Wanted:
    """Which commitments of the register are asked for; what is empty narrows nothing."""

    selection: str = ""
    organisation: str = ""
    rank: str = ""
    party: str = ""
    topic: str = ""
    standing: str = ""
    figure: str = ""

    def of(self, view: View) -> Rows:
        """The commitments that are asked for, the newest first; none is made of those that the register can tell."""
        first = self._topics[0] if self._topics else ""
        party, topic = ("" if one == NONE else one for one in (self.party, first))
        narrowed = Narrowed(_chosen(view, self.selection), party, topic, self.organisation)
        found = register(view.book).newest(view.as_of, narrowed)
        if self.rank or self.figure:
            found = found.counted(view.as_of, self.rank.replace(" ", "-"), self.figure)
        needs_a_look = self.standing or NONE in (self.party, *self._topics) or len(self._topics) > 1
        return PlainRows(tuple(one for one in found if self._fits(one))) if needs_a_look else found

    @property
    def _topics(self) -> list[str]:
        return self.topic.split(",") if self.topic else []

    def _fits(self, one: Commitment) -> bool:
        """Tell what the register cannot tell without making the commitment."""
        topics = set(one.topics or (NONE,))
        return (
            self.standing in ("", one.standing) and self.party in ("", one.party or NONE) and topics >= {*self._topics}
        )


EVERYTHING = Wanted()
"""The whole register."""


def _chosen(view: View, selection: str) -> frozenset[str] | None:
    """The names that a selection chose; None where none is asked for, or none has the name, as on the scoreboard."""
    acts = view.book.acts(Select, selection, view.as_of) if selection else []
    return frozenset(acts[-1][0].chosen) if acts else None


def narrowings(view: View, asked: Wanted) -> list[ChoiceRow]:
    """What the register can be narrowed to, each list by its words."""
    classes = register(view.book).scores(view.as_of)
    parties, topics = _occurring(classes.values())
    offered = {
        "selection": [(act.of, act.words) for act, _event in view.book.acts(Select, None, view.as_of)],
        "organisation": organisations(view),
        "rank": [(plain(one), label("rank", plain(one), view.language)) for one in RANKS if one in classes],
        "party": [(code or NONE, _party(view, code)) for code in parties],
        "topic": [(name or NONE, _topic(view, name)) for name in topics],
        "standing": [(one, label("reporting", one, view.language)) for one in STANDINGS if classes],
        "figure": [(name, view.tell(words)) for name, words in FIGURES.items() if classes],
    }
    return [
        ChoiceRow(field, value, words, plain(getattr(asked, field)) == value)
        for field, rows in offered.items()
        for value, words in (rows if field in _AS_LISTED else sorted(rows, key=lambda row: view.order(row[1])))
    ]


_AS_LISTED = ("rank", "standing", "figure")


def _occurring(classes: Iterable[Scored]) -> tuple[set[str], set[str]]:
    """The parties and the topics of a register, nobody's name for commitments without one."""
    parts = [part for scored in classes for part in scored.tally.parties.items()]
    return {code for code, _part in parts}, {topic for _code, part in parts for topic in part.topics}


def _party(view: View, code: str) -> str:
    return view.names.party(code) if code else view.tell(say("nobody named"))


def _topic(view: View, name: str) -> str:
    return view.thing(name).title if name else view.tell(say("no topic"))
