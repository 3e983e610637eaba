"""The rarer kinds of the table of acts: a function each, from a row to its acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from servanda.acts import Act
from servanda.acts.consent import (
    ApplyProvisionally,
    Consent,
    Declare,
    Denounce,
    RatifyAtHome,
    Reserve,
    SuspendOperation,
)
from servanda.acts.documents import Clear, Inform, Sign, Transmit
from servanda.acts.membership import SuspendRights
from servanda.acts.presidency import Relinquish
from servanda.acts.sessions import Decide, Excuse, NoteVerbale, Position, Propose
from servanda.days import Day
from tools.cis_record.evening import SESSION
from tools.cis_record.record import Record
from tools.cis_record.sessions import EXPERTS
from tools.cis_record.tables import Row


@dataclass(frozen=True)
class Deed:
    """A row of the table of acts, with the fields that all its acts share."""

    record: Record
    row: Row
    told: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.row[column]

    def act(self, kind: Callable[..., Act], **fields: Any) -> Act:
        """An act of the row's state on its instrument, unless the fields say otherwise."""
        common = {"on": Day.parse(self["date"]), "of": self["instrument"], "by": (self["state"],)}
        return kind(**(common | self.told | fields))

    @property
    def effective(self) -> Day:
        """The day from which the act itself claims effect."""
        return Day.parse(self["effect_date"])

    @property
    def organisation(self) -> str:
        """The organisation of the row's instrument."""
        return str(self.record.tables.one("instruments", id=self["instrument"])["organisation"])

    @property
    def note_with_author(self) -> str:
        """The note, after the law or decree by which it was done."""
        return f"{self['by'][:1].upper()}{self['by'][1:]}. {self['note']}".strip()


Make = Callable[[Deed], Iterator[Act]]


def _decide(deed: Deed) -> Iterator[Act]:
    yield deed.act(Decide, outcome="approved", session=SESSION)


def _approve(deed: Deed) -> Iterator[Act]:
    yield deed.act(Consent, means="approve", reservation=deed["note"], note=f"{deed['by']}.")


def _relinquish(deed: Deed) -> Iterator[Act]:
    yield deed.act(Relinquish, of=deed.organisation, by=deed["state"])


def _clear(deed: Deed) -> Iterator[Act]:
    yield deed.act(Clear, session=EXPERTS)


def _inform(deed: Deed) -> Iterator[Act]:
    yield deed.act(Inform, to=("wto",))


def _participate(deed: Deed) -> Iterator[Act]:
    yield deed.act(Consent, means="participate", effective=deed.effective, note=deed.note_with_author)


def _stay_away(deed: Deed) -> Iterator[Act]:
    ended = f" Ended with {deed['effect_date']}." if deed["effect_date"] else ""
    yield deed.act(Position, stance="not-participating", note=deed["note"] + ended)


def _excuse(deed: Deed) -> Iterator[Act]:
    cite = deed.record.sources.cite(deed.row, "due to unexpected circumstances")
    yield deed.act(Excuse, of=SESSION, reason="unexpected circumstances", source=cite, note="")
    yield deed.act(
        NoteVerbale, of=SESSION, content="will not attend", sender=deed["by"], addressee="CIS Executive Committee"
    )


def _transmit(deed: Deed) -> Iterator[Act]:
    yield Transmit(
        on=Day.parse(deed["date"]), of=deed["instrument"], to=(deed["state"],), purpose="signature", **deed.told
    )


def _propose(deed: Deed) -> Iterator[Act]:
    place = deed["note"].rstrip(".")
    words = f"hold the next session in {place} on {deed['effect_date']}"
    organ = SESSION.rpartition("/")[0]
    fields = {"words": words, "next_session": deed.effective, "organ": organ, "place": place, "note": ""}
    yield deed.act(Propose, of=f"{SESSION}/p1", **fields)


def _apply(deed: Deed) -> Iterator[Act]:
    yield deed.act(ApplyProvisionally)


def _reserve(deed: Deed) -> Iterator[Act]:
    provision = "rule 12" if "rule 12" in deed["note"].lower() else ""
    words = "[text cut off on the page]" if "cut off" in deed["note"] else deed["note"].removeprefix("Rule 12: ")
    yield deed.act(Sign, note="")
    yield deed.act(Reserve, words=words, provision=provision, note="")


def _declare(deed: Deed) -> Iterator[Act]:
    when, _, words = deed["note"].partition(": ")
    yield deed.act(Declare, words=words.rstrip("."), note=f"{when}.")


def _suspend_rights(deed: Deed) -> Iterator[Act]:
    yield deed.act(SuspendRights, of=deed.organisation, effective=deed.effective)


def _suspend_operation(deed: Deed) -> Iterator[Act]:
    yield deed.act(SuspendOperation, to=("UA",), effective=deed.effective, note=deed.note_with_author)


def _denounce(deed: Deed) -> Iterator[Act]:
    yield deed.act(Denounce, effective=deed.effective)


def _at_home(step: str, about: str = "consent") -> Make:
    def make(deed: Deed) -> Iterator[Act]:
        is_law = deed["by"].startswith("law ")
        fields: dict[str, Any] = {"note": deed.note_with_author} if is_law else {"organ": deed["by"]}
        also = ("cis-1991-agreement", "cis-1991-protocol") if "Agreement and the Protocol" in deed["note"] else ()
        for of in (deed["instrument"], *also):
            yield deed.act(RatifyAtHome, of=of, step=step, about=about, **fields)

    return make


DEEDS: dict[str, Make] = {
    "approval-at-session": _decide,
    "approval-with-reservation": _approve,
    "chair-laid-down": _relinquish,
    "committee-opinion": _at_home("committee", "denunciation"),
    "expert-agreement": _clear,
    "government-approval-of-denunciation": _at_home("government", "denunciation"),
    "no-signature": _stay_away,
    "note-of-absence": _excuse,
    "notice-to-WTO": _inform,
    "joining-a-decision": _participate,
    "parliament-first-reading-of-denunciation": _at_home("first-reading", "denunciation"),
    "parliament-ratification": _at_home("adopted"),
    "proposal-of-next-session": _propose,
    "provisional-application": _apply,
    "ratification": _at_home("adopted"),
    "ratification-law-signed": _at_home("signed-into-law"),
    "sent-for-later-signature": _transmit,
    "signature-with-reservation": _reserve,
    "special-position": _declare,
    "suspension-of-membership": _suspend_rights,
    "suspension-towards-a-party": _suspend_operation,
    "withdrawal-notice": _denounce,
}
