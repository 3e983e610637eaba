"""A made-up league of states: a small record in which every field of every page is filled somewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from servanda.acts import to_json
from servanda.book import Book, Held
from servanda.journal import open_journal
from servanda.pages.parts import View
from servanda.record import open_book
from servanda.text import read

HOSTILE = "<script>alert(1)</script> & 'quoted' <b>bold"

RECORD = rf"""
2000-01-01 source     gazette "Gazette of the League, no. {HOSTILE}" publisher "League {HOSTILE}"
  address "https://gazette.example/2000?a=1&b=2"
2000-01-01 source     note-book "A note book"
  address "javascript:alert(1)"
2000-01-01 organisation league "League of Rivers"
  title-ru "Лига рек"
2000-01-01 organ      league/council "Council of the League"
2000-01-01 organisation club "Club {HOSTILE}"
2000-01-01 name       AT "Austria on the Danube" in en
2000-01-01 join       league AT BE CH
  source gazette "Austria, Belgium and Switzerland {HOSTILE}"
2000-02    join       league DK
2000-03    observe    league NO
2019-06-01 leave      league CH
  effective 2022-06-01
2000-01-01 clause     league presidency
  cite "Statute, art. 7"
  language en
  co-chairs previous and next
2018-12-01 preside    league AT in 2019
  person "A. Chair"
  note "First term {HOSTILE}"
2019-12-01 preside    league BE in 2020
  co-chairs AT DK
2020-12-18 preside    league DK in 2021
  co-chairs AT BE
  session league/council/2020-12-18

2010-05-01 instrument river-treaty "Treaty on rivers {HOSTILE}"
  title-ru "Договор о реках"
  character "treaty"
  within league
  place "Vienna"
  note "Kept in one copy {HOSTILE}"
2010-05-01 clause     river-treaty entry-into-force
  cite "art. 9"
  when 2 notifications
  then +30 days
  later +30 days from own-deposit
2010-05-01 sign       river-treaty AT BE CH DK
2010-05-01..2010-06 open river-treaty for accession
2010-06-01 complete   river-treaty AT
2010-07-01 complete   river-treaty BE
  note "By note {HOSTILE}"
  source gazette "Belgium has completed {HOSTILE}"
2010-09    complete   river-treaty CH
2010-07-02 notify-force river-treaty since 2010-08-01
2011-01-01 reserve    river-treaty BE "not on canals"
2012-01-01 instrument canal-treaty "Treaty on canals"
2012-01-01 clause     canal-treaty entry-into-force
  cite "art. 3"
  when 3 ratifications
  then +1 months back
2012-01-01 sign       canal-treaty AT BE
2012-02-01 ratify     canal-treaty AT
2001-01-01 instrument old-treaty "Old treaty"
2015-01-01 terminate  old-treaty by river-treaty
2016-01-01~ instrument rough-paper "A paper of about 2016"
2017-01..2017-03 instrument spring-paper "A paper of the spring of 2017"

2019-10-11 convene    league/council/2019-10-11
  format in-person
  place "Vienna {HOSTILE}"
  country AT
2019-10-11 attend     league/council/2019-10-11 AT BE
2019-10-11 absent     league/council/2019-10-11 CH
2019-10-11 attend     league/council/2019-10-11 DK deputy
  rank "deputy minister {HOSTILE}"
2020-12-18 convene    league/council/2020-12-18
  format videoconference
  chair BE
  note "By video {HOSTILE}"
  source gazette "the council met by video"
2020-12-18 attend     league/council/2020-12-18 AT BE DK
2020-12-18 excuse     league/council/2020-12-18 CH "unexpected circumstances {HOSTILE}"
2020-12-18 instrument river-concept "Concept of clean rivers"
  character "concept"
2020-12-18 decide     river-concept approved at league/council/2020-12-18
2020-12-18 decide     river-treaty took-note at league/council/2020-12-18
2020-12-18 sign       river-concept AT
2020-12-18 transmit   river-concept to CH for signature
2020-12-18 propose    league/council/2020-12-18/p1 DK "meet in Copenhagen {HOSTILE}"
  person "D. Minister"
  next-session 2021-10-15
  place "Copenhagen"
2020-12-18 say        league/council/2020-12-18 BE "Rivers know no borders {HOSTILE}"
  person "B. Chair"
2020-12-18 undertake  league/council/2020-12-18/1 BE DK "clean the river {HOSTILE}" due 2021-06-30
  rank legal-obligation
  strength pledged
2020-12-18 undertake  league/council/2020-12-18/2 AT "try"
2021-01-15 guideline  league-grades "Grades {HOSTILE}" for 2021 by league
  complete "clean {HOSTILE}"
2021-03-01 report     league/council/2020-12-18/1 BE not-started
2021-04-01 assess     league/council/2020-12-18/1 for DK limited by league
  guideline league-grades
2021-05-01 challenge  league/council/2020-12-18/1 AT "not seen"

2021-09-01 topic      clean-water "Clean water {HOSTILE}"
2021-09-01 instrument league-plan "Plan of clean rivers"
  within league
  topics clean-water
2021-09-01 plan       league-plan/1.1 AT BE "take stock {HOSTILE}" due 2021-12
  under league-plan
  provision "part 1 {HOSTILE}"
  responsible "Austria, Belgium, river board {HOSTILE}"
2021-09-01 undertake  river-treaty/works "notify works {HOSTILE}"
  rank legal-obligation
  under river-treaty
  provision "art. 4"
  within "30 days"
  indicator "works notified {HOSTILE}"
  unit "works {HOSTILE}"
  baseline 3
  target 17
  condition "with support {HOSTILE}"
  topics clean-water
2021-09-02 milestone  river-treaty/works/m1 "a list is made {HOSTILE}" due 2021-10-01
  under river-treaty/works
2021-09-02 require-report river-treaty/works/reports BE "on the works {HOSTILE}" first 2021-12-31 every 3
  under river-treaty/works
2021-09-03 guideline  grades-2021 "Grades of autumn {HOSTILE}" by league
  complete "all notified {HOSTILE}"
  substantial "most {HOSTILE}"
  limited "some {HOSTILE}"
  not-started "none {HOSTILE}"
2021-09-04 select     sample-2021 "what falls due in autumn {HOSTILE}" by league
  chosen river-treaty/works
2021-09-20 extend     league-plan/1.1 to 2022-03-31
2021-10-01 report     river-treaty/works BE limited
  evidence "letter {HOSTILE}"
  value 5
2021-10-02 assess     river-treaty/works for BE substantial by league coding
  coder "first coder {HOSTILE}"
  guideline grades-2021
2021-10-02 assess     river-treaty/works for BE limited by league coding
  coder "second coder"
  guideline grades-2021
2021-10-05 assess     river-treaty/works for BE limited by league draft
  guideline grades-2021
  comment-until 2021-10-20
2021-10-15 comment    river-treaty/works BE "one work is not counted {HOSTILE}"
2021-11-01 assess     river-treaty/works for BE complete by league
  guideline grades-2021
  evidence "the list {HOSTILE}"
  reason "the comment was right {HOSTILE}"
2021-12-31 carry      league-plan/1.1 to DK
2022-01-02 report     river-treaty/works/reports BE
2021-09-05 prioritise league DK "clean rivers first {HOSTILE}" in 2021
  topics clean-water
  weight 1/2
2021-09-05 programme  league DK river-concept in 2021
2022-05-15 preside    league NO in 2023
2021-10-15 propose    league/council/2020-12-18/p2 DK "a river day {HOSTILE}"
  topics clean-water
2021-10-15 prioritise league DK "quiet rivers" in 2021
  topics clean-water
2021-10-15 undertake  league/council/2020-12-18/3 DK "hold a river day" due 2022-09-01
  rank presidency
  topics clean-water
2021-09-06 cover      league clean-water coordination
  provision "Statute, art. 2 {HOSTILE}"
2021-09-06 restrict   league-dam barrier by BE against AT
  under river-treaty
  subject "a dam {HOSTILE}"
  measure "a fee {HOSTILE}"
  until 2022-01-01
  scope "on the river {HOSTILE}"
2021-09-07 road-map   league-dam BE "end the fee {HOSTILE}" due 2021-12-31
2021-09-08 appeal     league-dam "the fee is high {HOSTILE}" against BE
  sender "a shipping company {HOSTILE}"
2021-09-09 restrict   league-toll exemption by CH
  until 2022-02-01
2021-09-10 restrict   league-order precedence by AT BE
  under league-plan
  measure "the treaty goes first {HOSTILE}"
2021-09-30 count      league barriers 7
  scope "on all rivers {HOSTILE}"
2021-09-30 target     league barriers 0 by 2022-12-31
"""

NEW_YEAR = date(2021, 1, 1)


def acts():
    """The acts of the record; they have no problem."""
    text = read(RECORD, "league.acts")
    assert text.problems == ()
    return [one.act for one in text.acts]


def book() -> Book:
    """The book of the record, in no journal."""
    return Book.build(Held.of(act) for act in acts())


def view(as_of: date = NEW_YEAR) -> View:
    """The record seen as of a day."""
    return View(book(), as_of)


def journal(path: Path) -> Path:
    """A journal that holds the record, entered in two sittings."""
    opened, problems = open_journal(str(path), create=True)
    assert opened is not None, problems
    found = [to_json(act) for act in acts()]
    with opened:
        opened.append(found[:20], moment="2026-01-02T03:04:05Z", by="clerk <one>")
        opened.append(found[20:], moment="2026-02-03T04:05:06Z", by="clerk <two>")
    return path


def entered(path: Path, known_by: int | str | None = None) -> Book:
    """The book of a journal."""
    found, problems = open_book(str(path), known_by)
    assert found is not None, problems
    return found
