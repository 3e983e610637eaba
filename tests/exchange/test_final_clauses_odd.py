"""Odd but honest cases of final clauses: withdrawals, kinds of act in other words, days that are no whole days."""

from __future__ import annotations

from typing import Any

import pytest

from servanda.exchange.final_clause_means import kind_of, party_of
from servanda.exchange.final_clauses import Answer, verify

THREE = (("Norway", "2020-01-15"), ("Chad", "2020-03-01"), ("Peru", "2020-05-01"))


def act(party: str, day: str, kind: str = "ratification", **more: Any) -> dict[str, Any]:
    return {"party": party, "kind": kind, "date": day} | more


def case(*acts: dict[str, Any], conditions: list[Any] | None = None, delay: Any = None, **more: Any) -> dict[str, Any]:
    """Thirty days after three instruments: those of THREE, and other acts."""
    rule = {
        "conditions": conditions or [{"kind": "count", "n": 3}],
        "default_acts": "ratification, acceptance, approval or accession",
        "delay": delay or {"mode": "days_after", "value": 30},
    }
    return {"id": "one", "rule": rule, "acts": [*(act(*one) for one in THREE), *acts]} | more


def answer(made: dict[str, Any]) -> Answer:
    return verify([made]).cases[0]


# -- withdrawals -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["withdrawal", "Denunciation", "withdrawal of ratification", "revoked"])
def test_a_withdrawal_before_the_threshold_takes_the_instrument_away(kind):
    gone = act("Norway", "2020-04-01", kind)
    assert answer(case(gone)).met is None
    assert answer(case(gone, act("Fiji", "2020-07-01"))).met == "2020-07-01"
    assert answer(case(gone, act("Norway", "2020-08-01"))).met == "2020-08-01"


def test_a_withdrawal_takes_effect_on_the_day_that_is_told():
    assert answer(case(act("Norway", "2020-04-01", "withdrawal", effect="2020-05-02"))).met == "2020-05-01"
    assert answer(case(act("Norway", "2020-04-01", "withdrawal", effect="2020-05-01"))).met is None
    wrong = answer(case(act("Norway", "2020-04-01", "withdrawal", effect="soon")))
    assert wrong.reason.startswith("act 4 of the list: the field 'effect': 'soon' is not a day")


def test_a_withdrawal_after_the_threshold_changes_nothing():
    found = answer(case(act("Norway", "2020-06-15", "withdrawal")))
    assert (found.met, found.computed) == ("2020-05-01", "2020-05-31")


def test_a_withdrawal_of_something_else_takes_no_consent_away():
    for kind in ("withdrawal of a reservation", "withdrawal of objection", "withdrawal of the declaration"):
        assert answer(case(act("Norway", "2020-04-01", kind))).met == "2020-05-01"


# -- kinds of act ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ratification", "ratify"),
        ("registration of ratification", "ratify"),
        ("registered acceptance", "accept"),
        ("deposit of the instrument of approval", "approve"),
        ("notification of accession", "accede"),
        ("notification", "complete"),
        ("notification that internal procedures are completed", "complete"),
        ("notification of consent to be bound", "consent"),
        ("ratification or accession", "consent"),
        ("instrument", "consent"),
        ("definitive signature", "sign"),
        ("withdrawal", "withdrawal"),
        ("objection", "objection"),
    ],
)
def test_the_kind_of_an_act_is_read_from_its_words(words, kind):
    assert kind_of(words) == kind


@pytest.mark.parametrize("kind", ["registration of ratification", "notification of consent to be bound"])
def test_an_act_of_the_very_kind_that_the_rule_names_counts(kind):
    named = [{"kind": "count", "n": 4, "acts": [kind]}]
    assert answer(case(act("Fiji", "2020-07-01", kind), conditions=named)).met == "2020-07-01"


def test_what_is_no_consent_is_not_counted_and_said():
    found = answer(case(act("Fiji", "2020-02-01", "objection"), act("Mali", "2020-02-01", "provisional application")))
    assert found.met == "2020-05-01"
    assert "no consent, so not counted: objection, provisional application" in found.reason
    named = [{"kind": "count", "n": 4, "acts": ["ratification", "handshake"]}]
    found = answer(case(act("Fiji", "2020-07-01", "handshake"), conditions=named))
    assert (found.met, "not counted" in found.reason) == ("2020-07-01", False)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("USSR", "SUHH"),
        ("Soviet Union", "SUHH"),
        ("Türkiye", "TR"),
        ("Eurasian Economic Union", "eaeu"),
        ("EEC", "european union"),
        ("Atlantis", "ATLANTIS"),
    ],
)
def test_a_party_is_one_under_all_its_names(name, party):
    assert party_of(name) == party


def test_an_organisation_is_left_out_under_its_name_too():
    excluded = [{"kind": "count", "n": 3, "reio_excluded": True}]
    assert answer(case(act("Eurasian Economic Union", "2020-02-01"), conditions=excluded)).met == "2020-05-01"


# -- days ------------------------------------------------------------------------------------------------------


def test_the_first_of_the_month_of_deposit_itself_is_no_delay():
    modes = ("first_of_kth_month_after_month_of_deposit", "first_of_kth_month_following_deposit")
    for mode in modes:
        assert answer(case(delay={"mode": mode, "value": 0})).reason == "the delay of 0 is out of all proportion"
        assert answer(case(delay={"mode": mode, "value": 1})).computed == "2020-06-01"


def test_a_delay_that_leaves_the_calendar_gives_no_day():
    found = answer(case(delay={"mode": "calendar_years_after", "value": 9000}))
    assert (found.computed, found.result) == (None, "not_computable")


@pytest.mark.parametrize(
    ("recorded", "result", "said"),
    [
        ("2020-05", "agree", "recorded is only 2020-05, which holds the computed 2020-05-31"),
        ("2020", "agree", "recorded is only 2020"),
        ("2020-06", "differ", "computed 2020-05-31, recorded 2020-06"),
        ("31 May 2020", "computed", "what is recorded is no day: 31 May 2020"),
    ],
)
def test_what_is_recorded_may_be_no_whole_day(recorded, result, said):
    found = answer(case(entry_into_force=recorded))
    assert found.result == result
    assert found.reason.startswith(said)


# -- what no acts decide ---------------------------------------------------------------------------------------

SHARED = [{"kind": "count", "n": 3}, {"kind": "share", "min": 50, "unit": "% of the world's tonnage"}]


@pytest.mark.parametrize(
    ("given", "met", "by"),
    [
        ("2021-01-15", "2021-01-15", "the acts do not decide the conditions: the day met is the case's own"),
        ("2020-05-01", "2020-05-01", "taken as met, for want of data: share"),
        ("2020-01-15", "2020-05-01", "taken as met, for want of data: share"),
    ],
)
def test_a_condition_that_no_acts_decide_may_be_met_after_them_as_the_case_says(given, met, by):
    found = answer(case(conditions=SHARED, condition_met=given))
    assert found.met == met
    assert by in found.reason


def test_the_given_day_of_what_acts_decide_is_not_looked_at():
    assert answer(case(condition_met="2021-01-15")).met == "2020-05-01"


# -- what the practice of a depositary tells -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("depositary", "mode", "recorded", "told"),
    [
        ("IMO Secretary-General", "calendar_months_after", "2022-11-02", True),
        ("IMO Secretary-General", "calendar_months_after", "2022-11-03", False),
        ("IMO Secretary-General", "days_after", "2020-06-01", False),
        ("UN Secretary-General", "calendar_months_after", "2022-11-02", False),
        ("IAEA Director General", "days_after", "2020-06-01", True),
        ("African Union Commission (OAU Secretary-General)", "days_after", "2020-06-01", True),
        ("African Union Commission", "clear_days_after", "2020-05-31", True),
        ("African Union Commission", "clear_days_after", "2020-06-02", False),
    ],
)
def test_a_difference_of_a_day_is_told_with_what_its_depositary_did_in_other_cases(depositary, mode, recorded, told):
    found = answer(case(delay={"mode": mode, "value": 30}, depositary=depositary, entry_into_force=recorded))
    assert found.result == "differ"
    assert ("has counted so in other cases" in found.reason) == told
