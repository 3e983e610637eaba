"""Which rule on reservations or accessions an instrument has as of a day; without a clause the general law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from servanda.acts.declarations import Clause
from servanda.book import Book
from servanda.law.consent_rules import Rule, read_rule


def rule(book: Book, of: str, about: Literal["accession", "reservations"], as_of: date) -> Rule:
    """The newest rule that may hold by the day."""
    acts = [(act, event) for act, event in book.acts(Clause, of) if act.about == about and act.on.maybe_by(as_of)]
    if not acts:
        return Rule()
    act, event = acts[-1]
    return replace(read_rule(act)[0], act=event.ids[0])
