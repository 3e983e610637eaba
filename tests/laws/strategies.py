"""Random but valid acts of every kind, made from their forms; and random small histories of a treaty."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from hypothesis import strategies as st

from servanda.acts import KINDS, Cite, form_of
from servanda.acts.base import Shape
from servanda.acts.commitments import Extend, Plan, Release, Undertake
from servanda.acts.consent import ApplyProvisionally, Consent, Denounce, RatifyAtHome
from servanda.acts.declarations import Clause, Group, Instrument
from servanda.acts.documents import Publish, Sign, Terminate, Transmit
from servanda.acts.membership import Associate, Join, Leave, Observe, Revoke
from servanda.acts.monitoring import Assess, Challenge, Comment, Report
from servanda.acts.presidency import Decline, Preside, Relinquish
from servanda.acts.sessions import Absent, Attend, Convene, Decide, Excuse, NoteVerbale
from servanda.days import Day, Period

STATES = ["AM", "AZ", "BY", "KG", "KZ", "MD", "RU", "SUHH", "TJ", "TM", "UA", "UZ"]

# ------------------------------------------------------------------------------------------------- days
dates = st.dates(date(1, 1, 1), date.max)
whole_days = dates.map(Day.of)


def _months(first: date, count: int) -> Day:
    start = first.replace(day=1)
    end = start
    for _ in range(count):
        end = (end.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Day(start, end - timedelta(days=1))


month_days = st.builds(_months, st.dates(date(1, 1, 1), date(9990, 1, 1)), st.integers(1, 3))
year_days = st.integers(1, 9999).map(lambda year: Day(date(year, 1, 1), date(year, 12, 31)))
spans = st.lists(dates, min_size=2, max_size=2).map(lambda ends: Day(min(ends), max(ends)))
days = st.builds(
    lambda day, about: Day(day.first, day.last, approximate=about),
    st.one_of(whole_days, month_days, year_days, spans),
    st.booleans(),
)
plain_days = st.one_of(whole_days, month_days.filter(lambda day: (day.last - day.first).days < 31), year_days)


def _period(start: Day, end: Day) -> Period:
    return Period(start, end) if end.last >= start.first else Period(end, start)


periods = st.one_of(
    st.builds(_period, plain_days, plain_days),
    plain_days.map(lambda day: Period(day, None)),
    year_days.map(str).map(Period.parse),
)

# ----------------------------------------------------------------------------------------------- values
# A name with a digit is no word of the language: `at`, `for` and the like stand for themselves.
names = st.from_regex(r"[a-z][a-z0-9.-]{0,6}[0-9](/[a-z0-9]{1,4}[0-9]){0,2}", fullmatch=True)
parties = st.one_of(st.sampled_from(STATES), names)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=14)
said = texts.filter(bool)
words_of_clauses = st.one_of(names, st.sampled_from(["when", "+30", "3", "deposits", "UZ", "55/100"]))


@st.composite
def bodies(draw):
    """Lines kept as written: words and strings, the first of them not indented."""
    line = st.tuples(st.booleans(), words_of_clauses, texts)
    made = draw(st.lists(line, max_size=3))
    return tuple(
        ("  " if inner and index else "") + word + (f" {_string(text)}" if text else "")
        for index, (inner, word, text) in enumerate(made)
    )


def _string(text: str) -> str:
    from servanda.text.tokens import quoted

    return quoted(text)


cites = st.one_of(
    st.builds(Cite, of=names),
    st.builds(Cite, of=names, passage=said),
    st.builds(Cite, of=names, place=said),
    st.builds(Cite, of=names, passage=said, place=said),
)

VALUES = {
    Shape.NAME: names,
    Shape.NAMES: st.lists(names, min_size=1, max_size=3, unique=True).map(tuple),
    Shape.PARTY: parties,
    Shape.PARTIES: st.sets(parties, min_size=1, max_size=4).map(lambda chosen: tuple(sorted(chosen))),
    Shape.TEXT: texts,
    Shape.NUMBER: st.integers(0, 10**15 - 1),
    Shape.SHARE: st.builds("{}/{}".format, st.integers(0, 10**6), st.integers(1, 10**6)),
    Shape.DAY: days,
    Shape.PERIOD: periods,
    Shape.CLAIM: st.lists(words_of_clauses, min_size=1, max_size=4).map(" ".join),
    Shape.BODY: bodies(),
    Shape.CITES: st.lists(cites, max_size=2).map(tuple),
}


def values_of(field, among=VALUES):
    """The values that a field can take; an optional one may also keep its default."""
    values = st.sampled_from(field.options) if field.shape is Shape.WORD else among[field.shape]
    return values if field.required else st.one_of(st.just(field.default), values)


@st.composite
def acts_of(draw, kind, among=VALUES):
    """An act of a kind, with everything that its form asks for; of few values also with few fields."""
    form = form_of(kind)
    below = [field for field in form.below if among is VALUES or field.name in ("effective", "session")]
    fields = [part.field for part in form.head] + below
    chosen = {field.name: draw(values_of(field, among)) for field in fields}
    if kind.VERBS:
        chosen["means"] = draw(st.sampled_from(kind.VERBS))
    return kind(on=draw(among[Shape.DAY]), **chosen)


acts = st.sampled_from(KINDS).flatmap(acts_of)

# -------------------------------------------------------------------------------------------- histories
FEW = ["AM", "BY", "KZ", "RU"]
TREATY, PARENT = "example-treaty", "parent-treaty"
history_days = st.one_of(
    st.integers(0, 900).map(lambda step: Day.of(date(2000, 1, 1) + timedelta(days=step))),
    st.sampled_from([Day.parse(text) for text in ("2000-03", "2000-11", "2001", "2001-06", "2001-08..2001-10")]),
)
questions = st.integers(-30, 1200).map(lambda step: date(2000, 1, 1) + timedelta(days=step))

conditions = st.sampled_from(
    [
        "when 1 deposits",
        "when 2 deposits",
        "when 2 consents among circle",
        "when all signatories",
        "when all of circle",
        "when parties BY",
        "when signature",
        "when publication",
        "when each",
        "when +12 months from 2000-01-31",
    ]
)
delays = st.sampled_from([(), ("then +30 days",), ("then +1 months back",), ("then first of next month",)])
ends = st.sampled_from(
    [(), ("later +10 days from own-deposit",), ("not-before 2001-01-01",), (f"not-before in-force {PARENT}",)]
)
clause_lines = st.builds(
    lambda lines, then, end: (*lines, *then, *end),
    st.lists(conditions, min_size=1, max_size=2, unique=True),
    delays,
    ends,
)


@st.composite
def deeds(draw, of):
    """What one party does to a treaty on one day."""
    kind = draw(
        st.sampled_from([Consent, Consent, Consent, Sign, Denounce, Revoke, ApplyProvisionally, RatifyAtHome, Publish])
    )
    on, by = draw(history_days), (draw(st.sampled_from(FEW)),)
    if kind is Consent:
        effective = draw(st.sampled_from([None, None, Day.parse("2001-01-01")]))
        return Consent(on=on, of=of, by=by, means=draw(st.sampled_from(["ratify", "accede"])), effective=effective)
    if kind is Denounce:
        return Denounce(on=on, of=of, by=by, effective=draw(st.sampled_from([None, Day.parse("2002-01-01")])))
    return kind(on=on, of=of, by=by)


def _one_a_day(made):
    """One actor's acts on one object keep their order, so a history has at most one of them a day."""
    return list({(act.object, act.actors, act.on): act for act in made}.values())


@st.composite
def histories(draw):
    """A treaty with its clause, perhaps with a parent, a circle that may change, and what parties did."""
    start = Day.parse("2000-01-01")
    declared = [
        Instrument(on=start, of=TREATY, title="A treaty"),
        Clause(on=start, of=TREATY, about="entry-into-force", lines=draw(clause_lines)),
        Clause(on=start, of=PARENT, about="entry-into-force", lines=("when 1 deposits", "then +20 days")),
        Group(on=start, of="circle", members=("BY", "RU")),
    ]
    if draw(st.booleans()):
        declared.append(Group(on=Day.parse("2001-03-01"), of="circle", members=("BY", "KZ", "RU")))
    done = draw(st.lists(st.one_of(deeds(TREATY), deeds(TREATY), deeds(PARENT)), max_size=9))
    return declared + _one_a_day(done)


# ----------------------------------------------------------------------------------------------- organs
LEAGUE, SESSION, PAPER, PROMISE = "league", "league/council/2000-06-01", "paper-1", "league/council/2000-06-01/1"
FEW_VALUES = VALUES | {
    Shape.PARTY: st.sampled_from(FEW),
    Shape.PARTIES: st.sampled_from(FEW).map(lambda party: (party,)),
    Shape.DAY: history_days,
    Shape.PERIOD: st.sampled_from(["2000", "2001", "2002", "2000-07-01..2000-12-31", "2001-06-01.."]).map(Period.parse),
    Shape.CITES: st.just(()),
    Shape.TEXT: st.sampled_from(["", "some words"]),
    Shape.NAME: st.sampled_from([SESSION, PAPER]),
}
_MADE = {
    LEAGUE: (Join, Associate, Observe, Leave, Revoke, Preside, Decline, Relinquish),
    SESSION: (Convene, Attend, Absent, Excuse, NoteVerbale),
    PAPER: (Decide, Transmit, Sign, Terminate),
    PROMISE: (Undertake, Plan, Report, Assess, Comment, Challenge, Extend, Release),
}


@st.composite
def evenings(draw):
    """What happens in a league: who belongs to it, presides, meets, decides, signs and promises; one act a day each."""
    made = []
    for of, kinds in _MADE.items():
        chosen = draw(st.lists(st.sampled_from(kinds).flatmap(lambda kind: acts_of(kind, FEW_VALUES)), max_size=6))
        named = [msgspec.structs.replace(act, of=of) for act in chosen]
        made += list({act.on: act for act in named}.values())
    rule = Clause(
        on=Day.parse("2000-01-01"),
        of=LEAGUE,
        about="presidency",
        lines=("rotate alphabet ru", "co-chairs previous next"),
    )
    return [rule, *made]
