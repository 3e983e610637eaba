"""The kinds of act, and the names of parties, that reference cases of final clauses use, in the words of law."""

from __future__ import annotations

import re

from servanda.words.organisations import find_organisation
from servanda.words.parties import find_party
from servanda.words.registers import party_of_register

WITHDRAWAL = "withdrawal"
"""What takes a consent away again: the kind of act of a withdrawal, a denunciation, a revocation."""

ORDINARY = frozenset(["ratify", "accept", "approve", "accede"])

_ORDINARY_AND_NOTICE = ORDINARY | {"complete"}

# Read in this order; what a pattern has read is taken out of the words before the next is asked.
_PATTERNS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(pattern), frozenset(means) if isinstance(means, tuple) else means)
    for pattern, means in (
        (r"signature (not subject to|without) .*", ("sign",)),
        (r"definitive signature|signature", ("sign",)),
        (r"formal confirmation|formally confirm\w*", ("formally-confirm",)),
        (r"(notif\w*|expression) .*consent to be bound|consent to be bound", _ORDINARY_AND_NOTICE),
        (r"regist\w*( .*)?", ORDINARY),
        (r"(notif\w*|notice) .*(procedur|requirement|formalit)\w*.*", ("complete",)),
        (r"notif\w*", ("complete",)),
        (r"ratif\w*", ("ratify",)),
        (r"acce(ssion|de)\w*|adhe(sion|rence|re)\w*", ("accede",)),
        (r"accept\w*", ("accept",)),
        (r"approv\w*", ("approve",)),
        (r"succession|succeed\w*", ("succeed",)),
        (r"participat\w*", ("participate",)),
    )
)

# A ratification that is registered, notified or deposited is a ratification.
_HANDED_IN = re.compile(r"(the )?((regist|notif|deposit)\w*|notice|instruments?)( of)? ")
_TAKEN_BACK = re.compile(
    r"(withdr|denounc|denunc|revo[ck])\w*"
    r"( (of|from) (the |its )?(consent|instrument|treaty|ratif|accept|approv|acce)\w*.*)?"
)
_UNNAMED = re.compile(r"(deposit of )?instruments?|deposits?|consents?")

# The names under which one organisation of economic integration deposits, over the years and in the codes.
_UNION = (
    *("european union", "european community", "european communities", "european economic community"),
    *("ec", "eec", "eue", "euu", "eu"),
)
_ORGANISATIONS = dict.fromkeys(_UNION, "european union") | {
    "european atomic energy community": "euratom",
    "euratom": "euratom",
}


def means_of(words: str) -> frozenset[str]:
    """The means of consent that a kind of act, or a list of kinds, names; words that are not known mean themselves."""
    text = " ".join(words.lower().split())
    if _UNNAMED.fullmatch(text):
        return (
            ORDINARY if text.endswith(("instrument", "instruments", "deposit", "deposits")) else frozenset(["consent"])
        )
    found: frozenset[str] = frozenset()
    for pattern, means in _PATTERNS:
        left = pattern.sub(" ", text)
        found |= means if left != text else frozenset()
        text = left
    return found or frozenset([text])


def kind_of(words: str) -> str:
    """The means of one act; `consent` where its kind names several, `withdrawal`, or the words themselves."""
    text = " ".join(words.lower().split())
    if _TAKEN_BACK.fullmatch(text):
        return WITHDRAWAL
    found = means_of(text)
    while len(found) > 1 and (shorter := _HANDED_IN.match(text)):
        text = text[shorter.end() :]
        found = means_of(text)
    return next(iter(found)) if len(found) == 1 else "consent"


def party_of(name: str) -> str:
    """A code for a party: a state in capitals, by its code where one is known; an organisation in small letters."""
    written = " ".join(name.split())
    known = _ORGANISATIONS.get(written.lower()) or party_of_register(written) or find_party(written)
    organisation = "" if known else find_organisation(written)
    return known or (organisation.lower() if organisation else written.upper())
