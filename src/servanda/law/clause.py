"""A clause on entry into force, read from the lines that its act keeps as written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, get_args

from servanda.acts.declarations import Clause
from servanda.law.blocks import Block, blocks_of, read_condition
from servanda.law.counting import MEANS, OrganisationRule, Package, Requirement
from servanda.law.delay_lines import Later, parse_delay
from servanda.law.floors import parse_floor
from servanda.law.provision import Provision
from servanda.law.terms import EntryIntoForce
from servanda.law.words import Words
from servanda.problems import Place, Problem

__all__ = ["EntryIntoForce", "read_clause"]

_REPEATED = frozenset(["when", "any-of", "all-of", "smaller-of", "then", "not-before", "requires", "provision"])
_SCOPES = ("depositors", "signatories")


def read_clause(act: Clause, places: Sequence[Place] = ()) -> tuple[EntryIntoForce, list[Problem]]:
    """The clause of an act's lines, and the problems of those that have no meaning."""
    clause, problems = EntryIntoForce(), []
    seen: set[str] = set()
    for block in blocks_of(act.lines, places):
        if block.word in seen - _REPEATED:
            problems.append(Problem("L105", f"'{block.word}' is given twice", block.place, "keep one of the lines"))
            continue
        seen.add(block.word)
        clause, found = _read_block(clause, block)
        problems += found
    if not clause.when and not problems:
        place = places[0] if places else None
        message = f"the clause of {act.of} has no condition"
        problems.append(Problem("L102", message, place, "add a line such as: when 3 deposits"))
    return clause, problems


def _read_block(clause: EntryIntoForce, block: Block) -> tuple[EntryIntoForce, list[Problem]]:
    """The clause with one line added, and those indented under it."""
    if block.word in ("when", "any-of", "all-of", "smaller-of"):
        condition, problems = read_condition(block)
        return (replace(clause, when=(*clause.when, condition)) if condition else clause), problems
    if block.children:
        return clause, [Problem("L104", f"nothing is indented under '{block.word}'", block.children[0].place)]
    reader = _LINES.get(block.word)
    if reader is None:
        message, hint = f"'{block.word}' is no line of a clause", f"known lines: {', '.join(KNOWN)}"
        return clause, [Problem("L101", message, block.place, hint)]
    found = reader(clause, block.rest)
    if found is None:
        hint = f"as in: {_EXAMPLES[block.word]}"
        return clause, [Problem("L101", f"'{block.text}' says nothing that is known", block.place, hint)]
    return found, []


Reader = Callable[[EntryIntoForce, list[str]], EntryIntoForce | None]


def _one(field: str, parse: Callable[[list[str]], Any]) -> Reader:
    """A line that stands once: its meaning is kept in a field."""

    def read(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
        value = parse(words)
        return replace(clause, **{field: value}) if value else None

    return read


def _more(field: str, parse: Callable[[list[str]], Any]) -> Reader:
    """A line that may be repeated: its meaning is added to a field."""

    def read(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
        value = parse(words)
        if not value:
            return None
        more: Any = (*getattr(clause, field), value)
        return replace(clause, **{field: more})

    return read


def _means(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words)) if set(words) <= MEANS else ()


def _split(words: list[str]) -> tuple[str, ...]:
    return _means(words[1:]) if words[:1] == ["signature"] else ()


def _organisations(clause: EntryIntoForce, words: list[str]) -> EntryIntoForce | None:
    match words:
        case ["as", number] if worth := Words([number]).number():
            return replace(clause, organisations="counted", worth=worth) if worth > 1 else None
        case [rule] if rule in get_args(OrganisationRule):
            return replace(clause, organisations=rule)  # type: ignore[arg-type]
    return None


def _package(words: list[str]) -> Package | None:
    found = Words(words)
    number = found.number()
    of = found.names() if number and found.take("of") else ()
    return Package(number, of) if number and number <= len(of) and not found.left else None


def _leaving(words: list[str]) -> tuple[str, ...]:
    found = Words(words)
    names = found.names()
    return () if found.left else names


def _requirement(words: list[str]) -> Requirement | None:
    found = Words(words)
    parties = Words(words[:1]).parties()
    found.text()
    of = found.names() if found.take("consent") else ()
    return Requirement(parties[0], of) if parties and of and not found.left else None


def _lapses(words: list[str]) -> Any:
    return Words(words).day() if words[1:] == ["unless", "met"] else None


def _day(words: list[str]) -> Any:
    return Words(words).day() if len(words) == 1 else None


def _scope(words: list[str]) -> str:
    return words[0] if len(words) == 1 and words[0] in _SCOPES else ""


_LINES: dict[str, Reader] = {
    "cite": _one("cite", "".join),
    "quote": _one("quote", "".join),
    "counting": _one("counting", _means),
    "split": _one("split", _split),
    "organisations": _organisations,
    "package": _one("package", _package),
    "after-leaving": _one("leaving", _leaving),
    "requires": _more("requirements", _requirement),
    "waiver": _one("waiver", lambda words: words[0] if len(words) == 1 else ""),
    "lapses": _one("lapses", _lapses),
    "then": _more("then", parse_delay),
    "later": _one("later", Later.parse),
    "not-before": _more("floors", parse_floor),
    "effect-from": _one("effect_from", _day),
    "until": _one("until", _day),
    "provision": _more("provisions", Provision.parse),
    "scope": _one("scope", _scope),
}
_EXAMPLES = {
    "cite": 'cite "art. 22"',
    "quote": 'quote "on the thirtieth day after"',
    "counting": "counting ratify accept approve accede",
    "split": "split signature complete",
    "organisations": "organisations excluded | not-additional | counted | as 27",
    "package": "package 2 of ccw-p1 ccw-p2 ccw-p3",
    "after-leaving": "after-leaving ulis-1964 ulf-1964",
    "requires": "requires TJ consent union-1995",
    "waiver": 'waiver "art. 28(2)"',
    "lapses": "lapses 1978-06-30 unless met",
    "then": "then +30 days; then +3 months back; then first of month after +3 months back",
    "later": "later +30 days from own-deposit",
    "not-before": "not-before 1995-01-13; not-before in-force NAME; not-before +24 months back from opening",
    "effect-from": "effect-from 2022-01-01",
    "until": "until 2024-05-31",
    "provision": 'provision "Annex II" then +36 months back',
    "scope": "scope depositors",
}
KNOWN = ("when", "any-of", "smaller-of", *_LINES)
