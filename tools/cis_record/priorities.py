"""What Belarus put first for its presidency of 2021, as the founding document tells it, and its concept.

The source gives no number to any of it: "particular attention" is a word and no weight, so no act has one.
"""

from __future__ import annotations

from servanda.acts.presidency import Prioritise, Programme
from servanda.days import Day, Period
from tools.cis_record.record import Record
from tools.cis_record.sources import FOUNDING

FILE = "presidencies.acts"
_TERM = Period.parse("2021")
# The priority in short, its topics, and the words of the source.
_TOLD = (
    ("role of the CIS for standards of living", "living-standards", "to improve the standards of living"),
    (
        "problems of globalisation and new challenges",
        "globalisation-challenges",
        "the problems caused by globalization",
    ),
    (
        "common economic space and trade",
        (
            "common-economic-space trade-liberalisation restrictions-exemptions technical-barriers public-procurement "
            "common-markets"
        ),
        "Belarus plans to work to develop the common economic space",
    ),
    (
        "alignment of the CIS and the EAEU",
        "multilevel-alignment executive-bodies-cooperation dividing-lines",
        "Particular attention will be paid to the work on aligning",
    ),
    ("transport and energy", "transport energy", "the coordinated transport policy"),
    (
        "investment, production, growth",
        "intersectoral-bodies investment production-cooperation economic-growth",
        "aimed at intensifying investment activities",
    ),
    (
        "technical regulation and sanitary measures",
        "technical-regulation standardisation metrology conformity-assessment accreditation sanitary-veterinary",
        "to pursue a coordinated policy regarding technical regulations",
    ),
    (
        "humanitarian ties",
        "humanitarian science education healthcare information culture sport tourism youth image",
        "pay close attention to strengthening humanitarian ties",
    ),
)


def add_priorities(record: Record) -> None:
    """Add an act for each priority, and one for the concept that was published later."""
    row = record.tables.one("topics", source=FOUNDING)
    for words, topics, passage in _TOLD:
        act = Prioritise(
            on=Day.parse("2020-12-18"),
            of="cis",
            by="BY",
            words=words,
            period=_TERM,
            topics=tuple(sorted(topics.split())),
            source=record.sources.cite(row, passage),
            confidence="read",
        )
        record.add(FILE, act)
    concept = record.tables.one("instruments", id="cis-2021-presidency-concept")
    on = Day.parse(concept["adopted"])
    published = Programme(on=on, of="cis", by="BY", document=concept["id"], period=_TERM, **record.told(concept))
    record.add(FILE, published, concept)
