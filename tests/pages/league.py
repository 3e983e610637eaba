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
2021-03-01 report     league/council/2020-12-18/1 BE not-started
2021-04-01 assess     league/council/2020-12-18/1 for DK limited by league
  guideline "in brief"
2021-05-01 challenge  league/council/2020-12-18/1 AT "not seen"
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
