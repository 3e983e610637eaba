"""The `rule` of a reference case of final clauses, read into the conditions, delays and floors of law.

What cannot be decided from a list of acts (tonnage, regions, members of a group told only in words) becomes a condition
that is taken as met and named in the answer. What is not known or lacks a field is not read at all, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from servanda.days import Day
from servanda.exchange.final_clause_delays import MOST, Unreadable, day_of, need, read_delay, said
from servanda.exchange.final_clause_means import ORDINARY, means_of, party_of
from servanda.law.conditions import AllOf, AnyOf, Condition, Count, Each, InForce, Named, Presumed, Selection, Within
from servanda.law.floors import Floor, NotBefore, NotBeforeParent
from servanda.law.terms import EntryIntoForce
from servanda.words.phrases import say, verbatim


@dataclass(slots=True)
class Rule:
    """A rule as it was read: the clause, the days of parents, and what was noticed on the way."""

    clause: EntryIntoForce
    parents: dict[str, Day] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    has_later_step: bool = False
    has_other_way: bool = False
    counted: frozenset[str] = frozenset()

    @property
    def is_decided_by_acts(self) -> bool:
        """Tell whether some condition can be decided from acts."""
        return any(_is_decided(condition) for condition in self.clause.when)


def read_rule(case: Mapping[str, Any], parties: frozenset[str] = frozenset()) -> Rule:
    """The rule of a case, whose acts are those of some parties; raises Unreadable with the reason."""
    rule = need(case, "rule", dict, "the case")
    conditions = need(rule, "conditions", list, "the rule")
    reader = _Reader(rule, parties, not_in_force=case.get("in_force") is False)
    when = tuple(condition for one in conditions if (condition := reader.read(one)))
    if not conditions:
        when = (Each(Selection(reader.means(None))),)
    floors = [*reader.floors]
    if rule.get("not_before") is not None:
        floors.append(NotBefore(day_of(rule["not_before"], "not_before")))
        floors = [floor for floor in floors if not _is_told(floor, reader.parents)]
    then = read_delay(need(rule, "delay", dict, "the rule"))
    cite = case.get("clause")
    clause = EntryIntoForce(
        cite=cite if isinstance(cite, str) else "",
        counting=reader.named_means,
        when=when,
        then=then,
        floors=tuple(floors),
    )
    later = any(isinstance(one, dict) and one.get("kind") in _LATER_STEPS for one in conditions)
    return Rule(
        clause,
        reader.parents,
        reader.notes,
        has_later_step=later,
        has_other_way=reader.left_aside,
        counted=frozenset(reader.counted),
    )


# What by its nature follows the last instrument: a second, collective step, or time that runs.
_LATER_STEPS = ("agreement_notification", "elapsed")


def _is_told(floor: Floor, parents: Mapping[str, Day]) -> bool:
    """A parent whose day is not given has its day repeated as the floor of the rule."""
    return isinstance(floor, NotBeforeParent) and floor.parent not in parents


# -- conditions ----------------------------------------------------------------------------------------------


class _Reader:
    """Reads the conditions of one rule, and keeps floors, parents and notes beside them."""

    def __init__(self, rule: Mapping[str, Any], parties: frozenset[str], *, not_in_force: bool) -> None:
        self.rule = rule
        self.parties = parties
        self.not_in_force = not_in_force
        self.left_aside = False
        self.counted: set[str] = set()
        self.named_means: tuple[str, ...] = ()
        self.floors: list[Floor] = []
        self.parents: dict[str, Day] = {}
        self.notes: list[str] = []

    def read(self, one: object, depth: int = 0) -> Condition | None:
        """A condition, with its window if it has one; None for a floor."""
        if not isinstance(one, dict):
            raise Unreadable(f"a condition is {said(one)}, not an object")
        kind = need(one, "kind", str, "a condition")
        reader = _KINDS.get(kind)
        if reader is None:
            raise Unreadable(f"the condition '{kind}' is of a kind that is not known")
        if depth > 8:
            raise Unreadable("conditions are nested too deeply")
        condition = reader(self, one, depth)
        start, end = (day_of(one[key], key) if one.get(key) is not None else None for key in ("from", "until"))
        return Within.of(condition, start, end) if condition else None

    def means(self, acts: object) -> tuple[str, ...]:
        """The means of consent that count: those named, else the default of the rule; all of them are remembered."""
        found = self._means(acts)
        self.counted.update(found)
        return found

    def _means(self, acts: object) -> tuple[str, ...]:
        if acts is None or acts == []:
            acts = self.rule.get("default_acts")
        if acts is None:
            return tuple(sorted(ORDINARY))
        terms = [acts] if isinstance(acts, str) else acts
        if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
            raise Unreadable(f"the field 'acts' of a count is {said(acts)}, not a list of kinds of act")
        return tuple(sorted({means for term in terms for means in means_of(term)}))

    def count(self, one: Mapping[str, Any], depth: int) -> Condition:
        """A number of parties."""
        number = _positive(one, "n")
        if one.get("who"):
            self.notes.append(
                say("that only these count cannot be decided from the acts: {who}", who=verbatim(str(one["who"])))
            )
        excluded = one.get("reio_excluded") is True
        return Count(number, "deposits", Selection(self.means(one.get("acts")), only_states=excluded))

    def named(self, one: Mapping[str, Any], depth: int) -> Condition:
        """States of a list, all of them: decided where all are found among the acts, or the case is not in force."""
        states = one.get("states")
        codes = {self._code(state) for state in states if isinstance(state, str)} if isinstance(states, list) else set()
        if codes and (self.not_in_force or self.parties.issuperset(codes)):
            self.named_means = self.means(None)
            return Named(tuple(sorted(codes)))
        return self.presumed(one, depth)

    def _code(self, state: str) -> str:
        """The code of a state of a list; registers of today keep the acts of the USSR under the Russian Federation."""
        code = party_of(state)
        return "RU" if code == "SUHH" and code not in self.parties and "RU" in self.parties else code

    def presumed(self, one: Mapping[str, Any], depth: int) -> Condition:
        """A condition that no list of acts can decide."""
        return Presumed(_described(one))

    def parent(self, one: Mapping[str, Any], depth: int) -> Condition | None:
        """Another instrument, as a floor or as a condition."""
        parent, effect = need(one, "parent", str, "a parent_in_force"), one.get("effect")
        if one.get("parent_in_force_since") is not None:
            self.parents[parent] = day_of(one["parent_in_force_since"], "parent_in_force_since")
        if effect == "condition":
            return InForce(parent)
        if effect != "floor":
            raise Unreadable(f"the effect of a parent in force is {said(effect)}, not 'floor' or 'condition'")
        self.floors.append(NotBeforeParent(parent))
        return None

    def options(self, one: Mapping[str, Any], depth: int) -> Condition:
        """Alternatives; those that no acts can decide are left aside where others can be decided."""
        given = need(one, "options", list, "an any_of or min_of")
        options = [condition for option in given if (condition := self.read(option, depth + 1))]
        decided = tuple(option for option in options if _is_decided(option))
        aside = [str(option) for option in options if not _is_decided(option)]
        if not decided:
            return Presumed(" or ".join(aside) or _described(one))
        if aside:
            self.left_aside = True
            what = verbatim(" or ".join(aside))
            self.notes.append(say("left aside, as no acts can decide it: {what}", what=what))
        return AnyOf(decided) if len(decided) > 1 else decided[0]

    def items(self, one: Mapping[str, Any], depth: int) -> Condition:
        """Conditions that hold together."""
        items = tuple(
            condition for item in need(one, "items", list, "an all") if (condition := self.read(item, depth + 1))
        )
        return AllOf(items) if len(items) > 1 else items[0] if items else Presumed(_described(one))


_KINDS: dict[str, Callable[[_Reader, Mapping[str, Any], int], Condition | None]] = {
    "count": _Reader.count,
    "parent_in_force": _Reader.parent,
    "any_of": _Reader.options,
    "min_of": _Reader.options,
    "all": _Reader.items,
    "all_named": _Reader.named,
} | dict.fromkeys(
    (
        "subset_count",
        "all_of",
        "fraction",
        "share",
        "amount_sum",
        "ratio",
        "agreement_notification",
        "waiver",
        "elapsed",
    ),
    _Reader.presumed,
)


def _is_decided(condition: Condition) -> bool:
    """Tell whether acts can decide a condition, at least in part."""
    match condition:
        case Within():
            return _is_decided(condition.condition)
        case AllOf():
            return any(map(_is_decided, condition.items))
    return not isinstance(condition, Presumed | InForce)


def _described(one: Mapping[str, Any]) -> str:
    """A condition in words: its kind and its parameters as given."""
    parts = [f"{key} {value}" for key, value in one.items() if key not in ("kind", "options", "items")]
    return f"{one['kind']} ({', '.join(parts)})" if parts else str(one["kind"])


def _positive(one: Mapping[str, Any], name: str) -> int:
    number: int = need(one, name, int, f"a {one.get('kind', 'delay')}")
    if not 0 < number <= MOST:
        raise Unreadable(f"the field '{name}' is {number}, out of all proportion")
    return number
