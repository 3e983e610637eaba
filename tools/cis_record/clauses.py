"""The clauses on entry into force, made from the columns `eif_*` of the table of instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.acts.declarations import Clause
from servanda.days import Day
from tools.cis_record.record import Record
from tools.cis_record.tables import Row

# Where the words of the table name the article of the clause itself.
_ARTICLES = {
    "cis-1993-production": "art. 13",
    "cis-1994-payment-union": "art. 14",
    "eaeu-2014-armenia": "art. 6",
    "eaeu-2014-kyrgyzstan": "art. 11",
    "eaeu-2014-treaty": "art. 113",
    "eurasec-1995-cu3": "art. 9",
    "eurasec-1999-cu-ses": "art. 70",
    "guam-2002-fta": "art. 25",
}
# The event that counts: the means of consent by which it is done (none named: every means), and its noun.
_EVENTS = {
    "exchange-of-ratifications": (("ratify",), "ratifications"),
    "notification": (("complete",), "notifications"),
    "notification-or-ratification": (("complete", "ratify"), "deposits"),
    "publication": ((), ""),
    "ratification": (("ratify",), "ratifications"),
    "ratification-deposit": (("ratify",), "deposits"),
    "ratification-notification": (("complete", "ratify"), "notifications"),
    "signature": ((), ""),
    "signature-or-deposit": ((), "deposits"),
}
_SCOPES = {
    "depositors": "depositors",
    "notifiers": "depositors",
    "ratifiers": "depositors",
    "signatories": "signatories",
    "all-signatories": "signatories",
}
_DELAYS = {"P30D": "+30 days"}
# The Charter needs all founding states, or a year for those that have deposited by then, and so one deposit at least.
_CHARTER = (
    "any-of",
    "  when all of cis-founders",
    "  when +12 months from 1993-01-22",
    "when 1 deposits",
)
_SHORT = 120
# Where our own words point to another row, or begin with something else.
_WORDS = {
    "cis-1999-fta-protocol": "third notification",
    "cis-2020-plan": "Approved at the session",
}
# What the lines of a clause, or an act of their own, already say.
_SAID = ("alternative-conditions", "effect-from", "named-state-required", "not-before:eaeu-2014-treaty", "replaces")


def has_clause(row: Row) -> bool:
    """Tell whether the table holds the clause; what was not read is recorded, not computed."""
    return row["eif_threshold"] != "unknown" and not row["eif_in_words"].startswith("Clause not read")


def clause_of(record: Record, row: Row) -> Clause:
    """The clause of an instrument, with our own words as its note."""
    return Clause(
        on=Day.parse(row["adopted"]),
        of=row["id"],
        about="entry-into-force",
        lines=tuple(_lines(row)),
        **record.told(row, _note(row)),
    )


def provisional_clause_of(record: Record, row: Row) -> Clause:
    """The clause or decision by which an instrument is applied before it is in force."""
    day, _, by = row["provisional_from"].partition(" ")
    words = "by a decision of that day" if by else "from signature"
    lines = (f'cite "as recorded: applied provisionally from {day}, {words}"',)
    return Clause(on=Day.parse(day), of=row["id"], about="provisional-application", lines=lines, **record.told(row))


def _lines(row: Row) -> Iterator[str]:
    yield f'cite "{_cite(row)}"'
    means, noun = _EVENTS[row["eif_event"]]
    if means and row["id"] != "cis-1993-charter":
        yield f"counting {' '.join(means)}"
    yield from _conditions(row, noun)
    if row["eif_delay"] in _DELAYS:
        yield f"then {_DELAYS[row['eif_delay']]}"
    if row["eif_later_parties"] and "last notification" not in row["eif_later_parties"]:
        own = "+30 days" if row["eif_later_parties"].startswith("P30D") else "+0 days"
        yield f"later {own} from own-deposit"
    yield from _floors(row)
    if row["eif_scope"] in _SCOPES:
        yield f"scope {_SCOPES[row['eif_scope']]}"


def _cite(row: Row) -> str:
    """The article, or that part of our own words which tells the condition, where the table names none."""
    if row["id"] in _ARTICLES:
        return _ARTICLES[row["id"]]
    parts = [part.strip() for part in re.split(r"[;:.](?: |$)", row["eif_in_words"]) if part.strip()]
    words = next((part for part in parts if "force" in part), parts[0])
    words = words if len(words) <= _SHORT else f"{words[:_SHORT].rpartition(' ')[0].rstrip(',')} ..."
    return f"as recorded: {_WORDS.get(row['id'], words)}"


def _conditions(row: Row, noun: str) -> Iterator[str]:
    threshold, event = row["eif_threshold"], row["eif_event"]
    if row["id"] == "cis-1993-charter":
        yield from _CHARTER
    elif event == "signature-or-deposit":
        yield from ("any-of", "  when signature", "  when each")
    elif event in ("signature", "publication"):
        yield f"when {event}"
    elif row["eif_scope"] == "per-party":
        yield "when each"
    elif threshold == "all":
        yield "when all signatories"
    elif "+" in threshold:
        state, _, others = threshold.partition("+")
        yield f"when parties {state}"
        yield f"when {int(others) + 1} {noun}"
    else:
        yield f"when {threshold} {noun}"


def _floors(row: Row) -> Iterator[str]:
    """The days and instruments before which nothing enters into force; only those that this record holds."""
    for special in row.several("eif_special"):
        name, _, value = special.partition(":")
        if name == "not-before" and value == "eaeu-2014-treaty":
            yield f"not-before in-force {value}"
        elif name == "effect-from":
            yield f"effect-from {value}"


def _note(row: Row) -> str:
    """Our own words on the clause, and the conditions that its lines do not express, as the table codes them."""
    further = [special for special in row.several("eif_special") if not special.startswith(_SAID)]
    return f"{row['eif_in_words']} Not in the lines: {'; '.join(further)}." if further else row["eif_in_words"]
