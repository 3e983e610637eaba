"""The page of a question: what would change if acts were added to the record.

A supposed act changes no notification and no publication. So where the record holds a clause, both sides are computed
from the clause and the acts alone, and what was notified or published stands beside them; where it holds none, the
entry into force stays as told, and only the standing of the parties is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from servanda.acts import Act
from servanda.book import Book, Held
from servanda.days import Day
from servanda.pages.parts import Again, Listed, MissingRow, Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.force import Force, force
from servanda.status.party import chart
from servanda.text import print_head
from servanda.words.phrases import joined, say, verbatim


@dataclass(frozen=True, slots=True)
class Change:
    """One party whose standing would change."""

    party: Annotated[PartyRef, "The party."]
    now: Annotated[str, "Its standing without the acts.", Listed("standing")]
    then: Annotated[str, "Its standing with the acts.", Listed("standing")]
    since: Annotated[Day | None, "Since when, with the acts."]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfPage(Page):
    """What would change if acts were added; nothing is entered."""

    document: Annotated[ThingRef, "The document."]
    added: Annotated[str, "The acts that are supposed, on one line.", Again()]
    acts: Annotated[list[str], "The acts that are supposed, one by one."]
    basis: Annotated[str, "What `now` and `then` rest on: computed (clause and acts alone) or told.", Listed("basis")]
    told: Annotated[str, "What was notified or published, which no supposed act changes; and what follows from that."]
    notified: Annotated[Day | None, "The date of entry into force that the depositary notified."]
    published: Annotated[Day | None, "A published date that the acts of the record do not show."]
    now: Annotated[str, "The state of the document without the acts.", Listed("force")]
    now_since: Annotated[Day | None, "The entry into force without the acts."]
    then: Annotated[str, "The state with the acts.", Listed("force")]
    since: Annotated[Day | None, "The entry into force with the acts."]
    missing: Annotated[list[str], "What would still be missing.", Again()]
    lacking: Annotated[list[MissingRow], "The same as data."]
    changes: Annotated[list[Change], "Whose standing would change."]
    reasons: Annotated[list[ReasonLine], "Why, with the acts."]


def whatif_page(view: View, of: str, acts: Sequence[Act], as_of: date) -> WhatIfPage:
    """Compare the record with the record and some acts more, both as of the same day."""
    heads = [print_head(act) for act in acts]
    now_view = replace(view, as_of=as_of)
    then_view = replace(now_view, book=Book.build((*view.book.entered, *map(Held.of, acts))))
    told = view.book.clause(of, as_of) is None
    now, then = (force(one.book, of, as_of, testimony=told) for one in (now_view, then_view))
    shown = force(view.book, of, as_of)
    return WhatIfPage(
        **now_view.frame(say("What if: {acts}", acts=verbatim("; ".join(heads))), f"/documents/{of}"),  # type: ignore[arg-type]
        document=view.thing(of),
        added="; ".join(heads),
        acts=heads,
        basis="told" if told else "computed",
        told=view.tell(_told(shown, told=told)),
        notified=shown.notified,
        published=shown.published,
        now=now.state,
        now_since=now.since,
        then=then.state,
        since=then.since,
        missing=[view.tell(one) for one in then.missing],
        lacking=[view.missing(one) for one in then.missing],
        changes=_changes(now_view, then_view, of, told=told),
        reasons=then_view.reasons(then.reasons),
    )


def _told(shown: Force, *, told: bool) -> str:
    """What was told of the document's entry into force, and what that means for the comparison."""
    facts = [say("notified {day}", day=shown.notified)] if shown.notified else []
    facts += [say("published {day}", day=shown.published)] if shown.published else []
    if not told and not facts:
        return ""
    meant = say("a supposed act does not change this; what follows is computed from the clause and the acts alone")
    if told:
        meant = say("the record holds no clause: entry into force stays as it is told, only standings are computed")
    return joined("; ", (*facts, meant))


def _changes(now: View, then: View, of: str, *, told: bool) -> list[Change]:
    before = {one.party: one.word for one in chart(now.book, of, now.as_of, testimony=told)}
    after = chart(then.book, of, now.as_of, testimony=told)
    return [
        Change(now.party(one.party), before.get(one.party, "unknown"), one.word, one.since)
        for one in after
        if before.get(one.party, "unknown") != one.word
    ]
