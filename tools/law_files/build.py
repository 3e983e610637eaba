"""The whole: one file an instrument, in the order declarations, clause, acts, expectations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from servanda.acts import Act
from servanda.acts.declarations import Clause, Depositary, Instrument, Source
from servanda.acts.keeping import Expect
from servanda.days import Day
from servanda.text import print_acts, read
from tools.law_files.clauses import clause_of, note_of
from tools.law_files.deeds import acts_of_case, acts_of_table
from tools.law_files.paris import ID as PARIS
from tools.law_files.paris import paris_acts
from tools.law_files.sources import cites, scraped_source, sources_of
from tools.law_files.tables import DATA, Case, by_id, read_cases, table

HEADER = "; Made by tools/law_files: correct the reference cases or the tool's own data, not this file.\n"
_ENDS = {"to the trigger": "; The acts of the parties end with the day on which the conditions were met.\n", "all": ""}


def build(reference: Path) -> dict[str, str]:
    """The text of every file by its name."""
    cases = read_cases(reference)
    return {f"{row['id']}.acts": _text(row, cases.get(row["id"]), reference) for row in table("instruments")}


def _text(row: dict[str, str], case: Case | None, reference: Path) -> str:
    acts = list(_acts(row, case, reference))
    return _uses(row["id"]) + HEADER + _ENDS.get(row["acts"], f"; {row['acts']}\n") + print_acts(acts)


def _uses(instrument: str) -> str:
    others = by_id("uses", "instrument").get(instrument, {"uses": ""})["uses"]
    return " ".join(["uses law/organisations.acts", *others.split()]) + "\n"


def _acts(row: dict[str, str], case: Case | None, reference: Path) -> Iterator[Act]:
    """The acts of one instrument, by their place in the file."""
    own = _own(row["id"])
    found = [*own, *acts_of_table(row["id"])]
    if row["id"] == PARIS:
        found += paris_acts(reference)
    if case and not any(isinstance(act, Instrument) for act in own):
        kept = {act.about for act in own if isinstance(act, Clause)}
        found += [act for act in _of_case(row, case) if not (isinstance(act, Clause) and act.about in kept)]
    declared = {act.of for act in found if isinstance(act, Source)}
    cited = {cite.of for act in found for cite in act.source}
    scraped = sorted(name.removeprefix("untreaties-") for name in cited - declared if name.startswith("untreaties-"))
    found += map(scraped_source, scraped)
    yield from sorted(found, key=_place)


def _own(instrument: str) -> list[Act]:
    """What is kept by hand of an instrument."""
    path = DATA / "own" / f"{instrument}.acts"
    if not path.exists():
        return []
    text = read(path.read_text(encoding="utf-8"), str(path))
    if text.problems:
        raise ValueError("\n".join(map(str, text.problems)))
    return [one.act for one in text.acts]


def _place(act: Act) -> tuple[int, Day, str, tuple[str, ...]]:
    """Declarations first, then the acts by day, at last what others say."""
    first: dict[str, int] = {"source": 0, "organisation": 1, "instrument": 2, "depositary": 3, "group": 4, "table": 4}
    last = {"clause": 5, "expect": 7, "prefer": 8}
    return first.get(act.verb, last.get(act.verb, 6)), act.on, act.verb, act.actors


def _of_case(row: dict[str, str], case: Case) -> Iterator[Act]:
    """What a reference case tells: sources, instrument, depositary, clause, acts, the published day."""
    sources, on = sources_of(case), Day.parse(row["adopted"])
    told: dict[str, Any] = {"of": row["id"], "source": cites(sources)}
    yield from sources
    yield Instrument(on=on, title=row["title"], place=row["place"], **told)
    for by in by_id("depositaries", "depositary")[case["depositary"]]["by"].split():
        yield Depositary(on=on, by=by, **told)
    lines = clause_of(case).lines()
    yield Clause(on=on, about="entry-into-force", lines=lines, note=note_of(case), **told)
    until = case["condition_met"] if row["acts"] == "to the trigger" else "9999-12-31"
    yield from acts_of_case(case, sources[-1].of, until=until)
    yield _expect(row["id"], case["entry_into_force"], told)


def _expect(instrument: str, day: str, told: dict[str, Any]) -> Expect:
    """The published day, with the cause where what is computed differs from it."""
    act = Expect(on=Day.parse(day), claim=f"in force since {day}", **told)
    cause = by_id("differences", "instrument").get(instrument, {"cause": ""})["cause"]
    return msgspec.structs.replace(act, known_difference=cause)
