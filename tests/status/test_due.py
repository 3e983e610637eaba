"""What waits for consent, from one pass over each instrument, against asking each pair by itself."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from servanda.acts.declarations import Instrument
from servanda.acts.documents import Sign
from servanda.status.due import due, waiting
from servanda.status.force import force
from servanda.status.party import standing
from tests.pages import league

PLAIN_DAYS = [date(year, 1, 1) for year in range(2000, 2024, 2)]


@pytest.mark.parametrize("day", PLAIN_DAYS)
def test_what_waits_for_consent_is_what_asking_each_pair_by_itself_would_find(day: date) -> None:
    book = league.book()
    plain = set()
    for act, _event in book.acts(Instrument, None, day):
        clause, found = book.clause(act.of, day), force(book, act.of, day)
        told = found.published and found.published != found.computed
        if clause is None or "signature" in map(str, clause[0].when) or found.state == "ended" or told:
            continue
        for party in {event.party for event in book.events(Sign, act.of, day)}:
            one = standing(book, act.of, party, day)
            if one.word in ("signatory", "signatory ad referendum") and one.signed:
                plain.add((party, act.of, one.signed, one.reasons))
    found = [one for one in due(book, day) if one.what == "consent to be bound"]
    assert {(one.party, one.object, one.since, one.reasons) for one in found} == plain


@pytest.mark.parametrize("day", [date(2014, 9, 1), date(2021, 6, 1)])
def test_what_waits_is_counted_as_it_is_listed(commonwealth, day):
    listed = Counter((item.party, item.what) for item in due(commonwealth, day))
    counted = {(party, what): n for party, kinds in waiting(commonwealth, day).items() for what, n in kinds.items()}
    assert counted == listed
    assert [item for item in due(commonwealth, day) if item.party == "AM"] == list(due(commonwealth, day, "AM"))
