"""The pages of sessions."""

from __future__ import annotations

from datetime import date

from servanda.pages.sessions import session_page, sessions_page
from tests.pages.league import HOSTILE, view

EVENING = "league/council/2020-12-18"


def test_sessions_are_listed_from_the_newest() -> None:
    rows = sessions_page(view()).sessions
    assert [(str(row.on), row.format, row.present, row.absent) for row in rows] == [
        ("2020-12-18", "videoconference", 3, 1),
        ("2019-10-11", "in person", 3, 1),
    ]
    assert [row.chair.code for row in rows if row.chair] == ["BE"]
    assert len(sessions_page(view(date(2020, 12, 17))).sessions) == 1


def test_a_session_not_yet_recorded_has_no_page() -> None:
    assert session_page(view(date(2020, 12, 17)), EVENING) is None
    assert session_page(view(), "league/council/2020-12-19") is None


def test_a_session_tells_who_was_there_in_the_alphabet_of_names() -> None:
    page = session_page(view(), EVENING)
    assert page is not None
    found = [(row.party.code, row.presence, row.level) for row in page.attendance]
    assert found == [
        ("AT", "present", "head"),
        ("BE", "present", "head"),
        ("DK", "present", "head"),
        ("CH", "did not attend; note received", ""),
    ]
    assert page.attendance[3].detail == f"unexpected circumstances {HOSTILE}"
    assert page.lede.startswith("By videoconference, chaired by Belgium. 3 are recorded as present.")


def test_a_lower_level_is_told_with_the_rank() -> None:
    page = session_page(view(), "league/council/2019-10-11")
    assert page is not None
    deputy = next(row for row in page.attendance if row.party.code == "DK")
    assert (deputy.level, deputy.detail) == ("deputy", f"deputy minister {HOSTILE}")
    assert next(row.presence for row in page.attendance if row.party.code == "CH") == "did not attend"


def test_each_document_has_its_outcome_and_three_kinds_of_signature() -> None:
    page = session_page(view(), EVENING)
    assert page is not None
    concept = next(row for row in page.outcomes if row.document.id == "river-concept")
    by_kind = (concept.signed, concept.open, concept.not_recorded)
    assert [[ref.code for ref in refs] for refs in by_kind] == [["AT"], ["CH"], ["BE", "DK"]]
    assert [row.outcome for row in page.outcomes] == ["approved", "took note"]


def test_what_was_decided_proposed_promised_and_said_is_told() -> None:
    page = session_page(view(), EVENING)
    assert page is not None
    (presidency,) = page.presidencies
    assert (presidency.state.code, presidency.period, len(presidency.co_chairs)) == ("DK", "2021", 2)
    assert [one.id for one in page.promises] == [f"{EVENING}/1", f"{EVENING}/2"]
    assert str(page.promises[0].day) == "2021-06-30"
    assert (page.proposals[0].place, page.proposals[0].person) == ("Copenhagen", "D. Minister")
    assert page.sayings[0].person == "B. Chair"
    assert page.reasons[0].acts[0].head == f"2020-12-18 convene {EVENING}"
