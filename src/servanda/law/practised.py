"""What a depositary counts where the clause is silent: instruments with reservations, and organisations' instruments.

An instrument with a reservation counts at deposit (the Secretary-General of the United Nations since 1952) or when
another party accepts the reservation; which, is the practice on the day of the deposit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from servanda.law.counting import Counting, is_organisation
from servanda.law.facts import Deed, Facts
from servanda.law.practice import Statement
from servanda.law.reasons import Reason
from servanda.words.phrases import say


def counted_by_practice(counting: Counting, facts: Facts, of: str) -> tuple[Counting, tuple[Reason, ...]]:
    """The rule of counting, completed by the practice of the days on which the instruments were deposited."""
    found = list(_asked(counting, facts, of))
    unaccepted = frozenset(deed.party for deed, one in found if one.value == "when-accepted")
    uncounted = frozenset(deed.party for deed, one in found if one.value == "not-counted")
    reasons = tuple(Reason(_words(deed, one), (*deed.acts, *one.acts), deed.on, one.authority) for deed, one in found)
    return replace(counting, unaccepted=unaccepted, uncounted=uncounted), reasons


def _asked(counting: Counting, facts: Facts, of: str) -> Iterator[tuple[Deed, Statement]]:
    """The deeds on which the clause is silent and a practice of that day is not."""
    for deed in facts.deeds(of, "consent"):
        silent = is_organisation(deed.party) and not counting.organisations
        if deed.reserved or silent:
            practice = facts.practice(of, deed.on.last)
            told = (
                practice.get("reservations") if deed.reserved else None,
                practice.get("organisations") if silent else None,
            )
            yield from ((deed, one) for one in told if one)


def _words(deed: Deed, one: Statement) -> str:
    told = {"party": deed.party, "depositary": one.depositary}
    match one.value:
        case "at-deposit":
            return say("{party}'s instrument has a reservation and counts at deposit, as {depositary} does it", **told)
        case "when-accepted":
            return say(
                "{party}'s instrument has a reservation and counts once accepted, as {depositary} does it", **told
            )
        case "counted":
            return say("the clause is silent on organisations; {party} counts, as {depositary} does it", **told)
    return say("the clause is silent on organisations; {party} does not count, as {depositary} does it", **told)
