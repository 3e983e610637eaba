"""The page of one party's standing towards one document, with every reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Instrument
from servanda.days import Day
from servanda.pages.parts import ActRef, Listed, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.party import standing
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class TerritoryRow:
    """A territory of a party under a document."""

    territory: Annotated[str, "The territory, as the party named it."]
    included: Annotated[bool, "Whether the document was extended to it; else it was excluded."]
    since: Annotated[Day, "Since when."]
    acts: Annotated[list[ActRef], "The acts that say so."]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage(Page):
    """A party's standing towards a document."""

    document: Annotated[ThingRef, "The document."]
    party: Annotated[PartyRef, "The party."]
    standing: Annotated[str, "One word of the closed list.", Listed("standing")]
    since: Annotated[Day | None, "Since when."]
    signed: Annotated[Day | None, "The day of signature."]
    consented: Annotated[Day | None, "The day of deposit or receipt of the consent."]
    means: Annotated[str, "The means of consent.", Listed("means")]
    reserved: Annotated[bool, "Whether a reservation stands."]
    bound_since: Annotated[Day | None, "Since when it is bound, where the word's own day is another."]
    without: Annotated[list[str], "The parts by which it is not bound; none where it is bound by the whole."]
    optional: Annotated[list[str], "The optional provisions it accepted."]
    amendments: Annotated[list[ThingRef], "The amendments that bind it."]
    territories: Annotated[list[TerritoryRow], "The territories it extended the document to, or excluded."]
    suspended_towards: Annotated[list[PartyRef], "Those towards whom alone it suspended the document's operation."]
    reasons: Annotated[list[ReasonLine], "Why: each step with its acts."]


def standing_page(view: View, of: str, party: str) -> StandingPage | None:
    """The standing of a party, or None for a document that the record does not know."""
    if view.book.declared(Instrument, of) is None:
        return None
    found = standing(view.book, of, party, view.as_of)
    title = say("{party} and {document}", party=party, document=of)
    return StandingPage(
        **view.frame(title, f"/documents/{of}"),  # type: ignore[arg-type]
        document=view.thing(of),
        party=view.party(party),
        standing=found.word,
        since=found.since,
        signed=found.signed,
        consented=found.consented,
        means=found.means,
        reserved=found.reserved,
        bound_since=found.bound_since if found.bound_since != found.since else None,
        without=list(found.without),
        optional=list(found.optional),
        amendments=[view.thing(name) for name in found.versions],
        territories=[TerritoryRow(one.name, one.included, one.since, view.acts(one.acts)) for one in found.territories],
        suspended_towards=view.parties(found.towards),
        reasons=view.reasons(found.reasons),
    )
