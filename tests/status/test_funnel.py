"""How far documents came: each stage says who, and how much, is missing."""

from __future__ import annotations

from datetime import date

from servanda.status.funnel import funnel
from tests.records_in_text import book_of

RECORD = """
2010-01-01 organisation nwl "League"
2010-01-01 instrument river "Treaty on a river"
  within nwl
2010-01-01 clause river entry-into-force
  when 2 ratifications
  then +30 days
2010-01-01 sign river AM BY
2010-01-01 transmit river to KZ for signature
2010-02-01 ratify river AM BY
2010-01-01 undertake river/1 BY "dig"
2010-01-01 undertake river/2 AM "dredge"
2010-01-01 instrument lake "Note on a lake"
  within nwl
"""


def told(text, as_of="2012-01-01"):
    found = funnel(book_of(text), "nwl", date.fromisoformat(as_of))
    return found, {one.document: [reason.words for reason in one.reasons] for one in found.documents}


def test_who_has_not_signed_and_what_is_left_to_do_is_told_with_its_acts():
    found, reasons = told(RECORD)
    assert reasons["river"] == [
        "river: a signature is open or not recorded: KZ",
        "river: 2 of 2 commitments are not told to be done",
    ]
    assert reasons["lake"] == ["lake: no signature is recorded"]
    assert all(reason.acts for reason in found.documents[1].reasons)
    assert (found.adopted, found.signed) == (2, 0)


def test_for_whom_it_is_not_in_force_is_told():
    signed = RECORD + "2011-01-01 sign river KZ\n2011-02-01 report river/1 BY complete\n"
    found, reasons = told(signed)
    assert reasons["river"] == ["river: not in force for KZ", "river: 1 of 2 commitments are not told to be done"]
    assert (found.signed, found.in_force) == (1, 0)


def test_a_document_that_went_all_the_way_has_nothing_missing():
    text = RECORD + "2011-01-01 sign river KZ\n2011-01-02 ratify river KZ\n"
    text += "2011-02-01 report river/1 BY complete\n2011-02-01 release river/2 AM\n"
    found, reasons = told(text)
    assert reasons["river"] == []
    assert (found.signed, found.in_force, found.carried_out) == (1, 1, 1)
