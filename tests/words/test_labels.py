"""Labels of the closed vocabularies: every word of every closed list has one, in every language."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args, get_type_hints

import pytest

from servanda.acts.base import Confidence
from servanda.acts.commitments import CommitmentClass
from servanda.acts.declarations import StateSuccession
from servanda.acts.documents import Open, Transmit
from servanda.acts.market import Restrict
from servanda.acts.membership import Join, Observe
from servanda.acts.monitoring import Grade
from servanda.acts.sessions import Attend, Convene, Decide, Position
from servanda.law.conditions.act import Verb
from servanda.law.conditions.count import Noun
from servanda.law.counting import MEANS
from servanda.law.decisions.majority import BASES
from servanda.law.delays import Rounded
from servanda.law.floors import Anchor
from servanda.pages.documents import REMARKS
from servanda.pages.listed import field_label, vocabularies
from servanda.pages.naming import plain
from servanda.pages.narrowing import Wanted
from servanda.pages.parts import Page
from servanda.pages.reference import ANSWERS, PAGES, records
from servanda.pages.scoreboard import Asked
from servanda.status import calendar, history
from servanda.status.axes import Performance, Reply, ScoreKind, Stand, Timing
from servanda.status.commitment import Origin
from servanda.status.due import KINDS
from servanda.status.force import State
from servanda.status.funnel import Commencement
from servanda.status.handover import PresidencyReport
from servanda.status.levels import DEPTHS
from servanda.status.matrix import Sign_
from servanda.status.pair import Relation
from servanda.status.provisions import FATES
from servanda.status.reservations import Response
from servanda.status.session import Presence
from servanda.status.signatures import SignatureState
from servanda.status.standing import Word
from servanda.words.labels import label, labels
from servanda.words.scales import ScaleKind, scales
from servanda.words.vocabulary import VOCABULARIES

FRAME = {field.name for field in dataclasses.fields(Page)}
RECORDS = sorted({one for page in (*PAGES.values(), *ANSWERS) for one in records(page)}, key=lambda one: one.__name__)


def choices(kind: type[Any], name: str) -> tuple[str, ...]:
    return tuple(word for word in get_args(get_type_hints(kind)[name]) if word)


LISTS: dict[str, tuple[str, ...]] = VOCABULARIES | {
    "standing": get_args(Word),
    "force": get_args(State),
    "relation": get_args(Relation),
    "response": get_args(Response),
    "means": (*MEANS, "adopted", "approved", "signed"),
    "counted": get_args(Noun),
    "circle": (*choices(Join, "circle"), "associate", *choices(Observe, "circle")),
    "attendance": ("attend", "absent", "excuse"),
    "presence": get_args(Presence),
    "level": choices(Attend, "level"),
    "fate": FATES,
    "outcome": tuple(map(plain, choices(Decide, "outcome"))),
    "signature": get_args(SignatureState),
    "timing": get_args(Timing),
    "performance": tuple(map(plain, {*get_args(Performance), *get_args(Grade)})),
    "reporting": get_args(Stand),
    "rank": tuple(map(plain, get_args(CommitmentClass))),
    "waiting": KINDS,
    "origin": get_args(Origin),
    "score": get_args(ScoreKind),
    "reply": choices(Reply, "kind"),
    "term report": choices(PresidencyReport, "kind"),
    "choice": tuple({one.name for kind in (Asked, Wanted) for one in dataclasses.fields(kind)}),
    "scale": tuple(scales()),
    "formula": get_args(ScaleKind),
    "depth": tuple(map(plain, DEPTHS)),
    "obstacle": tuple(map(plain, choices(Restrict, "form"))),
    "commencement": get_args(Commencement),
    "confidence": get_args(Confidence),
    "manner": choices(StateSuccession, "manner"),
    "stance": choices(Position, "stance"),
    "purpose": choices(Transmit, "purpose"),
    "opening": choices(Open, "what"),
    "rounding": get_args(Rounded),
    "anchor": get_args(Anchor),
    "base": BASES,
    "act on another": get_args(Verb),
    "session format": tuple(map(plain, choices(Convene, "format"))),
    "session character": choices(Convene, "character"),
    "language": ("en", "ru"),
    "known": ("today",),
    "answer": ("yes", "no"),
    "document": tuple(labels("en")["document"]),  # open: a record may call a document what it likes
    "published": tuple(labels("en")["published"]),  # open: so is what others count
    "event": get_args(calendar.What),
    "moment": get_args(history.What),
    "upright": ("notified", "published", "computed", "ended", "conditions met"),
    "remark": ("reservation", *dict.fromkeys(word for _kind, word in REMARKS)),
    "sign": get_args(Sign_),
    "matrix": get_args(Sign_),
    "basis": ("computed", "told"),
}
"""Every closed list whose words stand in an answer or on a page."""


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("vocabulary", LISTS)
def test_every_word_of_every_vocabulary_has_a_label(language: str, vocabulary: str) -> None:
    assert set(labels(language)[vocabulary]) == set(LISTS[vocabulary])


def test_no_table_holds_a_vocabulary_that_nobody_uses() -> None:
    assert set(labels("en")) == set(labels("ru")) == {*LISTS, "field"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_of_a_page_has_a_russian_label_and_a_known_vocabulary(record: type[Any]) -> None:
    named = [one.name for one in dataclasses.fields(record) if record is not Page and one.name not in FRAME]
    assert [name for name in named if field_label(record, name, "ru").isascii()] == []
    assert set(vocabularies(record).values()) <= set(LISTS)


def test_a_field_that_bears_the_name_of_one_of_the_frame_has_a_label_of_its_own() -> None:
    assert [r.__name__ for r in RECORDS if not issubclass(r, Page) and _framed(r)] == []


def _framed(record: type[Any]) -> list[str]:
    named = [one.name for one in dataclasses.fields(record) if one.name in FRAME]
    return [name for name in named if field_label(record, name, "ru").isascii()]


def test_the_table_of_fields_names_no_field_that_is_gone() -> None:
    known = {one.name for record in RECORDS for one in dataclasses.fields(record)}
    known |= {f"{record.__name__}.{one.name}" for record in RECORDS for one in dataclasses.fields(record)}
    assert set(labels("ru")["field"]) - known == set()


def test_a_label_is_in_the_language() -> None:
    assert label("kind", "plan", "ru") == "план"
    assert label("kind", "plan") == "plan"


def test_a_word_is_found_as_the_record_and_as_a_page_writes_it() -> None:
    assert label("outcome", "took-note", "ru") == label("outcome", "took note", "ru") == "принято к сведению"


def test_a_missing_label_falls_back_to_english_and_then_to_the_word() -> None:
    assert label("kind", "other", "fr") == "other document"
    assert label("kind", "unheard of", "ru") == "unheard of"
