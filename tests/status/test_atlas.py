"""The atlas: packing, folding, the matrix, the network, the saved image, and what a book makes of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from servanda.acts import Act
from servanda.acts.consent import Consent, Denounce
from servanda.acts.declarations import Clause
from servanda.acts.depositary import NotifyForce
from servanda.acts.documents import Sign, Terminate
from servanda.acts.keeping import Expect
from servanda.acts.membership import Revoke
from servanda.book import Book, Held
from servanda.data import shipped
from servanda.days import Day
from servanda.record import load
from servanda.status.atlas import Atlas, NotAnAtlas
from servanda.status.packing import NEVER, Columns, OutOfRange, intervals, pack
from servanda.status.party import chart, standing

C, W = 0, 1


def columns(*acts: tuple[int, int, int, int], dtype: type = np.int32) -> Columns:
    table = np.array(acts, dtype=dtype).reshape(-1, 4)
    return Columns(*table.T)


def spells(*acts: tuple[int, int]) -> list[tuple[int, int]]:
    found = intervals(columns(*((0, 0, day, kind) for day, kind in acts)))
    return list(zip(found.start.tolist(), found.end.tolist(), strict=True))


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], []),
        ([(5, C)], [(5, NEVER)]),
        ([(5, W)], []),
        ([(5, C), (9, W)], [(5, 9)]),
        ([(9, W), (5, C)], [(5, 9)]),
        ([(5, C), (7, C), (9, W)], [(5, 9)]),
        ([(5, C), (7, W), (9, W)], [(5, 7)]),
        ([(5, C), (7, W), (9, C)], [(5, 7), (9, NEVER)]),
        ([(5, W), (5, C)], [(5, 5)]),
        ([(3, C), (5, W), (5, C)], [(3, 5)]),
        ([(3, W), (5, C), (5, C)], [(5, NEVER)]),
    ],
)
def test_a_consent_opens_and_a_withdrawal_closes(acts, expected):
    assert spells(*acts) == expected


def test_neighbours_in_the_order_of_keys_do_not_touch_each_other():
    found = intervals(columns((0, 0, 5, C), (0, 1, 3, W), (1, 0, 2, W), (1, 0, 3, C), (0, 1, 4, C)))
    assert found.instrument.tolist() == [0, 0, 1]
    assert found.party.tolist() == [0, 1, 0]
    assert found.start.tolist() == [5, 4, 3]
    assert found.end.tolist() == [NEVER] * 3


def test_the_first_and_last_numbers_that_fit_come_back():
    ends = [(0, 0, 0, C), ((1 << 24) - 1, (1 << 16) - 1, NEVER - 1, C)]
    found = intervals(columns(*ends, dtype=np.int64))
    assert [found.instrument.tolist(), found.party.tolist(), found.start.tolist()] == [
        [0, (1 << 24) - 1],
        [0, (1 << 16) - 1],
        [0, NEVER - 1],
    ]
    assert date.max.toordinal() < NEVER


@pytest.mark.parametrize(
    ("act", "message"),
    [
        ((1 << 24, 0, 0, C), "instrument 16777216 has no place in the key: it must be from 0 to 16777215"),
        ((0, 1 << 16, 0, C), "party 65536 has no place in the key: it must be from 0 to 65535"),
        ((0, 0, NEVER, C), "day 4194303 has no place in the key: it must be from 0 to 4194302"),
        ((0, 0, -1, C), "day -1 has no place in the key: it must be from 0 to 4194302"),
        ((0, 0, 0, 2), "kind 2 has no place in the key: it must be from 0 to 1"),
    ],
)
def test_a_number_that_does_not_fit_is_an_error(act, message):
    with pytest.raises(OutOfRange, match=message):
        pack(columns((1, 1, 1, C), act, dtype=np.int64))


def test_columns_of_other_lengths_or_of_fractions_are_an_error():
    two, three = np.zeros(2, dtype=np.int32), np.zeros(3, dtype=np.int32)
    with pytest.raises(OutOfRange, match="party is not a column of 2 whole numbers"):
        pack(Columns(two, three, two, two))
    with pytest.raises(OutOfRange, match="day is not a column of 2 whole numbers: float64"):
        pack(Columns(two, two, two / 1.0, two))


@pytest.mark.parametrize("dtype", [np.int16, np.int64, np.uint8, np.uint32, np.uint64])
def test_any_whole_numbers_will_do(dtype):
    assert len(intervals(columns((1, 2, 3, C), (1, 2, 4, W), dtype=dtype))) == 1


def test_more_acts_than_one_block_holds():
    count = 100_003
    day = np.arange(count, dtype=np.int32)
    alternating = (day % 2).astype(np.int8)
    zero = np.zeros(count, dtype=np.int32)
    found = intervals(Columns(zero, zero, day, alternating))
    assert found.start.tolist() == list(range(0, count, 2))
    assert found.end.tolist() == [*range(1, count, 2), NEVER]


# -- answers -----------------------------------------------------------------------------------------------


@pytest.fixture
def small() -> Atlas:
    acts = columns((0, 0, 10, C), (0, 0, 20, W), (0, 1, 15, C), (1, 1, 10, C), (1, 2, 10, C), (2, 0, 1, C))
    return Atlas.of_columns(acts, ["rome", "paris", "kyoto"], ["AM", "BY", "KZ"])


def test_the_matrix_as_of_a_day(small):
    assert small.as_of(9).tolist() == [[False] * 3, [False] * 3, [True, False, False]]
    assert small.as_of(15).tolist() == [[True, True, False], [False, True, True], [True, False, False]]
    assert small.as_of(20)[0].tolist() == [False, True, False]
    assert small.as_of(date.fromordinal(15)).tolist() == small.as_of(15).tolist()


def test_the_network_counts_the_instruments_that_bind_both(small):
    assert small.network(15).tolist() == [[2, 1, 0], [1, 2, 1], [0, 1, 1]]
    assert small.network(15).dtype == np.int32


def test_one_row_and_one_cell(small):
    assert small.bound("rome", 15) == ("AM", "BY")
    assert small.spells("rome", "AM") == ((date.fromordinal(10), date.fromordinal(20)),)
    assert small.spells("rome", "BY") == ((date.fromordinal(15), None),)


def test_numbers_without_names_name_themselves():
    atlas = Atlas.of_columns(columns((1, 2, 3, C)))
    assert (atlas.instruments, atlas.parties) == (("0", "1"), ("0", "1", "2"))
    with pytest.raises(ValueError, match="number 2 has no name: there are 1"):
        Atlas.of_columns(columns((1, 2, 3, C)), ["rome", "paris"], ["AM"])


def test_a_world_without_acts():
    atlas = Atlas.of_columns(columns())
    assert atlas.as_of(1).shape == (0, 0)
    assert atlas.network(1).shape == (0, 0)


def test_a_saved_atlas_comes_back(small, tmp_path):
    small.save(tmp_path / "world.npz")
    back = Atlas.load(tmp_path / "world.npz")
    assert (back.instruments, back.parties) == (small.instruments, small.parties)
    assert back.as_of(15).tolist() == small.as_of(15).tolist()


def test_another_file_is_no_atlas(tmp_path):
    np.savez(tmp_path / "other.npz", party=np.zeros(1))
    with pytest.raises(NotAnAtlas, match="is no atlas of format 1"):
        Atlas.load(tmp_path / "other.npz")


# -- from a book -------------------------------------------------------------------------------------------


def day(text: str) -> Day:
    return Day.parse(text)


def book(*acts: Act) -> Book:
    return Book.build(Held.of(act) for act in acts)


def consent(on: str, by: str = "BY", of: str = "rome", means: str = "ratify") -> Consent:
    return Consent(on=day(on), of=of, by=(by,), means=means)


def denounce(on: str, effective: str = "", part: str = "") -> Denounce:
    return Denounce(on=day(on), of="rome", by=("BY",), effective=day(effective) if effective else None, part=part)


def consented(*acts: Act, reading: str = "surely") -> tuple[tuple[str, str | None], ...]:
    return told(Atlas.of_book(book(*acts), "consented", reading))


def in_force(*acts: Act, reading: str = "surely") -> tuple[tuple[str, str | None], ...]:
    return told(Atlas.of_book(book(*acts), "in force", reading))


def told(atlas: Atlas) -> tuple[tuple[str, str | None], ...]:
    return tuple((str(a), b and str(b)) for a, b in atlas.spells("rome", "BY"))


def test_a_consent_holds_until_the_withdrawal_takes_effect():
    assert consented(consent("2000-01-01")) == (("2000-01-01", None),)
    gone = denounce("2005-01-01", effective="2006-01-01")
    assert consented(consent("2000-01-01"), gone) == (("2000-01-01", "2006-01-01"),)
    again = consent("2010-01-01")
    assert consented(consent("2000-01-01"), gone, again) == (("2000-01-01", "2006-01-01"), ("2010-01-01", None))


def test_a_withdrawal_taken_back_or_in_part_ends_nothing():
    back = Revoke(on=day("2005-06-01"), of="rome", by=("BY",))
    whole = (("2000-01-01", None),)
    assert consented(consent("2000-01-01"), denounce("2005-01-01", effective="2006-01-01"), back) == whole
    assert consented(consent("2000-01-01"), denounce("2005-01-01", part="annex V")) == whole


def test_a_definitive_signature_is_a_consent():
    signed = Sign(on=day("1999-01-01"), of="rome", by=("BY",), manner="definitive")
    assert consented(signed) == (("1999-01-01", None),)


def test_testimonies_that_differ_in_the_day_of_one_consent_give_both_ends():
    acts = consent("2000-01-01"), consent("2000-03-01")
    assert consented(*acts) == (("2000-03-01", None),)
    assert consented(*acts, reading="maybe") == (("2000-01-01", None),)


def test_partial_days_are_read_both_ways():
    acts = consent("2000"), denounce("2005-03")
    assert consented(*acts) == (("2000-12-31", "2005-03-01"),)
    assert consented(*acts, reading="maybe") == (("2000-01-01", "2005-03-31"),)


def test_an_end_in_the_year_of_the_beginning_leaves_nothing_sure():
    acts = consent("2000"), denounce("2000-06-01")
    assert consented(*acts) == ()
    assert consented(*acts, reading="maybe") == (("2000-01-01", "2000-06-01"),)


def test_spells_that_may_touch_are_one_in_the_wide_reading():
    acts = consent("2000-01-01"), denounce("2005"), consent("2005-06-01")
    assert consented(*acts) == (("2000-01-01", "2005-01-01"), ("2005-06-01", None))
    assert consented(*acts, reading="maybe") == (("2000-01-01", None),)


def test_the_end_of_the_instrument_ends_it_for_each_party():
    assert consented(consent("2000-01-01"), Terminate(on=day("2009-01-01"), of="rome")) == (
        ("2000-01-01", "2009-01-01"),
    )


def test_without_a_clause_nothing_is_computed():
    assert Atlas.of_book(book(consent("2000-01-01"))).parties == ()


def test_a_clause_binds_from_the_computed_day():
    clause = Clause(on=day("1999-01-01"), of="rome", about="entry-into-force", lines=("when 2 consents",))
    acts = clause, consent("2000-01-01"), consent("2001-05-01", by="KZ"), denounce("2004-01-01", effective="2005-01-01")
    assert in_force(*acts) == (("2001-05-01", "2005-01-01"),)


def test_a_notified_or_published_day_is_taken_as_told():
    notified = NotifyForce(on=day("2001-01-01"), of="rome", since=day("2001-02-01"), by=("BY",))
    assert in_force(consent("2000-01-01"), notified) == (("2001-02-01", None),)
    assert in_force(*published("2001-02-01", "2009-01-01")) == (("2001-02-01", "2009-01-01"),)


def published(since: str, until: str) -> tuple[Expect, Expect]:
    words = {"in force for BY since": since, "ended for BY since": until}
    return tuple(
        Expect(on=day(on), of="rome", claim=f"{claim} {on}", known_difference="a register says so")
        for claim, on in words.items()
    )


def test_a_published_end_is_seen_by_the_standing_too():
    record = book(*published("2001-02-01", "2009-01-01"))
    assert standing(record, "rome", "BY", date(2008, 12, 31)).word == "party"
    assert standing(record, "rome", "BY", date(2009, 1, 1)).word == "former party"


@pytest.fixture(scope="module")
def record() -> Book:
    loaded = load([shipped("records/cis")])
    return Book.build(Held.of(one.act) for one in loaded.acts)


BOUND = ("party", "withdrawal running", "suspended")


@pytest.mark.parametrize("year", [1992, 1995, 2001, 2009, 2012, 2015, 2020, 2026])
def test_the_shipped_record_gives_the_same_by_the_plain_functions(record, year):
    as_of = date(year, 9, 1)
    atlas = Atlas.of_book(record)
    matrix = atlas.as_of(as_of)
    bound = {(atlas.instruments[i], atlas.parties[p]) for i, p in np.argwhere(matrix)}
    assert bound == {
        (of, one.party) for of in atlas.instruments for one in chart(record, of, as_of) if one.word in BOUND
    }


def test_an_atlas_of_days_before_and_after_everything(record):
    atlas = Atlas.of_book(record)
    assert not atlas.as_of(date.min).any()
    assert atlas.as_of(date.max - timedelta(days=1)).any()


def test_the_saved_image_is_a_plain_file_without_pickles(record, tmp_path: Path):
    Atlas.of_book(record).save(tmp_path / "cis.npz")
    with np.load(tmp_path / "cis.npz", allow_pickle=False) as saved:
        assert {"format", "instruments", "parties", "start", "end"} <= set(saved.files)
