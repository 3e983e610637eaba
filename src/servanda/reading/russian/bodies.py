"""Bodies that any organisation has, under their whole name: `Исполнительный комитет` is the CIS Executive Committee."""

from __future__ import annotations

from servanda.reading.russian.context import Context
from servanda.reading.russian.phrases import nominative

PLAIN_BODIES = frozenset(
    ["Executive Committee", "Interparliamentary Assembly", "Parliamentary Assembly", "Secretariat", "Business Council",
     "Joint Staff", "Economic Council"]
)  # fmt: skip
"""Bodies that any organisation has."""


def whole_body(context: Context, party: str) -> str:
    """A body that any organisation has, with the organisation before it: CIS Executive Committee."""
    if party not in PLAIN_BODIES or not context.organisation:
        return party
    return f"{context.organisation} {party}" if context.organisation.isascii() else _as_written(context, party)


def _as_written(context: Context, party: str) -> str:
    """A body of an organisation that has no English name: as the text has it."""
    named = next((m for m in context.mentions if m.kind == "organ" and m.party == party), None)
    if named is None:
        return party
    return nominative(context.plain, context.words(named.start, named.end), ("nomn", "gent", "datv", "ablt", "loct"))
