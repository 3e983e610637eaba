"""The page of one act: its text, where it is told, and its place in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from servanda.days import Day
from servanda.pages.parts import ActRef, Page, PartyRef, ThingRef, View
from servanda.text import print_act
from servanda.words.phrases import say


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPage(Page):
    """One act of the record: its canonical text, its sources, and its entry in the journal."""

    act: Annotated[ActRef, "The act, with its head line and its sources."]
    verb: Annotated[str, "What kind of act it is."]
    on: Annotated[Day, "The day of the act; it may lie after the day the page speaks of."]
    by: Annotated[list[PartyRef], "Who acted, by name."]
    object: Annotated[ThingRef | None, "What was acted on."]
    text: Annotated[list[str], "The act in the text of the record, line by line."]
    moment: Annotated[str, "The moment of its entry, in UTC."]
    entered_by: Annotated[str, "Who entered it."]


def act_page(view: View, act_id: str) -> ActPage | None:
    """The page of an act, or None when the record as known holds none of this id."""
    held = view.book.find(act_id)
    if held is None:
        return None
    act = held.act
    return ActPage(
        **view.frame(say("Entry {number}: {verb}", number=held.number, verb=act.verb), f"/acts/{held.id}"),  # type: ignore[arg-type]
        act=view.act(held),
        verb=act.verb,
        on=act.on,
        by=view.parties(act.actors),
        object=view.thing(act.object) if act.object else None,
        text=print_act(act).splitlines(),
        moment=held.moment,
        entered_by=held.by,
    )
