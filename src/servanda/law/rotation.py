"""The rotation of a presidency: an alphabet in a language, who takes part, the term, the co-chairs.

`rotate by-agreement` is a rule, too: the turn goes to whom the states agree on, and nobody is next by an alphabet.
`skip never-presided` tells a practice: who has never taken a turn is passed over, as long as it takes none. Without it
everybody who is admitted has its turn, also in the first round; who declined or laid it down is passed over by either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from servanda.acts.declarations import Clause
from servanda.days import Day, Period
from servanda.problems import Place, Problem
from servanda.text.tokens import tokenise
from servanda.words.parties import party_name

_CIRCLES = {"members": ("member", "founding", "party"), "associates": ("associate",), "participants": ("participant",)}


@dataclass(frozen=True, slots=True)
class Rotation:
    """A rule of rotation as it holds from a day."""

    since: Day
    language: str = ""
    among: tuple[str, ...] = ("members",)
    by_year: bool = False
    """A term is a calendar year."""

    co_chairs: bool = False
    cite: str = ""
    agreed: bool = False
    skips_newcomers: bool = False

    def admits(self, circle: str) -> bool:
        """Tell whether a party of this circle takes its turn."""
        return any(circle in _CIRCLES[name] for name in self.among)


def read_rotation(act: Clause, places: Sequence[Place] = ()) -> tuple[Rotation, list[Problem]]:
    """The rule of a clause's lines, and the problems of those that have no meaning."""
    values: dict[str, object] = {}
    problems = []
    for index, line in enumerate(act.lines):
        words = [token.text for token in tokenise(line, "", 0)[0]]
        match words:
            case ["rotate", "alphabet", language]:
                values["language"] = language
            case ["rotate", "by-agreement"]:
                values["agreed"] = True
            case ["among", *names] if names and set(names) <= _CIRCLES.keys():
                values["among"] = tuple(names)
            case ["term", "calendar-year"]:
                values["by_year"] = True
            case ["co-chairs", "previous", "next"]:
                values["co_chairs"] = True
            case ["skip", "never-presided"]:
                values["skips_newcomers"] = True
            case ["cite", cite]:
                values["cite"] = cite
            case _:
                place = places[index] if index < len(places) else None
                problems.append(_meaningless(line, place))
    return Rotation(act.on, **values), problems  # type: ignore[arg-type]


def _meaningless(line: str, place: Place | None) -> Problem:
    hint = (
        "known lines: cite, rotate alphabet ru, rotate by-agreement, among members associates participants, "
        "term calendar-year, skip never-presided, co-chairs previous next"
    )
    return Problem("L101", f"'{line.strip()}' says nothing that is known", place, hint)


def term_after(rule: Rotation, last: Period) -> Period | None:
    """The term that follows one which ended with a year, where a term is a calendar year; else nobody can tell."""
    if not rule.by_year or last.end is None or last.end != Day.of(date(last.end.last.year, 12, 31)):
        return None
    return Period.parse(f"{last.end.last.year + 1:04}") if last.end.last.year < date.max.year else None


def next_in_turn(rule: Rotation, after: str, willing: frozenset[str]) -> str | None:
    """The first willing party after a party in the alphabet, starting again at its end."""
    return next((code for code in _turn(rule, after, willing) if code in willing), None)


def passed_over(rule: Rotation, after: str, state: str, unwilling: frozenset[str]) -> list[str]:
    """The parties between two in the alphabet that are passed over, in its order."""
    turn = _turn(rule, after, unwilling | {state})
    return [code for code in turn[: turn.index(state)] if code != after]


def _turn(rule: Rotation, after: str, parties: frozenset[str]) -> list[str]:
    """The parties in the order of the alphabet, beginning behind one of them; that one comes last."""
    order = sorted(parties | {after}, key=lambda code: party_name(code, rule.language).casefold())
    place = order.index(after)
    return [*order[place + 1 :], *order[: place + 1]]
