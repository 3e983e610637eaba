"""Organisations that texts take for known."""

from __future__ import annotations

from servanda.words.organisations import find_organisation, organs


def test_an_organisation_is_found_by_its_long_name():
    assert find_organisation("the Commonwealth of Independent States") == "CIS"
    assert find_organisation("nothing of the kind") is None


def test_an_organ_leads_to_its_organisation():
    assert organs()["Supreme Eurasian Economic Council"] == "EAEU"
