"""The page of a question: what would change if an act were added to the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from servanda.acts import Act
from servanda.book import Book
from servanda.days import Day
from servanda.pages.parts import Page, PartyRef, ReasonLine, ThingRef, View
from servanda.status.force import force
from servanda.status.party import chart
from servanda.text import print_head


@dataclass(frozen=True, slots=True)
class Change:
    """One party whose standing would change."""

    party: Annotated[PartyRef, "The party."]
    now: Annotated[str, "Its standing by the record."]
    then: Annotated[str, "Its standing with the act."]
    since: Annotated[Day | None, "Since when, with the act."]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfPage(Page):
    """What would change if an act were added; nothing is entered."""

    document: Annotated[ThingRef, "The document."]
    added: Annotated[str, "The act that is supposed."]
    now: Annotated[str, "The state of the document by the record."]
    then: Annotated[str, "The state with the act."]
    since: Annotated[Day | None, "The computed entry into force with the act."]
    missing: Annotated[list[str], "What would still be missing."]
    changes: Annotated[list[Change], "Whose standing would change."]
    reasons: Annotated[list[ReasonLine], "Why, with the act."]


def whatif_page(view: View, added: Book, of: str, act: Act, as_of: object) -> WhatIfPage:
    """Compare the record with the record and one act more, both as of the same day."""
    now_view = replace(view, as_of=as_of)  # type: ignore[arg-type]
    then_view = replace(now_view, book=added)
    now, then = force(view.book, of, now_view.as_of), force(added, of, now_view.as_of)
    return WhatIfPage(
        **now_view.frame(f"What if: {print_head(act)}", f"/documents/{of}"),  # type: ignore[arg-type]
        document=view.thing(of),
        added=print_head(act),
        now=now.state,
        then=then.state,
        since=then.computed,
        missing=list(then.missing),
        changes=_changes(now_view, then_view, of),
        reasons=then_view.reasons(then.reasons),
    )


def _changes(now: View, then: View, of: str) -> list[Change]:
    before = {one.party: one.word for one in chart(now.book, of, now.as_of)}
    after = chart(then.book, of, now.as_of)
    return [
        Change(now.party(one.party), before.get(one.party, "unknown"), one.word, one.since)
        for one in after
        if before.get(one.party, "unknown") != one.word
    ]
