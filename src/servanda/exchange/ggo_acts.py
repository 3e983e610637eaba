"""A register of memberships as single acts, each with the register and the row as its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.acts import Act, Cite
from servanda.acts.consent import Consent
from servanda.acts.declarations import Instrument, Organisation, Source
from servanda.acts.documents import Sign
from servanda.acts.keeping import Expect
from servanda.days import Day
from servanda.exchange.ggo import BEGINS, CONSENTED, ENDS, SIGNED, Memberships
from servanda.exchange.register_days import read_cell

RECORDED = "recorded, not computed: the register gives no clause"
TITLE = "Global Governance Observatory, consolidated memberships"


def acts_of(register: Memberships, rows: Iterable[int] | None = None) -> Iterator[Act]:
    """The acts of some rows, or of all: the source, each instrument once, then what each row tells."""
    rows = range(len(register)) if rows is None else rows
    yield Source(on=Day.parse("2025"), of=register.source, title=TITLE)
    known, declared = set[int](), set[str]()
    for row in rows:
        code = int(register.treaties.codes[row])
        if code not in known:
            known.add(code)
            yield from _instrument(register, row)
        if register.party[row] >= 0:
            told = tuple(_row(register, row))
            yield from _body(register, row, told, declared)
            yield from told


def _instrument(register: Memberships, row: int) -> Iterator[Act]:
    day = read_cell(register.columns["treaty_signature"][row]).day
    if day:
        of = register.instruments[int(register.treaties.codes[row])]
        yield Instrument(on=day, of=of, title=register.columns["title"][row], source=_source(register, row))


def _body(register: Memberships, row: int, told: tuple[Act, ...], declared: set[str]) -> Iterator[Act]:
    """The declaration of a party without a code, such as a state that ended long ago, before its first act."""
    party = register.parties[int(register.party[row])]
    if told and party not in declared and party[0].islower():
        declared.add(party)
        title = party.replace("-", " ").title()
        yield Organisation(on=told[0].on, of=party, title=title, source=_source(register, row))


def _row(register: Memberships, row: int) -> Iterator[Act]:
    """What one row tells of its party; what contradicts itself is left out."""
    of = register.instruments[int(register.treaties.codes[row])]
    by, source = register.parties[int(register.party[row])], _source(register, row)
    if day := register.cell(SIGNED, row).day:
        yield Sign(on=day, of=of, by=(by,), source=source)
    if day := register.cell(CONSENTED, row).day:
        yield Consent(on=day, of=of, by=(by,), means="consent", source=source)
    if register.contradicts[row]:
        return
    for column, words in ((BEGINS, "in force"), (ENDS, "ended")):
        if day := register.cell(column, row).day:
            claim = f"{words} for {by} since {day}"
            yield Expect(on=day, of=of, claim=claim, known_difference=RECORDED, source=source)


def row_of(act: Act) -> int:
    """The row of the register that an act was told in, from 1; the register's own declaration counts to the first."""
    return int(act.source[0].place.removeprefix("row ")) if act.source else 1


def _source(register: Memberships, row: int) -> tuple[Cite, ...]:
    return (Cite(of=register.source, place=f"row {row + 1}"),)
