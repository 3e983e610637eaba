"""What an instrument itself says on reservations and on accessions, read from its clauses; else the general law.

`clause NAME reservations`: `authorised` (need no acceptance, VCLT, art. 20(1)), `forbidden` (art. 19(a)),
`accepted-after +12 months back` (tacitly; art. 20(5) where absent). `clause NAME accession`: `needs acceptance`, or
`open to-objection +6 months back`; with `then` lines for the day on which the accession has effect between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from servanda.acts.declarations import Clause
from servanda.days import Day
from servanda.law.blocks import Block, blocks_of
from servanda.law.delay_lines import parse_delay
from servanda.law.delays import Delay, Months, carry
from servanda.problems import Place, Problem

TACIT = Months(12, "back")


@dataclass(frozen=True, slots=True)
class Rule:
    """A clause on reservations or on accessions."""

    cite: str = ""
    quote: str = ""
    authorised: bool = False
    forbidden: bool = False
    accepted_after: Delay = TACIT
    manner: Literal["", "acceptance", "objection"] = ""
    window: Delay | None = None
    then: tuple[Delay, ...] = ()
    act: str = ""

    def effect(self, day: Day) -> Day | None:
        """The day of effect between two, counted from an acceptance or from the end of the time for objections."""
        return carry(self.then, day)


def read_rule(act: Clause, places: Sequence[Place] = ()) -> tuple[Rule, list[Problem]]:
    """The rule of a clause's lines, and the problems of those that say nothing known."""
    found, problems = Rule(), []
    for block in blocks_of(act.lines, places):
        read = None if block.children else _read(found, block, act.about)
        if read is None:
            message = f"'{block.text}' says nothing that is known"
            problems.append(Problem("L101", message, block.place, f"known lines: {_KNOWN[act.about]}"))
        found = read or found
    return found, problems


def _read(found: Rule, block: Block, about: str) -> Rule | None:
    match block.word, block.rest:
        case "cite", [text]:
            return replace(found, cite=text)
        case "quote", [text]:
            return replace(found, quote=text)
    return _reservations(found, block) if about == "reservations" else _accession(found, block)


def _reservations(found: Rule, block: Block) -> Rule | None:
    match block.word, block.rest:
        case "authorised", []:
            return replace(found, authorised=True)
        case "forbidden", []:
            return replace(found, forbidden=True)
        case "accepted-after", words if delay := parse_delay(words):
            return replace(found, accepted_after=delay)
    return None


def _accession(found: Rule, block: Block) -> Rule | None:
    match block.word, block.rest:
        case "needs", ["acceptance"]:
            return replace(found, manner="acceptance")
        case "open", ["to-objection", *words] if delay := parse_delay(words):
            return replace(found, manner="objection", window=delay)
        case "then", words if delay := parse_delay(words):
            return replace(found, then=(*found.then, delay))
    return None


_KNOWN = {
    "accession": "cite, quote, needs acceptance, open to-objection +6 months back, then DELAY",
    "reservations": "cite, quote, authorised, forbidden, accepted-after +12 months back",
}
