"""The Paris Agreement: its table of emissions, and the acts that the published table holds, one row a party."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from servanda.acts import Act, Cite
from servanda.acts.declarations import Table
from servanda.acts.documents import Sign
from servanda.days import Day
from servanda.exchange.final_clause_means import kind_of
from servanda.words.registers import party_of_register
from tools.law_files.deeds import Deed, acts

ID = "paris-agreement"
SOURCE = "paris-agreement-table"
ADOPTED = Day.parse("2015-12-12")


def read_rows(reference: Path) -> list[dict[str, str]]:
    """The published table: a row a party, with its last consent and its share of emissions."""
    data = gzip.decompress((reference / "treaties" / "paris_agreement.csv.gz").read_bytes()).decode("utf-8")
    return list(csv.DictReader(io.StringIO(data)))


def party_of(row: dict[str, str]) -> str:
    """The party of a row."""
    party = party_of_register(row["Code"]) or party_of_register(row["Name"])
    if party is None:
        raise ValueError(row["Name"])
    return party


def paris_acts(reference: Path) -> Iterator[Act]:
    """The table of weights, the signatures, and the consents."""
    rows = read_rows(reference)
    yield _weights(rows)
    for day in sorted({row["Signature"] for row in rows if row["Signature"]}):
        by = tuple(sorted(party_of(row) for row in rows if row["Signature"] == day))
        yield Sign(on=Day.parse(day), of=ID, by=by, source=(Cite(SOURCE),))
    told = [row for row in rows if row["Ratification"]]
    yield from acts(ID, [Deed(row["Ratification"], _means(row), party_of(row), source=SOURCE) for row in told])


def _means(row: dict[str, str]) -> str:
    return kind_of(row["Kind"])


def _weights(rows: list[dict[str, str]]) -> Table:
    """The shares as exact fractions of the published per cents; the Union's is the sum of its members', again."""
    weights = {party_of(row): Fraction(row["Percentage"]) / 100 for row in rows if row["Percentage"]}
    lines = tuple(f"weight {party} {_written(share)}" for party, share in sorted(weights.items()) if party != "eu")
    note = (
        "Per cent of the total of greenhouse gas emissions, to two places as published. The row of the European Union "
        "repeats what its members emit and is left out: its instrument is not counted beside theirs."
    )
    return Table(
        on=ADOPTED,
        of="ghg-emissions-2015",
        title="Shares of greenhouse gas emissions for article 21 of the Paris Agreement",
        version="FCCC/CP/2015/10, annex I",
        cut_off=ADOPTED,
        lines=lines,
        source=(Cite(SOURCE),),
        note=note,
    )


def _written(share: Fraction) -> str:
    return f"{share * 10_000}/10000"
