"""The register of memberships: small made-up ones for each quirk, and the real one by two ways."""

from __future__ import annotations

import builtins
import random
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from servanda.book import Book, Held
from servanda.exchange.ggo import DAYS, WANTED, Memberships, instrument_part, read_memberships
from servanda.exchange.ggo_acts import acts_of
from servanda.exchange.parquet import Coded, NotReadable
from servanda.status.atlas import Atlas
from servanda.text import print_head

Row = tuple[str | None, ...]


def register(*rows: Row, source_ids: list[str | None] | None = None) -> Memberships:
    """Rows of treaty, state, signature, consent, entry into force, end."""
    table: dict[str, list[str | None]] = {name: [] for name in WANTED}
    for treaty, state, *days in rows:
        told = dict(zip(DAYS, [*days, *[None] * 4], strict=False))
        for name, value in {"treaty_id": treaty, "title": "A treaty", "state": state, "treaty_signature": None}.items():
            table[name].append(value)
        for name, value in told.items():
            table[name].append(value)
    columns = {name: Coded.of(values) for name, values in table.items()}
    if source_ids:
        columns["source_id"] = Coded.of(source_ids)
    return Memberships(columns, "test")


def by_acts(found: Memberships, measure: str, reading: str, rows: list[int] | None = None) -> Atlas:
    return Atlas.of_book(Book.build(Held.of(act) for act in acts_of(found, rows)), measure, reading)


def cells(atlas: Atlas) -> set[tuple[str, str, int, int]]:
    mine = atlas.intervals
    columns = (mine.instrument, mine.party, mine.start, mine.end)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return {(atlas.instruments[i], atlas.parties[p], start, end) for i, p, start, end in rows}


def spells(found: Memberships, party: str, measure: str = "in force", reading: str = "surely") -> list[str]:
    """The spells of a party by the arrays, which must be those by the acts."""
    atlas = found.atlas(measure, reading)
    assert cells(atlas) == cells(by_acts(found, measure, reading))
    if party not in atlas.parties:
        return []
    told = [spell for of in atlas.instruments for spell in atlas.spells(of, party)]
    return [f"{start}..{end or ''}" for start, end in told]


def test_a_row_becomes_acts_with_their_source():
    found = register(("WHC_1972A", "FRA", "1972-11-23", "1975-06-27", "1975-12-17", "9999-12-31"))
    assert [print_head(act) for act in acts_of(found)][1:] == [
        "1972-11-23 sign test/whc-1972a FR",
        "1975-06-27 consent test/whc-1972a FR",
        "1975-12-17 expect test/whc-1972a in force for FR since 1975-12-17",
    ]
    assert {cite.place for act in acts_of(found) for cite in act.source} == {"row 1"}


def test_the_two_measures():
    found = register(("A", "FRA", "1972-11-23", "1975-06-27", "1975-12-17", "1990-01-01"))
    assert spells(found, "FR") == ["1975-12-17..1990-01-01"]
    assert spells(found, "FR", "consented") == ["1975-06-27..1990-01-01"]


def test_rows_are_grouped_by_the_stable_id():
    rows = [("WHC_1972A", "FRA", None, None, "1975-12-17"), ("WHC_1977A", "DEU", None, None, "1976-11-23")]
    assert len(register(*rows).instruments) == 2
    assert register(*rows, source_ids=["E1", "E1"]).instruments == ("test/e1",)
    assert register(*rows, source_ids=["E1", None]).instruments == ("test/e1", "test/whc-1977a")


@pytest.mark.parametrize("sentinel", ["9999-12-31", "2899-01-01"])
def test_sentinels_mean_not_yet_and_no_end(sentinel):
    found = register(("A", "FRA", None, sentinel, sentinel, sentinel), ("A", "DEU", None, None, "1990-01-01", sentinel))
    assert spells(found, "FR") == []
    assert spells(found, "DE") == ["1990-01-01.."]
    assert found.summary().left_out == []


def test_partial_days_give_both_ends():
    found = register(("A", "FRA", None, None, "1990", "1995-06"))
    assert spells(found, "FR") == ["1990-12-31..1995-06-01"]
    assert spells(found, "FR", reading="maybe") == ["1990-01-01..1995-06-30"]


def test_several_rows_of_a_party_are_several_spells():
    found = register(
        ("A", "FRA", None, None, "1980-01-01", "1981-01-01"),
        ("A", "FRA", None, None, "1981-02-01", "1982-01-01"),
        ("A", "FRA", None, None, "1981-02-01", "1982-01-01"),
    )
    assert spells(found, "FR") == ["1980-01-01..1981-01-01", "1981-02-01..1982-01-01"]
    assert found.summary().repeated == 2


def test_rows_that_differ_in_one_beginning_give_both_ends():
    found = register(("A", "FRA", None, None, "1980-01-01"), ("A", "FRA", None, None, "1980-03-01"))
    assert spells(found, "FR") == ["1980-03-01.."]
    assert spells(found, "FR", reading="maybe") == ["1980-01-01.."]


def test_one_party_under_two_codes_is_one():
    found = register(("A", "EUE", None, None, "1990-01-01"), ("B", "EUU", None, None, "1991-01-01"))
    assert found.parties == ("eu",)


def test_former_states_stay_parties():
    found = register(("A", "CSK", None, None, "1970-01-01", "1992-12-31"))
    assert spells(found, "CSHH") == ["1970-01-01..1992-12-31"]


def test_what_cannot_be_used_is_told_with_its_row():
    found = register(
        ("A", "KOR - PRK", None, None, "1990-01-01"),
        ("A", "FRA", "29.01.1993", "58-04-29", None),
        ("A", "DEU", "1993-01-29", None, "2007-05-10", "1974-10-02"),
    )
    told = [str(problem) for problem in found.summary().problems("ggo.parquet")]
    assert told == [
        'ggo.parquet:1:1: B501 state "KOR - PRK": not one party that a list of codes knows',
        'ggo.parquet:3:1: B501 withdrawal_or_end "1974-10-02": the end lies before the beginning',
        'ggo.parquet:2:1: B501 signature "29.01.1993": not a day that can be read',
        'ggo.parquet:2:1: B501 consent "58-04-29": not a day that can be read',
    ]
    assert spells(found, "DE") == []
    assert found.summary().acts.total() == 1


def test_an_empty_register():
    found = register()
    assert len(found.atlas().intervals) == 0
    assert found.summary().acts.total() == 0


def test_two_treaties_never_share_a_name():
    with pytest.raises(NotReadable, match="two treaties of the register would have one name"):
        _ = register(("A:B", "FRA"), ("A_B", "FRA")).instruments
    assert instrument_part("AC05PS_2001E1:MARPOL_1973A") == "ac05ps-2001e1-marpol-1973a"


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch, tmp_path):
    real = builtins.__import__

    def without(name, *rest, **named):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NotReadable, match=r"needs pyarrow; install it with: pip install 'servanda\[analysis\]'"):
        read_memberships(tmp_path / "any.parquet")


def test_another_file_is_refused(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "text.parquet").write_text("no parquet", encoding="utf-8")
    with pytest.raises(NotReadable, match="cannot be read as Parquet"):
        read_memberships(tmp_path / "text.parquet")
    with pytest.raises(NotReadable, match="cannot be read as Parquet"):
        read_memberships(tmp_path / "absent.parquet")


# -- the real register -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(treaties: Path) -> Memberships:
    return read_memberships(treaties / "memberships_ggo_2025.parquet")


@pytest.mark.slow
def test_every_row_of_the_register_is_accounted_for(real):
    summary = real.summary()
    assert summary.rows == 98_320
    assert summary.reasons == {
        "the end lies before the beginning": 6_460,
        "not one party that a list of codes knows": 8,
        "not a day that can be read": 1,
    }
    made = sum(1 for act in acts_of(real) if act.verb not in ("source", "instrument", "organisation"))
    assert made == summary.acts.total() + summary.repeated == 174_445


def test_the_register_answers_as_of_a_day(real, tmp_path):
    atlas = real.atlas()
    matrix = atlas.as_of(date(2020, 1, 1))
    assert matrix.shape == (3_510, len(real.parties))
    atlas.save(tmp_path / "ggo.npz")
    assert np.array_equal(Atlas.load(tmp_path / "ggo.npz").as_of(date(2020, 1, 1)), matrix)


@pytest.mark.parametrize("measure", ["in force", "consented"])
@pytest.mark.parametrize("reading", ["surely", "maybe"])
def test_arrays_and_acts_give_the_same_atlas(real, measure, reading):
    """On all rows of a tenth of the treaties: several rows of one party only mean something together."""
    chosen = set(random.Random(7).sample(range(len(real.instruments)), len(real.instruments) // 10))
    rows = [row for row, code in enumerate(real.treaties.codes.tolist()) if code in chosen]
    names = {real.instruments[code] for code in chosen}
    expected = {cell for cell in cells(real.atlas(measure, reading)) if cell[0] in names}
    assert cells(by_acts(real, measure, reading, rows)) == expected
    assert expected


@pytest.mark.slow
def test_arrays_and_acts_give_the_same_atlas_of_every_treaty(real):
    straight = cells(real.atlas())
    assert cells(by_acts(real, "in force", "surely")) == straight
    assert len(straight) > 40_000


@pytest.mark.slow
def test_the_sources_before_the_consolidation_are_read_too(treaties):
    """They have a stable id, and the broken forms that the consolidation has mended."""
    older = read_memberships(treaties / "memberships_by_source.parquet", "by-source")
    summary = older.summary()
    assert summary.rows == 147_515
    assert summary.reasons["not a day that can be read"] == 13
    assert len(older.instruments) < len(set(older.columns["treaty_id"].texts))
    assert len(older.atlas().intervals) > 50_000
