"""The page of how far the documents of an organisation or organ came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Organ, Organisation
from servanda.pages.parts import Listed, Page, ReasonLine, ThingRef, View
from servanda.pages.published import PublishedCount, counts_of_documents
from servanda.status.funnel import Passed, funnel
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class PassedRow:
    """One document and how far it came."""

    document: Annotated[ThingRef, "The document."]
    commencement: Annotated[
        str,
        "By what it commences: signature, ratification, procedures, other, or not recorded.",
        Listed("commencement"),
    ]
    signed_by_all: Annotated[bool, "Whether everybody signed who took part."]
    in_force_for_all: Annotated[bool, "Whether it binds everybody who signed or consented."]
    carried_out: Annotated[bool, "Whether it has commitments and nothing of them is left."]
    has_commitments: Annotated[bool, "Whether it has commitments at all."]
    reasons: Annotated[list[ReasonLine], "What is missing."]


@dataclass(frozen=True, slots=True)
class CommencementCount:
    """How many documents commence in one way."""

    commencement: Annotated[str, "In which way.", Listed("commencement")]
    number: Annotated[int, "How many."]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPage(Page):
    """The documents of an organisation or organ, and how many came how far."""

    body: Annotated[ThingRef, "The organisation or organ."]
    adopted: Annotated[int, "Documents adopted, as far as the record holds them."]
    signed_by_all: Annotated[int, "Of these signed by all who took part."]
    in_force_for_all: Annotated[int, "Of these in force for all of them."]
    carried_out: Annotated[int, "Of these carried out."]
    without_commitments: Annotated[int, "Documents of which no commitment is recorded, so that nothing can be said."]
    commencing: Annotated[list[CommencementCount], "How the documents commence."]
    documents: Annotated[list[PassedRow], "The documents by title."]
    counts: Annotated[list[PublishedCount], "Counts of documents as published, by kind and day."]


def funnel_page(view: View, of: str) -> FunnelPage | None:
    """The funnel of an organisation or organ, or None for a name that the record does not know."""
    if not any(view.book.declared(kind, of) for kind in (Organisation, Organ)):
        return None
    found = funnel(view.book, of, view.as_of)
    ways = sorted({one.commencement for one in found.documents})
    rows = sorted((_row(view, one) for one in found.documents), key=lambda row: view.order(row.document.title))
    return FunnelPage(
        **view.frame(say("Documents: {organisation}", organisation=of), f"/funnel/{of}"),  # type: ignore[arg-type]
        body=view.thing(of),
        adopted=found.adopted,
        signed_by_all=found.signed,
        in_force_for_all=found.in_force,
        carried_out=found.carried_out,
        without_commitments=sum(not one.has_commitments for one in found.documents),
        commencing=[CommencementCount(way, found.commencing(way)) for way in ways],
        documents=rows,
        counts=counts_of_documents(view, of),
    )


def _row(view: View, one: Passed) -> PassedRow:
    return PassedRow(
        view.thing(one.document),
        one.commencement,
        one.signed_by_all,
        one.in_force_for_all,
        one.carried_out,
        one.has_commitments,
        view.reasons(one.reasons),
    )
