"""The proposed acts of one reading, in the order in which a secretary would record them."""

from __future__ import annotations

from dataclasses import dataclass

from servanda.acts import Passage, Proposal
from servanda.acts.declarations import Organ, Organisation, Source
from servanda.book import Book
from servanda.days import Day
from servanda.reading.proposing.matching import Known, Match, slug
from servanda.reading.proposing.rules import RULES
from servanda.reading.proposing.work import NEW, Left, Work
from servanda.reading.records import Reading


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a text proposes: acts with their passages, and what was left."""

    proposals: tuple[Proposal, ...]
    left: tuple[Left, ...]
    session: str = ""
    matched: tuple[tuple[str, Match], ...] = ()
    """The names of the text that were matched with the record, each with the reason."""


def propose(reading: Reading, book: Book, text: str) -> Proposed:
    """Propose the acts of a reading; `text` is what was read, for its title and for checking every passage."""
    work = _begin(reading, book, text)
    if work is None:
        why = "the text does not say when a session was held, or of which organ"
        return Proposed((), tuple(Left(item.evidence, why) for item in reading.items()))
    for rule in RULES:
        rule(work)
    proposals = tuple(one for one in work.proposals if one.passage.stands_in(text))
    return Proposed(proposals, tuple(work.left), work.session, tuple(work.matched.items()))


def _begin(reading: Reading, book: Book, text: str) -> Work | None:
    """The work with its source and session, or None where the text tells of no session."""
    session = reading.session
    if session is None or not session.date or not session.organ:
        return None
    work = Work(reading, Known(book), f"read-{reading.text_sha256[:12]}", Day.parse(session.date), text)
    _source(work, text)
    _organ(work, session.organ, session.organisation or session.organ)
    work.session = f"{work.organ}/{work.day.first.isoformat()}"
    return work


def _source(work: Work, text: str) -> None:
    """Declare the text itself as a source: its title, its publisher, its language, and the hash of its file."""
    title = _title(text)
    start = text.index(title)
    origin = work.reading.origin
    published = work.day_of(origin.date) if origin and origin.format == "html" else None
    act = Source(
        on=published or work.day,
        of=work.source,
        title=title,
        publisher=origin.publisher if origin else "",
        language=work.reading.language,
        sha256=work.reading.source_sha256,
    )
    work.proposals.append(Proposal(act, Passage(title, start, start + len(title)), "the text that was read"))


def _title(text: str) -> str:
    """The first line that is long enough for a title, else the first that is not empty."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if len(line.split()) > 3), lines[0])[:200]


def _organ(work: Work, organ: str, organisation: str) -> None:
    """Match the organisation and the organ, or propose them as new."""
    item = work.reading.session
    assert item is not None
    known = work.known.organisation(f"{organisation} {organ}")
    work.organisation = known.name if known else slug(organisation)
    if known:
        work.matched[organisation] = known
    else:
        work.add(Organisation, item, NEW, of=work.organisation, title=organisation)
    match = work.known.organ(f"{organisation} {organ}") if known else None
    work.organ = match.name if match else f"{work.organisation}/{slug(_without(organ, organisation))}"
    if match:
        work.matched[organ] = match
    else:
        work.add(Organ, item, NEW, of=work.organ, title=organ)


def _without(organ: str, organisation: str) -> str:
    return organ.replace(organisation, "").strip() or organ
