"""Every kind of act shows its own text form, which reads and prints back to itself."""

import json

import msgspec
import pytest

from servanda.acts import KINDS, VERBS, Act, form_of, from_json, identity, to_json
from servanda.acts.base import Shape
from servanda.text import print_act, print_acts, read

EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@EACH
def test_the_example_of_a_kind_reads_to_an_act_of_that_kind(kind):
    found = read(kind.EXAMPLE)
    assert found.problems == ()
    assert [type(one.act) for one in found.acts] == [kind]


@EACH
def test_the_example_of_a_kind_prints_back_to_itself(kind):
    assert print_acts(one.act for one in read(kind.EXAMPLE).acts) == kind.EXAMPLE + "\n"


@EACH
def test_a_kind_says_what_it_is(kind):
    assert kind.__doc__.strip().endswith((".", "."))
    assert kind.FORM


@EACH
def test_whatever_a_kind_asks_for_stands_on_its_head_line(kind):
    form = form_of(kind)
    on_head = {part.field.name for part in form.head} | {"on", "means"}
    asked = {field.name for field in msgspec.structs.fields(kind) if field.required}
    assert asked <= on_head
    assert {part.field.name for part in form.head if not part.optional} <= asked


@EACH
def test_a_kind_has_at_most_one_body_and_nothing_hidden(kind):
    form = form_of(kind)
    named = {part.field.name for part in form.head} | {field.name for field in form.below} | {"on", "means"}
    assert named >= set(kind.__struct_fields__)
    assert sum(field.shape is Shape.BODY for field in form.below) <= 1


@EACH
def test_the_example_of_a_kind_goes_through_json(kind):
    act = read(kind.EXAMPLE).acts[0].act
    assert from_json(json.loads(json.dumps(to_json(act)))) == act


def test_every_verb_belongs_to_one_kind():
    tags = [str(kind.__struct_config__.tag) for kind in KINDS]
    assert len(set(tags)) == len(tags)
    assert set(VERBS.values()) == set(KINDS)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"kind": "unheard-of"},
        {"kind": "sign", "on": "2011-10-18"},
        [],
        "sign",
        None,
        {"kind": "sign", "on": "2011-02-30", "of": "x", "by": ["BY"]},
        {"kind": "sign", "on": "2011-10-18", "of": "x", "by": ["BY"], "manner": "grand"},
    ],
)
def test_a_value_that_is_no_act_is_refused(value):
    with pytest.raises(msgspec.ValidationError):
        from_json(value)


def test_the_identity_of_an_act_is_known_to_others():
    act = read("2012-08-21 complete cis-2011-fta UA").acts[0].act
    assert to_json(act) == {
        "kind": "consent",
        "on": "2012-08-21",
        "of": "cis-2011-fta",
        "by": ("UA",),
        "means": "complete",
    }
    assert identity(act) == identity(read("2012-08-21 complete cis-2011-fta UA UA\n  confidence read").acts[0].act)


def test_actors_are_a_set_sorted_by_code():
    act = read("2011-10-18 sign cis-2011-fta UA AM BY AM").acts[0].act
    assert act.actors == ("AM", "BY", "UA")
    assert print_act(act) == "2011-10-18 sign cis-2011-fta AM BY UA"


def test_an_act_without_actors_or_object_says_so():
    act = read('1991-12-08 name RU "Russia" in en').acts[0].act
    assert (act.object, act.actors) == ("", ("RU",))
    assert isinstance(act, Act)
