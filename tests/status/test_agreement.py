"""Krippendorff's alpha on the worked examples of its author, and on the codings of a record."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.status.agreement import agreements, alpha, percent_agreement
from tests.records_in_text import book_of

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): the data and the results he prints.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbcccеddd".replace("е", "e"))
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(coders: tuple[str, ...]) -> list[list[int]]:
    return [[ord(value) for value in unit if value != "."] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "metric", "published"),
    [
        (BINARY, "nominal", "0.095"),
        (NOMINAL, "nominal", "0.692"),
        (MISSING, "nominal", "0.743"),
        (MISSING, "ordinal", "0.815"),
        (MISSING, "interval", "0.849"),
    ],
)
def test_alpha_is_that_of_the_published_examples(coders, metric, published):
    assert f"{float(alpha(units(coders), metric)):.3f}" == published


def test_alpha_is_exact():
    assert alpha(units(BINARY)) == Fraction(2, 21)


def test_where_nothing_can_differ_alpha_says_nothing():
    assert alpha([[1, 1], [1, 1]]) is None
    assert alpha([[1], [2]]) is None
    assert percent_agreement([[1]]) is None


@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4), max_size=12), st.randoms())
def test_the_order_of_units_and_coders_is_immaterial(found, random):
    shuffled = [random.sample(unit, len(unit)) for unit in random.sample(found, len(found))]
    for metric in ("nominal", "ordinal", "interval"):
        assert alpha(shuffled, metric) == alpha(found, metric)
    assert percent_agreement(shuffled) == percent_agreement(found)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=9))
def test_full_agreement_is_one(values):
    found = alpha([[value, value] for value in values], "ordinal")
    assert found == (1 if len(set(values)) > 1 else None)


def test_the_codings_of_a_record_are_compared_by_guideline():
    text = """
    2020-12-18 undertake promise/1 BY KZ "send measures"
    2021-05-01 assess promise/1 for BY limited by league coding
      coder "first"
      guideline g1
    2021-05-02 assess promise/1 for BY complete by league coding
      coder "second"
      guideline g1
    2021-05-02 assess promise/1 for KZ complete by league coding
      coder "first"
      guideline g1
    """
    (found,) = agreements(book_of("\n".join(line[4:] for line in text.splitlines())), date(2021, 6, 1))
    assert (found.guideline, found.units, found.coders, found.percent) == ("g1", 1, ("first", "second"), 0)
