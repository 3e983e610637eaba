"""Documents that go to a party for its signature: `will be forwarded to Baku for signing`."""

from __future__ import annotations

import re

from servanda.reading.clauses import parties_in
from servanda.reading.context import Context, one_line
from servanda.reading.records import Absent, Transmission

_SENT = re.compile(
    r"\b(?:will (?:then |now |also |later )?be|are to be|is to be|have been|has been|were|was|"
    r"are being|shall be|are|is) "
    r"(?:sent|forwarded|transmitted|handed(?: over)?|submitted|delivered|dispatched|passed|"
    r"conveyed|presented) (?:on )?to "
)
_ACTIVE = re.compile(
    r"\b(?:will|shall|is to|are to|plans to|has|have) (?:send|forward|transmit|hand over|submit|"
    r"deliver|sent|forwarded|transmitted) "
    r"(?P<what>(?:the|these|those|both|all|them)\b[^.;]{0,80}?) ?to "
)
_SIGN = re.compile(
    r"\b(?:for (?:(?:its|their|his|her|the|later|subsequent) )?(?:signing|signatures?)|"
    r"to (?:be signed|sign)|to sign|so that \w+ (?:can|may) sign)\b"
)
_ABSENT = re.compile(
    r"(?:the |both |all )*(?:absent (?:states?|part(?:y|ies)|members?|countr(?:y|ies)|side)|"
    r"both capitals|two capitals|capitals|absentees)"
)
_PAPERS = re.compile(r"(?:[Tt]he|[Tt]hese|[Bb]oth|[Aa]ll|[Tt]hose)(?: (?!the |these )[\w'-]+){1,5} ?$")


def find_transmissions(context: Context, absent: tuple[Absent, ...]) -> tuple[Transmission, ...]:
    """Every party to which documents go for signature, once."""
    found: dict[str, Transmission] = {}
    for sentence in context.body():
        sign = _SIGN.search(sentence.plain)
        sent = _SENT.search(sentence.plain) or _ACTIVE.search(sentence.plain)
        if not sign or not sent or sign.start() < sent.end():
            continue
        start = sentence.start + sent.end()
        parties = _recipients(context, start, sentence.start + sign.start(), absent)
        what = _what(sentence.plain, sent)
        for party in parties:
            passage = context.passage(sentence.start, sentence.end, "sent for signature")
            found.setdefault(party, Transmission(party=party, what=what, **passage))
    return tuple(found.values())


def _recipients(context: Context, start: int, end: int, absent: tuple[Absent, ...]) -> list[str]:
    named = parties_in(context, start, end)
    if named:
        return named
    return [item.party for item in absent] if _ABSENT.search(context.plain, start, end) else []


def _what(plain: str, sent: re.Match[str]) -> str:
    if "what" in sent.re.groupindex:
        return one_line(sent["what"])
    papers = _PAPERS.search(plain, max(0, sent.start() - 90), sent.start())
    return one_line(papers[0]) if papers else "documents"
