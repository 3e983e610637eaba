"""How far a party is bound: parts left out, options taken, amendments, territories, and who is not concerned."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts.consent import (
    Denounce,
    ExcludeTerritory,
    ExtendTerritory,
    Opt,
    OptOut,
)
from servanda.law.reasons import Reason
from servanda.status.own import Own
from servanda.status.standing import BOUND, Answer, Territory
from servanda.status.suspension import suspended
from servanda.status.versions import versions_of
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Extent:
    """What stands beside the word of a standing, and why."""

    without: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    territories: tuple[Territory, ...] = ()
    towards: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


def extent_of(own: Own, answer: Answer) -> Extent:
    """The extent to which a party is bound; nothing for one that is not."""
    if answer.word not in BOUND | {"contracting State"}:
        return Extent()
    parts, told = _without(own)
    versions, said = versions_of(own, answer)
    some = suspended(own.rests, own.as_of).some
    return Extent(
        without=parts,
        optional=tuple(dict.fromkeys(act.provision for act, _event in own.acts(Opt))),
        versions=versions,
        territories=_territories(own),
        towards=tuple(sorted(some)),
        reasons=(*told, *said, *dict.fromkeys(some.values())),
    )


def _without(own: Own) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The parts it denounced or opted out of since its consent (VCLT, arts. 17(1) and 44(1))."""
    found: dict[str, Reason] = {}
    for out, event in own.acts(OptOut):
        found[out.provision] = Reason(
            say("opted out of {provision} on {day}", provision=out.provision, day=out.on),
            event.ids,
            out.on,
            "VCLT, art. 17",
        )
    for event in own.notices:
        act = event.act
        if not isinstance(act, Denounce) or not act.part or (own.consent and act.on < own.consent.on):
            continue
        effect = own.effect(event).on
        if effect.surely_by(own.as_of):
            words = say("denounced {part} on {day}, effective {effect}", part=act.part, day=act.on, effect=effect)
            found[act.part] = Reason(words, event.ids, effect, "VCLT, art. 44(1)")
    return tuple(found), tuple(found.values())


def _territories(own: Own) -> tuple[Territory, ...]:
    """The territories it extended the instrument to or excluded from it; the latest word counts (VCLT, art. 29)."""
    done = [*own.events(ExtendTerritory), *own.events(ExcludeTerritory)]
    found: dict[str, Territory] = {}
    for event in sorted(done, key=lambda event: event.act.effective or event.on):
        since = event.act.effective or event.on
        if isinstance(event.act, ExtendTerritory | ExcludeTerritory) and since.surely_by(own.as_of):
            name = event.act.territory
            found[name] = Territory(name, isinstance(event.act, ExtendTerritory), since, event.ids)
    return tuple(found[name] for name in sorted(found))
