"""Minutes and lists of decisions in English: titles over points, orders, documents that were put off."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.reading import read_taken, read_text, take


def test_a_point_says_what_its_title_names(read):
    reading = read(
        "4. Action Plan for a Connected Region 2021-2024\n\nThe Ministers adopted the Action Plan.\n\n"
        "5. Draft Rules of Procedure\n\nDeferred to the next meeting.\n\n6. Next meeting\n\n12 March 2021, Tallinn."
    )
    assert [(item.title, item.action) for item in reading.documents] == [
        ("Action Plan for a Connected Region 2021-2024", "adopted"),
        ("Draft Rules of Procedure", "other"),
    ]
    assert (reading.next_session.date, reading.next_session.place) == ("2021-03-12", "Tallinn")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The draft Guidelines on Wells were returned to the experts.", "draft Guidelines on Wells"),
        ("They sent a disputed agreement on pensions back to the experts.", "disputed agreement on pensions"),
        ("a) To defer consideration of the draft Act on Levies to its next session;", "draft Act on Levies"),
        ("The Meeting agreed to refer the draft Protocol on Trade to a working group.", "draft Protocol on Trade"),
        ("The Ministers initialled an agreement on visas.", "agreement on visas"),
    ],
)
def test_what_is_sent_back_put_off_or_initialled_is_not_adopted(read, sentence, title):
    found = read(sentence).documents
    assert [document.action for document in found] == ["other"]
    assert found[0].title.startswith(title)


@pytest.mark.parametrize(
    ("sentence", "actor", "strength"),
    [
        ("c) To instruct the Commission to submit a costed plan by 15 December 2021;", "the Commission", "decided"),
        (
            "REQUESTS the Executive Secretary to convene a conference by March 2021;",
            "the Executive Secretary",
            "decided",
        ),
        ("Action: Secretariat to prepare a draft by 1 March 2021.", "Secretariat", "decided"),
        ("Togo announces the removal, by 1 September 2021, of eleven checkpoints.", "Togo", "pledged"),
        ("Nigeria pledges twenty thousand tonnes of cereals.", "Nigeria", "pledged"),
        ("Benin states that it will do likewise.", "Benin", "pledged"),
        ("Canada told the Ministers it'll put CAD 12 million into the network.", "Canada", "pledged"),
        ("Thailand offered to share satellite data with its neighbours.", "Thailand", "pledged"),
    ],
)
def test_a_commitment_is_made_or_ordered_in_many_ways(read, sentence, actor, strength):
    assert [(item.actor, item.strength) for item in read(sentence).commitments] == [(actor, strength)]


def test_an_offer_that_was_accepted_is_a_decision_and_no_proposal(read):
    reading = read("Tonga offered to host the Fiftieth Leaders Meeting in August 2023, and Leaders accepted.")
    assert [item.type for item in reading.decisions] == ["next session"]
    assert reading.proposals == ()
    assert reading.next_session.status == "decided"


def test_the_day_of_publication_counts_where_the_text_has_no_dateline():
    text = "The CIS Council of Heads of State met today in Minsk. It recalled the agreement of 5 May 2001 on visas.\n"
    assert read_text(text).session.date == "2001-05-05"
    assert read_text(text, published=dt.date(2020, 12, 18)).session.date == "2020-12-18"


def test_the_day_of_a_web_page_is_its_day_of_publication():
    page = (
        '<html lang="en"><head><meta property="article:published_time" content="2020-12-18"><title>CIS</title></head>'
        "<body><article><p>The CIS Council of Heads of State met today in Minsk. The heads of state of Armenia "
        "and Belarus "
        "recalled the agreement of 5 May 2001 on visas and spoke of it at length.</p></article></body></html>"
    )
    taken, _ = take(page.encode(), name="page.html")
    assert read_taken(taken).session.date == "2020-12-18"
