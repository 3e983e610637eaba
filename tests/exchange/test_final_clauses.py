"""Real final clauses come out right, and whatever a file of cases holds is answered."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from servanda.cli.law import command
from servanda.exchange.final_clause_means import means_of
from servanda.exchange.final_clauses import read_cases, verify

ROOT = Path(__file__).parents[2]

# Differences with their cause. The depositary recorded the day after the one that the rule gives.
KNOWN_DIFFERENCES = {"marpol-6"}


@pytest.fixture(scope="module")
def cases(reference) -> list[Any]:
    found = read_cases((reference / "law" / "final-clauses.json").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def case(**changes: Any) -> dict[str, Any]:
    rule = {
        "conditions": [{"kind": "count", "n": 2}],
        "default_acts": "ratification, acceptance, approval or accession",
        "delay": {"mode": "days_after", "value": 30},
        "not_before": None,
    }
    acts = [act("Norway", "2020-01-15"), act("Chad", "2020-03-01"), act("Peru", "2020-05-01")]
    return {"id": "one", "rule": rule, "condition_met": None, "acts": acts} | changes


def act(party: str | None, day: str, kind: str = "ratification") -> dict[str, Any]:
    return {"party": party, "kind": kind, "date": day}


def ruled(*conditions: dict[str, Any], **rule: Any) -> dict[str, Any]:
    made = case()
    made["rule"] |= {"conditions": list(conditions)} | rule
    return made


def answer(made: Any, *others: Any) -> Any:
    return verify([made, *others]).cases[0]


# -- the reference cases ---------------------------------------------------------------------------------------


def test_every_verified_case_with_acts_agrees(cases):
    report = {one.id: one for one in verify(cases).cases}
    asked = [one for one in cases if one["verified"] and one.get("acts")]
    assert len(asked) > 60
    assert [one["id"] for one in asked if report[one["id"]].result != "agree"] == []
    assert [one["id"] for one in asked if report[one["id"]].met != one["condition_met"]] == []


def test_every_verified_case_agrees(cases):
    report = {one.id: one for one in verify(cases).cases}
    assert [one["id"] for one in cases if one["verified"] and report[one["id"]].result != "agree"] == []


def test_every_other_case_has_a_written_cause(cases):
    report = verify(cases)
    assert {one.id for one in report.cases if one.result == "differ"} == KNOWN_DIFFERENCES
    unknown = [one for one in report.cases if one.result == "not_computable"]
    assert {one.reason.partition("; missing: ")[0] for one in unknown} == {
        "no acts are given, and the day on which the condition was met is not known"
    }
    assert report.number("agree") == len(cases) - len(unknown) - len(KNOWN_DIFFERENCES)


def test_a_difference_is_told_with_the_practice_of_the_depositary_that_explains_it(cases):
    found = {one.id: one.reason for one in verify(cases).cases if one.result == "differ"}
    assert "imo-secretary-general counted the day after the period had run (Status of IMO Treaties" in found["marpol-6"]


def test_a_practice_that_does_not_explain_a_difference_is_not_told():
    made = case(id="marpol-6", entry_into_force="2020-05-01")
    assert "imo-secretary-general" not in answer(made).reason


def test_the_answers_are_the_same_when_they_are_taken_out_of_the_file(cases):
    known = {one.id: one.computed for one in verify(cases).cases}
    bare = copy.deepcopy(cases)
    for one in bare:
        for name in ("entry_into_force", "in_force", "verified", "confidence", "note"):
            one.pop(name, None)
        if one.get("acts"):
            one.pop("condition_met")
    report = verify(bare)
    assert {one.id: one.computed for one in report.cases} == known
    assert {one.result for one in report.cases} == {"computed", "not_computable"}


def test_mutated_cases_are_answered_and_never_crash(cases):
    chance = random.Random(2020)
    for _ in range(6):
        mutated = [mutate(chance, copy.deepcopy(one)) for one in cases]
        report = verify(mutated)
        assert len(report.cases) == len(cases)
        assert all(one.reason for one in report.cases)


JUNK: list[Any] = [
    None,
    True,
    -1,
    0,
    10**30,
    1.5,
    "",
    "soon",
    "9999-12-31",
    "2001",
    "2001-02-30",
    "2001~",
    "0001-01-01",
]
JUNK += [float("inf"), 10**400, [], {}, [None], ["ratification", 3], {"kind": "count"}, {"mode": "same_day"}]


def mutate(chance: random.Random, value: Any) -> Any:
    """The value with one thing in it dropped, or made into something else."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(list(value))
        if chance.random() < 0.2:
            del value[key]
        else:
            value[key] = mutate(chance, value[key])
        return value
    if isinstance(value, list) and value and chance.random() < 0.8:
        index = chance.randrange(len(value))
        value[index] = mutate(chance, value[index])
        return value
    return chance.choice(JUNK)


# -- what counts -----------------------------------------------------------------------------------------------


def test_the_nth_party_meets_the_count_and_the_delay_runs_from_then():
    found = answer(case(entry_into_force="2020-03-31"))
    assert (found.met, found.computed, found.result) == ("2020-03-01", "2020-03-31", "agree")


def test_a_party_counts_once():
    made = case(acts=[act("Norway", "2020-01-15"), act("Norway", "2020-02-15"), act("Chad", "2020-03-01")])
    assert answer(made).met == "2020-03-01"


def test_only_kinds_that_are_named_count_but_consent_fits_any():
    made = ruled({"kind": "count", "n": 2, "acts": ["accession"]})
    made["acts"] = [
        act("Norway", "2020-01-15"),
        act("Chad", "2020-03-01", "consent"),
        act("Peru", "2020-05-01", "accession"),
    ]
    assert answer(made).met == "2020-05-01"


@pytest.mark.parametrize("kind", ["succession", "definitive signature", "formal confirmation"])
def test_some_kinds_count_only_where_they_are_named(kind):
    acts = [act("Norway", "2020-01-15", kind), act("Chad", "2020-03-01"), act("Peru", "2020-05-01")]
    assert answer(case(acts=acts)).met == "2020-05-01"
    named = ruled({"kind": "count", "n": 2, "acts": [kind, "ratification"]})
    assert answer(named | {"acts": acts}).met == "2020-03-01"


@pytest.mark.parametrize("words", ["registration of ratification", "notification of consent to be bound"])
def test_ordinary_instruments_are_registered_and_notified_too(words):
    assert answer(ruled({"kind": "count", "n": 2, "acts": [words]})).met == "2020-03-01"


@pytest.mark.parametrize("name", ["European Union", "EUE", "EUU", "European Community"])
def test_the_instrument_of_an_organisation_is_left_out_where_the_rule_says_so(name):
    acts = [act(name, "2020-01-01"), act("Norway", "2020-01-15"), act("Chad", "2020-03-01")]
    for excluded, met in ((True, "2020-03-01"), (False, "2020-01-15"), (None, "2020-01-15")):
        made = ruled({"kind": "count", "n": 2} | ({} if excluded is None else {"reio_excluded": excluded}))
        assert answer(made | {"acts": acts}).met == met


def test_a_party_without_a_name_does_not_fail():
    assert answer(case(acts=[act(None, "2020-01-15"), act("Chad", "2020-03-01")])).met == "2020-03-01"


def test_what_no_acts_can_decide_is_taken_as_met_and_said():
    found = answer(ruled({"kind": "count", "n": 2}, {"kind": "share", "min": 50, "unit": "% of the world's tonnage"}))
    assert found.met == "2020-03-01"
    assert "taken as met, for want of data: share (min 50, unit % of the world's tonnage)" in found.reason


def test_a_threshold_that_is_not_reached_is_not_met():
    made = ruled({"kind": "count", "n": 4}) | {"entry_into_force": None, "in_force": False}
    found = answer(made)
    assert (found.met, found.computed, found.result) == (None, None, "agree")
    assert "missing: 1 more deposits" in found.reason


def test_an_option_is_open_only_in_its_window():
    every = {"kind": "all_of", "of": "all", "until": "2020-06-01"}
    few = {"kind": "count", "n": 2, "from": "2020-06-01"}
    assert answer(ruled({"kind": "any_of", "options": [every, few]})).met == "2020-06-01"


def test_several_conditions_of_an_option_hold_together():
    both = {"kind": "all", "items": [{"kind": "count", "n": 3}, {"kind": "share", "min": 85, "unit": "% of GDP"}]}
    options = [{"kind": "elapsed", "of": "ten years"}, both]
    assert answer(ruled({"kind": "any_of", "options": options})).met == "2020-05-01"


def test_the_smaller_of_two_counts_is_enough():
    options = [
        {"kind": "count", "n": 3},
        {"kind": "count", "n": 2},
        {"kind": "fraction", "num": 1, "den": 2, "of": "x"},
    ]
    assert answer(ruled({"kind": "min_of", "options": options})).met == "2020-03-01"


def test_without_conditions_the_first_act_binds():
    assert answer(ruled()).met == "2020-01-15"


# -- parents and floors ----------------------------------------------------------------------------------------


def parent(effect: str, since: str | None = "2021-01-01") -> dict[str, Any]:
    return {"kind": "parent_in_force", "parent": "other", "effect": effect, "parent_in_force_since": since}


def test_a_parent_as_floor_moves_the_result_only():
    found = answer(ruled({"kind": "count", "n": 2}, parent("floor")))
    assert (found.met, found.computed) == ("2020-03-01", "2021-01-01")


def test_a_parent_as_condition_starts_the_delay():
    found = answer(ruled({"kind": "count", "n": 2}, parent("condition")))
    assert (found.met, found.computed) == ("2021-01-01", "2021-01-31")


def test_a_parent_of_the_same_file_is_computed():
    other = case(id="other", acts=[act("Norway", "2022-01-15"), act("Chad", "2022-03-01")])
    found = answer(ruled({"kind": "count", "n": 2}, parent("floor", None)), other)
    assert found.computed == "2022-03-31"


def test_cases_that_wait_for_each_other_are_answered():
    one = ruled({"kind": "count", "n": 2}, parent("floor", None))
    other = ruled({"kind": "count", "n": 2}, parent("floor", None) | {"parent": "one"}) | {"id": "other"}
    assert answer(one, other).result == "not_computable"


def test_a_floor_of_the_calendar_holds():
    assert answer(ruled({"kind": "count", "n": 2}, not_before="2020-12-31")).computed == "2020-12-31"


# -- delays ----------------------------------------------------------------------------------------------------

DELAYS = [
    ({"mode": "same_day"}, "2020-03-01", "2020-03-01"),
    ({"mode": "days_after", "value": 30}, "2020-03-01", "2020-03-31"),
    ({"mode": "clear_days_after", "value": 30}, "2020-03-01", "2020-04-01"),
    ({"mode": "calendar_months_after", "value": 1}, "2020-01-31", "2020-02-29"),
    ({"mode": "calendar_years_after", "value": 1}, "2020-02-29", "2021-02-28"),
    ({"mode": "first_of_month_following_expiry_of_months", "value": 3}, "2020-03-10", "2020-07-01"),
    ({"mode": "first_of_month_following_expiry_of_months", "value": 3}, "2020-04-01", "2020-08-01"),
    ({"mode": "first_of_month_following_expiry_of_years", "value": 1}, "2020-03-10", "2021-04-01"),
    ({"mode": "first_of_month_after_nth_day", "value": 60}, "2020-03-10", "2020-06-01"),
    ({"mode": "first_of_kth_month_after_month_of_deposit", "value": 6}, "2020-03-10", "2020-09-01"),
    ({"mode": "first_of_kth_month_following_deposit", "value": 6}, "2020-03-10", "2020-09-01"),
    ({"mode": "special", "expression": "fixed_else(2020-06-01, nth:90)"}, "2020-06-01", "2020-06-01"),
    ({"mode": "special", "expression": "fixed_else(2020-06-01, nth:90)"}, "2020-06-02", "2020-08-31"),
    (
        {"mode": "special", "expression": "fixed_else(2009-01-01, first day of the month following the last deposit)"},
        "2009-11-13",
        "2009-12-01",
    ),
    (
        {"mode": "special", "expression": "fixed_else(2009-01-01, decision of depositing governments)"},
        "2008-11-13",
        "2009-01-01",
    ),
    ({"mode": "special", "expression": "fom_after_objection_window:12 months"}, "2022-08-29", "2023-09-01"),
]


@pytest.mark.parametrize(("delay", "met", "expected"), DELAYS)
def test_every_delay_runs_as_the_schema_says(delay, met, expected):
    made = ruled({"kind": "count", "n": 2}, delay=delay) | {"acts": [], "condition_met": met}
    assert answer(made).computed == expected


def test_what_only_a_decision_can_tell_is_not_computable():
    delay = {"mode": "special", "expression": "fixed_else(2009-01-01, decision of depositing governments)"}
    found = answer(ruled({"kind": "count", "n": 2}, delay=delay) | {"acts": [], "condition_met": "2009-03-01"})
    assert (found.computed, found.result) == (None, "not_computable")
    assert "a decision of the parties" in found.reason


# -- what cannot be answered -----------------------------------------------------------------------------------

WRONG = [
    ("nothing", "the case is not an object"),
    ({"id": "x"}, "the case has no field 'rule'"),
    (ruled({"kind": "moon"}), "the condition 'moon' is of a kind that is not known"),
    (ruled({"kind": "count"}), "a count has no field 'n'"),
    (ruled({"kind": "count", "n": "many"}), "the field 'n' of a count is 'many', not a whole number"),
    (ruled({"kind": "count", "n": 2}, delay={"mode": "someday"}), "the delay 'someday' is of a mode that is not known"),
    (ruled({"kind": "count", "n": 2}, delay={"mode": "days_after"}), "the delay has no field 'value'"),
    (ruled({"kind": "count", "n": 2}, delay={"mode": "special", "expression": "?"}), "the formula '?' is not known"),
    (ruled({"kind": "count", "n": 2}, not_before="soon"), "the field 'not_before': 'soon' is not a day"),
    (ruled(parent("sometimes")), "the effect of a parent in force is 'sometimes', not 'floor' or 'condition'"),
    (case(acts=[{"party": "Chad", "kind": "ratification"}]), "act 1 of the list: the field 'date' is null, not a day"),
    (case(acts=None), "no acts are given, and the day on which the condition was met is not known"),
]


@pytest.mark.parametrize(("made", "reason"), WRONG)
def test_what_is_not_known_is_said_precisely(made, reason):
    found = answer(made)
    assert found.result == "not_computable"
    assert found.reason.startswith(reason)


def test_a_year_at_the_threshold_gives_both_ends():
    found = answer(case(acts=[act("Norway", "2020-01-15"), act("Chad", "2021")]))
    assert (found.computed, found.result) == (None, "not_computable")
    assert found.reason.startswith("only both ends can be given: 2021-01-31..2022-01-30")


# -- the command -----------------------------------------------------------------------------------------------


def test_the_command_answers_in_the_stable_form(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"schema": 1, "cases": [case(entry_into_force="2020-03-31")]}), encoding="utf-8")
    result = CliRunner().invoke(command, ["verify", str(path), "--json"])
    assert result.exit_code == 0
    found = json.loads(result.output)
    assert (found["agree"], found["differ"], found["not_computable"]) == (1, 0, 0)
    assert {"id", "met", "computed", "recorded", "result", "reason"} <= set(found["cases"][0])


def test_the_command_tells_its_causes_in_russian_too(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([case(entry_into_force="2020-04-01"), case(acts=None)]), encoding="utf-8")
    said = CliRunner().invoke(command, ["verify", str(path), "--language", "ru"]).output
    assert "вычислено: 2020-03-31; записано: 2020-04-01; сданные на хранение грамоты: 2 из 2" in said
    assert "акты не приведены, и день выполнения условия не известен" in said


def test_a_verified_case_that_differs_ends_the_command_with_one(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([case(entry_into_force="2020-04-01", verified=True)]), encoding="utf-8")
    result = CliRunner().invoke(command, ["verify", str(path)])
    assert result.exit_code == 1
    assert "0 agree, 1 differ" in result.output


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"cases": 3}', "\ufeff", '[{"id": "\\ud800"}]'])
def test_a_file_that_holds_no_cases_is_misuse(tmp_path, text):
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(command, ["verify", str(path)]).exit_code == 2


# -- where acts and the case's own day meet ----------------------------------------------------------------------


def test_named_states_are_decided_where_every_one_of_them_is_among_the_acts():
    named = {"kind": "all_named", "states": ["PER", "NOR"], "of": "the depositaries"}
    assert answer(ruled(named)).met == "2020-05-01"
    with_former = named | {"states": ["NOR", "SUN"]}
    assert answer(ruled({"kind": "count", "n": 2}, with_former)).met == "2020-03-01"


def test_a_state_that_is_named_and_continued_is_found_under_the_code_of_today():
    named = {"kind": "all_named", "states": ["NOR", "SUN"], "of": "the depositaries"}
    acts = [act("Norway", "2020-01-15"), act("Russian Federation", "2020-03-01")]
    assert answer(ruled(named) | {"acts": acts}).met == "2020-03-01"


def test_a_succession_of_a_named_state_counts_only_where_it_is_named():
    named = {"kind": "all_named", "states": ["NOR", "PER"], "of": "list"}
    acts = [act("Norway", "2020-01-15", "succession"), act("Norway", "2020-06-01"), act("Peru", "2020-03-01")]
    assert answer(ruled(named) | {"acts": acts}).met == "2020-06-01"


def test_named_states_that_are_missing_are_told_where_the_case_is_not_in_force():
    made = ruled({"kind": "all_named", "states": ["NOR", "USA", "IND"], "of": "list"}) | {"in_force": False}
    found = answer(made | {"entry_into_force": None})
    assert (found.met, found.result) == (None, "agree")
    assert "missing: consent of IN, US" in found.reason


@pytest.mark.parametrize(("met", "expected"), [("2020-01-15", "2020-01-15"), (None, "2020-05-01")])
def test_an_alternative_that_no_acts_can_decide_may_be_met_before_them(met, expected):
    half = {"kind": "fraction", "num": 1, "den": 2, "of": "signatories"}
    made = ruled({"kind": "min_of", "options": [{"kind": "count", "n": 3}, half], "of": "whichever is smaller"})
    assert answer(made | {"condition_met": met}).met == expected


def test_without_default_acts_the_ordinary_means_count():
    made = case()
    del made["rule"]["default_acts"]
    assert answer(made).met == "2020-03-01"
    made["acts"][1]["kind"] = "succession"
    assert answer(made).met == "2020-05-01"


def test_a_collective_notification_comes_after_the_count():
    second = {"kind": "agreement_notification", "n": 80, "of": "States"}
    made = ruled({"kind": "count", "n": 2}, second)
    assert answer(made).met == "2020-03-01"
    found = answer(made | {"condition_met": "2021-06-21"})
    assert found.met == "2021-06-21"
    assert "the day met is the case's own" in found.reason


def test_an_uncertain_day_at_the_threshold_is_settled_by_the_day_that_the_case_gives():
    acts = [act("Norway", "2020-01-15"), act("Chad", "2021")]
    found = answer(case(acts=acts, condition_met="2021-05-04"))
    assert (found.met, found.computed) == ("2021-05-04", "2021-06-03")


def test_acts_that_cannot_be_read_are_said_and_the_given_day_is_used():
    found = answer(case(acts=[act("Chad", "soon")], condition_met="2020-03-01"))
    assert found.computed == "2020-03-31"
    assert "the acts cannot be used: act 1 of the list" in found.reason


def test_what_is_not_in_force_is_not_taken_as_met_for_want_of_data():
    made = ruled({"kind": "count", "n": 2}, {"kind": "share", "min": 25, "unit": "%"})
    found = answer(made | {"in_force": False, "entry_into_force": None})
    assert (found.met, found.computed, found.result) == (None, None, "agree")
    assert found.reason.startswith("the case says that it is not in force, so not taken as met: share")


def test_what_is_missing_is_told_where_nothing_can_be_computed():
    found = answer(ruled({"kind": "count", "n": 20}, {"kind": "share", "min": 25, "unit": "%"}) | {"acts": []})
    assert found.reason.endswith(
        'missing: 20 deposits counting accede accept approve ratify; presumed "share (min 25, unit %)"'
    )


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("ratification, acceptance, approval or accession", {"ratify", "accept", "approve", "accede"}),
        ("ratification/acceptance", {"ratify", "accept"}),
        ("ratification or adherence", {"ratify", "accede"}),
        ("signature without reservation as to ratification, acceptance or approval", {"sign"}),
        ("signature not subject to ratification", {"sign"}),
        ("ratification, or definitive signature", {"ratify", "sign"}),
        ("registered ratification", {"ratify", "accept", "approve", "accede"}),
        ("deposit of instruments", {"ratify", "accept", "approve", "accede"}),
        ("notification of consent to be bound", {"ratify", "accept", "approve", "accede", "complete"}),
        ("notification of acceptance", {"complete", "accept"}),
        ("notification that internal procedures are completed", {"complete"}),
        ("written notification of the completion of internal procedures", {"complete"}),
        ("formal confirmation", {"formally-confirm"}),
        ("succession", {"succeed"}),
        ("consent", {"consent"}),
        ("a handshake", {"a handshake"}),
    ],
)
def test_kinds_of_act_are_read_from_their_words(words, means):
    assert means_of(words) == means
