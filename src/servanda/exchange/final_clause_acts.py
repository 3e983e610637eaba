"""The acts of a reference case of final clauses, as the facts that law asks for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from servanda.days import Day
from servanda.exchange.final_clause_delays import Unreadable, day_of
from servanda.exchange.final_clause_means import WITHDRAWAL, kind_of, party_of
from servanda.law.counting import MEANS, UNSPECIFIED
from servanda.law.facts import Deed, DeedKind
from servanda.law.practice import NOTHING_KNOWN, Practised
from servanda.law.weights import Weights

_KINDS: dict[str, DeedKind] = {"sign": "definitive", WITHDRAWAL: "withdrawal"}


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The facts of one case: its acts, the days of its parents, and the other cases of the file."""

    acts: Sequence[Deed]
    parents: Mapping[str, Day]
    other: Callable[[str], Day | None]

    def deeds(self, of: str, kind: DeedKind) -> Sequence[Deed]:
        """The consents, and what takes them back; definitive signatures apart, as they count only where named."""
        return [deed for deed in self.acts if _KINDS.get(deed.means, "consent") == kind]

    def group(self, name: str, day: date) -> frozenset[str] | None:
        """No group is given."""
        return None

    def table(self, name: str, day: date) -> Weights | None:
        """No table is given."""
        return None

    def changes(self, name: str) -> Iterable[Day]:
        """Nothing changes but by acts."""
        return ()

    def practice(self, instrument: str, day: date) -> Practised:
        """No practice is applied: a rule of the schema leaves nothing open."""
        return NOTHING_KNOWN

    def force_of(self, instrument: str) -> Day | None:
        """The day of a parent as the rule gives it, else as computed from the parent's own case."""
        return self.parents.get(instrument) or self.other(instrument)

    def waits_for_itself(self, instrument: str) -> bool:
        """A case of the file that is being asked about answers nothing; that is all."""
        return False


def read_acts(case: Mapping[str, Any]) -> list[Deed]:
    """The acts of a case by day; raises Unreadable where one of them is no act."""
    given = case.get("acts")
    if given is None:
        return []
    if not isinstance(given, list):
        raise Unreadable("the field 'acts' is not a list")
    deeds = [_read_act(act, number) for number, act in enumerate(given, 1)]
    return sorted(deeds, key=lambda deed: (deed.on, deed.party))


def _read_act(act: object, number: int) -> Deed:
    if not isinstance(act, dict) or not isinstance(act.get("kind"), str):
        raise Unreadable(f"act {number} of the list has no kind")
    means = kind_of(act["kind"])
    try:
        on = day_of(act.get("date"), "date")
        effect = _effect(act) if means == WITHDRAWAL else None
    except Unreadable as error:
        raise Unreadable(f"act {number} of the list: {error}") from error
    return Deed(_party(act.get("party"), number), on, means, (f"act {number}",), effect)


def _effect(act: Mapping[str, Any]) -> Day | None:
    """The day on which a withdrawal takes effect, where it is told; else it does so on its own day."""
    return None if act.get("effect") is None else day_of(act["effect"], "effect")


def uncounted(acts: Sequence[Deed], counted: Collection[str]) -> list[str]:
    """The kinds of the acts that are no consent, no withdrawal and nothing that the rule names."""
    return sorted({deed.means for deed in acts} - MEANS - {UNSPECIFIED, WITHDRAWAL} - set(counted))


def _party(name: object, number: int) -> str:
    """The party of an act; who is not named is nobody else."""
    return party_of(name) if isinstance(name, str) and name.strip() else f"unnamed party {number}"
