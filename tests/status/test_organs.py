"""Membership, presidency, sessions, signatures, commitments and what is due: small records, one answer each."""

from datetime import date

import pytest

from servanda.days import Day
from servanda.status.commitments import commitments
from servanda.status.due import due
from servanda.status.membership import members, memberships
from servanda.status.presidency import presidency
from servanda.status.session import attendance, outcomes, session, sessions
from servanda.status.signatures import signatures
from tests.records_in_text import book_of


def day(text):
    return date.fromisoformat(text)


# -------------------------------------------------------------------------------------------- membership
LEAGUE = """
1991-12-08 organisation cis "Commonwealth"
1991-12-08 join cis BY RU as founding
1993-12-03 join cis GE
2005-08-26 associate cis TM
2006-01-01 observe cis AF
2007-01-01 observe cis MN as candidate
2008-08-18 leave cis GE
  effective 2009-08-18
"""


def test_everybody_has_a_circle_since_a_day():
    found = memberships(book_of(LEAGUE), "cis", day("2007-06-01"))
    assert [(one.circle, one.party, str(one.since)) for one in found] == [
        ("associate", "TM", "2005-08-26"),
        ("candidate", "MN", "2007-01-01"),
        ("founding", "BY", "1991-12-08"),
        ("founding", "RU", "1991-12-08"),
        ("member", "GE", "1993-12-03"),
        ("observer", "AF", "2006-01-01"),
    ]


def test_observers_and_candidates_are_no_members():
    assert members(book_of(LEAGUE), "cis", day("2007-06-01")) == {"BY", "GE", "RU", "TM"}


def test_a_notice_runs_until_it_takes_effect_and_is_told():
    (georgia,) = [one for one in memberships(book_of(LEAGUE), "cis", day("2009-08-17")) if one.party == "GE"]
    assert str(georgia.leaving) == "2009-08-18"
    assert len(georgia.reasons) == 2
    assert "GE" not in members(book_of(LEAGUE), "cis", day("2009-08-18"))


def test_a_notice_tells_nothing_before_its_day():
    (georgia,) = [one for one in memberships(book_of(LEAGUE), "cis", day("2008-08-17")) if one.party == "GE"]
    assert georgia.leaving is None


def test_one_circle_can_be_left_for_another():
    text = LEAGUE + "2010-01-01 leave cis TM from associate\n2010-01-01 join cis TM"
    assert [one.circle for one in memberships(book_of(text), "cis", day("2011-01-01")) if one.party == "TM"] == [
        "member"
    ]


# -------------------------------------------------------------------------------------------- presidency
RULE = """
2008-10-10 clause cis presidency
  cite "Regulation"
  rotate alphabet ru
  skip never-presided
  among members associates
  co-chairs previous next
1991-12-08 join cis AM AZ BY KG KZ MD RU TJ UZ
"""


def test_co_chairs_are_as_decided_else_the_previous_and_the_next():
    text = (
        RULE
        + "2018-01-01 preside cis TJ in 2019\n2019-10-11 preside cis UZ in 2020\n2020-12-18 preside cis BY in 2021\n"
    )
    found = presidency(book_of(text), "cis", day("2020-12-31"))
    assert (found.state, found.previous, found.next.state, found.co_chairs) == ("UZ", "TJ", "BY", ("BY", "TJ"))
    decided = book_of(text + "2020-12-18 preside cis BY in 2021\n  co-chairs KZ UZ")
    assert presidency(decided, "cis", day("2021-06-01")).co_chairs == ("KZ", "UZ")
    assert presidency(decided, "cis", day("2020-12-31")).next.co_chairs == ("KZ", "UZ")


def test_a_later_decision_on_a_term_takes_the_place_of_the_earlier():
    text = RULE + "2013-01-01 preside cis UA in 2014\n2014-01-01 preside cis BY in 2014\n"
    assert presidency(book_of(text), "cis", day("2013-06-01")).next.state == "UA"
    assert presidency(book_of(text), "cis", day("2014-06-01")).state == "BY"


def test_the_next_by_the_alphabet_says_who_is_passed_over():
    text = RULE + "2009-01-01 preside cis KZ in 2010\n2009-01-01 preside cis RU in 2009\n"
    found = presidency(book_of(text), "cis", day("2010-06-01")).next
    assert found.state == "RU"
    assert "by the alphabet (ru)" in found.why
    assert "KG, MD" in found.why
    assert found.reasons[0].acts


def test_in_a_first_round_who_has_not_presided_yet_has_its_turn():
    text = RULE.replace("  skip never-presided\n", "") + "2009-01-01 preside cis KZ in 2010\n"
    found = presidency(book_of(text), "cis", day("2010-06-01")).next
    assert (found.state, "no turn" in found.why) == ("KG", False)
    declined = presidency(book_of(text + "2010-03-01 decline cis KG in 2011"), "cis", day("2010-06-01")).next
    assert (declined.state, "declined or laid down before: KG" in declined.why) == ("MD", True)


def test_a_turn_taken_before_the_rule_was_made_is_a_turn():
    text = RULE + "2006 preside cis KZ in 2006\n2013-01-01 preside cis BY in 2014\n"
    found = presidency(book_of(text), "cis", day("2014-06-01")).next
    assert (found.state, "KZ" in found.why) == ("KZ", False)


def test_a_decided_term_that_names_no_co_chairs_has_those_of_the_rule():
    text = RULE + "2019-01-01 preside cis UZ in 2020\n2020-01-01 preside cis BY in 2021\n"
    found = presidency(book_of(text), "cis", day("2020-06-01")).next
    assert found.co_chairs == ("UZ",)
    assert "the next is not decided on this day" in found.reasons[-1].words
    later = presidency(book_of(text + "2020-03-01 preside cis KZ in 2022\n"), "cis", day("2020-06-01")).next
    assert (later.state, later.co_chairs) == ("BY", ("KZ", "UZ"))


def test_who_declined_a_term_is_told_with_the_decision_on_it():
    text = (
        RULE
        + "2015-10-16 preside cis KG in 2016\n2016-09-16 decline cis MD in 2017\n2016-09-16 preside cis RU in 2017\n"
    )
    found = presidency(book_of(text), "cis", day("2016-10-01")).next
    assert (found.state, found.reasons[-1].words) == ("RU", "MD declined the presidency in 2017")
    assert found.reasons[-1].acts


def test_a_presidency_laid_down_is_vacant_and_the_one_before_is_told():
    text = RULE + "2013-01-01 preside cis BY in 2013\n2013-10-25 preside cis UA in 2014\n2014-03-20 relinquish cis UA\n"
    found = presidency(book_of(text), "cis", day("2014-03-20"))
    assert (found.state, found.period, found.previous) == ("", None, "UA")


def test_without_any_act_nobody_presides():
    found = presidency(book_of(""), "cis", day("2020-01-01"))
    assert (found.state, found.next, len(found.reasons)) == ("", None, 1)


# ----------------------------------------------------------------------------------------------- session
EVENING = """
2020-12-18 convene cis/chs/2020-12-18
  format videoconference
2020-12-18 attend cis/chs/2020-12-18 BY RU UZ
2020-12-18 attend cis/chs/2020-12-18 MN observer
2020-12-18 absent cis/chs/2020-12-18 MD
2020-12-18 excuse cis/chs/2020-12-18 AM "unexpected circumstances"
2020-12-18 decide x1 approved at cis/chs/2020-12-18
2020-12-18 transmit x1 to AM MD for signature
2020-12-18 sign x1 UZ
2020-12-18 undertake cis/chs/2020-12-18/1 BY "send a list" due 2021-03
"""


def test_attendance_tells_presence_level_and_reason():
    found = attendance(book_of(EVENING), "cis/chs/2020-12-18", day("2020-12-18"))
    assert [(one.party, one.presence, one.level or one.detail) for one in found] == [
        ("AM", "did not attend; note received", "unexpected circumstances"),
        ("BY", "present", "head"),
        ("MD", "did not attend", ""),
        ("MN", "present", "observer"),
        ("RU", "present", "head"),
        ("UZ", "present", "head"),
    ]


def test_who_was_present_and_is_not_recorded_as_signing_is_said_so():
    (outcome,) = outcomes(book_of(EVENING), "cis/chs/2020-12-18", day("2020-12-18"))
    assert [(one.party, one.state) for one in outcome.signatures] == [
        ("AM", "open"),
        ("BY", "not recorded"),
        ("MD", "open"),
        ("RU", "not recorded"),
        ("UZ", "signed"),
    ]
    assert all(one.reasons[0].acts for one in outcome.signatures)


def test_a_session_is_unknown_before_it_was_called():
    assert session(book_of(EVENING), "cis/chs/2020-12-18", day("2020-12-17")) is None
    called = book_of("2020-10-01 convene cis/chs/2020-12-18 for 2020-12-18")
    assert str(session(called, "cis/chs/2020-12-18", day("2020-10-01")).on) == "2020-12-18"
    assert session(called, "cis/chs/2020-12-18", day("2020-09-30")) is None


def test_a_session_holds_what_was_made_in_it():
    found = session(book_of(EVENING), "cis/chs/2020-12-18", day("2020-12-18"))
    assert (found.organ, found.organisation) == ("cis/chs", "cis")
    assert [one.of for one in found.undertakings] == ["cis/chs/2020-12-18/1"]


def test_sessions_are_listed_the_newest_first():
    book = book_of("2019-10-11 convene cis/chs/2019-10-11\n2020-12-18 convene cis/chs/2020-12-18")
    assert [act.of for act, _on in sessions(book, day("2021-01-01"))] == ["cis/chs/2020-12-18", "cis/chs/2019-10-11"]


def test_a_signature_closes_what_was_open():
    book = book_of(EVENING + "2021-02-10 sign x1 AM")
    states = {one.party: one.state for one in signatures(book, "x1", day("2021-02-10"))}
    assert (states["AM"], states["MD"]) == ("signed", "open")


# ------------------------------------------------------------------------------------------- commitments
PROMISE = '2020-12-18 undertake p1 BY RU "send a list" due 2021-03\n'


def state(text, party="BY", as_of="2022-01-01"):
    (found,) = [one for one in commitments(book_of(PROMISE + text), day(as_of)) if one.party == party]
    return found.timing, found.performance, found.standing


@pytest.mark.parametrize(
    ("as_of", "timing"),
    [("2021-02-28", "not due"), ("2021-03-01", "due"), ("2021-03-31", "due"), ("2021-04-01", "past due")],
)
def test_a_commitment_falls_due_on_its_day(as_of, timing):
    assert state("", as_of=as_of) == (timing, "no information", "not reported")


def test_no_information_is_never_a_failure_of_its_own():
    assert state("2021-05-01 report p1 RU complete") == ("past due", "no information", "not reported")


def test_report_assessment_and_challenge_are_kept_apart():
    reported = "2021-05-01 report p1 BY complete\n"
    assert state(reported)[1:] == ("complete", "self-reported")
    assert state(reported + "2021-06-01 assess p1 for BY limited by cis/excom")[1:] == ("limited", "assessed")
    assert state(reported + '2021-06-01 challenge p1 KZ "not received"')[1:] == ("complete", "contested")


def test_a_due_day_can_be_put_off_and_a_party_released():
    assert state("2021-03-15 extend p1 to 2022-06-30")[0] == "not due"
    assert state("2021-03-15 release p1 BY")[0] == "closed"
    assert state("2021-03-15 release p1 BY", "RU")[0] == "past due"


def test_what_is_undertaken_later_is_not_yet_a_commitment():
    assert commitments(book_of(PROMISE), day("2020-12-17")) == ()


# --------------------------------------------------------------------------------------------------- due
def test_what_waits_is_told_by_party_with_its_reasons():
    items = due(book_of(EVENING + '2020-12-18 instrument x1 "Concept"'), day("2021-04-01"))
    assert [(one.party, one.what, one.object) for one in items] == [
        ("AM", "sign", "x1"),
        ("BY", "perform", "cis/chs/2020-12-18/1"),
        ("MD", "sign", "x1"),
    ]
    assert all(one.reasons for one in items)
    assert items[1].due == Day.parse("2021-03")


def test_what_is_performed_or_closed_no_longer_waits():
    assert due(book_of(PROMISE + "2021-03-01 report p1 BY RU complete"), day("2021-04-01")) == ()
    assert due(book_of(PROMISE + "2021-03-01 release p1"), day("2021-04-01")) == ()


def test_a_signatory_of_a_treaty_that_asks_for_consent_is_waited_for():
    text = '2011-10-18 instrument x1 "Treaty"\n2011-10-18 sign x1 AM BY\n'
    text += "2011-10-18 clause x1 entry-into-force\n  when 3 deposits\n"
    assert [(one.party, one.what) for one in due(book_of(text), day("2012-01-01"))] == [
        ("AM", "consent to be bound"),
        ("BY", "consent to be bound"),
    ]
    assert [one.party for one in due(book_of(text + "2011-12-01 ratify x1 BY"), day("2012-01-01"))] == ["AM"]
    assert due(book_of(text), day("2012-01-01"), "BY")[0].party == "BY"
