"""The patterns by which real releases differ from the plain case, each with a sentence of its own."""

from __future__ import annotations

import pytest

from servanda.reading import read_text


def parties(reading):
    return {item.party for item in reading.participants}


def test_those_present_may_stand_one_a_line(read):
    reading = read("The summit was attended by:", "H.E. Ada Brun, President of Ghana\nH.E. Olu Kere, President of Togo")
    assert parties(reading) == {"Ghana", "Togo"}


def test_plural_office_is_distributed_over_names_and_states(read):
    reading = read("Presidents Ada Brun of Ghana, Olu Kere of Togo, and Tom Vale of Kenya arrived in Accra.")
    assert [(person.name, person.office) for person in reading.persons] == [
        ("Ada Brun", "President of Ghana"),
        ("Olu Kere", "President of Togo"),
        ("Tom Vale", "President of Kenya"),
    ]


def test_names_after_the_list_go_with_its_states(read):
    reading = read("Taking part were the Prime Ministers of Ghana and Togo - Ada Brun and Olu Kere.")
    assert {(item.party, item.person) for item in reading.participants} == {("Ghana", "Ada Brun"), ("Togo", "Olu Kere")}


def test_a_family_name_that_stands_first_means_the_same_person(read):
    reading = read("President Yun Sok Ho of South Korea met the press.", "President Yun invited his guests to Seoul.")
    assert [person.name for person in reading.persons] == ["Yun Sok Ho"]
    assert [item.actor for item in reading.proposals] == ["South Korea"]


def test_the_host_of_a_seat_speaks_for_its_state():
    reading = read_text(
        "Readout\n\n2 May 2024\n\nPresident Tom Vale hosted the leaders of Ghana and Togo at the White House.\n"
    )
    assert parties(reading) == {"United States", "Ghana", "Togo"}


def test_a_secretary_general_stands_for_the_secretariat(read):
    assert parties(read("The meeting was also attended by SCO Secretary-General Ada Brun.")) == {"SCO Secretariat"}


def test_states_that_no_table_knows_are_learned(read):
    reading = read(
        "The heads of state of Norvania, Belmara and Oster took part.",
        "Oster did not attend the dinner; Tarn was absent owing to elections.",
        "Belmara intends to host a fair for small firms in May.",
    )
    assert parties(reading) >= {"Norvania", "Belmara"}
    assert "Tarn" in {item.party for item in reading.absent}
    assert [item.actor for item in reading.commitments] == ["Belmara"]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("The summit resulted in the adoption of a statement on peace and the rules for guests.",
         ["statement on peace", "rules for guests"]),
        ("The leaders signed decisions on a fund for ports and on a common stamp.",
         ["decision on a fund for ports", "decision on a common stamp"]),
        ("The premiers approved a list of joint projects and a roadmap for trade.",
         ["list of joint projects", "roadmap for trade"]),
        ("A treaty on rivers, signed in 2012, was discussed.", ["treaty on rivers"]),
    ],
)  # fmt: skip
def test_documents_are_found_beside_nouns_and_in_passing(read, sentence, titles):
    assert [document.title.lower() for document in read(sentence).documents] == titles


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders reaffirmed their commitment to the 2050 Strategy.",
        "I want to thank all guests for coming.",
        "The members hope that trade will grow.",
    ],
)
def test_goodwill_stays_goodwill(read, sentence):
    assert read(sentence).commitments == ()


def test_his_country_is_that_of_the_person_in_focus(read):
    reading = read("Prime Minister Ada Brun of Ghana told her guests that her country will publish a list by June.")
    assert [item.actor for item in reading.commitments] == ["Ghana"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("They approved the transfer of chairmanship from Ghana to Togo in 2021.", "presidency"),
        ("They signed a resolution on granting Togo the status of a member state.", "membership"),
        ("They announced the establishment of a Secretariat.", "other"),
    ],
)
def test_a_decision_may_hide_in_a_noun(read, sentence, kind):
    assert kind in [decision.type for decision in read(sentence).decisions]


def test_a_wish_for_a_new_body_is_no_decision(read):
    reading = read("President Ada Brun of Ghana proposed to set up a fund for machines.")
    assert reading.decisions == ()
    assert [item.actor for item in reading.proposals] == ["Ghana"]


def test_who_will_host_the_next_session_promises_nothing(read):
    reading = read("Bahrain will host the 46th session in December 2021.")
    assert reading.commitments == ()
    assert reading.next_session is not None
    assert reading.next_session.date == "2021-12"


def test_speech_goes_on_in_its_paragraph(read):
    reading = read("“Our ports stay open,” President Ada Brun of Ghana told the meeting. “We will see.”")
    assert [(quote.evidence, quote.speaker) for quote in reading.quotes] == [
        ("Our ports stay open", "Ada Brun"),
        ("We will see.", "Ada Brun"),
    ]


def test_hybrid_threats_make_no_hybrid_meeting(read):
    told = read("The ministers met in Oslo and spoke of hybrid threats.").session
    assert told is not None
    assert told.format == "in person"
