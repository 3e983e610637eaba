"""The action table of a session: what is to be done after it, by whom, by when, answering to whom, and what was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from servanda.acts.declarations import Depositary
from servanda.acts.monitoring import Report
from servanda.acts.sessions import Propose
from servanda.days import Day
from servanda.law.reasons import Reason
from servanda.pages.parts import Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.session import Outcome, Session, session
from servanda.status.signatures import Signature
from servanda.words.phrases import Phrase, say


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action that follows from a session."""

    paragraph: Annotated[ThingRef, "The paragraph or document it follows from."]
    action: Annotated[str, "What is to be done."]
    who: Annotated[list[PartyRef], "By whom."]
    due: Annotated[Day | None, "By when, where a day is set."]
    answering_to: Annotated[ThingRef | None, "To whom they answer: the depositary, or the organ that met."]
    done: Annotated[str, "What the record tells of it by the day."]
    reasons: Annotated[list[ReasonLine], "Why."]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsPage(Page):
    """What follows from a session: signatures asked for, promises made, proposals to be considered."""

    session: Annotated[ThingRef, "The session."]
    on: Annotated[Day, "The day of the session."]
    actions: Annotated[list[ActionRow], "The actions, in the order of the record: documents, promises, proposals."]


def actions_page(view: View, of: str) -> ActionsPage | None:
    """The action table of a session, or None when none is recorded by the day."""
    found = session(view.book, of, view.as_of)
    if found is None:
        return None
    title = say("Action table: {session}", session=of)
    rows = [*_signatures(view, found), *_promises(view, found), *_proposals(view, found)]
    return ActionsPage(
        **view.frame(title, f"/sessions/{of}/actions"),  # type: ignore[arg-type]
        session=view.thing(of),
        on=found.on,
        actions=rows,
    )


def _signatures(view: View, found: Session) -> Iterator[ActionRow]:
    """The documents sent for signature, with each party that was asked: those who signed since, too."""
    for outcome in found.outcomes:
        asked = [one for one in outcome.signatures if one.state == "open" or _signed_later(one, outcome)]
        for one in asked:
            yield _signature(view, found, one)


def _signed_later(one: Signature, outcome: Outcome) -> bool:
    return one.state == "signed" and one.on > outcome.on


def _signature(view: View, found: Session, one: Signature) -> ActionRow:
    done = (
        say("signed on {day}", day=one.on)
        if one.state == "signed"
        else say("signature not recorded as of {day}", day=view.as_of)
    )
    keeper = [act.by for act, _event in view.book.acts(Depositary, one.document, view.as_of)]
    action = say("sign {document}", document=one.document)
    to = view.thing(keeper[-1] if keeper else found.organ)
    return _row(view, one.document, action, (one.party,), None, to, done, view.reasons(one.reasons))


def _promises(view: View, found: Session) -> Iterator[ActionRow]:
    """What was promised at the session, and whether it was reported on; how well it was kept stands elsewhere."""
    for act in found.undertakings:
        reported = [event for event in view.book.events(Report, act.of, view.as_of) if event.party in act.by]
        done = (
            say("reported on {day}", day=reported[-1].on)
            if reported
            else say("no report received as of {day}", day=view.as_of)
        )
        acts = tuple(dict.fromkeys(name for event in reported for name in event.ids))
        reasons = (Reason(done, acts, reported[-1].on),) if reported else ()
        to = view.thing(found.organ)
        yield _row(view, act.of, act.words, act.actors, act.due, to, done, view.reasons(reasons))


def _proposals(view: View, found: Session) -> Iterator[ActionRow]:
    for act in found.proposals:
        yield _proposal(view, found, act)


def _proposal(view: View, found: Session, act: Propose) -> ActionRow:
    action = say("consider the proposal: {words}", words=act.words)
    done = say("a proposal, not a decision")
    return _row(view, act.of, action, act.actors, act.next_session, view.thing(act.organ or found.organ), done, [])


def _row(  # noqa: PLR0913, PLR0917 - a row has as many cells as its table
    view: View,
    of: str,
    action: str,
    who: tuple[str, ...],
    due: Day | None,
    to: ThingRef,
    done: Phrase,
    reasons: list[ReasonLine],
) -> ActionRow:
    said = view.tell(action) if isinstance(action, Phrase) else action
    return ActionRow(view.thing(of), said, view.parties(who), due, to, view.tell(done), reasons)
