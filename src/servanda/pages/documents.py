"""The pages of documents: the list, and one document with its force, its course, its parties and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts import Act
from servanda.acts.consent import Communicate, Declare, ExcludeTerritory, ExtendTerritory, Object
from servanda.acts.declarations import Depositary, Instrument
from servanda.acts.depositary import Circulate, Rectify, Settle
from servanda.acts.documents import Amend, Draft, Publish, Register, Replace, Terminate
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.pages.history import ConditionRow, MomentRow, condition_rows, moment_rows
from servanda.pages.parts import ActRef, Again, Listed, MissingRow, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.pages.sections import ListPage, in_section
from servanda.pages.sessions import SignatureRow, signature_rows
from servanda.status.force import force
from servanda.status.history import Moment, history
from servanda.status.party import Standing, chart
from servanda.status.progress import progress
from servanda.status.provisions import Fate, fates
from servanda.status.signatures import signatures
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in the list."""

    document: Annotated[ThingRef, "The document."]
    character: Annotated[str, "Treaty, agreement, decision, concept and so on.", Listed("document")]
    organisation: Annotated[ThingRef | None, "The organisation it belongs to."]
    adopted: Annotated[Day, "The day it was adopted, or first recorded."]
    state: Annotated[str, "In force, not in force, may be in force, ended, unknown.", Listed("force")]
    since: Annotated[Day | None, "Since when it is in force: as notified, else as published, else as computed."]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage(ListPage):
    """All documents recorded by the day, the newest first."""

    documents: Annotated[list[DocumentRow], "The documents."]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One party's standing towards the document."""

    party: Annotated[PartyRef, "The party."]
    standing: Annotated[str, "One word of the closed list.", Listed("standing")]
    signed: Annotated[Day | None, "The day of signature."]
    consented: Annotated[Day | None, "The day of deposit or receipt of the consent."]
    means: Annotated[str, "The means of consent.", Listed("means")]
    since: Annotated[
        Day | None,
        "The day of the standing: since when it holds; for a running withdrawal or a contracting State, from when on.",
    ]
    bound: Annotated[Day | None, "Since when the document is in force for it, where it is."]
    reserved: Annotated[bool, "Whether a reservation is recorded."]
    remarks: Annotated[
        list[str],
        "What else is recorded of it: reservation, declaration, communication, objection, territories.",
        Listed("remark"),
    ]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision, and what became of it when one document replaced or amended another."""

    words: Annotated[str, "The provision."]
    fate: Annotated[str, "It stays, was changed, was left out, or is new.", Listed("fate")]
    old: Annotated[ThingRef, "In which document it stood."]
    new: Annotated[ThingRef | None, "In which document that is so."]
    article: Annotated[str, "Its place in the old document, where told."]
    becomes: Annotated[str, "Its place in the new one, where told."]
    acts: Annotated[list[ActRef], "The acts."]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage(Page):
    """One document: whether it is in force, since when and why; its chart; its signatures; its clause."""

    id: Annotated[str, "The name of the document in the record."]
    title_ru: Annotated[str, "The Russian title."]
    character: Annotated[str, "Treaty, agreement, decision, concept and so on.", Listed("document")]
    organisation: Annotated[ThingRef | None, "The organisation it belongs to."]
    adopted: Annotated[Day | None, "The day it was adopted, or first recorded."]
    place: Annotated[str, "Where it was adopted."]
    note: Annotated[str, "What the record notes."]
    depositary: Annotated[list[PartyRef], "The depositary, where recorded."]
    state: Annotated[str, "In force, not in force, may be in force, ended, unknown.", Listed("force")]
    notified: Annotated[Day | None, "The date of entry into force that the depositary notified."]
    published: Annotated[Day | None, "A published date that the acts of the record do not show."]
    computed: Annotated[Day | None, "The date computed from the clause and the acts of the record."]
    difference: Annotated[str, "Where the two differ, how."]
    ended: Annotated[Day | None, "The day it ended."]
    missing: Annotated[list[str], "What is missing for entry into force.", Again()]
    lacking: Annotated[list[MissingRow], "The same as data: how many, how much, what share, whose."]
    progress: Annotated[list[ConditionRow], "The conditions of entry into force, while they are not met."]
    timeline: Annotated[list[MomentRow], "Its course, with the number of parties over time."]
    clause: Annotated[list[str], "The clause on entry into force as the record has it."]
    chart: Annotated[list[ChartRow], "The standing of the parties, by name."]
    signatures: Annotated[list[SignatureRow], "Signatures recorded, asked for, or not reported."]
    versions: Annotated[list[ActRef], "Acts on its text: drafts, amendments, replacement, publication, registration."]
    provisions: Annotated[list[ProvisionRow], "Provisions that it took over, changed, left out or handed on."]
    reasons: Annotated[list[ReasonLine], "Why: each step with its acts."]


def documents_page(view: View) -> DocumentsPage:
    """The list of documents."""
    acts = [act for act, _event in view.book.acts(Instrument, None, view.as_of)]
    acts.sort(key=lambda act: (-act.on.first.toordinal(), act.of))
    frame, shown = in_section(view, say("Documents"), "/documents", "documents", acts)
    return DocumentsPage(**frame, documents=[_row(view, act) for act in shown])


def _row(view: View, act: Instrument) -> DocumentRow:
    found = force(view.book, act.of, view.as_of)
    organisation = view.thing(act.within) if act.within else None
    return DocumentRow(view.thing(act.of), act.character, organisation, act.on, found.state, found.since)


def document_page(view: View, of: str) -> DocumentPage | None:
    """The page of a document, or None when no act by the day speaks of it."""
    act = view.book.declared(Instrument, of)
    if act is None or not act.on.maybe_by(view.as_of):
        return None
    found = force(view.book, of, view.as_of)
    clause = view.book.clause(of, view.as_of)
    parties = chart(view.book, of, view.as_of)
    conditions = progress(view.book, of, view.as_of) if found.missing else ()
    return DocumentPage(
        **view.frame(view.names.thing(of), f"/documents/{of}"),  # type: ignore[arg-type]
        id=of,
        title_ru=act.title_ru,
        character=act.character,
        organisation=view.thing(act.within) if act.within else None,
        adopted=act.on,
        place=act.place,
        note=view.note(act.note),
        depositary=view.parties(_depositary(view, of)),
        state=found.state,
        notified=found.notified,
        published=found.published,
        computed=found.computed,
        difference=view.tell(found.difference),
        ended=found.ended,
        missing=[view.tell(one) for one in found.missing],
        lacking=[view.missing(one) for one in found.missing],
        progress=condition_rows(view, conditions),
        timeline=_timeline(view, history(view.book, act.on, found, parties)),
        clause=list(clause[0].lines()) if clause else [],
        chart=_chart(view, parties, found.reasons),
        signatures=signature_rows(view, signatures(view.book, of, view.as_of)),
        versions=_versions(view, of),
        provisions=[_provision(view, one) for one in fates(view.book, of, view.as_of)],
        reasons=view.reasons(found.reasons),
    )


def _timeline(view: View, moments: tuple[Moment, ...]) -> list[MomentRow]:
    """The course of a document; its first day alone is none."""
    return moment_rows(view, moments) if len(moments) > 1 else []


def _depositary(view: View, of: str) -> tuple[str, ...]:
    """Who is depositary on the day: the last designation counts."""
    acts = view.book.acts(Depositary, of, view.as_of)
    return tuple(acts[-1][0].actors) if acts else ()


def _versions(view: View, of: str) -> list[ActRef]:
    """The acts on the text of a document by the day, in their order."""
    events = [event for kind in _ON_THE_TEXT for event in view.book.events(kind, of, view.as_of)]
    events.sort(key=lambda event: event.on)
    return view.acts(tuple(act for event in events for act in event.ids))


def _provision(view: View, one: Fate) -> ProvisionRow:
    new = view.thing(one.new) if one.new else None
    return ProvisionRow(one.words, one.fate, view.thing(one.old), new, one.article, one.becomes, view.acts(one.acts))


_ON_THE_TEXT: tuple[type[Act], ...] = (Draft, Amend, Replace, Terminate, Publish, Register, Circulate, Rectify, Settle)
REMARKS: tuple[tuple[type[Act], str], ...] = (
    (Declare, "declaration"),
    (Communicate, "communication"),
    (Object, "objection"),
    (ExtendTerritory, "territories"),
    (ExcludeTerritory, "territories"),
)


def _remarks(view: View, one: Standing) -> list[str]:
    """What else is recorded of a party, in the order of the chart's own letters."""
    found = ["reservation"] if one.reserved else []
    for kind, word in REMARKS:
        events = view.book.events(kind, one.instrument, view.as_of)
        if word not in found and any(event.party == one.party for event in events):
            found.append(word)
    return found


def _chart(view: View, found: tuple[Standing, ...], general: tuple[Reason, ...]) -> list[ChartRow]:
    """The rows of the chart; reasons that hold for the whole document stand there once, not in each row."""
    rows = [
        ChartRow(
            view.party(one.party),
            one.word,
            one.signed,
            one.consented,
            one.means,
            one.since,
            one.bound_since if one.is_bound else None,
            one.reserved,
            _remarks(view, one),
            view.reasons(tuple(reason for reason in one.reasons if reason not in general)),
        )
        for one in found
    ]
    return sorted(rows, key=lambda row: view.order(row.party.name))
