"""What must always hold of standing and pairs, whatever the acts."""

from datetime import date, timedelta
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.acts import consent as c
from servanda.acts import documents as d
from servanda.acts.declarations import Clause, StateSuccession
from servanda.acts.membership import Revoke
from servanda.book import Book, Held
from servanda.days import Day
from servanda.status.pair import Relation, pair, pairs
from servanda.status.party import Word, chart, standing

PARTIES = ("AM", "BY", "RU", "SUHH", "eu")
THINGS = ("treaty", "protocol")
START = date(2000, 1, 1)
OFFSETS = st.integers(0, 1500)


def day(offset):
    return Day.of(START + timedelta(days=offset))


@st.composite
def days(draw):
    first, length = draw(OFFSETS), draw(st.sampled_from([0, 0, 0, 30]))
    return Day(START + timedelta(days=first), START + timedelta(days=first + length))


party = st.sampled_from(PARTIES).map(lambda one: (one,))
to = st.lists(st.sampled_from(PARTIES), min_size=1, max_size=2, unique=True).map(lambda found: tuple(sorted(found)))
thing = st.sampled_from(THINGS)
maybe = st.none() | OFFSETS.map(day)
words = st.just("words")
on = days()
common = {"on": on, "of": thing, "by": party}
means = st.sampled_from(["ratify", "ratify", "accede", "succeed"])
manner = st.sampled_from(["simple", "ad-referendum", "definitive", "by-succession"])

ACTS = st.one_of(
    st.builds(
        c.Consent, **common, means=means, effective=maybe, notified=maybe, reservation=st.sampled_from(["", "r"])
    ),
    st.builds(c.Consent, **common, means=means),
    st.builds(d.Sign, **common, manner=manner),
    st.builds(c.Denounce, **common, effective=maybe, part=st.sampled_from(["", "", "part II"])),
    st.builds(Revoke, **common),
    st.builds(c.Reserve, **common, words=words, notified=maybe),
    st.builds(c.ModifyReservation, **common, words=words),
    st.builds(c.WithdrawReservation, **common, notified=maybe),
    st.builds(c.Object, **common, to=to, effect=st.sampled_from(["simple", "excludes-relations"])),
    st.builds(c.WithdrawObjection, **common, to=to),
    st.builds(c.AcceptReservation, **common, to=to),
    st.builds(c.AcceptAccession, **common, to=to),
    st.builds(c.SuspendOperation, **common, to=st.just(()) | to, effective=maybe),
    st.builds(c.Resume, **common, to=st.just(()) | to, effective=maybe),
    st.builds(c.ApplyProvisionally, **common, until=maybe),
    st.builds(c.Disclaim, **common, effective=maybe),
    st.builds(c.Receive, **common),
    st.builds(c.OptOut, **common, provision=st.just("art. 3")),
    st.builds(c.ExtendTerritory, **common, territory=words),
    st.builds(c.ExcludeTerritory, **common, territory=words),
    st.builds(d.Amend, on=on, of=thing, other=thing, scope=st.sampled_from(["among-parties", "for-all"])),
    st.builds(d.Replace, on=on, of=thing, other=thing, scope=st.sampled_from(["among-parties", "for-all"])),
    st.builds(d.Terminate, on=on, of=thing, effective=maybe),
    st.builds(d.Open, on=on, of=thing, what=st.just("accession"), until=maybe, among=st.sampled_from(["", "nobody"])),
    st.builds(
        StateSuccession,
        on=on,
        by=party,
        to=st.sampled_from(PARTIES),
        manner=st.sampled_from(["continuation", "dissolution", "separation", "decolonisation", "absorption"]),
    ),
)
CLAUSES = st.sampled_from([("when 1 deposits",), ("when 2 deposits", "then +30 days"), ("when signature",), ()])
ACCESSION = st.sampled_from([(), (), ("needs acceptance", "then +10 days"), ("open to-objection +2 months back",)])
RESERVATIONS = st.sampled_from([(), (), (), ("authorised",), ("forbidden",)])


@st.composite
def histories(draw):
    """Acts on two instruments that may amend and replace each other, under clauses of every kind."""
    acts = draw(st.lists(ACTS, min_size=3, max_size=22))
    for name in THINGS:
        for about, lines in (("entry-into-force", CLAUSES), ("accession", ACCESSION), ("reservations", RESERVATIONS)):
            chosen = draw(lines)
            if chosen:
                acts.append(Clause(on=day(0), of=name, about=about, lines=chosen))
    return acts


def book(acts):
    return Book.build({one.id: one for one in map(Held.of, acts)}.values())


@given(histories(), OFFSETS)
@settings(max_examples=150, deadline=None)
def test_everybody_has_exactly_one_standing_of_the_closed_list_with_reasons(acts, offset):
    made, as_of = book(acts), day(offset).first
    for one in PARTIES:
        found = standing(made, "treaty", one, as_of)
        assert found.word in get_args(Word)
        assert found.reasons
        assert found.bound_since is None or found.is_bound or found.word != "party"


@given(histories(), OFFSETS)
@settings(max_examples=150, deadline=None)
def test_every_pair_has_exactly_one_word_and_it_is_the_same_from_both_sides(acts, offset):
    made, as_of = book(acts), day(offset).first
    for one in PARTIES:
        for other in PARTIES:
            found, back = pair(made, "treaty", one, other, as_of), pair(made, "treaty", other, one, as_of)
            assert found.word in get_args(Relation)
            assert found.reasons
            assert (found.word, found.since, found.provisional) == (back.word, back.since, back.provisional)
            assert set(found.version) == set(back.version)
            assert set(found.modified) == set(back.modified)


@given(histories(), OFFSETS)
@settings(max_examples=100, deadline=None)
def test_nobody_has_treaty_relations_with_itself(acts, offset):
    made, as_of = book(acts), day(offset).first
    assert {pair(made, "treaty", one, one, as_of).word for one in PARTIES} == {"not in force"}


@given(histories(), OFFSETS)
@settings(max_examples=150, deadline=None)
def test_only_those_who_are_bound_are_in_relation(acts, offset):
    made, as_of = book(acts), day(offset).first
    for one in PARTIES:
        for other in PARTIES:
            found = pair(made, "treaty", one, other, as_of)
            assert found.word == "not in force" or (found.one.is_bound and found.other.is_bound)
            assert not (found.in_force and "suspended" in (found.one.word, found.other.word)) or _resumed(made)


def _resumed(made):
    """A party that suspended towards all may have resumed towards one."""
    return any(isinstance(one.act, c.Resume) and one.act.to for one in made.held)


@given(histories(), OFFSETS)
@settings(max_examples=150, deadline=None)
def test_acts_of_later_days_never_change_what_was(acts, offset):
    as_of = day(offset).first
    known = [act for act in acts if act.on.first <= as_of]
    whole, part = book(acts), book(known)
    for one in PARTIES:
        assert _told(standing(whole, "treaty", one, as_of)) == _told(standing(part, "treaty", one, as_of))
        for other in PARTIES:
            found, before = (pair(made, "treaty", one, other, as_of) for made in (whole, part))
            assert (found.word, found.since, found.reasons) == (before.word, before.since, before.reasons)


def _told(found):
    return found.word, found.since, found.bound_since, found.versions, found.without, found.reserved


@given(histories(), OFFSETS, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_entry_is_immaterial_on_distinct_days(acts, offset, random):
    as_of = day(offset).first
    distinct = list({act.on.first: act for act in acts if not isinstance(act, Clause)}.values())
    distinct += [act for act in acts if isinstance(act, Clause)]
    shuffled = random.sample(distinct, len(distinct))
    one, other = book(distinct), book(shuffled)
    for name in PARTIES:
        assert _told(standing(one, "treaty", name, as_of)) == _told(standing(other, "treaty", name, as_of))


@given(histories(), OFFSETS)
@settings(max_examples=60, deadline=None)
def test_all_pairs_at_once_are_the_pairs_one_by_one(acts, offset):
    made, as_of = book(acts), day(offset).first
    found = {(one.one.party, one.other.party): one for one in pairs(made, "treaty", as_of)}
    for (one, other), together in found.items():
        assert together == pair(made, "treaty", one, other, as_of)
    bound = {one.party for one in chart(made, "treaty", as_of) if one.is_bound}
    assert {name for names in found for name in names} >= (bound if len(bound) > 1 else set())
