"""The evening of 18 December 2020, which has a file of its own: a reader can supply it from a communiqué instead."""

from __future__ import annotations

import msgspec

from servanda.acts import Act

EVENING = "session-2020-12-18.acts"
SESSION = "cis/chs/2020-12-18"
DOCUMENTS = (
    "cis-2020-concept",
    "cis-2020-plan",
    "cis-2020-infosec",
    "cis-2020-un75",
    "cis-2020-presidency-2021",
)
# The order in which the evening is told; what is not named here follows by its day.
_ORDER = (
    "instrument",
    "clause",
    "cover",
    "clear",
    "reschedule",
    "convene",
    "attend",
    "excuse",
    "note-verbale",
    "decide",
    "replace",
    "provision",
    "transmit",
    "preside",
    "propose",
    "terminate",
    "expect",
)


def is_of_the_evening(act: Act) -> bool:
    """Tell whether an act names the session of that evening, or one of its documents."""
    names = [value for value in msgspec.structs.asdict(act).values() if isinstance(value, str)]
    return any(name in DOCUMENTS or f"{name}/".startswith(f"{SESSION}/") for name in names)


def place_in_the_evening(act: Act) -> int:
    """Where an act stands in the file of the evening."""
    return _ORDER.index(act.verb)
