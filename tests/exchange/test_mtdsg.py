"""The status tables: what marks and headings mean, and the real tables by two ways."""

from __future__ import annotations

import pytest

from servanda.book import Book, Held
from servanda.exchange.mtdsg import WANTED, StatusTables, deed_of, read_mtdsg
from servanda.exchange.parquet import Coded
from servanda.status.atlas import Atlas
from servanda.text import print_head

ALL = "Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"


def tables(*rows: tuple[str | None, ...]) -> StatusTables:
    """Rows of treaty, participant, column, date, mark."""
    table = [(of, by, column, f"{date} {mark}", date, mark) for of, by, column, date, mark in rows]
    values = zip(*table, strict=True) if table else [[]] * len(WANTED)
    return StatusTables({name: Coded.of(column) for name, column in zip(WANTED, values, strict=True)})


@pytest.mark.parametrize(
    ("heading", "mark", "deed"),
    [
        (ALL, "", "ratify"),
        (ALL, "a", "accede"),
        (ALL, "A", "accept"),
        (ALL, "AA", "approve"),
        (ALL, "d", "succeed"),
        ("Formal confirmation(c), Accession(a), Ratification", "c", "formally-confirm"),
        ("Signature", "", "sign"),
        ("Signature, Succession to signature(d)", "", "sign"),
        ("Signature, Succession to signature(d)", "d", "sign"),
        ("Definitive signature(s), Acceptance(A)", "s", "sign-definitively"),
        ("Signature ad referendum (s)", "", "sign-ad-referendum"),
        ("Confirmation of signature ad referendum(C)", "C", "confirm"),
        ("Consent to be bound(P), Succession(d)", "P", "consent"),
        ("Provisional application(n)", "n", "apply-provisionally"),
        ("Definitive signature of the Protocol, Acceptance of the Protocol", "", "consent"),
        ("Definitive signature or acceptance of the Protocol", "", "consent"),
        ("Application", "", "participate"),
        ("UNTS Volume", "223", None),
        ("Registration Date", "", None),
        ("Acceptance of the Protocol, Notification in respect of the Agreement as amended(d)", "d", None),
    ],
)
def test_marks_and_headings(heading, mark, deed):
    assert deed_of(heading, mark) == deed


def test_rows_become_acts():
    found = tables(
        ("27-7-a", "Belarus", ALL, "2005-08-26", "a"),
        ("27-7-a", "European Union", "Signature", "1998-04-29", None),
        ("27-7-a", "Italy", "Definitive signature(s)", "1998-04-30", "s"),
        ("27-7-a", "Cuba", "Provisional application(n)", "1998-05-01", "n"),
    )
    assert [print_head(act) for act in found.acts()][1:] == [
        "2005-08-26 accede mtdsg-2015/27-7-a BY",
        "1998-04-29 sign mtdsg-2015/27-7-a eu",
        "1998-04-30 sign mtdsg-2015/27-7-a IT definitive",
        "1998-05-01 apply-provisionally mtdsg-2015/27-7-a CU",
    ]


def test_what_cannot_be_used_is_told_with_its_row():
    found = tables(
        ("1-2", "Albania", "UNTS Page", None, "23"),
        ("1-2", "Nowhere", "Signature", "1955-12-14", None),
        ("1-2", "Albania", "Signature", None, None),
    )
    assert [(one.row, one.column, one.reason) for one in found.summary().left_out] == [
        (1, "column", "the column holds no act of a party"),
        (2, "participant", "not one party that a list of names knows"),
        (3, "raw", "not a day that can be read"),
    ]
    assert len(list(found.acts())) == 1


def test_a_signature_is_no_consent_unless_it_is_definitive():
    found = tables(
        ("1-1", "Cuba", "Signature", "1990-01-01", None), ("1-1", "Italy", "Definitive signature(s)", "1990-01-01", "s")
    )
    assert found.atlas().parties == ("IT",)


def test_no_tables():
    assert len(tables().atlas().intervals) == 0


@pytest.fixture(scope="module")
def real(treaties) -> StatusTables:
    return read_mtdsg(treaties / "mtdsg_2015_actions.parquet")


def test_every_row_of_the_tables_is_accounted_for(real):
    summary = real.summary()
    assert summary.rows == 31_992
    assert summary.reasons == {"the column holds no act of a party": 1_027}
    assert summary.acts.total() + summary.repeated + len(summary.left_out) == summary.rows
    assert sum(1 for _ in real.acts()) - 1 == summary.acts.total() + summary.repeated


@pytest.mark.slow
def test_arrays_and_acts_give_the_same_atlas(real):
    from_acts = Atlas.of_book(Book.build(Held.of(act) for act in real.acts()), "consented")
    straight = real.atlas()
    assert (straight.instruments, straight.parties) == (from_acts.instruments, from_acts.parties)
    for name in ("instrument", "party", "start", "end"):
        assert getattr(straight.intervals, name).tolist() == getattr(from_acts.intervals, name).tolist()
    assert len(straight.intervals) > 20_000
