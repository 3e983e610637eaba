"""What always holds of the atlas: it says what the plain functions say, in whatever order the acts come."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from servanda.acts.consent import Consent, Denounce
from servanda.book import Book, Held
from servanda.days import Day
from servanda.status.atlas import Atlas
from servanda.status.packing import CONSENT, NEVER, Columns, intervals
from servanda.status.spells import Turn, readings, spells_of

# Few instruments, parties and days, so that same-day acts, repeated consents and re-accessions are frequent.
acts = st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(1, 12), st.integers(0, 1))
histories = st.lists(acts, max_size=40)


def columns(history: list[tuple[int, int, int, int]]) -> Columns:
    table = np.array(history, dtype=np.int64).reshape(-1, 4)
    return Columns(*table.T)


def plain(history: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The oracle: one party and one instrument after the other, act by act."""
    found = []
    for instrument, party in sorted({(i, p) for i, p, _day, _kind in history}):
        mine = sorted((day, kind) for i, p, day, kind in history if (i, p) == (instrument, party))
        opened = None
        for day, kind in mine:
            if kind == CONSENT and opened is None:
                opened = day
            elif kind != CONSENT and opened is not None:
                found.append((instrument, party, opened, day))
                opened = None
        if opened is not None:
            found.append((instrument, party, opened, NEVER))
    return found


def rows(history: list[tuple[int, int, int, int]]) -> list[tuple[int, ...]]:
    found = intervals(columns(history))
    fields = (found.instrument, found.party, found.start, found.end)
    return list(zip(*(field.tolist() for field in fields), strict=True))


@given(histories)
def test_the_atlas_agrees_with_the_plain_functions(history):
    assert rows(history) == plain(history)


@given(histories, st.randoms())
def test_the_order_of_the_acts_is_immaterial(history, random):
    shuffled = list(history)
    random.shuffle(shuffled)
    assert rows(shuffled) == rows(history)


@given(histories)
def test_the_same_act_twice_is_one_act(history):
    assert rows([*history, *history]) == rows(history)


@given(histories, st.integers(0, 13))
def test_the_matrix_is_who_is_in_some_interval(history, day):
    atlas = Atlas.of_columns(columns(history))
    bound = {(int(i), int(p)) for i, p in np.argwhere(atlas.as_of(day))}
    assert bound == {(i, p) for i, p, start, end in plain(history) if start <= day < end}


@given(histories, st.integers(0, 13))
def test_the_network_is_symmetric_and_counts_common_instruments(history, day):
    atlas = Atlas.of_columns(columns(history))
    matrix, network = atlas.as_of(day), atlas.network(day)
    assert (network == network.T).all()
    for one in range(len(atlas.parties)):
        for other in range(len(atlas.parties)):
            assert network[one, other] == sum(row[one] and row[other] for row in matrix)


# -- through acts and a book ---------------------------------------------------------------------------------

START = date(2000, 1, 1).toordinal()
PARTIES = ("AM", "BY", "KZ")


def book(history: list[tuple[int, int, int, int]]) -> Book:
    made = []
    for instrument, party, number, kind in history:
        on, of, by = Day.of(date.fromordinal(START + number)), f"treaty-{instrument}", (PARTIES[party],)
        made.append(Consent(on=on, of=of, by=by, means="accede") if kind == CONSENT else Denounce(on=on, of=of, by=by))
    return Book.build(Held.of(act) for act in made)


def once(history: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """A history in which no consent repeats an open one: two testimonies of one consent would give both ends."""
    kept, opened = [], set()
    for act in sorted(history):
        pair, consents = act[:2], act[3] == CONSENT
        if not (consents and pair in opened):
            kept.append(act)
        (opened.add if consents else opened.discard)(pair)
    return kept


@given(histories.map(once))
def test_a_book_gives_the_same_atlas_as_columns(history):
    atlas = Atlas.of_book(book(history), "consented")
    found = {
        (of, by, (start.toordinal(), end and end.toordinal()))
        for of in atlas.instruments
        for by in atlas.parties
        for start, end in atlas.spells(of, by)
    }
    expected = {
        (f"treaty-{i}", PARTIES[p], (START + start, None if end == NEVER else START + end))
        for i, p, start, end in plain(history)
    }
    assert found == expected


spans = st.tuples(st.integers(1, 30), st.sampled_from([0, 0, 3, 10]))
turns = st.lists(st.builds(lambda span, kind: (span, kind), spans, st.integers(0, 1)), max_size=8)


def turn(span: tuple[int, int], kind: int) -> Turn:
    first, length = (date.fromordinal(START + span[0]), date.fromordinal(START + sum(span)))
    return Turn("rome", "BY", Day(first, length), kind, means="accede")


@given(turns, st.integers(0, 45))
def test_what_is_sure_may_be(history, number):
    made = [turn(span, kind) for span, kind in history]
    day = START + number
    sure, maybe = (held(made, reading, day) for reading in ("surely", "maybe"))
    assert maybe or not sure


@given(turns)
def test_whole_days_are_read_alike(history):
    made = [turn((span[0], 0), kind) for span, kind in history]
    assert [held(made, "maybe", START + number) or not held(made, "surely", START + number) for number in range(45)]
    whole = [one for one in made if one.on.is_whole]
    if len({(one.on, one.kind) for one in whole if one.kind == CONSENT}) <= 1:
        assert readings(whole, "surely") == readings(whole, "maybe")


def held(made: list[Turn], reading: str, day: int) -> bool:
    if not made:
        return False
    return bool(Atlas.of_turns(made, reading).as_of(day).any())


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 1)), max_size=12))
def test_the_spells_of_turns_are_the_intervals_of_columns(history):
    made = sorted((turn((day, 0), kind) for day, kind in history), key=lambda one: (one.on.first, one.kind))
    found = [(a.on.first.toordinal(), b.on.first.toordinal() if b else NEVER) for a, b in spells_of(made)]
    assert found == [row[2:] for row in plain([(0, 0, START + day, kind) for day, kind in history])]
