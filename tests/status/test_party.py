"""A party's standing towards an instrument: what stands beside the word, and why."""

from datetime import date

import pytest

from servanda.status.party import chart, standing
from tests.records_in_text import book_of

TREATY = """
1990-01-01 instrument x "Treaty"
1990-01-01 clause x entry-into-force
  when 1 deposits
1991-01-01 ratify x GB RU
"""


def asked(text, party, day):
    return standing(book_of(TREATY + text), "x", party, date.fromisoformat(day))


def test_a_running_withdrawal_tells_its_effect_and_since_when_the_party_was_bound():
    found = asked("2000-01-01 denounce x RU\n  effective 2001-01-01", "RU", "2000-06-01")
    assert (found.word, str(found.since), str(found.bound_since)) == ("withdrawal running", "2001-01-01", "1991-01-01")
    assert found.is_bound


def test_a_suspension_keeps_the_party_bound():
    found = asked("2000-01-01 suspend-operation x RU", "RU", "2000-06-01")
    assert (found.word, found.is_bound, str(found.bound_since)) == ("suspended", True, "1991-01-01")
    assert found.reasons[0].authority == "VCLT, art. 72"


def test_a_suspension_towards_some_is_told_beside_the_word():
    found = asked("2000-01-01 suspend-operation x RU towards GB", "RU", "2000-06-01")
    assert (found.word, found.towards) == ("party", ("GB",))


def test_territories_are_told_by_their_latest_word():
    text = """
1992-01-01 extend-territory x GB "Gibraltar"
1993-01-01 extend-territory x GB "Hong Kong"
1997-06-30 exclude-territory x GB "Hong Kong"
  effective 1997-07-01
"""
    before, after = (asked(text, "GB", day).territories for day in ("1997-06-30", "1997-07-01"))
    assert [(one.name, one.included, str(one.since)) for one in before] == [
        ("Gibraltar", True, "1992-01-01"),
        ("Hong Kong", True, "1993-01-01"),
    ]
    assert [(one.name, one.included) for one in after] == [("Gibraltar", True), ("Hong Kong", False)]


def test_options_and_parts_are_told_with_their_reasons():
    found = asked('1992-01-01 opt x RU "art. 41"\n1993-01-01 opt-out x RU "art. 11"', "RU", "1995-01-01")
    assert (found.word, found.extent, found.without, found.optional) == ("party", "in part", ("art. 11",), ("art. 41",))
    assert found.reasons[-1].words == "opted out of art. 11 on 1993-01-01"


def test_a_reservation_is_recorded_until_it_is_withdrawn():
    text = '1991-01-01 reserve x RU "art. 9"\n1995-01-01 withdraw-reservation x RU'
    assert asked(text, "RU", "1994-12-31").reserved
    assert not asked(text, "RU", "1995-01-01").reserved


@pytest.mark.parametrize(
    ("manner", "word"),
    [
        ("separation", "bound by continuity"),
        ("dissolution", "bound by continuity"),
        ("unification", "bound by continuity"),
        ("decolonisation", "entitled"),
        ("absorption", "unknown"),
        ("continuation", "party"),
    ],
)
def test_what_a_successor_has_depends_on_how_it_came_about(manner, word):
    text = f"1991-06-01 ratify x SUHH\n1992-01-01 state-succession KZ to SUHH as {manner}"
    assert asked(text, "KZ", "1991-12-31").word == "unknown"
    assert asked(text, "KZ", "1992-01-01").word == word


@pytest.mark.parametrize(
    ("manner", "word"),
    [
        ("separation", "party"),
        ("decolonisation", "party"),
        ("dissolution", "former party"),
        ("absorption", "former party"),
    ],
)
def test_a_predecessor_goes_on_or_ceases(manner, word):
    text = f"1991-06-01 ratify x SUHH\n1992-01-01 state-succession KZ to SUHH as {manner}"
    assert asked(text, "SUHH", "1991-12-31").word == "party"
    assert asked(text, "SUHH", "1992-01-01").word == word


def test_a_successor_to_a_contracting_state_may_only_succeed():
    text = """
1990-01-01 instrument y "Not in force"
1990-01-01 clause y entry-into-force
  when 9 deposits
1991-01-01 ratify y SUHH
1992-01-01 state-succession KZ to SUHH as separation
"""
    found = standing(book_of(TREATY + text), "y", "KZ", date(1992, 1, 1))
    assert (found.word, found.reasons[1].words[:13]) == ("entitled", "it may become")


def test_states_that_succeed_each_other_in_a_circle_are_answered():
    text = """
1991-06-01 ratify x SUHH
1992-01-01 state-succession KZ to SUHH as separation
1993-01-01 state-succession SUHH to KZ as separation
1994-01-01 state-succession RU to KZ as continuation
1995-01-01 state-succession KZ to RU as continuation
"""
    assert {asked(text, party, "2000-01-01").word for party in ("KZ", "SUHH", "RU")} <= {"party", "former party"}


def test_an_instrument_held_back_tells_why():
    text = '1995-01-01 receive x DK\n1995-01-02 hold x DK "pending objection"'
    found = asked(text, "DK", "1995-02-01")
    assert found.word == "received but not deposited"
    assert "the depositary holds it: pending objection" in [reason.words for reason in found.reasons]


def test_a_waiver_of_the_conditions_binds_its_party_alone():
    text = """
1967-02-14 instrument tlatelolco "Treaty of Tlatelolco"
1967-02-14 clause tlatelolco entry-into-force
  when 33 deposits
  waiver "art. 28(2)"
1967-09-20 ratify tlatelolco MX BR
1967-09-20 opt tlatelolco MX "art. 28(2)"
"""
    book = book_of(TREATY + text)
    assert standing(book, "tlatelolco", "MX", date(1968, 1, 1)).word == "party"
    assert standing(book, "tlatelolco", "BR", date(1968, 1, 1)).word == "contracting State"


def test_the_chart_names_everybody_who_did_something():
    text = "1995-01-01 receive x DK\n1995-01-01 disclaim x EE\n1995-01-01 apply-provisionally x FI"
    found = {one.party: one.word for one in chart(book_of(TREATY + text), "x", date(1996, 1, 1))}
    assert found == {
        "DK": "received but not deposited",
        "EE": "signatory that disclaimed",
        "FI": "applying provisionally",
        "GB": "party",
        "RU": "party",
    }


def test_a_chart_tells_of_each_party_what_a_question_about_it_alone_tells():
    text = """
1992-01-01 state-succession RU to SUHH as continuation
1992-06-01 ratify x FR
1993-01-01 denounce x FR
  effective 1994-01-01
1993-06-01 suspend-operation x RU towards GB
1994-06-01 accede x DE
"""
    book = book_of(TREATY + text)
    for day in (date(1992, 7, 1), date(1993, 7, 1), date(2000, 1, 1)):
        rows = chart(book, "x", day)
        assert rows == tuple(standing(book, "x", one.party, day) for one in rows)
        assert len(rows) >= 3
