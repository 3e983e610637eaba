"""The table of organs: an organ each, since the day of the text on which it rests."""

from __future__ import annotations

from servanda.acts.declarations import Organ
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

FILE = "organs.acts"
# The table has no column for the day. These are the days of the texts on which the organs rest: the provisional
# agreement of 30 December 1991, the Charter, and what the column `basis` names; where it names none, both ends.
# All other organs are as old as their organisation.
_SINCE = {
    "cis/chs": "1991-12-30",
    "cis/chg": "1991-12-30",
    "cis/ipa": "1992-03-27",
    "cis/econ-court": "1992-07-06",
    "cis/cfm": "1993-01-22",
    "cis/cdm": "1993-01-22",
    "cis/ccbt": "1993-01-22",
    "cis/branch": "1993-01-22",
    "cis/ec": "1999-04-02",
    "cis/excom": "1999-04-02",
    "cis/cppr": "2003",
    "cis/cei": "1999-04-02..2021-01-20",
    "cis/expert-group": "1991-12-08..2019-10-30",
}


def add_organs(record: Record) -> None:
    """Declare every organ."""
    for row in record.tables.rows("organs"):
        record.add(FILE, _organ(record, row), row)


def _organ(record: Record, row: Row) -> Organ:
    name = f"{row['organisation']}/{row['organ']}"
    founded = record.tables.one("organisations", id=row["organisation"])["founded"]
    return Organ(
        on=Day.parse(_SINCE.get(name, founded)),
        of=name,
        title=row["name_en"],
        title_ru=row["name_ru"],
        composition=row["composition"],
        meets=row["meets"],
        chair=row["chair"],
        decides=row["decision_rule"],
        rule=tuple(rule for rule in row.several("rule_code") if rule != "none"),
        quorum=row["quorum"],
        basis=row["basis"],
        **record.told(row, row["note"]),
    )


def add_commission(record: Record, row: Row) -> None:
    """Declare the Eurasian Economic Commission as a whole, which rows name as depositary."""
    act = Organ(
        on=Day.parse("2014-05-29"),
        of="eaeu/eec",
        title="Eurasian Economic Commission",
        title_ru="Евразийская экономическая комиссия",
        basis="EAEU Treaty article 18",
        note="Consists of the Council and the Board, which the table lists.",
    )
    record.add(FILE, act, row)
