"""Two parties towards each other: the word, what is told from each side, and the reasons with their authority."""

from datetime import date

import pytest

from servanda.status.pair import pair, pairs
from tests.records_in_text import book_of

TREATY = """
1990-01-01 instrument x "Treaty"
1990-01-01 clause x entry-into-force
  when 2 deposits
1991-01-01 ratify x AT
1992-01-01 ratify x BE
1993-01-01 ratify x CZ
"""
RESERVED = """
1993-01-01 reserve x CZ "not to be bound by arbitration"
  provision "art. 9"
  notified 1993-02-01
"""


def asked(text, one, other, day):
    return pair(book_of(TREATY + text), "x", one, other, date.fromisoformat(day))


def words(found):
    return [reason.words for reason in found.reasons]


def test_a_relation_begins_when_the_instrument_is_in_force_for_both():
    found = asked("", "AT", "CZ", "2000-01-01")
    assert (found.word, str(found.since), found.in_force) == ("in force", "1993-01-01", True)
    assert words(found) == ["AT: party since 1992-01-01", "CZ: party since 1993-01-01"]


def test_who_is_not_bound_is_named():
    found = asked("1999-01-01 sign x DK", "AT", "DK", "2000-01-01")
    assert (found.word, found.since, found.in_force) == ("not in force", None, False)
    assert words(found)[0] == "it binds only its parties: DK is “signatory”"


def test_what_the_record_does_not_show_is_not_denied():
    found = asked("", "AT", "DK", "2000-01-01")
    assert words(found)[0] == "it binds only its parties: DK is not shown to be bound by the record"


def test_provisional_application_is_told_beside_the_word():
    found = asked("1999-01-01 apply-provisionally x DK", "AT", "DK", "2000-01-01")
    assert (found.word, found.provisional, found.reasons[0].authority) == ("not in force", True, "VCLT, art. 25")


def test_a_reservation_is_told_from_the_side_that_made_it():
    found = asked(RESERVED, "AT", "CZ", "1994-02-01")
    assert found.word == "as modified by a reservation"
    effect = found.modified[0]
    assert (effect.reservation.by, effect.towards, effect.response) == ("CZ", "AT", "accepted")
    assert (effect.reservation.provision, effect.reason.authority) == ("art. 9", "VCLT, art. 20(5)")
    assert str(effect.since) == "1994-02-01"


def test_a_modified_reservation_stands_in_its_new_words():
    later = RESERVED + '1995-01-01 modify-reservation x CZ "not by arbitration without its consent"'
    found = asked(later, "AT", "CZ", "1996-01-01")
    assert found.modified[0].reservation.words == "not by arbitration without its consent"
    assert len(found.modified[0].reservation.acts) == 2


def test_the_reason_of_an_objection_names_both_acts():
    found = asked(RESERVED + "1993-06-01 object x AT to CZ", "AT", "CZ", "1993-06-01")
    reason = found.reasons[0]
    assert (found.word, found.modified[0].response) == ("as modified by a reservation", "objected")
    assert (len(reason.acts), reason.authority) == (2, "VCLT, art. 21(3)")


def test_a_treaty_may_set_its_own_period_for_silence():
    rule = '1990-01-01 clause x reservations\n  cite "art. 20"\n  accepted-after +90 days\n'
    assert asked(rule + RESERVED, "AT", "CZ", "1993-05-01").word == "reservation pending"
    assert asked(rule + RESERVED, "AT", "CZ", "1993-05-02").word == "as modified by a reservation"


def test_reservations_of_a_continued_state_stay():
    text = """
1991-06-01 ratify x SUHH
  reservation "no arbitration"
  notified 1991-06-01
1991-12-24 state-succession RU to SUHH as continuation
"""
    found = asked(text, "AT", "RU", "1993-01-01")
    assert (found.word, found.modified[0].reservation.by) == ("as modified by a reservation", "RU")


def test_an_organisation_is_a_party_beside_its_members():
    text = """
1980-01-01 organisation league "League"
1980-01-01 join league DK
1995-01-01 approve x league
"""
    assert asked(text, "AT", "league", "1996-01-01").word == "in force"
    found = asked(text, "AT", "DK", "1996-01-01")
    assert found.word == "not in force"
    assert any("its organisation league consented" in reason.words for reason in found.other.reasons)


def test_parts_left_out_by_either_are_told():
    found = asked('1995-01-01 denounce x AT "part II"\n1995-01-01 opt-out x BE "art. 3"', "AT", "BE", "1996-01-01")
    assert (found.word, found.without) == ("in force", ("art. 3", "part II"))


@pytest.mark.parametrize(("day", "word"), [("1996-06-30", "in force"), ("1996-07-01", "not in force")])
def test_a_later_treaty_displaces_the_earlier_between_common_parties_when_both_are_bound(day, word):
    text = """
1996-01-01 instrument y "Later treaty"
1996-01-01 clause y entry-into-force
  when 1 deposits
1996-01-01 replace x with y among-parties
1996-01-01 ratify y AT
1996-07-01 ratify y BE
"""
    found = asked(text, "AT", "BE", day)
    assert found.word == word
    assert asked(text, "AT", "CZ", day).word == "in force"
    if word == "not in force":
        assert (str(found.since), found.reasons[0].authority) == ("1996-07-01", "VCLT, arts. 30(3) and 59")


def test_exclusion_by_an_objection_comes_before_suspension():
    text = RESERVED + "1993-03-01 object x AT to CZ excludes-relations\n1994-01-01 suspend-operation x AT towards CZ"
    assert asked(text, "AT", "CZ", "1995-01-01").word == "excluded by an objection"


def test_all_pairs_are_those_of_the_bound_and_of_who_applies_provisionally():
    book = book_of(TREATY + "1994-01-01 apply-provisionally x DK\n1994-01-01 sign x EE")
    found = [(one.one.party, one.other.party) for one in pairs(book, "x", date(1995, 1, 1))]
    assert found == [("AT", "BE"), ("AT", "CZ"), ("AT", "DK"), ("BE", "CZ"), ("BE", "DK"), ("CZ", "DK")]
