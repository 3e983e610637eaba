"""Every kind of condition decides on the acts of a record, and says what it found and what is missing."""

from __future__ import annotations

import pytest

# Three parties, one a month.
THREE = """
2020-01-10 ratify x AM
2020-02-10 accede x BY
2020-03-10 accept x KZ
"""
MANY = "AD AE AF AG AL AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW"
GROUPS = """
1990-01-01 group list-a AM BY KZ RU
1990-01-01 group list-b KZ RU
1990-01-01 group nobody eu
"""


def met(entry, clause: str, acts: str, **asked: str) -> str:
    return str(entry(clause, acts, **asked).trigger)


# -- fractions -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("1/2 of list-a", "2020-02-10"),
        ("more-than 1/2 of list-a", "2020-03-10"),
        ("2/3 of list-a", "2020-03-10"),
        ("1/1 of list-a", "None"),
        ("1/3 of list-a", "2020-02-10"),
    ],
)
def test_a_fraction_is_rounded_up_and_more_than_is_one_more(entry, condition, expected):
    assert met(entry, f"when {condition}", GROUPS + THREE) == expected


def test_who_is_missing_from_a_fraction_is_told_by_three_names_at_most(entry):
    wide = "1990-01-01 group wide AM BY KZ RU TJ UA UZ\n"
    assert entry("when 1/1 of wide", wide + THREE).missing == ("4 more of wide (such as RU, TJ, UA)",)
    assert entry("when 4/7 of wide", wide + THREE).missing == ("1 more of wide (such as RU, TJ, UA)",)
    assert entry("when more-than 1/1 of wide", wide + THREE).missing == ("cannot be met: 8 of 7",)


# -- count -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("1 deposits", "2020-01-10"),
        ("3 deposits", "2020-03-10"),
        ("4 deposits", "None"),
        ("2 deposits counting ratify accept", "2020-03-10"),
        ("1 deposits counting succeed", "None"),
        ("1 deposits among list-b", "2020-03-10"),
        ("2 deposits among list-a with 1 among list-b", "2020-03-10"),
        ("2 deposits with 1 among list-b", "2020-03-10"),
    ],
)
def test_a_count_is_met_by_the_nth_party_that_counts(entry, condition, expected):
    assert met(entry, f"when {condition}", GROUPS + THREE) == expected


def test_what_is_missing_is_told(entry):
    found = entry("when 5 deposits among list-a with 2 among list-b", GROUPS + THREE)
    assert found.missing == ("2 more deposits, 1 more among list-b, cannot be met: list-a has 4 members",)


def test_two_organisations_that_count_for_many_meet_a_high_number(entry):
    acts = "2020-01-10 approve x eu\n2020-02-10 approve x caricom\n"
    clause = "organisations as 20\nwhen {number} deposits"
    assert met(entry, clause.format(number=40), acts) == "2020-02-10"
    assert met(entry, clause.format(number=41), acts) == "None"


def test_a_narrower_circle_that_is_full_is_not_told_as_missing(entry):
    assert entry("when 4 deposits with 1 among list-b", GROUPS + THREE).missing == ("1 more deposits",)


def test_more_than_is_needed_is_told_as_such(entry):
    acts = THREE + "2020-03-10 ratify x RU\n"
    assert entry("when 3 deposits", acts).reasons[0].words == "4 deposits (3 needed): AM, BY, KZ, RU"


def test_many_names_are_told_by_their_number_and_acts(entry):
    many = MANY.split()
    found = entry("when 25 deposits", "".join(f"2020-01-10 ratify x {party}\n" for party in many)).reasons[0]
    assert found.words == "25 of 25 deposits"
    assert len(found.acts) == len(many)


def test_a_group_that_is_not_declared_is_said(entry):
    assert entry("when 1 deposits among strangers", THREE).missing == ("the record does not name strangers",)


def test_a_group_is_taken_as_it_is_on_the_day(entry):
    acts = THREE + "2020-01-01 group members RU\n2020-06-01 group members AM RU\n"
    assert met(entry, "when 1 deposits among members", acts) == "2020-06-01"


def test_a_withdrawal_before_the_trigger_takes_the_deposit_away(entry):
    acts = THREE + "2020-02-20 denounce x BY\n2020-04-10 ratify x RU\n2020-05-10 accede x BY\n"
    assert met(entry, "when 3 deposits", acts) == "2020-04-10"
    assert met(entry, "when 4 deposits", acts) == "2020-05-10"


def test_who_left_twice_and_came_back_twice_counts_from_the_last_day(entry):
    acts = "2019-01-01 ratify x AM\n"
    acts += "".join(f"20{year}-01-01 denounce x AM\n20{year}-06-01 ratify x AM\n" for year in (20, 21))
    assert met(entry, "when 2 deposits", acts + "2021-07-01 ratify x BY\n") == "2021-07-01"
    assert entry("when 2 deposits", acts, as_of="2021-05-01").missing == ("2 more deposits",)


def test_a_withdrawal_between_trigger_and_entry_into_force_is_told_with_both_views(entry):
    found = entry("when 3 deposits\nthen +6 months back", THREE + "2020-04-20 denounce x BY\n")
    assert str(found.since) == "2020-09-10"
    assert found.perhaps
    assert any("is not settled" in reason.words for reason in found.reasons)


@pytest.mark.parametrize(("day", "perhaps"), [("2020-03-11", True), ("2020-09-09", True), ("2020-09-10", False)])
def test_only_a_withdrawal_before_entry_into_force_may_undo_it(entry, day, perhaps):
    found = entry("when 3 deposits\nthen +6 months back", THREE + f"{day} denounce x BY\n")
    assert (str(found.since), found.perhaps) == ("2020-09-10", perhaps)
    both = entry("when 3 deposits\nwhen parties AM\nthen +6 months back", THREE + f"{day} denounce x BY\n")
    assert both.perhaps == perhaps


def test_an_attribute_is_that_of_the_day(entry):
    acts = (
        '2019-01-01 table fleet "Tonnage"\n  total 5000000\n  weight AM 1000000\n  weight BY 900000\n'
        '2020-06-01 table fleet "Tonnage"\n  total 5000000\n  weight AM 1000000\n  weight BY 1000000\n'
    )
    assert met(entry, "when 1 deposits with fleet at-least 1000000", acts + THREE) == "2020-01-10"
    assert met(entry, "when 2 deposits with fleet at-least 1000000", acts + THREE) == "2020-06-01"


# -- organisations -------------------------------------------------------------------------------------------------

WITH_UNION = '1990-01-01 organisation eu "Union"\n2020-01-01 accede x eu\n' + THREE


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("when 3 deposits", "2020-02-10"),
        ("when 3 states", "2020-03-10"),
        ("when 3 deposits excluding-organisations", "2020-03-10"),
        ("organisations excluded\nwhen 3 deposits", "2020-03-10"),
        ("organisations not-additional\nwhen 3 deposits", "2020-03-10"),
        ("organisations counted\nwhen 3 deposits", "2020-02-10"),
        ("organisations as 27\nwhen 28 deposits", "2020-01-10"),
    ],
)
def test_the_clause_says_what_an_organisations_instrument_does(entry, lines, expected):
    assert met(entry, lines, WITH_UNION) == expected


def test_a_silent_clause_counts_the_organisation_and_says_so(entry):
    found = entry("when 3 deposits", WITH_UNION)
    assert "the clause is silent on organisations; counted: eu" in found.reasons[0].words


# -- whose consent counts ------------------------------------------------------------------------------------------


def test_a_definitive_signature_counts_where_signature_is_a_means(entry):
    acts = "2020-01-01 sign x RU definitive\n2020-01-02 sign x UZ\n" + THREE
    assert met(entry, "when 3 deposits", acts) == "2020-03-10"
    assert met(entry, "counting sign ratify accede accept\nwhen 3 deposits", acts) == "2020-02-10"
    assert met(entry, "when 3 deposits counting sign ratify accede", acts) == "2020-02-10"


def test_a_split_clause_binds_some_by_signature_and_others_by_notification(entry):
    acts = "2020-01-01 sign x AM definitive\n2020-01-01 sign x BY\n2020-05-05 complete x BY\n2020-06-06 ratify x KZ\n"
    assert met(entry, "split signature complete\nwhen each", acts) == "2020-01-01"
    assert met(entry, "split signature complete\nwhen 2 parties", acts) == "2020-05-05"
    assert met(entry, "split signature complete\nwhen 3 parties", acts) == "None"


def test_consent_to_a_package_needs_its_minimum(entry):
    acts = THREE + "2020-05-01 accept p1 AM BY\n2020-06-01 accept p2 BY KZ\n2020-07-01 accept p3 AM\n"
    clause = "package 2 of p1 p2 p3\nwhen {} deposits"
    assert met(entry, clause.format(1), acts) == "2020-06-01"
    assert met(entry, clause.format(2), acts) == "2020-07-01"
    assert met(entry, clause.format(3), acts) == "None"


def test_who_has_first_to_leave_another_instrument_counts_from_then(entry):
    acts = "1964-01-01 ratify old BY\n2020-02-11 denounce old BY\n  effective 2021-02-11\n" + THREE
    assert met(entry, "after-leaving old\nwhen 3 deposits", acts) == "2021-02-11"


def test_a_further_requirement_may_concern_one_party(entry):
    acts = THREE + "2020-09-09 accede union BY\n"
    assert met(entry, "requires BY consent union\nwhen 3 deposits", acts) == "2020-09-09"
    assert met(entry, "requires RU consent union\nwhen 3 deposits", acts) == "2020-03-10"


# -- all, named, none ------------------------------------------------------------------------------------------------


def test_all_of_a_group_must_consent(entry):
    acts = THREE + "1990-01-01 group trio AM BY KZ\n"
    assert met(entry, "when all of trio", acts) == "2020-03-10"


def test_an_empty_circle_is_met_by_nobody(entry):
    found = entry("when all of parties-to nothing", THREE)
    assert (found.trigger, found.missing) == (None, ("cannot be met: parties-to nothing is empty",))
    found = entry("when 1/2 of parties-to nothing", THREE)
    assert (found.trigger, found.missing) == (None, ("cannot be met: parties-to nothing is empty",))


def test_named_parties_or_some_of_them(entry):
    assert met(entry, "when parties BY KZ", THREE) == "2020-03-10"
    assert met(entry, "when 2 of parties AM BY KZ RU", THREE) == "2020-02-10"
    assert entry("when parties BY RU", THREE).missing == ("consent of RU",)
    assert entry("when 2 of parties BY RU UZ", THREE).missing == ("consent of 1 of RU, UZ",)
    assert entry("when 3 of parties BY RU", THREE).missing == ("cannot be met: 3 of 2 named parties",)


def test_without_a_clause_all_negotiating_states_must_consent(entry):
    acts = "2019-01-01 sign x AM BY KZ\n" + THREE
    found = entry("when no-clause", acts)
    assert str(found.trigger) == "2020-03-10"
    assert "VCLT, art. 24(2)" in found.reasons[0].words
    assert met(entry, "when no-clause among trio", THREE + "1990-01-01 group trio AM BY\n") == "2020-02-10"


# -- fractions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("1/2 of list-a", "2020-02-10"),
        ("more-than 1/2 of list-a", "2020-03-10"),
        ("2/3 of list-a", "2020-03-10"),
        ("3/4 of list-a", "2020-03-10"),
        ("1 of list-a", "None"),
    ],
)
def test_a_fraction_is_rounded_up(entry, condition, expected):
    assert met(entry, f"when {condition}", GROUPS + THREE) == expected


MOVING = """
1980-01-01 accede parent AM BY KZ RU
2020-02-01 accede parent UZ TJ KG TM
2021-01-01 accede x UZ
2021-06-01 accede x TJ
2022-06-01 accede x TM
"""


def test_a_moving_base_raises_the_threshold(entry):
    assert met(entry, "when 3/4 of parties-to parent", THREE + MOVING) == "2022-06-01"


def test_a_fixed_base_stays(entry):
    assert met(entry, "when 3/4 of parties-to parent as-of 1995-01-01", THREE + MOVING) == "2020-03-10"


def test_a_disputed_base_gives_both_answers(entry):
    clause = "when 3/4 of parties-to parent as-of 1995-01-01 or-now"
    found = entry(clause, THREE + MOVING, as_of="2021-12-31")
    assert (found.since, found.perhaps) == (None, True)
    found = entry(clause, THREE + MOVING)
    assert (found.trigger.first.isoformat(), found.trigger.last.isoformat()) == ("2020-03-10", "2022-06-01")


def test_the_smaller_of_two_thresholds_decides(entry):
    acts = "2019-01-01 sign x AM BY KZ RU\n" + THREE
    assert met(entry, "smaller-of\n  when 3 deposits\n  when 1/2 of signatories", acts) == "2020-02-10"
    assert met(entry, "smaller-of\n  when 1 deposits\n  when 1/2 of signatories", acts) == "2020-01-10"


# -- weights -----------------------------------------------------------------------------------------------------------

SHARES = """
2019-01-01 table ghg "Emissions"
  version "first"
  weight AM 1/10
  weight BY 3/10
  weight KZ 3/20
  weight RU 1/4
"""


def test_a_share_is_exact(entry):
    assert met(entry, "when share 55/100 of ghg", SHARES + THREE) == "2020-03-10"
    assert met(entry, "when share more-than 55/100 of ghg", SHARES + THREE) == "None"
    assert met(entry, "when share 40/100 of ghg", SHARES + THREE) == "2020-02-10"


def test_a_share_of_amounts_is_told_in_per_cent_of_their_total(entry):
    fleets = '2019-01-01 table fleets "Fleets"\n  total 1000\n  weight AM 100\n  weight BY 300\n'
    found = entry("when share 35/100 of fleets", fleets + THREE)
    assert (str(found.trigger), found.reasons[0].words.split(" (")[0]) == ("2020-02-10", "40.00 % of 35.00 % by fleets")
    assert entry("when share 50/100 of fleets", fleets + THREE).missing == ("10.00 % more of fleets",)


def test_a_share_may_be_the_whole(entry):
    whole = '2019-01-01 table shares "Shares"\n  weight AM 1/2\n  weight KZ 1/2\n'
    assert met(entry, "when share 100/100 of shares", whole + THREE) == "2020-03-10"


def test_a_share_among_a_group_is_of_the_groups_weight(entry):
    acts = SHARES + THREE + GROUPS
    assert met(entry, "when share 3/8 of ghg among list-b", acts) == "2020-03-10"
    assert met(entry, "when share 38/100 of ghg among list-b", acts) == "None"


def test_who_is_not_in_the_table_counts_as_nothing_and_is_named(entry):
    found = entry("when share 10/100 of ghg", SHARES + "2020-01-01 ratify x UZ\n" + THREE)
    assert str(found.trigger) == "2020-01-10"
    assert "not in the table, counted as nothing: UZ" in found.reasons[0].words
    many = "".join(f"2020-01-01 ratify x {party}\n" for party in MANY.split())
    found = entry("when share 10/100 of ghg", SHARES + many + THREE)
    assert "(not in the table, counted as nothing: 25 parties)" in found.reasons[0].words


def test_a_provisional_table_gives_a_provisional_answer(entry):
    acts = SHARES.replace('version "first"', "state provisional") + THREE
    found = entry("when share 40/100 of ghg", acts)
    assert found.provisional == ("ghg (provisional)",)
    assert any("provisional" in reason.words for reason in found.reasons)


def test_a_missing_table_is_said(entry):
    assert entry("when share 40/100 of ghg", THREE).missing == ("the record holds no table ghg",)
    assert entry("when sum 40 of money", THREE).missing == ("the record holds no table money",)
    assert entry("when ratio 3/100 of a over b", THREE).missing == ("the record holds no table a",)


def test_amounts_add_up(entry):
    acts = '2019-01-01 table money "Pledges"\n  total 1000\n  weight AM 300\n  weight BY 1/2\n  weight KZ 449\n' + THREE
    assert met(entry, "when sum 749 of money", acts) == "2020-03-10"
    assert entry("when sum 750 of money", acts).missing == ("1/2 more of money",)


RATIO = """
2019-01-01 table recycling "Volume"
  total 1000
  weight AM 10
  weight BY 1
  weight KZ 100
2019-01-01 table fleet "Tonnage"
  total 10000
  weight AM 200
  weight BY 5000
  weight KZ 1
"""


def test_a_ratio_can_fall_when_a_party_joins(entry):
    clause = "when ratio 3/100 of recycling over fleet\nwhen {} deposits"
    assert met(entry, clause.format(1), RATIO + THREE) == "2020-01-10"
    assert met(entry, clause.format(2), RATIO + THREE) == "None"
    assert met(entry, clause.format(3), RATIO + THREE) == "None"
    assert entry(clause.format(2), RATIO + THREE).missing == ("4503/100 more of recycling",)


# -- time and other instruments ----------------------------------------------------------------------------------------


def test_an_option_opens_on_its_day(entry):
    clause = "any-of\n  when all of list-a\n  when 2 deposits from 2025-01-01"
    assert met(entry, clause, GROUPS + THREE) == "2025-01-01"
    assert met(entry, clause, GROUPS + THREE + "2022-02-02 ratify x RU\n") == "2022-02-02"


def test_an_option_closes_after_its_day(entry):
    assert met(entry, "when 3 deposits until 2020-03-10", THREE) == "2020-03-10"
    assert met(entry, "when 3 deposits until 2020-03-09", THREE) == "None"


def test_several_conditions_are_one_option(entry):
    clause = "any-of\n  when 9 deposits\n  all-of from 2020-06-01\n    when 3 deposits\n    when share 55/100 of ghg"
    assert met(entry, clause, SHARES + THREE) == "2020-06-01"


def test_a_clause_lapses_unless_met_in_time(entry):
    assert met(entry, "when 3 deposits\nlapses 2020-03-10 unless met", THREE) == "2020-03-10"
    found = entry("when 3 deposits\nlapses 2020-03-09 unless met", THREE)
    assert found.since is None
    assert "lapsed" in found.missing[0]


def test_time_alone_fulfils_it(entry):
    assert met(entry, "when +1 years from 1993-01-22", THREE) == "1994-01-22"
    assert met(entry, "when +9999 years from 1993-01-22", THREE) == "None"


PARENT = (
    "1990-01-01 clause parent entry-into-force\n  when 2 deposits\n  then +30 days\n2020-06-01 ratify parent AM BY\n"
)


def test_a_parent_is_a_condition_or_a_floor(entry):
    found = entry("when 3 deposits\nwhen in-force parent\nthen +30 days", PARENT + THREE)
    assert (str(found.trigger), str(found.since)) == ("2020-07-01", "2020-07-31")
    found = entry("when 3 deposits\nthen +30 days\nnot-before in-force parent", PARENT + THREE)
    assert (str(found.trigger), str(found.since)) == ("2020-03-10", "2020-07-01")


@pytest.mark.parametrize("line", ["when in-force y", "not-before in-force y"])
def test_instruments_that_wait_for_each_other_are_answered(entry, line):
    other = "1990-01-01 clause y entry-into-force\n  when 1 deposits\n  when in-force x\n2020-01-01 ratify y AM\n"
    found = entry(f"when 1 deposits\n{line}", other + THREE)
    assert found.since is None
    assert found.missing


def test_an_instrument_that_waits_for_itself_is_told_so(entry):
    assert "wait for each other" in entry("when in-force x", THREE).missing[0]
    assert "neither can enter into force" in entry("when each\nnot-before in-force x", THREE).missing[0]


def test_acts_on_another_instrument(entry):
    acts = THREE + "2021-01-01 denounce old BE NL\n  effective 2022-01-01\n2023-01-01 sign y AM BY KZ RU\n"
    acts += "2024-01-01 decide decision-11 adopted\n2025-01-01 terminate old\n" + GROUPS
    assert met(entry, "when act denounce old by BE NL", acts) == "2022-01-01"
    assert entry("when act denounce old by BE FR", acts).missing == ("denounce old by FR",)
    assert met(entry, "when act sign y by all of list-a", acts) == "2023-01-01"
    assert met(entry, "when act adopt decision-11", acts) == "2024-01-01"
    assert met(entry, "when act terminate old", acts) == "2025-01-01"


def test_a_collective_notification_is_counted(entry):
    acts = THREE + '2021-01-01 opt x AM BY "entry into force"\n2021-02-01 opt x KZ "art. 41"\n'
    assert met(entry, "when 3 deposits\nwhen agreement 2 notifications", acts) == "2021-01-01"
    assert met(entry, 'when agreement 1 notifications of "art. 41"', acts) == "2021-02-01"
    assert entry("when agreement 3 notifications", acts).missing == ("1 more notifications (entry into force)",)


def test_what_is_presumed_is_named_in_the_answer(entry):
    found = entry('when 3 deposits\nwhen presumed "half the tonnage"', THREE)
    assert str(found.trigger) == "2020-03-10"
    assert found.presumed == ("half the tonnage",)


# -- days -----------------------------------------------------------------------------------------------------------


def test_a_year_at_the_threshold_gives_both_ends(entry):
    acts = THREE.replace("2020-03-10", "2021")
    assert str(entry("when 3 deposits\nthen +30 days", acts).since) == "2021-01-31..2022-01-30"
    found = entry("when 3 deposits", acts, as_of="2021-06-30")
    assert (found.since, found.perhaps) == (None, True)


def test_a_floor_may_run_from_opening(entry):
    acts = "1993-01-13 open x for signature\n1993-02-02 ratify x AM\n"
    clause = "when 1 deposits\nthen +180 days\nnot-before +2 years back from opening"
    assert str(entry(clause, acts).since) == "1995-01-13"
    found = entry(clause, "1993-02-02 ratify x AM\n")
    assert (found.since, found.missing) == (None, ("the record does not tell the day of opening",))


def test_what_is_only_perhaps_done_by_the_day_is_no_reason_for_it(entry):
    found = entry("when 3 deposits", THREE + "2020-03-05..2020-05-01 ratify x RU\n")
    assert str(found.trigger) == "2020-03-05..2020-03-10"
    assert found.reasons[0].words == "3 of 3 deposits: AM, BY, KZ"


def test_a_provision_has_a_day_of_its_own(entry):
    acts = THREE + '2022-01-01 opt x AM BY "art. 41"\n'
    clause = (
        'when 3 deposits\nprovision "Annex II" then +36 months back\nprovision "art. 5" not-before 2033-01-01\n'
        'provision "art. 41" when agreement 2 notifications of "art. 41" then +3 months back\n'
        'provision "art. 42" when agreement 2 notifications of "art. 42"'
    )
    found = {name: str(day) for name, day in entry(clause, acts).provisions}
    assert found == {"Annex II": "2023-03-10", "art. 5": "2033-01-01", "art. 41": "2022-04-01", "art. 42": "None"}


def test_a_provision_whose_day_is_open_keeps_both_ends_above_its_floor(entry):
    clause = 'when 1 deposits\nprovision "a" then first of month after +1 months not-before 2020-03-22'
    found = entry(clause, "2020-01-31 ratify x AM\n")
    assert [str(day) for _name, day in found.provisions] == ["2020-03-22..2020-04-01"]


def test_what_only_a_decision_can_end_waits_for_it(entry):
    found = entry("when 3 deposits\nthen fixed 2019-01-01 else decision", THREE)
    assert (str(found.trigger), found.since, found.missing) == ("2020-03-10", None, ("a decision of the parties",))


def test_the_last_day_of_an_instrument_is_told(entry):
    found = entry("when 3 deposits\nuntil 2024-05-31\neffect-from 2019-01-01", THREE)
    assert str(found.until) == "2024-05-31"
    assert any("up to and including 2024-05-31" in reason.words for reason in found.reasons)
