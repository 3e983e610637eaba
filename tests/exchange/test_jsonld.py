"""Pages as linked data say what the record tells, and no more."""

from __future__ import annotations

import pytest

from servanda.exchange.jsonld import linked
from tests.exchange.test_tables import PAGES

HOST = "https://records.example"


def test_a_session_is_an_event_with_those_who_are_recorded_as_present() -> None:
    told = linked(PAGES["session"](), HOST)
    assert (told["@type"], told["startDate"], told["location"]) == (
        "Event",
        "2020-12-18",
        {"@type": "VirtualLocation"},
    )
    assert [one["identifier"] for one in told["attendee"]] == ["AT", "BE", "DK"]
    assert told["@id"] == f"{HOST}/sessions/league/council/2020-12-18?as-of=2021-01-01"


def test_a_document_is_legislation_with_its_force_as_of_the_day() -> None:
    told = linked(PAGES["document"](), HOST)
    assert told["legislationLegalForce"] == "https://schema.org/InForce"
    assert told["temporalCoverage"] == "2010-08-01/.."
    assert told["legislationPassedBy"]["name"] == "League of Rivers"
    assert "legislationType" in told


def test_a_list_is_about_no_single_thing() -> None:
    assert linked(PAGES["documents"](), HOST) is None


@pytest.mark.parametrize("name", ["session", "document", "state"])
def test_nothing_is_told_that_is_not_there(name: str) -> None:
    assert [value for value in linked(PAGES[name](), HOST).values() if value in (None, "", [])] == []
