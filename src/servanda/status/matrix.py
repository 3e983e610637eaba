"""States × instruments: what each party did to each instrument by a day, as one sign, in one pass over the acts.

The signs are those of the CIS's own table of 2009: the day on which internal procedures were complete (or consent was
given), `+` for signed, `-` for no signature recorded, `PA` for provisional application; and here `w` where notice of
withdrawal was given. They tell deeds. Who is bound, and why, is the chart's to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from servanda.acts.consent import ApplyProvisionally, Consent, Denounce
from servanda.acts.documents import Sign
from servanda.acts.membership import Revoke
from servanda.book import Book
from servanda.days import Day

Sign_ = Literal["date", "+", "-", "PA", "w"]
NOTHING: tuple[Sign_, None] = ("-", None)


@dataclass(frozen=True, slots=True)
class Deeds:
    """The signs of an instrument by party; a party without one has no signature recorded."""

    instrument: str
    signs: dict[str, tuple[Sign_, Day | None]]


# Which deed a later kind of deed outdoes: a consent a signature, a notice of withdrawal both.
_KINDS: tuple[tuple[type[Sign | ApplyProvisionally | Consent | Denounce], Sign_], ...] = (
    (Sign, "+"),
    (ApplyProvisionally, "PA"),
    (Consent, "date"),
    (Denounce, "w"),
)


def matrix(book: Book, instruments: Iterable[str], as_of: date) -> list[Deeds]:
    """The deeds on each instrument by the day."""
    found: dict[str, dict[str, tuple[Sign_, Day | None]]] = {of: {} for of in instruments}
    taken_back = {(event.act.object, event.party): event.on for event in book.events(Revoke, None, as_of)}
    for kind, sign in _KINDS:
        for of, row in found.items():
            for event in book.events(kind, of, as_of):
                if _counts(sign, event.party, event.act, row, taken_back):
                    row[event.party] = (sign, event.on)
    return [Deeds(of, signs) for of, signs in found.items()]


def _counts(
    sign: Sign_,
    party: str,
    act: object,
    row: dict[str, tuple[Sign_, Day | None]],
    taken_back: dict[tuple[str, str], Day],
) -> bool:
    """Tell whether a deed shows: the first consent does, and a whole withdrawal after it that was not taken back."""
    known = row.get(party)
    if isinstance(act, Denounce):
        back = taken_back.get((act.of, party))
        revoked = back is not None and back >= act.on
        return not act.part and not revoked and (known is None or known[1] is None or known[1] <= act.on)
    return known is None or known[0] != sign
