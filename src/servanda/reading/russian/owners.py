"""Whose office it is: the state named in its words, else the organ or the organisation."""

from __future__ import annotations

from servanda.reading.russian.gazetteer import Mention
from servanda.reading.russian.look import Look
from servanda.reading.russian.tokens import Token


def party_of(look: Look, start: int, end: int, office: Token | None = None) -> str | None:
    """Whose office it is: the state named in the words, else the organ or organisation."""
    inside = look.mentions(start, end)
    for kinds in (("state",), ("adjective",)):
        parties = [mention.party for mention in inside if mention.kind in kinds]
        if parties:
            return parties[-1] if kinds == ("state",) else parties[0]
    return _body(inside, office)


def _body(inside: list[Mention], office: Token | None) -> str | None:
    """The body behind an official of an organisation: its secretariat, its commission, its executive committee."""
    organs = [mention.party for mention in inside if mention.kind == "organ"]
    homes = [mention.party for mention in inside if mention.kind == "organisation"]
    if organs and organs[0].startswith(_PARTS):
        return organs[0].partition(" of the ")[2]
    if organs:
        return (
            organs[0]
            if not homes or organs[0].startswith(homes[0]) or " of the " in organs[0]
            else f"{homes[0]} {organs[0]}"
        )
    if not homes:
        return None
    secretary = office is not None and office.lemmas & {"секретарь", "генсек"}
    if not secretary or homes[0] in {"UN", "NATO", "EU", "ASEAN"}:
        return homes[0]
    return secretariat_of(homes[0])


_PARTS = ("Board of the ", "Council of the Eurasian")


def secretariat_of(organisation: str) -> str:
    """The body that the secretary of an organisation heads."""
    if organisation == "CIS":
        return "CIS Executive Committee"
    return f"{organisation} Secretariat" if organisation.isascii() else organisation
