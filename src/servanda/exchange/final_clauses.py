"""Reference cases of final clauses, computed by the engine of law and compared with the recorded dates.

The schema is that of a file of real instruments: a structured rule, the acts of the parties where their list is
complete up to the threshold, else the day on which the condition was met, and the recorded entry into force, which may
be left out. Cases are solved by kind: nothing here knows an instrument by name.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Literal

from servanda.days import Day, NotADay
from servanda.exchange.final_clause_acts import CaseFacts, read_acts, uncounted
from servanda.exchange.final_clause_delays import Unreadable, day_of
from servanda.exchange.final_clause_practice import practice_told
from servanda.exchange.final_clause_rules import Rule, read_rule
from servanda.law.entry import Entry, compute, from_trigger
from servanda.law.facts import Deed
from servanda.words.phrases import bracketed, joined, say, verbatim

Result = Literal["agree", "differ", "not_computable", "computed"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One case: the day met and the day computed, the day recorded, how they compare, and why."""

    id: str
    met: str | None
    computed: str | None
    recorded: str | None
    result: Result
    reason: str
    reasons: list[str] = field(default_factory=list)
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All cases of a file, with their numbers."""

    cases: list[Answer]

    def number(self, result: Result) -> int:
        """How many cases have a result."""
        return sum(case.result == result for case in self.cases)

    def as_json(self) -> dict[str, Any]:
        """The stable form."""
        results: tuple[Result, ...] = ("agree", "differ", "not_computable", "computed")
        return {result: self.number(result) for result in results} | {"cases": [asdict(case) for case in self.cases]}


def read_cases(text: str) -> list[Any] | str:
    """The cases of a file, or the sentence that says why it holds none."""
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()  # half a character would fail only when the answer is written
    except (ValueError, RecursionError) as error:
        return f"this is not JSON: {error}"
    cases = data.get("cases") if isinstance(data, dict) else data
    return cases if isinstance(cases, list) else "the file has no list of 'cases'"


def verify(cases: list[Any]) -> Report:
    """Compute every case and compare it with what is recorded."""
    found = _Cases({case["id"]: case for case in cases if isinstance(case, dict) and isinstance(case.get("id"), str)})
    return Report([_answer(found, case, number) for number, case in enumerate(cases, 1)])


@dataclass(slots=True)
class _Computed:
    """What came out of a case: the day met, the day of entry into force, and the trace."""

    met: Day | None
    since: Day | None
    words: list[str]
    not_met: bool = False


@dataclass(slots=True)
class _Cases:
    """The cases of a file by id: one may be the parent of another."""

    by_id: Mapping[str, Mapping[str, Any]]
    asking: set[str] = field(default_factory=set)

    def since(self, name: str) -> Day | None:
        """The entry into force of another case, if it can be computed without asking for itself."""
        case = self.by_id.get(name)
        if case is None or name in self.asking:
            return None
        try:
            return self.compute(case).since
        except Unreadable:
            return None

    def compute(self, case: Mapping[str, Any]) -> _Computed:
        """Compute a case; raises Unreadable where it says what is not known."""
        name = str(case.get("id"))
        self.asking.add(name)
        try:
            acts, note = _acts(case)
            rule = read_rule(case, frozenset(deed.party for deed in acts))
            rule.notes += [note] if note else []
            if unknown := uncounted(acts, rule.counted):
                rule.notes.append(say("no consent, so not counted: {kinds}", kinds=verbatim(", ".join(unknown))))
            return _compute(rule, acts, case, self)
        finally:
            self.asking.discard(name)


def _compute(rule: Rule, acts: list[Deed], case: Mapping[str, Any], cases: _Cases) -> _Computed:
    """The day met from the acts where they decide it; else the case's own, carried through the same delays."""
    facts, of = CaseFacts(acts, rule.parents, cases.since), str(case.get("id"))
    if acts and rule.is_decided_by_acts:
        entry = compute(rule.clause, facts, of, date.max)
        if case.get("in_force") is False and entry.presumed:
            return _rebutted(entry, rule.notes)
        if case.get("condition_met") is None or _decides(entry, rule, case):
            return _traced(entry, rule.notes, not_met=entry.trigger is None and not entry.perhaps)
    why = say("the acts do not decide the conditions") if acts else say("no acts are given")
    met = _condition_met(case, rule, why)
    entry = from_trigger(replace(rule.clause, when=()), facts, of, met, date.max)
    return _traced(entry, [say("{why}: the day met is the case's own (condition_met)", why=why), *rule.notes])


def _decides(entry: Entry, rule: Rule, case: Mapping[str, Any]) -> bool:
    """Tell whether the acts alone give the day: a whole one, with nothing else met after it and no other way before.

    What no acts can decide is taken as met with them; where the case says that all was met on a later day, it was not.
    """
    if entry.trigger is None or not entry.trigger.is_whole:
        return False
    may_follow = rule.has_later_step or bool(entry.presumed)
    if not (may_follow or rule.has_other_way):
        return True
    given = day_of(case["condition_met"], "condition_met")
    return not (may_follow and given > entry.trigger) and not (rule.has_other_way and given < entry.trigger)


def _rebutted(entry: Entry, notes: list[str]) -> _Computed:
    """What no acts can decide is taken as met only as long as the case does not say the contrary."""
    what = joined("; ", entry.presumed)
    words = say("the case says that it is not in force, so not taken as met: {what}", what=what)
    return _Computed(None, None, [words, *(reason.words for reason in entry.reasons[:1]), *notes], not_met=True)


def _acts(case: Mapping[str, Any]) -> tuple[list[Deed], str]:
    """The acts of a case, none where they cannot be read and the case itself gives the day; and what is to be said."""
    try:
        return read_acts(case), ""
    except Unreadable as error:
        if case.get("condition_met") is None:
            raise
        return [], say("the acts cannot be used: {error}", error=verbatim(str(error)))


def _condition_met(case: Mapping[str, Any], rule: Rule, why: str) -> Day:
    """The day the case gives; raises Unreadable, with what is waited for, where it gives none."""
    if case.get("condition_met") is None:
        waiting = verbatim("; ".join(map(str, rule.clause.when)))
        raise Unreadable(
            say(
                "{why}, and the day on which the condition was met is not known; missing: {waiting}",
                why=why,
                waiting=waiting,
            )
        )
    return day_of(case["condition_met"], "condition_met")


def _traced(entry: Entry, notes: list[str], *, not_met: bool = False) -> _Computed:
    words = [reason.words for reason in entry.reasons]
    missing = [say("missing: {what}", what=what) for what in entry.missing]
    return _Computed(entry.trigger, entry.since, [*words, *missing, *notes], not_met)


def _answer(cases: _Cases, case: object, number: int) -> Answer:
    """The answer to one case, whatever it is."""
    if not isinstance(case, dict):
        return Answer(f"case {number}", None, None, None, "not_computable", "the case is not an object")
    name = case["id"] if isinstance(case.get("id"), str) else f"case {number}"
    recorded = case["entry_into_force"] if isinstance(case.get("entry_into_force"), str) else None
    try:
        found = cases.compute(case)
    except Unreadable as error:
        return Answer(name, None, None, recorded, "not_computable", error.args[0])
    met, since = _whole(found.met), _whole(found.since)
    result, reason = _compare(case, found, since, recorded)
    return Answer(name, met, since, recorded, result, reason, found.words, verified=case.get("verified") is True)


def _whole(day: Day | None) -> str | None:
    return str(day) if day and day.is_whole else None


def _compare(case: Mapping[str, Any], found: _Computed, since: str | None, recorded: str | None) -> tuple[Result, str]:
    """The result and its reason."""
    if since is None and not found.not_met:
        if found.since:
            ends = say("only both ends can be given: {ends}", ends=found.since)
            return "not_computable", joined("; ", (ends, _short(found)))
        return "not_computable", _short(found)
    if "entry_into_force" not in case or (recorded is None and since and case.get("in_force") is not False):
        return "computed", _short(found)
    if since == recorded:
        return "agree", _short(found)
    if recorded and since and (rough := _roughly(since, recorded)):
        return rough[0], joined("; ", (rough[1], _short(found)))
    told = practice_told(case, since, recorded)
    differ = say("computed {since}, recorded {recorded}", since=since or say("not met"), recorded=recorded)
    parts = (joined(" ", (differ, _cause(case))), told, _short(found))
    return "differ", joined("; ", parts)


def _roughly(since: str, recorded: str) -> tuple[Result, str] | None:
    """How a computed day compares with what is no whole day: a month or a year that holds it, or no day at all."""
    try:
        day = Day.parse(recorded)
    except NotADay:
        return "computed", say("what is recorded is no day: {recorded}", recorded=verbatim(recorded))
    if day.is_whole or not day.first <= Day.parse(since).first <= day.last:
        return None
    return "agree", say("recorded is only {recorded}, which holds the computed {since}", recorded=recorded, since=since)


def _cause(case: Mapping[str, Any]) -> str:
    """What the file itself says of a difference."""
    said = [case[key] for key in ("confidence", "note") if isinstance(case.get(key), str)]
    return bracketed(verbatim("; ".join(said))) if said else ""


_LONG = 200


def _short(found: _Computed) -> str:
    """The trace as one line, without the lists of parties."""
    return joined("; ", (words if len(words) < _LONG else verbatim(words.partition(":")[0]) for words in found.words))
