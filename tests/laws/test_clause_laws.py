"""What always holds of clauses: they print back, nothing is known before its day, and order of entry is immaterial."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction as Number

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.acts.consent import Consent, Denounce
from servanda.acts.declarations import Clause, Group
from servanda.acts.membership import Revoke
from servanda.book import Book, Held
from servanda.days import Day
from servanda.law.clause import read_clause
from servanda.law.conditions import (
    ActOn,
    Agreement,
    AllOf,
    Amount,
    AnyOf,
    Circle,
    Count,
    Each,
    Elapsed,
    Every,
    Fraction,
    InForce,
    Named,
    NoClause,
    Presumed,
    Published,
    Ratio,
    Selection,
    Share,
    Signed,
    SmallerOf,
    Subset,
    Within,
)
from servanda.law.counting import MEANS, Package, Requirement
from servanda.law.delay_lines import Later
from servanda.law.delays import (
    ClearDays,
    Days,
    DaysAfter,
    FirstAfter,
    FirstOfMonth,
    FirstOfNextMonth,
    FixedElse,
    LaterOf,
    Months,
    ObjectionWindow,
    SameDay,
)
from servanda.law.floors import NotBefore, NotBeforeAfter, NotBeforeParent
from servanda.law.provision import Provision
from servanda.law.terms import EntryIntoForce

names = st.sampled_from(["list-a", "cis-founders", "ghg-2015", "cis/chs/2020-12-18", "x"])
codes = st.sampled_from(["AM", "BY", "GB", "SUHH", "eu"])
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12)
numbers = st.integers(1, 9999)
shares = st.fractions(Number(1, 1000), 1, max_denominator=1000)
amounts = st.fractions(Number(1, 1000), 10**9, max_denominator=1000)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(Day.of)
means = st.lists(st.sampled_from(sorted(MEANS)), min_size=1, max_size=3, unique=True).map(tuple)
parties = st.sets(codes, min_size=1).map(lambda found: tuple(sorted(found)))
several = st.lists(names, min_size=1, max_size=3, unique=True).map(tuple)

circles = (
    st.builds(Circle, st.just("signatories"), st.just(""), st.none() | dates)
    | st.builds(Circle, st.just("group"), names, st.none() | dates)
    | st.builds(Circle, st.just("parties-to"), names, st.none() | dates)
)
selections = st.builds(
    lambda counting, among, attribute, states: Selection(counting, among, *attribute, states),
    means | st.just(()),
    st.none() | circles,
    st.tuples(names, amounts) | st.just(("", Number(0))),
    st.booleans(),
)
counts = st.builds(
    Count,
    numbers,
    st.sampled_from(["deposits", "notifications", "ratifications", "consents", "instruments", "parties", "states"]),
    selections,
    st.lists(st.builds(Subset, numbers, circles), max_size=2).map(tuple),
)
fractions = st.builds(
    lambda part, of, strict, disputed: Fraction(part, of, strict, disputed and of.as_of is not None),
    shares,
    circles,
    st.booleans(),
    st.booleans(),
)
acted = st.builds(ActOn, st.sampled_from(["consent", "sign", "denounce", "adopt", "terminate"]), names) | st.builds(
    lambda verb, name, who, circle: ActOn(verb, name, () if circle else who, circle),
    st.sampled_from(["consent", "sign", "denounce"]),
    names,
    parties,
    st.none() | circles,
)
simple = st.one_of(
    counts,
    fractions,
    acted,
    st.builds(Every, circles),
    st.builds(Named, parties, st.integers(0, 5)),
    st.builds(Share, shares, names, st.none() | circles, st.booleans()),
    st.builds(Amount, amounts, names, st.none() | circles),
    st.builds(Ratio, amounts, names, names),
    st.builds(Signed),
    st.builds(Published),
    st.builds(Each, selections),
    st.builds(Elapsed, numbers, st.sampled_from(["days", "months", "years"]), dates),
    st.builds(InForce, names),
    st.builds(Agreement, numbers),
    st.builds(Agreement, numbers, texts),
    st.builds(NoClause, st.none() | circles),
    st.builds(Presumed, texts),
)


def within(conditions):
    return st.builds(Within.of, conditions, st.none() | dates, st.none() | dates)


def many(conditions):
    return st.lists(conditions, min_size=2, max_size=3).map(tuple)


lines = within(simple)
thresholds = counts | fractions
inner = st.one_of(lines, within(st.builds(AllOf, many(lines))), within(st.builds(SmallerOf, thresholds, thresholds)))
conditions = st.one_of(inner, within(st.builds(AnyOf, many(inner))))

steps = (
    st.builds(Days, st.integers(0, 9999))
    | st.builds(ClearDays, st.integers(0, 9999))
    | st.builds(DaysAfter, st.integers(0, 9999))
    | st.builds(
        Months,
        st.integers(0, 9999),
        st.sampled_from(["back", "forward", "either", ""]),
        st.sampled_from(["months", "years"]),
    )
)
plain = st.one_of(
    steps,
    st.builds(SameDay),
    st.builds(FirstOfNextMonth),
    st.builds(FirstAfter, steps),
    st.builds(FirstOfMonth, numbers),
    st.builds(ObjectionWindow, st.integers(0, 9999)),
)
delays = st.one_of(plain, st.builds(FixedElse, dates, st.none() | plain), st.builds(LaterOf, plain, plain))
chains = st.lists(delays, min_size=1, max_size=2).map(tuple)
floors = st.one_of(
    st.builds(NotBefore, dates),
    st.builds(NotBeforeParent, names),
    st.builds(NotBeforeAfter, chains, st.sampled_from(["opening", "adoption", "signature"])),
)
provisions = st.builds(Provision, texts, st.none() | lines, chains | st.just(()), dates)
clauses = st.builds(
    lambda rule, **fields: EntryIntoForce(organisations=rule[0], worth=rule[1], **fields),
    st.sampled_from([("", 1), ("excluded", 1), ("not-additional", 1), ("counted", 1), ("counted", 27)]),
    cite=texts | st.just(""),
    quote=texts | st.just(""),
    counting=means | st.just(()),
    split=means | st.just(()),
    package=st.none() | several.map(lambda of: Package(len(of), of)),
    leaving=several | st.just(()),
    requirements=st.lists(st.builds(Requirement, codes, several), max_size=2).map(tuple),
    waiver=texts | st.just(""),
    when=st.lists(conditions, min_size=1, max_size=3).map(tuple),
    lapses=st.none() | dates,
    then=st.lists(delays, max_size=2).map(tuple),
    later=st.none() | st.builds(Later, chains),
    floors=st.lists(floors, max_size=2).map(tuple),
    effect_from=st.none() | dates,
    until=st.none() | dates,
    provisions=st.lists(provisions, max_size=2).map(tuple),
    scope=st.sampled_from(["", "depositors", "signatories"]),
)


def act_of(clause: EntryIntoForce) -> Clause:
    return Clause(on=Day.of(date(1900, 1, 1)), of="x", about="entry-into-force", lines=clause.lines())


@pytest.mark.slow
@given(clauses)
@settings(max_examples=150, deadline=None)
def test_a_clause_read_from_its_own_lines_is_the_same(clause):
    assert read_clause(act_of(clause)) == (clause, [])


# -- histories -------------------------------------------------------------------------------------------------------

START = date(2000, 1, 1)
days = st.integers(0, 60).map(lambda number: Day.of(START + timedelta(days=number)))
deeds = st.one_of(
    st.builds(Consent, on=days, of=st.sampled_from(["x", "list-a"]), by=parties, means=st.just("ratify")),
    st.builds(Denounce, on=days, of=st.just("x"), by=parties),
    st.builds(Revoke, on=days, of=st.just("x"), by=parties),
    st.builds(Group, on=days, of=st.just("list-a"), members=parties),
)
histories = st.lists(deeds, max_size=14)
moments = st.integers(0, 70).map(lambda number: START + timedelta(days=number))


def book(clause: EntryIntoForce, acts) -> Book:
    return Book.build(map(Held.of, (act_of(clause), *acts)))


@pytest.mark.slow
@given(clauses, histories, moments)
@settings(max_examples=100, deadline=None)
def test_whatever_the_clause_there_is_an_answer_with_reasons(clause, acts, as_of):
    entry = book(clause, acts).entry("x", as_of)
    assert entry.reasons
    assert (entry.since is not None) or entry.missing


@pytest.mark.slow
@given(clauses, histories, moments)
@settings(max_examples=100, deadline=None)
def test_acts_of_later_days_do_not_change_the_answer(clause, acts, as_of):
    acts = [act for act in acts if not isinstance(act, Consent) or is_first(act, acts)]
    known = [act for act in acts if act.on.first <= as_of]
    assert book(clause, acts).entry("x", as_of) == book(clause, known).entry("x", as_of)


def is_first(act: Consent, acts) -> bool:
    """Two days of one consent are a conflict of sources, which is known whatever the day."""
    same = [other for other in acts if isinstance(other, Consent) and other.of == act.of and {*other.by} & {*act.by}]
    return same[0] is act


counted = st.builds(
    lambda number, then: EntryIntoForce(when=(Count(number),), then=then), st.integers(1, 5), chains | st.just(())
)


@given(counted, histories.flatmap(lambda acts: st.tuples(st.just(acts), st.permutations(acts))), moments)
@settings(max_examples=100, deadline=None)
def test_the_order_of_entry_is_immaterial(clause, both, as_of):
    one, other = (book(clause, [act for act in acts if not isinstance(act, Group)]) for acts in both)
    assert answer(one, as_of) == answer(other, as_of)


def answer(found: Book, as_of: date):
    entry = found.entry("x", as_of)
    return entry.trigger, entry.since, entry.missing
