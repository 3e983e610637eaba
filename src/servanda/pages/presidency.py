"""The pages of presidencies: all of them, and one: who presides, with whom, who is next and why, all terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Organisation
from servanda.acts.presidency import Preside
from servanda.days import Day
from servanda.pages.parts import Page, PartyRef, ReasonLine, ThingRef, View, period_ends
from servanda.status.presidency import Term, presidency, terms
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True)
class Presiding:
    """Who presides over an organisation, and who is next."""

    organisation: Annotated[ThingRef, "The organisation."]
    state: Annotated[PartyRef | None, "Who presides; nobody in a vacancy."]
    next: Annotated[PartyRef | None, "Who is next."]
    next_why: Annotated[str, "Why."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresidenciesPage(Page):
    """The organisations of which a presidency is recorded by the day, by title."""

    presiding: Annotated[list[Presiding], "Who presides over each, and who is next."]


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term."""

    state: Annotated[PartyRef, "The presiding state."]
    start: Annotated[Day, "The first day."]
    end: Annotated[Day | None, "The last day: as decided, or when it was laid down."]
    person: Annotated[str, "The person in the chair, where recorded."]
    co_chairs: Annotated[list[PartyRef], "The co-chairs named in the decision."]
    decided: Annotated[Day, "The day of the decision, or since when it is known."]
    note: Annotated[str, "What the record notes."]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresidencyPage(Page):
    """The presidency of an organisation as of a day."""

    organisation: Annotated[ThingRef, "The organisation."]
    state: Annotated[PartyRef | None, "Who presides; nobody in a vacancy."]
    person: Annotated[str, "The person in the chair, where recorded."]
    start: Annotated[Day | None, "The first day of the term."]
    end: Annotated[Day | None, "The last day of the term."]
    co_chairs: Annotated[list[PartyRef], "The co-chairs."]
    previous: Annotated[PartyRef | None, "Who presided before."]
    next: Annotated[PartyRef | None, "Who is next."]
    next_why: Annotated[str, "Why: the decision, or the rule of rotation."]
    next_start: Annotated[Day | None, "The first day of the next term, where it is decided."]
    next_co_chairs: Annotated[list[PartyRef], "The co-chairs of the next term once decided: named, or by the rule."]
    terms: Annotated[list[TermRow], "All terms known by the day, the newest first."]
    reasons: Annotated[list[ReasonLine], "Why."]


def presidencies_page(view: View) -> PresidenciesPage:
    """The list of presidencies."""
    return PresidenciesPage(**view.frame(say("Presidency"), "/presidency"), presiding=presiding(view))  # type: ignore[arg-type]


def presiding(view: View) -> list[Presiding]:
    """Who presides over each organisation of which a presidency is recorded, and who is next."""
    rows = []
    for organisation in organisations_with_presidency(view):
        found = presidency(view.book, organisation.id, view.as_of)
        state = view.party(found.state) if found.state else None
        following = view.party(found.next.state) if found.next else None
        why = view.tell(found.next.why) if found.next else ""
        rows.append(Presiding(organisation, state, following, why))
    return sorted(rows, key=lambda row: view.order(row.organisation.title))


def presidency_page(view: View, organisation: str) -> PresidencyPage | None:
    """The page of a presidency, or None when the record knows neither the organisation nor a term of it."""
    known = terms(view.book, organisation, view.as_of)
    if not known and view.book.declared(Organisation, organisation) is None:
        return None
    found = presidency(view.book, organisation, view.as_of)
    start, end = period_ends(found.period)
    following = found.next
    return PresidencyPage(
        **view.frame(say("Presidency: {organisation}", organisation=organisation), f"/presidency/{organisation}"),  # type: ignore[arg-type]
        organisation=view.thing(organisation),
        state=view.party(found.state) if found.state else None,
        person=found.person,
        start=start,
        end=end,
        co_chairs=view.parties(found.co_chairs),
        previous=view.party(found.previous) if found.previous else None,
        next=view.party(following.state) if following else None,
        next_why=view.tell(following.why) if following else "",
        next_start=following.period.start if following and following.period else None,
        next_co_chairs=view.parties(following.co_chairs) if following else [],
        terms=[_term(view, term) for term in reversed(known)],
        reasons=view.reasons((*found.reasons, *(following.reasons if following else ()))),
    )


def _term(view: View, term: Term) -> TermRow:
    act: Preside = term.act
    return TermRow(
        view.party(act.by),
        act.period.start,
        term.ended or act.period.end,
        act.person,
        view.parties(act.co_chairs),
        act.on,
        view.note(act.note),
    )


def organisations_with_presidency(view: View) -> list[ThingRef]:
    """The organisations of which a presidency is recorded by the day."""
    names = {act.of for act, _event in view.book.acts(Preside, None, view.as_of)}
    return [view.thing(name) for name in sorted(names)]
