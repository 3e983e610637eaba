"""The rules by which items become acts: one function for each kind of item."""

from __future__ import annotations

import re
from collections.abc import Callable

from servanda.acts.commitments import Undertake
from servanda.acts.declarations import Office
from servanda.acts.documents import Transmit
from servanda.acts.presidency import Preside
from servanda.acts.sessions import Absent, Attend, Convene, Decide, Excuse, Propose, Say
from servanda.days import Period
from servanda.reading.proposing.work import Work, declare_document
from servanda.reading.records import Decision, Document, Item, NextSession, Participant
from servanda.status.presidency import terms
from servanda.words.parties import is_state

_FORMATS = {"videoconference": "videoconference", "in person": "in-person", "hybrid": "hybrid"}
_OUTCOMES = {"approved": "approved", "adopted": "adopted", "signed": "signed"}
_EXPECTED = re.compile(r"\b(due|expected|scheduled) to\b")
_YEAR = re.compile(r"\b(19|20)\d\d\b")


def convene(work: Work) -> None:
    """The session itself."""
    item = work.reading.session
    assert item is not None
    chair = work.known.actor(item.chair) if item.chair else None
    work.add(
        Convene,
        item,
        f"a session of {work.organ} on {work.day}",
        of=work.session,
        format=_FORMATS.get(item.format or "", "unknown"),
        chair=chair.name if chair else "",
        place=item.place or "",
    )


def attend(work: Work) -> None:
    """Those present: one act for all whom one passage names."""
    groups: dict[tuple[int, int], list[tuple[str, Participant]]] = {}
    seen: set[str] = set()
    enumerations = sorted(work.reading.participants, key=lambda item: -_named(work, item))
    for item in enumerations:
        found = work.actor(item.party, item)
        if found and found.name not in seen:
            seen.add(found.name)
            groups.setdefault((item.start, item.end), []).append((found.name, item))
    for members in groups.values():
        states = tuple(sorted(name for name, _item in members if is_state(name)))
        bodies = tuple(sorted(name for name, _item in members if not is_state(name)))
        item = members[0][1]
        if states:
            work.add(Attend, item, "named among those who took part", of=work.session, by=states)
        if bodies:
            work.add(Attend, item, "a body that took part", of=work.session, by=bodies, level="guest")


def _named(work: Work, item: Participant) -> int:
    """How many participants rest on the same passage."""
    return sum(other.start == item.start and other.end == item.end for other in work.reading.participants)


def absent(work: Work) -> None:
    """Those who did not attend: with the reason of their note where the text tells one."""
    for item in work.reading.absent:
        found = work.actor(item.party, item)
        if found and item.reason:
            work.add(
                Excuse,
                item,
                "did not attend, with a reason given",
                of=work.session,
                by=(found.name,),
                reason=item.reason,
                also=item.reason,
            )
        elif found:
            work.add(Absent, item, "reported not to have attended", of=work.session, by=(found.name,))


def documents(work: Work) -> None:
    """The documents of the session, and what it did with them; an older document is left."""
    for item in work.reading.documents:
        outcome = _OUTCOMES.get(item.action)
        if outcome is None or _is_older(work, item):
            work.leave(item, "a document of another time or without an outcome at this session")
            continue
        name = declare_document(work, item, item.title, item.kind)
        if name not in {known for known, _title in work.documents}:
            work.documents.append((name, item.title))
            work.add(Decide, item, f"the session {item.action} it", of=name, outcome=outcome, session=work.session)


def _is_older(work: Work, item: Document) -> bool:
    years = {found[0] for found in _YEAR.finditer(f"{item.evidence} {item.title}")}
    return bool(years) and str(work.day.first.year) not in years and not _reaches_forward(work, years)


def _reaches_forward(work: Work, years: set[str]) -> bool:
    """Tell whether the years named are later ones, as in the title of a plan."""
    return all(int(year) > work.day.first.year for year in years)


def transmit(work: Work) -> None:
    """The documents that are sent to those who have still to sign."""
    for item in work.reading.transmissions:
        found = work.actor(item.party, item)
        if found is None:
            continue
        for name, _title in work.documents:
            reason = f"sent to {found.name} for signature, as the text says of the documents"
            work.add(Transmit, item, reason, of=name, to=(found.name,), purpose="signature")
        if not work.documents:
            work.leave(item, "the text names no document that could be signed")


def preside(work: Work) -> None:
    """The presidencies decided here, with their co-chairs."""
    for item in work.reading.decisions:
        if item.type == "presidency":
            _preside(work, item)
        elif item.type != "co-chairs":
            work.leave(item, f"a decision of type '{item.type}' has no act of its own yet")


def _preside(work: Work, item: Decision) -> None:
    day = work.day_of(item.when)
    found = work.actor(item.parties[0], item) if item.parties else None
    if day is None or found is None:
        work.leave(item, "the text does not say who presides, or when")
    elif _EXPECTED.search(item.evidence):
        work.leave(item, "expected, but not decided at this session")
    elif any(term.act.by == found.name and term.act.period.maybe_holds(day.last) for term in _terms(work)):
        work.leave(item, "the record holds this presidency already")
    else:
        decided = day.last.year > work.day.first.year
        work.add(
            Preside,
            item,
            "decided at the session" if decided else "stated in the text",
            of=work.organisation,
            by=found.name,
            period=Period(day, None) if day.is_whole else Period.parse(str(day)),
            co_chairs=_co_chairs(work, item.when),
            also=next((one.evidence for one in _beside(work, item.when)), ""),
            session=work.session if decided else "",
        )


def _terms(work: Work) -> tuple:  # type: ignore[type-arg]
    return terms(work.known.book, work.organisation, work.day.last)


def _co_chairs(work: Work, when: str | None) -> tuple[str, ...]:
    """The co-chairs that the text names for the same term."""
    found = [work.known.actor(party) for item in _beside(work, when) for party in item.parties]
    return tuple(sorted(match.name for match in found if match))


def _beside(work: Work, when: str | None) -> list[Decision]:
    """What the text says of the co-chairs of a term."""
    decisions = work.reading.decisions
    return [item for item in decisions if item.type == "co-chairs" and (item.when or "")[:4] == (when or "")[:4]]


def suggest(work: Work) -> None:
    """What was proposed; the proposal of a next session carries its day and place."""
    following = work.reading.next_session
    for item in work.reading.proposals:
        found = work.actor(item.actor, item)
        if found is None:
            continue
        carries = following if following and _overlap(item, following) else None
        fields = _next_fields(work, carries) if carries else {}
        following = None if carries else following
        name = work.free_name("p")
        work.add(Propose, item, "a proposal to others", of=name, by=(found.name,), words=item.what, **fields)
    if following:
        _next_alone(work, following)


def _next_alone(work: Work, item: NextSession) -> None:
    """A next session that no proposal carries: the text tells of nobody else, so the organ itself announces it."""
    words = "next session" + (f" in {item.place}" if item.place else "") + (f" on {item.date}" if item.date else "")
    fields = _next_fields(work, item)
    reason = f"the next session, {item.status}"
    work.add(Propose, item, reason, of=work.free_name("p"), by=(work.organ,), words=words, **fields)


def _next_fields(work: Work, item: NextSession) -> dict[str, object]:
    return {"next_session": work.day_of(item.date), "place": item.place or "", "organ": work.organ}


def _overlap(one: Item, other: Item) -> bool:
    return one.start < other.end and other.start < one.end


def undertake(work: Work) -> None:
    """What was promised: a statement, or a decision where the text says that it was decided."""
    for item in work.reading.commitments:
        found = work.actor(item.actor, item)
        if found:
            work.add(
                Undertake,
                item,
                f"{item.strength} by {found.name}",
                of=work.free_name(""),
                by=(found.name,),
                words=item.what,
                due=work.day_of(item.deadline),
                rank="decision" if item.strength == "decided" else "statement",
                strength=item.strength,
            )


def say(work: Work) -> None:
    """Exact words, where the text tells who spoke and for whom."""
    offices = {item.name: item.office for item in work.reading.persons}
    for item in work.reading.quotes:
        office = offices.get(item.speaker or "", "")
        found = work.known.actor(_body_of(office)) if office else None
        if found is None:
            work.leave(item, "the text does not tell for whom the speaker speaks")
            continue
        work.add(
            Say,
            item,
            f"said by {item.speaker}",
            of=work.session,
            by=found.name,
            words=item.evidence,
            person=item.speaker,
        )


def hold_office(work: Work) -> None:
    """Offices, as held on the day of the session."""
    for item in work.reading.persons:
        found = work.known.actor(_body_of(item.office))
        if found is None:
            work.leave(item, "the office names no state and no body that the record knows")
            continue
        period = Period(work.day, work.day)
        reason = "named with this office"
        work.add(Office, item, reason, by=found.name, person=item.name, title=item.office, period=period)


def _body_of(office: str) -> str:
    """The state or the body in an office: what stands behind `of`."""
    return office.rpartition(" of ")[2] if " of the " not in office else office.partition(" of the ")[2]


RULES: tuple[Callable[[Work], None], ...] = (
    convene,
    attend,
    absent,
    documents,
    transmit,
    preside,
    suggest,
    undertake,
    say,
    hold_office,
)
