"""The clause of a case, in the types of law: what all its counts have in common stands once, at the top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from servanda.exchange.final_clause_delays import read_delay
from servanda.exchange.final_clause_rules import read_rule
from servanda.law.conditions import Circle, Condition, Count, Presumed, Selection, Subset
from servanda.law.conditions.count import Noun
from servanda.law.counting import OrganisationRule
from servanda.law.delay_lines import Later
from servanda.law.floors import NotBeforeParent
from servanda.law.terms import EntryIntoForce
from servanda.law.words import Words
from tools.law_files.tables import Case, by_id

_YEARS = re.compile(r"(\d+) year\(s\)")
_ORDER = ("ratify", "accept", "approve", "accede", "succeed", "formally-confirm", "complete", "sign")


def clause_of(case: Case) -> EntryIntoForce:
    """The clause on entry into force of a reference case."""
    rule = read_rule(case)
    given = case["rule"]["conditions"]
    read = iter(rule.clause.when)
    pairs = [(one, next(read)) for one in given if not _is_floor(one)]
    counting = {condition.whose.counting for _, condition in pairs if isinstance(condition, Count)}
    means = _means(counting.pop(), given) if len(counting) == 1 else ()
    parents = tuple(NotBeforeParent(one["parent"]) for one in given if _is_floor(one))
    return replace(
        rule.clause,
        cite=_cite(str(case["clause"])),
        counting=means,
        organisations=_organisations(given),
        when=tuple(_conditions(pairs, keep=not means)),
        later=_later(case),
        floors=parents or rule.clause.floors,
    )


def _is_floor(one: Mapping[str, Any]) -> bool:
    return bool(one["kind"] == "parent_in_force" and one["effect"] == "floor")


def _cite(article: str) -> str:
    return article[0].lower() + article[1:] if article.startswith(("Art.", "Arts.")) else article


def _means(means: tuple[str, ...], given: list[dict[str, Any]]) -> tuple[str, ...]:
    """The means that count, in the order of the Vienna Convention; what is registered at Geneva is a ratification."""
    if any("registration of ratification" in (one.get("acts") or ()) for one in given):
        return ("ratify",)
    return tuple(sorted(means, key=_ORDER.index))


def _organisations(given: list[dict[str, Any]]) -> OrganisationRule:
    """What the clause says of an organisation's instrument."""
    said = {one["reio_excluded"] for one in given if "reio_excluded" in one}
    return "not-additional" if True in said else "counted" if False in said else ""


def _conditions(pairs: list[tuple[dict[str, Any], Condition]], *, keep: bool) -> Iterator[Condition]:
    """The conditions; a subset of known members joins the count that it narrows."""
    subsets = [Subset(one["n"], circle) for one, _ in pairs if (circle := _subset_circle(one))]
    for one, condition in pairs:
        if isinstance(condition, Count):
            yield _count(one, condition, tuple(subsets), keep=keep)
            if who := _untold(one):
                yield Presumed(who)
        elif isinstance(condition, Presumed) and one["kind"] == "subset_count":
            if not _subset_circle(one):
                yield Presumed(f"at least {one['n']} from: {one['of']}")
        else:
            yield condition


def _count(one: Mapping[str, Any], count: Count, subsets: tuple[Subset, ...], *, keep: bool) -> Count:
    whose = Selection(count.whose.counting if keep else (), among=_circle(str(one.get("who") or "")))
    noun: Noun = "ratifications" if "registration of ratification" in (one.get("acts") or ()) else "deposits"
    return replace(count, noun=noun, whose=whose, subsets=subsets)


def _circle(described: str) -> Circle | None:
    """The circle that a description stands for, by the hand-kept table; none where all who may consent belong to it."""
    written = by_id("circles", "described")[described]["circle"] if described else ""
    return Circle.read(Words(written.split())) if written not in ("", "presumed") else None


def _subset_circle(one: Mapping[str, Any]) -> Circle | None:
    return _circle(str(one["of"])) if one["kind"] == "subset_count" else None


def _untold(one: Mapping[str, Any]) -> str:
    """A class of parties of which there is no list: that those counted belong to it is presumed, and said."""
    who = str(one.get("who") or "")
    return f"only these count: {who}" if who and by_id("circles", "described")[who]["circle"] == "presumed" else ""


def _later(case: Case) -> Later | None:
    rule = case["later_states"]
    return Later(read_delay(rule["delay"])) if rule else None


def note_of(case: Case) -> str:
    """The whole rule in own words, what is peculiar, and what was not checked."""
    own_words = _YEARS.sub(
        lambda found: f"{found[1]} year" if found[1] == "1" else f"{found[1]} years", case["clause_in_own_words"]
    )
    parts = [own_words, case["note"], case["provisional_application"]]
    if case["provisional_application"]:
        parts[2] = f"Provisional application: {case['provisional_application'].rstrip('.')}."
    later = case["later_states"]
    if later and later["assumed_same"]:
        parts.append("The rule for later parties is taken over from the general one, not checked.")
    return " ".join(part for part in parts if part)
