"""Parties as registers write them: every code of the standard, former states, organisations, and nobody."""

from __future__ import annotations

import pytest

from servanda.words.parties import FORMER_STATES, STATES, is_state
from servanda.words.registers import alpha3, party_of_register


def test_every_current_state_has_one_code_of_three_letters():
    found = [code for code in alpha3().values() if code in STATES]
    assert set(found) == STATES
    assert sorted(code for code in set(found) if found.count(code) > 1) == ["RO"]  # ROM until 2002, ROU since


def test_every_former_state_that_ever_had_a_code_of_three_letters_has_it():
    assert set(FORMER_STATES) - set(alpha3().values()) == {"FQHH"}  # the southern territories kept ATF


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("FRA", "FR"),
        ("CSK", "CSHH"),
        ("YUG", "YUCS"),
        ("DDR", "DDDE"),
        ("GDR", "DDDE"),
        ("SUN", "SUHH"),
        ("ROM", "RO"),
        ("ROU", "RO"),
        ("EUE", "eu"),
        ("EUU", "eu"),
        ("MLI", "ML"),
        ("SOM", "SO"),
        ("PRU", "prussia"),
        ("Kosovo", "XK"),
        ("IAEA International Atomic Energy Agency", "iaea"),
        ("Libyan Arab Jamahiriya", "LY"),
        ("Côte d'Ivoire", "CI"),
        ("Cape Verde", "CV"),
        ("Micronesia (Federated States of)", "FM"),
    ],
)
def test_codes_and_names(written, party):
    assert party_of_register(written) == party


@pytest.mark.parametrize("written", ["", "KOR - PRK", "SDN - SSD", "Member countries not listed", "UNK", "QAR", "fra"])
def test_what_is_not_one_known_party_is_nobody(written):
    assert party_of_register(written) is None


def test_an_organisation_is_no_state():
    assert not is_state("eu")
    assert not is_state("iaea")
