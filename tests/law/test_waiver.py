"""A party may waive the conditions for itself and is then bound at once (Tlatelolco, art. 28(2))."""

from __future__ import annotations

from datetime import date

from servanda.acts.declarations import Clause
from servanda.days import Day
from servanda.law.clause import read_clause
from servanda.law.entry import waived
from tests.law.conftest import book_of

ACTS = """
1967-01-01 clause tlatelolco entry-into-force
  waiver "art. 28(2)"
  when all signatories
1967-02-14 sign tlatelolco MX AR
1967-09-20 ratify tlatelolco MX
1967-09-21 opt tlatelolco MX "art. 28(2)"
1994-01-18 ratify tlatelolco AR
"""


def test_who_waived_is_bound_from_the_later_of_consent_and_waiver():
    book = book_of(ACTS)
    facts = book.facts(date(2020, 1, 1))
    clause = book.clause("tlatelolco", date(2020, 1, 1))
    assert clause is not None
    mexico, argentina = facts.deeds("tlatelolco", "consent")
    found = waived(clause[0], facts, "tlatelolco", mexico)
    assert found is not None
    assert str(found[0]) == "1967-09-21"
    assert waived(clause[0], facts, "tlatelolco", argentina) is None


def test_without_the_line_a_waiver_does_nothing():
    facts = book_of(ACTS).facts(date(2020, 1, 1))
    act = Clause(on=Day.parse("1967-01-01"), of="tlatelolco", about="entry-into-force", lines=("when each",))
    assert waived(read_clause(act)[0], facts, "tlatelolco", facts.deeds("tlatelolco", "consent")[0]) is None
