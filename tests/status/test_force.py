"""Whether an instrument is in force: the depositary's date first, the computed one beside it, and any difference."""

from datetime import date

from servanda.status.force import force
from servanda.status.party import chart, standing
from tests.records_in_text import book_of

TREATY = """
2012-01-01 instrument x "Example"
2012-01-01 clause x entry-into-force
  cite "art. 7"
  when 1 deposits
  then +30 days
2012-08-21 ratify x UA
"""


def asked(text, day):
    return force(book_of(TREATY + text), "x", date.fromisoformat(day))


def test_the_reasons_are_a_trace_from_the_condition_to_the_day():
    found = asked("", "2012-09-20")
    assert [reason.words for reason in found.reasons] == [
        "1 of 1 deposits: UA",
        "the conditions were met on 2012-08-21",
        "+30 days: 2012-09-20",
    ]
    assert all(reason.acts and reason.authority == "art. 7" for reason in found.reasons)


def test_what_is_missing_is_said():
    found = asked("", "2012-08-20")
    assert (found.state, found.missing) == ("not in force", ("1 more deposits",))


def test_the_notified_date_is_shown_first_and_the_difference_is_told():
    found = asked("2012-09-25 notify-force x since 2012-09-21", "2012-10-01")
    assert (str(found.since), str(found.notified), str(found.computed)) == ("2012-09-21", "2012-09-21", "2012-09-20")
    assert found.difference == "notified 2012-09-21; from the acts of the record 2012-09-20 is computed"
    assert found.reasons[0].authority == "the depositary"


def test_where_both_agree_there_is_no_difference():
    assert asked("2012-09-25 notify-force x since 2012-09-20", "2012-10-01").difference == ""


def test_a_notification_is_unknown_before_its_day():
    assert asked("2012-09-25 notify-force x since 2012-09-21", "2012-09-24").notified is None


CORRECTED = "2012-09-22 notify-force x since 2012-09-21\n2012-10-01 correct-notification x since 2012-09-20"


def test_a_corrected_notification_holds_from_the_beginning():
    assert str(asked(CORRECTED, "2012-09-25").notified) == "2012-09-20"
    assert str(asked(CORRECTED, "2013-01-01").notified) == "2012-09-20"


def test_what_was_known_before_the_correction_still_shows_the_old_date():
    book = book_of(TREATY + CORRECTED)
    before = type(book).build(one for one in book.entered if one.number < book.head)
    assert str(force(before, "x", date(2013, 1, 1)).notified) == "2012-09-21"


def test_without_a_clause_it_is_recorded_and_not_computed():
    book = book_of(
        '2012-01-01 instrument y "No clause"\n2012-02-01 ratify y UA\n2012-03-01 notify-force y since 2012-03-02'
    )
    assert force(book, "y", date(2012, 2, 15)).state == "unknown"
    found = force(book, "y", date(2012, 3, 2))
    assert (found.state, found.computed) == ("in force", None)
    assert "recorded, not computed" in found.reasons[-1].words
    assert "no clause" in found.difference
    assert standing(book, "y", "UA", date(2012, 3, 2)).word == "party"


def test_an_act_computed_back_is_named_as_no_evidence():
    text = TREATY.replace("2012-08-21 ratify x UA", "2012-08-21 ratify x UA\n  confidence computed-back")
    found = force(book_of(text), "x", date(2012, 9, 20))
    assert "computed back" in found.reasons[-1].words


def test_a_published_date_with_its_cause_stands_beside_the_computed_one():
    text = '2012-09-25 expect x in force since 2012-09-01\n  known-difference "an act is missing"'
    found = asked(text, "2012-10-01")
    assert (str(found.published), str(found.computed), str(found.since)) == ("2012-09-01", "2012-09-20", "2012-09-01")
    assert found.notified is None
    assert force(book_of(TREATY + text), "x", date(2012, 10, 1), testimony=False).published is None


def test_the_chart_has_everybody_who_did_something_or_was_asked_to():
    text = TREATY + "2012-01-02 sign x AM BY\n2012-01-03 transmit x to KZ for signature\n2012-10-01 denounce x UA"
    rows = chart(book_of(text), "x", date(2013, 1, 1))
    assert [(row.party, row.word) for row in rows] == [
        ("AM", "signatory"),
        ("BY", "signatory"),
        ("KZ", "entitled"),
        ("UA", "former party"),
    ]


def test_a_reservation_is_remembered_beside_the_standing():
    row = standing(book_of(TREATY + '2012-08-21 reserve x UA "not article 3"'), "x", "UA", date(2013, 1, 1))
    assert (row.word, row.reserved) == ("party", True)


def test_consenting_twice_does_not_move_the_day():
    row = standing(book_of(TREATY + "2015-01-01 accept x UA"), "x", "UA", date(2016, 1, 1))
    assert str(row.since) == "2012-09-20"


def test_a_cycle_is_told_and_ends():
    text = "".join(
        f"2000-01-01 clause {one} entry-into-force\n  when 1 deposits\n  not-before in-force {other}\n"
        f"2000-02-01 ratify {one} BY\n"
        for one, other in (("a1", "b1"), ("b1", "c1"), ("c1", "a1"))
    )
    found = force(book_of(text), "a1", date(2001, 1, 1))
    assert (found.state, found.missing) == ("not in force", ("b1 is not in force",))
