"""A clause on entry into force, read from the lines that its act keeps as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from servanda.acts.consent import Means
from servanda.acts.declarations import Clause
from servanda.days import Day, NotADay
from servanda.law.conditions import AnyOf, Condition, parse_condition
from servanda.law.delays import Delay, Later, parse_delay
from servanda.problems import Place, Problem
from servanda.text.tokens import quoted, tokenise

_KNOWN = "cite, quote, counting, when, any-of, then, later, not-before, effect-from, scope"


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """When an instrument enters into force: conditions that must all hold, then delays, then floors."""

    cite: str = ""
    quote: str = ""
    counting: tuple[str, ...] = ()
    when: tuple[Condition | AnyOf, ...] = ()
    then: tuple[Delay, ...] = ()
    later: Later | None = None
    floors: tuple[Day, ...] = ()
    parents: tuple[str, ...] = ()
    effect_from: Day | None = None
    scope: str = ""

    def lines(self) -> tuple[str, ...]:
        """The clause written back as the lines of its act."""
        return (
            *([f"cite {quoted(self.cite)}"] if self.cite else []),
            *([f"quote {quoted(self.quote)}"] if self.quote else []),
            *([f"counting {' '.join(self.counting)}"] if self.counting else []),
            *(line for condition in self.when for line in _condition_lines(condition)),
            *(f"then {delay}" for delay in self.then),
            *([f"later {self.later}"] if self.later else []),
            *(f"not-before {floor}" for floor in self.floors),
            *(f"not-before in-force {parent}" for parent in self.parents),
            *([f"effect-from {self.effect_from}"] if self.effect_from else []),
            *([f"scope {self.scope}"] if self.scope else []),
        )


def _condition_lines(condition: Condition | AnyOf) -> list[str]:
    if isinstance(condition, AnyOf):
        return ["any-of", *(f"  when {option}" for option in condition.options)]
    return [f"when {condition}"]


def read_clause(act: Clause, places: Sequence[Place] = ()) -> tuple[EntryIntoForce, list[Problem]]:
    """The clause of an act's lines, and the problems of those that have no meaning."""
    clause, problems = EntryIntoForce(), []
    index = 0
    while index < len(act.lines):
        place = places[index] if index < len(places) else None
        children = _children(act.lines, index)
        read = _read_line(clause, act.lines[index], [act.lines[child] for child in children])
        if isinstance(read, EntryIntoForce):
            clause = read
        else:
            problems.append(Problem("L101", read, place, f"known lines: {_KNOWN}"))
        index += 1 + len(children)
    if not clause.when and not problems:
        problems.append(_no_condition(act, places))
    return clause, problems


def _no_condition(act: Clause, places: Sequence[Place]) -> Problem:
    place = places[0] if places else None
    return Problem("L102", f"the clause of {act.of} has no condition", place, "add a line such as: when 3 deposits")


def _children(lines: Sequence[str], index: int) -> list[int]:
    """The numbers of the lines indented under a line."""
    found = []
    for number in range(index + 1, len(lines)):
        if not lines[number].startswith(" "):
            break
        found.append(number)
    return found


def _read_line(clause: EntryIntoForce, line: str, children: list[str]) -> EntryIntoForce | str:
    """The clause with one line added, or the sentence that says why the line has no meaning."""
    tokens, _problems = tokenise(line.strip(), "", 0)
    word, rest = tokens[0].text, [token.text for token in tokens[1:]]
    if word == "any-of":
        return _read_options(clause, children)
    if children:
        return f"nothing is indented under '{word}'"
    reader = _LINES.get(word)
    if reader is None:
        return f"'{word}' is no line of a clause"
    return reader(clause, rest) or f"'{line.strip()}' says nothing that is known"


def _read_options(clause: EntryIntoForce, children: list[str]) -> EntryIntoForce | str:
    options = []
    for child in children:
        words = child.split()
        condition = parse_condition(words[1:]) if words[:1] == ["when"] else None
        if condition is None:
            return f"'{child.strip()}' is no option of any-of"
        options.append(condition)
    if len(options) < 2:
        return "any-of takes two options or more, indented under it"
    return replace(clause, when=(*clause.when, AnyOf(tuple(options))))


def _when(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    condition = parse_condition(words)
    return replace(clause, when=(*clause.when, condition)) if condition else None


def _then(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    delay = parse_delay(words)
    return replace(clause, then=(*clause.then, delay)) if delay else None


def _later(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    later = Later.parse(words)
    return replace(clause, later=later) if later else None


def _counting(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    return replace(clause, counting=tuple(words)) if words and set(words) <= set(get_args(Means)) else None


def _not_before(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    match words:
        case ["in-force", parent]:
            return replace(clause, parents=(*clause.parents, parent))
        case [text]:
            day = _day(text)
            return replace(clause, floors=(*clause.floors, day)) if day else None
    return None


def _effect_from(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    day = _day(words[0]) if len(words) == 1 else None
    return replace(clause, effect_from=day) if day else None


def _scope(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    return replace(clause, scope=words[0]) if words in (["depositors"], ["signatories"]) else None


def _string(name: str, clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    return replace(clause, **{name: "".join(words)}) if words else None  # type: ignore[arg-type]


def _day(text: str) -> Day | None:
    try:
        return Day.parse(text)
    except NotADay:
        return None


_LINES = {
    "cite": lambda clause, words: _string("cite", clause, words),
    "quote": lambda clause, words: _string("quote", clause, words),
    "counting": _counting,
    "when": _when,
    "then": _then,
    "later": _later,
    "not-before": _not_before,
    "effect-from": _effect_from,
    "scope": _scope,
}
