"""What always holds of the text: what is printed reads back, and canonical text stays as it is."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.acts import KINDS, canonical, from_json, identity, to_json
from servanda.days import Day, NotADay, Period
from servanda.text import format_text, print_act, print_acts, print_head, read, read_head
from tests.laws.strategies import acts, acts_of, days, periods


def acts_in(text):
    found = read(text, "text")
    assert found.problems == ()
    return [one.act for one in found.acts]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=15)
@given(data=st.data())
def test_what_is_printed_reads_back_to_the_same_act(kind, data):
    act = data.draw(acts_of(kind))
    assert acts_in(print_act(act)) == [act]


@given(st.lists(acts, max_size=5))
def test_acts_printed_together_read_back_together(made):
    assert acts_in(print_acts(made)) == made


@given(st.lists(acts, max_size=4))
def test_canonical_text_is_left_alone_by_fmt(made):
    text = print_acts(made)
    assert format_text(text) == text


@given(acts)
def test_the_head_of_an_act_reads_back_to_the_same_head(act):
    head = read_head(print_head(act))
    assert head is not None
    assert print_head(head) == print_head(act)


LINES = [
    "; a comment",
    "  ; an indented comment",
    "",
    "uses law/cis ; why",
    "2000-01-01 sign a-treaty BY ; beside it",
    '  note "a ; b"',
    '  source a-paper "words" at "p. 1"',
    "2000-02-30 sign a-treaty BY",
    "  nothing here ; at all",
    '\tnote "tab"',
    "2000-01-01 clause a-treaty entry-into-force",
    "    when 3 deposits",
    "  any-of",
    "2001 ratify a-treaty AM RU",
    '  note "a\\\\" ; after',
    '  note "open',
    "sign",
]


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_fmt_of_fmt_is_fmt(text):
    once = format_text(text)
    assert format_text(once) == once


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_fmt_changes_no_act_and_loses_no_comment(text):
    formatted = format_text(text)
    assert [one.act for one in read(formatted).acts] == [one.act for one in read(text).acts]
    for comment in ("; a comment", "; an indented comment", "; why", "; beside it", "; at all"):
        assert formatted.count(comment) == text.count(comment)


@given(st.text(max_size=80) | st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_whatever_is_written_is_read_without_an_exception(text):
    for problem in read(text, "text").problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= text.count("\n") + 1


@given(acts)
def test_an_act_goes_through_json_unchanged(act):
    assert from_json(json.loads(json.dumps(to_json(act)))) == act


@given(acts)
def test_the_identity_of_an_act_is_that_of_its_text_and_of_its_json(act):
    assert identity(from_json(to_json(act))) == identity(act)
    assert identity(acts_in(print_act(act))[0]) == identity(act)
    assert canonical(to_json(act)) == canonical(json.loads(canonical(to_json(act))))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_default_that_is_spelt_out_is_no_other_act(kind):
    act = acts_in(kind.EXAMPLE)[0]
    defaults = {field.name: field.default for field in msgspec.structs.fields(kind) if isinstance(field.default, str)}
    spelt = {name: "".join(list(default)) for name, default in defaults.items() if getattr(act, name) == default}
    assert identity(msgspec.structs.replace(act, **spelt)) == identity(act)


@given(st.lists(acts, min_size=2, max_size=2))
def test_two_acts_have_one_identity_only_if_they_are_the_same(made):
    one, other = made
    assert (identity(one) == identity(other)) == (canonical(to_json(one)) == canonical(to_json(other)))


@given(days)
def test_a_day_reads_back_as_it_is_printed(day):
    assert Day.parse(str(day)) == day


@given(periods)
def test_a_period_reads_back_as_it_is_printed(period):
    assert Period.parse(str(period)) == period


@given(st.text(max_size=24) | st.from_regex(r"\d{1,4}-\d{1,2}(-\d{1,2})?(\.\.\d{4}(-\d\d)?)?~?", fullmatch=True))
def test_a_text_is_a_day_or_says_why_not(text):
    try:
        day = Day.parse(text)
    except NotADay as error:
        assert str(error)  # noqa: PT017
    else:
        assert day.first <= day.last
        assert Day.parse(str(day)) == day
