"""The acts of the parties, up to the day on which the condition was met: one act for all who did the same that day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from servanda.acts import Act, Cite
from servanda.acts.consent import Consent, Means
from servanda.acts.documents import Sign
from servanda.days import Day
from servanda.exchange.final_clause_means import kind_of
from servanda.words.registers import party_of_register
from tools.law_files.tables import Case, table

UNRECORDED: Means = "ratify"
"""The verb where the source does not tell the means of consent: inferred, and said so."""

_NOTE = "means not recorded"


@dataclass(frozen=True, slots=True)
class Deed:
    """What one party did on a day, by which means; `consent` where the source does not tell the means."""

    day: str
    means: Any
    party: str
    confidence: Any = "read"
    note: str = ""
    source: str = ""


def acts_of_case(case: Case, source: str, *, until: str) -> list[Act]:
    """The acts that a reference case lists, up to a day."""
    given = sorted(case.get("acts") or (), key=lambda act: str(act["date"]))
    unrecorded = "ratify" if _is_registered(case) else "consent"
    deeds = [
        Deed(act["date"], unrecorded if act["kind"] == "consent" else kind_of(act["kind"]), party, source=source)
        for act in given
        if act["date"] <= until and act["party"] and (party := party_of_register(act["party"]))
    ]
    return acts(str(case["id"]), _once(deeds))


def _is_registered(case: Case) -> bool:
    """Tell whether ratifications are registered: then every consent is one (International Labour Conventions)."""
    return any("registration of ratification" in (one.get("acts") or ()) for one in case["rule"]["conditions"])


def acts_of_table(instrument: str) -> list[Act]:
    """The acts of the hand-kept table."""
    rows = [row for row in table("acts") if row["instrument"] == instrument]
    deeds = [
        Deed(row["day"], row["means"], party, row["confidence"], row["note"], row["source"])
        for row in rows
        for party in row["parties"].split()
    ]
    return acts(instrument, deeds)


def _once(deeds: Iterable[Deed]) -> Iterator[Deed]:
    """A party's first act by a means: a second one on another day is the register's slip, not a second consent."""
    seen = set()
    for deed in deeds:
        if (deed.party, deed.means) not in seen:
            seen.add((deed.party, deed.means))
            yield deed


def acts(instrument: str, deeds: Iterable[Deed]) -> list[Act]:
    """The acts: who did the same on the same day, as told by the same source, shares one."""
    shared: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for deed in deeds:
        shared[deed.day, deed.means, deed.confidence, deed.note, deed.source].append(deed.party)
    return [_act(instrument, key, parties) for key, parties in sorted(shared.items())]


def _act(instrument: str, key: tuple[Any, ...], parties: list[str]) -> Act:
    day, means, confidence, note, source = key
    told: dict[str, Any] = {"confidence": confidence, "note": note, "source": (Cite(source),)}
    common: dict[str, Any] = {"on": Day.parse(day), "of": instrument, "by": tuple(sorted(parties))}
    if means == "sign":
        return Sign(manner="definitive", **common, **told)
    if means == "consent":
        return Consent(means=UNRECORDED, **common, **told | {"confidence": "inferred", "note": _NOTE})
    return Consent(means=means, **common, **told)
