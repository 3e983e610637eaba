"""A clause on entry into force: what counts, conditions, delays, floors, and what ends it."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.days import Day
from servanda.law.conditions import Condition
from servanda.law.counting import Counting, OrganisationRule, Package, Requirement
from servanda.law.delay_lines import Later
from servanda.law.delays import Delay
from servanda.law.floors import Floor
from servanda.law.provision import Provision
from servanda.text.tokens import quoted


@dataclass(frozen=True, slots=True)
class EntryIntoForce:
    """When an instrument enters into force: conditions that must all hold, then delays, then floors."""

    cite: str = ""
    quote: str = ""
    counting: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    organisations: OrganisationRule = ""
    worth: int = 1
    package: Package | None = None
    leaving: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    waiver: str = ""
    when: tuple[Condition, ...] = ()
    lapses: Day | None = None
    then: tuple[Delay, ...] = ()
    later: Later | None = None
    floors: tuple[Floor, ...] = ()
    effect_from: Day | None = None
    until: Day | None = None
    provisions: tuple[Provision, ...] = ()
    scope: str = ""

    @property
    def counts(self) -> Counting:
        """What counts as consent; under a split clause definitive signature does, too."""
        means = frozenset(self.counting) | (frozenset(("sign", *self.split)) if self.split else frozenset())
        return Counting(means, self.organisations, self.worth, self.package, self.leaving, self.requirements)

    def lines(self) -> tuple[str, ...]:
        """The clause written back as the lines of its act."""
        return (
            *([f"cite {quoted(self.cite)}"] if self.cite else []),
            *([f"quote {quoted(self.quote)}"] if self.quote else []),
            *([f"counting {' '.join(self.counting)}"] if self.counting else []),
            *([f"split signature {' '.join(self.split)}"] if self.split else []),
            *self._lines_on_organisations(),
            *([str(self.package)] if self.package else []),
            *([f"after-leaving {' '.join(self.leaving)}"] if self.leaving else []),
            *map(str, self.requirements),
            *([f"waiver {quoted(self.waiver)}"] if self.waiver else []),
            *(line for condition in self.when for line in condition.lines()),
            *([f"lapses {self.lapses} unless met"] if self.lapses else []),
            *(f"then {delay}" for delay in self.then),
            *([f"later {self.later}"] if self.later else []),
            *map(str, self.floors),
            *([f"effect-from {self.effect_from}"] if self.effect_from else []),
            *([f"until {self.until}"] if self.until else []),
            *map(str, self.provisions),
            *([f"scope {self.scope}"] if self.scope else []),
        )

    def _lines_on_organisations(self) -> list[str]:
        if self.worth > 1:
            return [f"organisations as {self.worth}"]
        return [f"organisations {self.organisations}"] if self.organisations else []
